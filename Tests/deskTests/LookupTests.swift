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
        fixture.answer(.get, "/v1/procedures/2.000635/form", today)
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

    @Test("SE-2 the question goes out 350 ms after the last key and not before 300, once")
    func debounce() async {
        let fixture = await Fixture().logIn()
        let driver = fixture.driver(LookupScreen(desk: fixture.desk))
        for letter in "nguyen" {
            driver.type(String(letter))
            driver.advance(seconds: 0.2)
        }
        driver.advance(seconds: 0.1)
        await driver.waitIdle()
        #expect(fixture.transport.requests.filter { $0.target.hasPrefix("/v1/search") }.isEmpty)
        driver.advance(seconds: 0.1)
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
        let driver = await fixture.driver(LookupScreen(desk: fixture.desk)).waitIdle()
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

    @Test(
        "SE-1 while the box is empty what this officer looked up and opened last is suggested, newest first")
    func recent() async throws {
        let fixture = await Fixture().logIn()
        let driver = await fixture.driver(HomeScreen(desk: fixture.desk)).waitIdle()
        await driver.press("f3").waitIdle()
        driver.expectNoText("Vừa tra cứu, vừa mở")
        // What was typed and led to a dossier, and the dossier itself.
        await driver.type("tran").advance(seconds: 0.5).waitIdle()
        await driver.press("enter").waitIdle()
        await driver.press("escape", "escape").waitIdle()
        await driver.press("f3").waitIdle()
        driver.expectText("Vừa tra cứu, vừa mở")
        let screen = try #require(driver.screen(as: LookupScreen.self))
        #expect(screen.desk.recent.finds.count == 2)
        guard case .dossier(_, let code, _)? = screen.desk.recent.finds.first else {
            Issue.record("\(screen.desk.recent)")
            return
        }
        driver.expectText(code).expectText("\"tran\"")
        // It goes as soon as something is typed, and comes back.
        driver.type("ng").expectNoText("Vừa tra cứu, vừa mở")
        driver.press("backspace", "backspace").expectText("Vừa tra cứu, vừa mở")
        let asked = fixture.transport.requests.count { $0.target.hasPrefix("/v1/search") }
        await driver.press("down", "enter").waitIdle()
        #expect(fixture.transport.requests.count { $0.target.hasPrefix("/v1/search") } == asked + 1)
        #expect(driver.screen(as: LookupScreen.self)?.query.text == "tran")
        await driver.press("ctrl-u", "up", "enter").waitIdle()
        driver.expectText(code)
    }

    @Test("SE-1, AF-4 who has looked nothing up yet is offered the procedures that are used most here")
    func popular() async throws {
        let fixture = await Fixture().logIn()
        let driver = await fixture.driver(LookupScreen(desk: fixture.desk)).waitIdle()
        driver.expectText("Thủ tục làm nhiều nhất").expectText("Gõ mã hồ sơ, số, họ tên")
        let screen = try #require(driver.screen(as: LookupScreen.self))
        let catalogue = FixtureData.summaries.prefix(LookupScreen.mostPopular)
        #expect(screen.suggestions == catalogue.map { .procedure(code: $0.code, name: $0.name) })
        await driver.press("down", "enter").waitIdle()
        let narrowed = try #require(driver.screen(as: LookupScreen.self))
        #expect(narrowed.filter.asked.procedure == FixtureData.summaries[1].code)
        #expect(
            fixture.transport.requests.contains {
                $0.target.hasPrefix("/v1/search?")
                    && $0.target.contains("procedure=\(FixtureData.summaries[1].code)")
            })
        // Nothing of it stays in the way of what is typed.
        driver.press("f7").expectText("Thủ tục làm nhiều nhất").type("tr").expectNoText(
            "Thủ tục làm nhiều nhất")
    }

    @Test("SE-1 of what was looked up codes alone are kept, sealed, and for that officer only")
    func kept() throws {
        let fixture = Fixture()
        let owner = try #require(fixture.desk.signedIn)
        fixture.desk.note(.query("Nguyễn Thị Ánh"), owner: owner)
        fixture.desk.note(FixtureData.dossier.find, owner: owner)
        let kept = try #require(try owner.store?.recent())
        #expect(RecentFinds(json: kept).finds == [FixtureData.dossier.find])
        let text = String(decoding: try StrictJSON.encode(kept), as: UTF8.self)
        #expect(!text.contains("Ánh"))
        // Whoever logs in next begins with his own.
        let entry = Entry(client: fixture.desk.client, me: FixtureData.me, store: owner.store)
        #expect(entry.recent.finds == [FixtureData.dossier.find])
        _ = fixture.desk.logOut()
        #expect(fixture.desk.recent.finds.isEmpty)
        fixture.desk.note(.query("tran"), owner: owner)
        #expect(fixture.desk.recent.finds.isEmpty)
    }

    @Test("SE-1 what is looked up again moves to the front; the oldest go")
    func order() {
        var recent = RecentFinds()
        for number in 1...RecentFinds.most + 2 { recent.note(.query("\(number) a")) }
        #expect(recent.finds.count == RecentFinds.most)
        #expect(recent.finds.first == .query("\(RecentFinds.most + 2) a"))
        let isMoved = recent.note(.query("5 Á"))
        let isMovedAgain = recent.note(.query("5 Á"))
        #expect(isMoved && !isMovedAgain)
        #expect(recent.finds.first == .query("5 Á") && recent.finds.count == RecentFinds.most)
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

    @Test(
        "After a search that failed nothing of the former one is there to be opened; it is made up for by itself"
    )
    func failed() async throws {
        let fixture = await Fixture().logIn()
        func answers(_ step: ScriptedTransport.Step) {
            fixture.transport.forget(.get, "/v1/search")
            fixture.transport.on(.get, "/v1/search", step)
        }
        answers(found("Trần Văn Cũ"))
        let driver = fixture.driver(LookupScreen(desk: fixture.desk))
        driver.type("tran").advance(seconds: 0.4)
        await driver.waitIdle()
        driver.expectText("Trần Văn Cũ")
        answers(.fail(.refused))
        driver.press("ctrl-u").type("nguyen").advance(seconds: 0.4)
        await driver.waitIdle()
        driver.expectNoText("Trần Văn Cũ").expectText("Không nối được")
        let screen = try #require(driver.screen(as: LookupScreen.self))
        #expect(screen.table.isEmpty && screen.answered == nil)
        await driver.press("enter").waitIdle()
        #expect(driver.stage.depth == 1)
        answers(found("Nguyễn Thị Mới"))
        driver.advance(seconds: LookupScreen.again + 0.1)
        await driver.waitIdle()
        driver.expectText("Nguyễn Thị Mới").expectNoText("Không nối được")
        // Nothing opens by itself, so long after the key.
        #expect(driver.stage.depth == 1)
    }

    @Test("The rest of an earlier list is not put below the same list when it was asked for anew")
    func olderRest() async throws {
        let fixture = await Fixture().logIn()
        fixture.transport.forget(.get, "/v1/search")
        let first = FixtureData.json(Page(items: FixtureData.items(50), nextCursor: "b"))
        let rest = FixtureData.json(Page(items: FixtureData.items(50, from: 51), nextCursor: nil))
        fixture.transport.on(
            .get, "/v1/search", .answer(json: first), .held("rest", .answer(json: rest)),
            found("Lê Văn Khác"),
            .answer(json: first))
        let driver = fixture.driver(LookupScreen(desk: fixture.desk))
        driver.type("tran").advance(seconds: 0.4)
        await driver.waitIdle()
        let asked = fixture.transport.requests.count
        for _ in 0..<49 { driver.press("down") }
        await fixture.transport.waitForRequests(asked + 1)
        driver.press("ctrl-u").type("le").advance(seconds: 0.4)
        await fixture.transport.waitForRequests(asked + 2)
        driver.press("ctrl-u").type("tran").advance(seconds: 0.4)
        await fixture.transport.waitForRequests(asked + 3)
        fixture.transport.release("rest")
        await driver.waitIdle()
        let screen = try #require(driver.screen(as: LookupScreen.self))
        #expect(screen.table.items.map(\.id) == FixtureData.items(50).map(\.id))
        #expect(!screen.isSearching)
    }

    @Test(
        "A day and a number are a code of the officer's unit; of 1022, which takes no dossiers, they are looked for in all",
        arguments: [
            (["reception"], "H26.22-261130-0061"), (["hotline"], "261130-0061"),
            (["province_admin"], "261130-0061"),
        ])
    func ownUnit(roles: [String], asked: String) async {
        let fixture = await Fixture.hotline(roles: roles)
        if roles == ["reception"] {
            #expect(LookupQuery.asked("261130-0061", unit: "H26.22") == asked)
            #expect(fixture.desk.dossierUnit == "H26.1.5")
            return
        }
        #expect(fixture.desk.dossierUnit == nil)
        _ = await fixture.desk.search("261130-0061", limit: 5)
        let target = fixture.transport.requests.last { $0.target.hasPrefix("/v1/search") }?.target
        #expect(target == "/v1/search?q=\(asked)&limit=5")
    }

    @Test("Where names are masked no list is offered in their order")
    func sorts() async {
        let hotline = await Fixture.hotline()
        #expect(!hotline.desk.sorts.contains(.name) && hotline.desk.sorts.contains(.code))
        let reception = await Fixture().logIn()
        #expect(reception.desk.sorts.contains(.name))
        var filter = QueueFilter()
        for _ in 0..<hotline.desk.sorts.count {
            filter.sortByNext(hotline.desk.sorts)
            #expect(filter.asked.sort != .name)
        }
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
