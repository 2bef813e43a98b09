import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("What a look-up is narrowed to")
struct LookupFilterTests {
    private func fixture() async -> Fixture {
        let fixture = await Fixture().logIn()
        func on(_ path: String, _ items: [ReferenceItem]) {
            fixture.transport.on(
                .get, path, .answer(json: FixtureData.json(Page(items: items, nextCursor: nil))))
        }
        on(
            "/v1/reference/statuses",
            [
                ReferenceItem(code: "4", name: "Đang xử lý"),
                ReferenceItem(code: "9", name: "Đã xử lý xong"),
            ])
        on("/v1/reference/agencies", [ReferenceItem(code: "H26.1.4", name: "UBND phường Cửa Nam")])
        return fixture
    }

    private func questions(_ fixture: Fixture) -> [String] {
        fixture.transport.requests.map(\.target).filter { $0.hasPrefix("/v1/search") }
    }

    @Test(
        "Status, procedure, unit, channel, days and overdue hold all at once, and are shown beside each other"
    )
    func all() async throws {
        let fixture = await fixture()
        let driver = fixture.driver(LookupScreen(desk: fixture.desk), columns: 160, rows: 50)
        await driver.press("f4").waitIdle()
        driver.expectText("Lọc tra cứu").expectText("Chỉ hồ sơ quá hạn")
        // Status, procedure, unit, channel, from, to, overdue.
        driver.type("dang").press("enter").type("khai sinh").press("enter")
        driver.type("hoan").advance(seconds: 0.5)
        await driver.waitIdle()
        driver.press("enter").press("tab")
        guard let screen = driver.screen(as: LookupFilterScreen.self), let form = screen.form else {
            Issue.record("no form")
            return
        }
        #expect(form.answers.text(LookupFilterForm.ID.status) == "4")
        #expect(form.answers.text(LookupFilterForm.ID.procedure) == "1.001193")
    }

    @Test("What was chosen goes out with the question at once, and comes back into the form")
    func asks() async throws {
        let fixture = await fixture()
        var filter = LookupFilter()
        filter.asked.status = 4
        filter.asked.procedure = "1.001193"
        filter.asked.unit = "H26.1"
        filter.asked.channel = 2
        filter.asked.from = LocalDate(iso: "2026-11-01")
        filter.asked.to = LocalDate(iso: "2026-11-20")
        filter.asked.isOverdue = true
        (filter.statusName, filter.procedureName) = (
            Strings.Dossier.status(4, vi: "Đang xử lý"), "Đăng ký khai sinh"
        )
        filter.unitName = "Thành phố Hà Nội"
        let driver = await fixture.driver(
            LookupScreen(desk: fixture.desk, query: "tran", filter: filter), columns: 160, rows: 50
        ).waitIdle()
        #expect(
            questions(fixture).last
                == "/v1/search?q=tran&status=4&procedure=1.001193&unit=H26.1&from=2026-11-01&to=2026-11-20&channel=2&overdue=true&limit=50"
        )
        driver.expectText(
            "Lọc: Đang xử lý · Đăng ký khai sinh · Thành phố Hà Nội · trực tuyến · 01/11/2026–20/11/2026 · quá hạn"
        )
        // The form begins with it, and closes with the same.
        await driver.press("f4").waitIdle()
        driver.expectText("Thành phố Hà Nội (H26.1)").expectText("20/11/2026")
        await driver.press("f10").waitIdle()
        #expect(driver.screen(as: LookupScreen.self)?.filter == filter)
    }

    @Test("A key takes the last part off, another one all; the question is asked anew each time")
    func takesOff() async {
        let fixture = await fixture()
        let driver = fixture.driver(LookupScreen(desk: fixture.desk))
        await driver.press("f6").waitIdle()
        // With an empty box all that passes.
        #expect(questions(fixture) == ["/v1/search?overdue=true&limit=50"])
        driver.expectText("Lọc: quá hạn").expectText("F7 bỏ bớt")
        driver.type("tran").advance(seconds: 0.4)
        await driver.waitIdle()
        #expect(questions(fixture).last == "/v1/search?q=tran&overdue=true&limit=50")
        await driver.press("f7").waitIdle()
        #expect(questions(fixture).last == "/v1/search?q=tran&limit=50")
        driver.expectNoText("Lọc:")
        await driver.press("f6").waitIdle()
        driver.press("ctrl-u").expectText("Lọc: quá hạn")
        await driver.press("alt-c").waitIdle()
        driver.expectNoText("Lọc:").expectText("Gõ mã hồ sơ, số, họ tên")
    }

    @Test("A filter that lets nothing through says that it may be the filter, and how it is taken off")
    func nothing() async {
        let fixture = await fixture()
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(.get, "/v1/search", .answer(json: FixtureData.json(SearchPage(items: []))))
        let driver = fixture.driver(LookupScreen(desk: fixture.desk))
        await driver.press("alt-o").waitIdle()
        driver.expectText("Không hồ sơ nào qua bộ lọc.").expectText("F7 bỏ bớt một điều kiện")
        driver.type("tran").advance(seconds: 0.4)
        await driver.waitIdle()
        driver.expectText("Không tìm thấy hồ sơ nào cho \"tran\"").expectText("Alt-C bỏ hết")
    }

    @Test("An answer to the filter before is not shown over the one to the filter now")
    func outOfOrder() async {
        let fixture = await fixture()
        func page(_ name: String) -> ScriptedTransport.Step {
            var items = FixtureData.items(1)
            items[0].applicantName = name
            return .answer(json: FixtureData.json(SearchPage(items: items)))
        }
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(.get, "/v1/search", .held("all", page("Trần Văn Cũ")), page("Trần Thị Mới"))
        let driver = await fixture.driver(LookupScreen(desk: fixture.desk)).waitIdle()
        let before = fixture.transport.requests.count
        driver.type("tran").advance(seconds: 0.4)
        await fixture.transport.waitForRequests(before + 1)
        driver.press("f6")
        await fixture.transport.waitForRequests(before + 2)
        fixture.transport.release("all")
        await driver.waitIdle()
        driver.expectText("Trần Thị Mới").expectNoText("Trần Văn Cũ")
    }

    @Test("The whole list is saved as it was asked for, a spoken code as it is printed, with its filter")
    func saves() async {
        let fixture = await fixture()
        let driver = fixture.driver(LookupScreen(desk: fixture.desk))
        await driver.press("f6").waitIdle()
        driver.type("h26 1 5 261120 1").advance(seconds: 0.4)
        await driver.waitIdle()
        await driver.press("f9").waitIdle()
        #expect(questions(fixture).last == "/v1/search?q=H26.1.5-261120-0001&overdue=true")
    }

    @Test("What is pasted by mistake, 10,000 characters of it, is a clear answer; the text stays as it was")
    func long() async throws {
        let fixture = await fixture()
        let driver = fixture.driver(LookupScreen(desk: fixture.desk))
        let text = String(repeating: "a😀 ", count: 3_334)
        driver.paste(text).advance(seconds: 0.4)
        await driver.waitIdle()
        driver.expectText("Không tìm thấy hồ sơ nào cho").expectText("dài hơn mọi mã")
        #expect(questions(fixture).isEmpty)
        #expect(driver.screen(as: LookupScreen.self)?.query.text.trimmed == text.trimmed)
    }
}
