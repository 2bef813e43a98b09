import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Lists of reference sets that are longer than one answer of the server.
@Suite("Long lists")
struct LongListTests {
    private static let path = "/v1/procedures/2.000635/form"

    /// 250 agencies, 200 at a time, found by code and by name.
    private static func fixture(_ kind: FieldKind) -> Fixture {
        let fixture = Fixture()
        var form = FixtureData.form
        form.pages[0].groups[0].fields.append(Field(id: "noi", label: "Cơ quan", kind: kind))
        fixture.answer(.get, path, form)
        fixture.transport.on(
            .get, "/v1/reference/agencies",
            .reply { request in
                let all = (1...250).map { ReferenceItem(code: "A\($0)", name: "Cơ quan số \($0)") }
                let target = request.target
                if let code = target.split(separator: "code=").dropFirst().first?.prefix(while: { $0 != "&" })
                {
                    let found = all.filter { $0.code == String(code) }
                    return .json(FixtureData.json(Page(items: found, nextCursor: nil)))
                }
                let isRest = target.contains("cursor=rest")
                let items = Array(isRest ? all[200...] : all[..<200])
                return .json(FixtureData.json(Page(items: items, nextCursor: isRest ? nil : "rest")))
            })
        return fixture
    }

    private static let list = FieldKind.dropdown(
        .reference("agencies", parentField: nil), multiple: false, empty: "Không")

    private func asked(_ fixture: Fixture) -> [String] {
        fixture.transport.requests.map(\.target).filter { $0.hasPrefix("/v1/reference/agencies") }
    }

    @Test("DD-4 the next part of a list is fetched where its end is reached, and a filter finds all of it")
    func parts() async throws {
        let fixture = Self.fixture(Self.list)
        let driver = await fixture.intake(page: 4)
        await driver.press("tab", "tab", "tab", "f4").waitIdle()
        #expect(asked(fixture).count == 1)
        await driver.press("end").waitIdle()
        #expect(asked(fixture).count == 2 && asked(fixture)[1].contains("cursor=rest"))
        driver.press("end", "enter").press("alt-4").expectText("Cơ quan số 250")
        let filtering = Self.fixture(Self.list)
        let other = await filtering.intake(page: 4)
        await other.press("tab", "tab", "tab").type("so 233").waitIdle()
        other.press("enter").press("alt-4").expectText("Cơ quan số 233")
        #expect(other.screen(as: IntakeScreen.self)?.intake.declaration?.answers["noi"] == .text("A233"))
    }

    @Test("DD-4, SE-1 what a draft holds is called by its name, wherever in a long list it stands")
    func names() async throws {
        for kind in [Self.list, .search(.reference("agencies", parentField: nil), popular: [])] {
            let fixture = Self.fixture(kind)
            let driver = await fixture.intake(page: 4)
            guard var screen = driver.screen(as: IntakeScreen.self) else {
                Issue.record("no intake")
                return
            }
            // The first part is there, as after the list was opened once.
            screen.intake.declaration?.provide(
                [Option(value: "A1", label: "Cơ quan số 1")], for: OptionRequest(set: "agencies"),
                isComplete: false)
            screen.intake.declaration?.fill("noi", value: .text("A240"), source: "hồ sơ trước")
            let wanted = screen.intake.declaration?.missingOptions() ?? []
            #expect(wanted == [OptionRequest(set: "agencies", code: "A240")])
            let page = try await fixture.desk.ask { client throws(APIError) in
                try await client.options(wanted[0])
            }.get()
            #expect(page.items.map(\.name) == ["Cơ quan số 240"])
        }
    }

    @Test("DD-4 plain mode has all of a long list")
    func plain() async throws {
        let fixture = Self.fixture(Self.list)
        await fixture.logIn()
        let all = try await fixture.desk.ask { client throws(APIError) in
            try await client.allOptions(OptionRequest(set: "agencies"))
        }.get()
        #expect(all.count == 250 && all.last?.code == "A250")
    }
}
