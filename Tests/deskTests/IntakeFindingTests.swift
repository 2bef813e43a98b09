import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// One test for each thing that went wrong at a desk once, named after it.
@Suite("Intake, what went wrong once")
struct IntakeFindingTests {
    /// A case that shares form and procedure with the first one, but not its papers.
    static var twoCases: Procedure {
        var procedure = FixtureData.procedure
        var second = procedure.cases[0]
        second.code = "TL2"
        second.name = "Bản sao trích lục, ủy quyền"
        second.documents = [second.documents[2], second.documents[0]]
        second.documents[0].required = true
        procedure.cases.append(second)
        return procedure
    }

    @Test("Cases that share a form: papers are rebuilt, ticks carried over, the list reachable again")
    func caseSwitch() async throws {
        let fixture = await Fixture().logIn()
        fixture.transport.forget(.get, "/v1/procedures/2.000635")
        fixture.transport.on(
            .get, "/v1/procedures/2.000635", .answer(json: FixtureData.json(Self.twoCases)))
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.scan(FixtureData.card)
        await driver.waitIdle()
        driver.press("alt-2").type("trich").press("enter")
        await driver.waitIdle()
        driver.press("enter")
        await driver.waitIdle()
        driver.press("ctrl-a", "alt-2", "enter", "down", "enter")
        await driver.waitIdle()
        let intake = try #require(driver.screen(as: IntakeScreen.self)?.intake)
        #expect(intake.picker.caseCode == "TL2")
        #expect(intake.papers.rows.map(\.requirement.code) == ["GT3", "GT1"])
        #expect(intake.papers.rows[1].isReceived)
        #expect(intake.papers.missing.map(\.code) == ["GT3"])
    }

    @Test("F3 names the dossier that was just taken in, before anything is typed")
    func foundAtOnce() async {
        let fixture = Fixture()
        let driver = await fixture.result()
        #expect(driver.screen(as: ResultScreen.self) != nil)
        await driver.press("f3").waitIdle()
        driver.expectText(FixtureData.dossier.code + "  " + FixtureData.dossier.procedure.name)
    }

    @Test("Steady typing, a key every second, is on the disk within two seconds")
    func steadyTyping() async {
        let fixture = await Fixture().logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.press("tab")
        for _ in 0..<10 {
            driver.type("a").advance(seconds: 1)
            await driver.waitIdle()
        }
        #expect(fixture.drafts.count == 1)
        let texts = fixture.drafts.compactMap { IntakeDraft($0.content) }.flatMap(\.applicant.entries)
            .compactMap(\.text)
        #expect(texts.contains { $0.count >= 8 && $0.allSatisfy { "aA".contains($0) } }, "\(texts)")
    }

    @Test("A draft that another desk holds is not opened")
    func heldDraft() async throws {
        let fixture = await Fixture().logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.press("tab").type("Lê Thị Ba")
        driver.hangUp()
        let draft = try #require(fixture.drafts.first)
        let claim = fixture.desk.store?.claim(draft.id)
        let other = fixture.driver(IntakeScreen(desk: fixture.desk, draft: draft))
        other.expectNoText("Lê Thị Ba")
        withExtendedLifetime((claim, driver)) {}
    }

    @Test("The list of form 02 follows the papers and keeps the officer's lines")
    func missingList() {
        func asked(_ text: String, _ missing: [String], _ listed: [String]) -> String {
            Intake.asked(text, missing: missing, listed: listed)
        }
        #expect(asked("", ["A", "B"], []) == "A\nB")
        #expect(asked("A\nB", ["B"], ["A", "B"]) == "B")
        #expect(asked("B", ["A", "B"], ["B"]) == "A\nB")
        #expect(asked("B", ["A", "B"], ["A", "B"]) == "B")
        #expect(asked("A\nsửa tên", ["C"], ["A"]) == "sửa tên\nC")
        // An optional paper, and a required one that is there but not good, are asked for by the officer alone.
        #expect(asked("A\ngiấy không bắt buộc", ["A"], ["A"]) == "A\ngiấy không bắt buộc")
        #expect(asked("A\nB", ["A"], ["A"]) == "A\nB")
    }

    @Test(
        "Pages and copies as one factor",
        arguments: [("14x2 3", [14, 14, 3]), ("3x", nil), ("3x0", nil), ("1x201", nil)] as [(String, [Int]?)])
    func factors(text: String, pages: [Int]?) {
        #expect(TermsForm.pages(text) == pages)
    }

    @Test("A refusal begins without a reason and is asked about before it is sent")
    func refusal() async {
        let fixture = await Fixture().logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.scan(FixtureData.card)
        await driver.waitIdle()
        driver.press("alt-d", "pagedown").type("trich").press("enter")
        await driver.waitIdle()
        driver.press("alt-c", "f10")
        await driver.waitIdle()
        #expect(fixture.transport.effects.isEmpty)
        driver.type("Sai nơi nộp").press("f10")
        await driver.waitIdle()
        driver.expectText("Từ chối tiếp nhận hồ sơ?")
        #expect(fixture.transport.effects.isEmpty)
        driver.press("left", "enter")
        await driver.waitIdle()
        driver.press("f10", "right", "enter")
        await driver.waitIdle()
        #expect(fixture.bodies(.post, "/v1/dossiers").count <= 1)
    }
}
