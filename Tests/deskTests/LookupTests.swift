import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// A dossier is shown as it was filled in, whatever the form asks today.
@Suite("The form of a dossier's own version")
struct FormVersionTests {
    private func fixture() async -> Fixture {
        let fixture = await Fixture(training: false).logIn()
        var today = FixtureData.form
        today.version = 4
        today.pages[0].groups[0].fields[1].label = Phrase("Cơ quan của hôm nay")
        fixture.transport.forget(.get, "/v1/procedures/2.000635/form")
        fixture.transport.on(.get, "/v1/procedures/2.000635/form", .answer(json: FixtureData.json(today)))
        return fixture
    }

    @Test("A dossier's page labels its answers by the version that was filled in")
    func screen() async {
        let fixture = await fixture()
        let driver = await fixture.driver(
            DossierScreen(desk: fixture.desk, id: FixtureData.dossier.id, code: FixtureData.dossier.code),
            columns: 160, rows: 50
        ).waitIdle()
        driver.expectText("Nơi đã đăng ký").expectNoText("Cơ quan của hôm nay")
    }

    @Test("Plain mode reads a dossier's answers by the version that was filled in")
    func plain() async {
        let fixture = await fixture()
        let console = ScriptedConsole([
            ("Tài khoản", "tiepnhan"), ("Mật khẩu", "tap-huan"), ("Chọn số", FixtureData.dossier.code),
            ("Chọn số", "1"), ("Chọn số", "!"), ("Chọn số", "thoat"),
        ])
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        let asked = fixture.transport.requests.map(\.target)
        #expect(asked.contains("/v1/forms/trich-luc/versions/3"))
        #expect(!asked.contains { $0.hasPrefix("/v1/procedures/2.000635/form") })
    }
}

@Suite("Lookup")
struct LookupTests {
    private func found(_ names: String...) -> ScriptedTransport.Step {
        var items = FixtureData.items(names.count)
        for index in items.indices { items[index].applicantName = names[index] }
        return .answer(json: FixtureData.json(Page(items: items, nextCursor: nil)))
    }

    @Test("The question goes out 350 ms after the last key, once")
    func debounce() async {
        let fixture = await Fixture().logIn()
        let driver = fixture.driver(LookupScreen(desk: fixture.desk))
        for letter in "nguyen" {
            driver.type(String(letter))
            driver.advance(seconds: 0.2)
        }
        #expect(fixture.transport.requests.filter { $0.target.hasPrefix("/v1/search") }.isEmpty)
        driver.advance(seconds: 0.2)
        await driver.waitIdle()
        let questions = fixture.transport.requests.filter { $0.target.hasPrefix("/v1/search") }
        #expect(questions.count == 1)
        #expect(questions.first?.target.contains("q=nguyen") == true)
    }

    @Test("An answer that comes after a later one is dropped")
    func outOfOrder() async {
        let fixture = await Fixture().logIn()
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(
            .get, "/v1/search", .held("first", found("Trần Văn Cũ")), found("Nguyễn Thị Mới"))
        let driver = fixture.driver(LookupScreen(desk: fixture.desk))
        let before = fixture.transport.requests.count
        driver.type("tran")
        driver.advance(seconds: 0.4)
        await fixture.transport.waitForRequests(before + 1)
        driver.press("ctrl-u").type("nguyen")
        driver.advance(seconds: 0.4)
        await fixture.transport.waitForRequests(before + 2)
        fixture.transport.release("first")
        await driver.waitIdle()
        driver.expectText("Nguyễn Thị Mới").expectNoText("Trần Văn Cũ")
    }

    @Test("A code and Enter open the dossier, without waiting for a list")
    func code() async {
        let fixture = await Fixture().logIn()
        var item = FixtureData.items(1)[0]
        item.id = FixtureData.dossier.id
        item.code = FixtureData.dossier.code
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(
            .get, "/v1/search", .answer(json: FixtureData.json(Page(items: [item], nextCursor: nil))))
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.press("/").type("h26 1 5 261123 12").press("enter")
        await driver.waitIdle()
        driver.expectText("H26.1.5-261123-0012").expectText("Nguyễn Thị Ánh")
    }

    @Test("Nothing found is said with what was asked")
    func nothing() async {
        let fixture = await Fixture().logIn()
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(.get, "/v1/search", found())
        let driver = fixture.driver(LookupScreen(desk: fixture.desk))
        driver.type("khong co ai")
        driver.advance(seconds: 0.4)
        await driver.waitIdle()
        driver.expectText("Không tìm thấy hồ sơ nào cho \"khong co ai\"")
    }

    @Test("A queue of thousands is loaded page by page as one goes down")
    func paging() async {
        let fixture = await Fixture().logIn()
        fixture.transport.forget(.get, "/v1/inboxes/open")
        fixture.transport.on(
            .get, "/v1/inboxes/open",
            .answer(json: FixtureData.json(Page(items: FixtureData.items(100), nextCursor: "b"))),
            .answer(json: FixtureData.json(Page(items: FixtureData.items(200, from: 101), nextCursor: "c"))),
            .answer(json: FixtureData.json(Page(items: FixtureData.items(200, from: 301), nextCursor: nil))))
        let inbox = Inbox(slug: "open", name: "Tất cả đang giải quyết", count: 500)
        let driver = fixture.driver(QueueScreen(desk: fixture.desk, inbox: inbox))
        await driver.waitIdle()
        for _ in 0..<500 { driver.press("down") }
        await driver.waitIdle()
        for _ in 0..<500 {
            driver.press("down")
            await driver.waitIdle()
        }
        driver.expectText("H26.1.5-261120-0500").expectText("500 hồ sơ")
        #expect(driver.stage.depth == 1)
    }
}
