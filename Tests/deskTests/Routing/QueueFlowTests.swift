import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Working through a queue")
struct QueueFlowTests {
    private func queue(_ fixture: Fixture) async -> TestDriver {
        await fixture.logIn()
        let inbox = Inbox(slug: "open", name: "Tất cả đang giải quyết", count: 20)
        return await fixture.driver(QueueScreen(desk: fixture.desk, inbox: inbox)).waitIdle()
    }

    private func targets(_ fixture: Fixture) -> [String] {
        fixture.transport.requests.map(\.target).filter { $0.hasPrefix("/v1/inboxes/open") }
    }

    @Test("What a filter can't offer is said: no empty choice in silence")
    func filterWithoutColleagues() async {
        let fixture = await Fixture().logIn()
        fixture.transport.forget(.get, "/v1/colleagues")
        fixture.transport.on(
            .get, "/v1/colleagues", .problem(403, "forbidden", more: "\"detail\":\"Không được xem.\""))
        let driver = await fixture.driver(
            FilterScreen(desk: fixture.desk, filter: QueueFilter(), statuses: []), columns: 160
        ).waitIdle()
        driver.expectText("Không được xem.")
        #expect(fixture.transport.requests.last?.target == "/v1/colleagues?who=handling")
    }

    @Test("Space marks and goes on; Ctrl-A marks all that is loaded; Del takes the marks away")
    func marks() async {
        let fixture = Fixture()
        let driver = await queue(fixture)
        driver.press("space", "space")
        driver.expectText("đã đánh dấu 2 · 20 hồ sơ").expectText("H26.1.5-261120-0001 ✓")
        #expect(driver.screen(as: QueueScreen.self)?.table.cursor == 2)
        driver.press("ctrl-a").expectText("đã đánh dấu 20")
        driver.press("delete").expectNoText("đánh dấu 20")
    }

    @Test("An act on many: what is possible is seen before, each result after, and the refused stay marked")
    func bulk() async throws {
        let fixture = Fixture()
        var refused = FixtureData.options
        refused.items[0].allowed = false
        refused.items[0].reasons = [
            ActionReason(code: "not_bound", message: "Bạn không được phân quyền ở bước này.")
        ]
        let third = FixtureData.items(3)[2].id
        fixture.transport.forget(.get, "/v1/dossiers/*/actions")
        fixture.transport.on(
            .get, "/v1/dossiers/\(third)/actions", .answer(json: FixtureData.json(refused)))
        fixture.transport.on(
            .get, "/v1/dossiers/*/actions", .answer(json: FixtureData.json(FixtureData.options)))
        let ids = FixtureData.items(2).map(\.id)
        let stale = Problem(
            type: "about:blank", title: "Hồ sơ đã thay đổi", status: 412, code: "revision_stale",
            retryable: false)
        fixture.transport.on(
            .post, "/v1/dossiers/actions:bulk",
            .effect(
                .json(
                    FixtureData.json(
                        BulkActionResult(items: [
                            .init(id: ids[0], done: true, revision: 4, stepName: "Duyệt"),
                            .init(id: ids[1], done: false, problem: stale),
                        ])))))
        let driver = await queue(fixture)
        driver.press("space", "space", "space")
        await driver.press("c").waitIdle()
        driver.expectText("2 hồ sơ làm được, 1 hồ sơ không.")
            .expectText("Bạn không được phân quyền")
        await driver.press("f10").waitIdle()
        let body = try #require(fixture.bodies(.post, "/v1/dossiers/actions:bulk").first)
        #expect(body.contains(#""action":"forward""#) && body.contains(ids[0]) && !body.contains(third))
        driver.expectText("1 hồ sơ đã làm, 2 hồ sơ không được và vẫn còn dấu.")
            .expectText("Hồ sơ đã thay đổi").expectText("Duyệt")
        await driver.press("escape").waitIdle()
        #expect(driver.screen(as: QueueScreen.self)?.marked == [ids[1], third])
        #expect(targets(fixture).count == 2)
    }

    @Test("A lost answer to an act on many is said, and F10 does each once")
    func bulkLost() async {
        let fixture = Fixture()
        let ids = FixtureData.items(1).map(\.id)
        let answer = Response.json(
            FixtureData.json(BulkActionResult(items: [.init(id: ids[0], done: true, stepName: "Duyệt")])))
        fixture.transport.on(
            .post, "/v1/dossiers/actions:bulk", .lost(.effect(answer)), .effect(answer))
        let driver = await queue(fixture)
        driver.press("space")
        await driver.press("c").waitIdle()
        await driver.press("f10").waitIdle()
        #expect(fixture.pending.count == 1)
        await driver.press("f10").waitIdle()
        #expect(fixture.transport.effects.count == 1 && fixture.pending.isEmpty)
        driver.expectText("Đã làm xong.")
    }

    @Test("An act that asks for something of each dossier is not done on many")
    func bulkNeeds() async {
        let fixture = Fixture()
        let driver = await queue(fixture)
        driver.press("space", "space")
        await driver.press("g").waitIdle()
        driver.expectText("phải mở riêng").expectText("Không hồ sơ nào làm được việc này.")
        #expect(fixture.bodies(.post, "/v1/dossiers/actions:bulk").isEmpty)
    }

    @Test("A letter on a row acts on it without opening it, and the list is loaded again")
    func rowAct() async {
        let fixture = Fixture()
        let driver = await queue(fixture)
        await driver.press("down", "c").waitIdle()
        driver.expectText("H26.1.5-261120-0002  Chuyển bước → Duyệt")
        await driver.press("f10").waitIdle()
        driver.expectText("H26.1.5-261120-0002: Chuyển bước, nay ở Duyệt.")
        #expect(targets(fixture).count == 2)
        #expect(driver.screen(as: QueueScreen.self)?.table.cursor == 1)
    }

    @Test("Filter and order go to the server, stand in the head, and are cleared by a key")
    func filter() async {
        let fixture = Fixture()
        let driver = await queue(fixture)
        await driver.press("f4").waitIdle()
        driver.type("nguyen")
        await driver.press("f10").waitIdle()
        #expect(targets(fixture).last?.contains("q=nguyen") == true)
        driver.expectText("▸ \"nguyen\"")
        await driver.press("f6").waitIdle()
        #expect(targets(fixture).last?.contains("sort=due&order=asc") == true)
        await driver.press("f7").waitIdle()
        #expect(targets(fixture).last?.contains("order=desc") == true)
        driver.expectText("Hẹn trả ↓")
        await driver.press("delete").waitIdle()
        #expect(targets(fixture).last?.contains("q=") == false)
    }

    @Test("What others do appears without a key; bar and marks stay")
    func live() async {
        let fixture = Fixture()
        let driver = await queue(fixture)
        driver.press("down", "space")
        var item = FixtureData.items(1)[0]
        item.stepName = "Duyệt"
        let change = Change(
            seq: 1, at: fixture.desk.now, kind: "dossier", id: item.id, action: "forward", revision: 4,
            item: item, inboxes: ["open"])
        let news = fixture.desk.changes.mark
        fixture.desk.changes.add(.changes([change]))
        #expect(fixture.desk.changes.mark == news + 1)
        await driver.waitNews()
        driver.expectText("H26.1.5-261120-0001•").expectText("H26.1.5-261120-0002 ✓")
        #expect(driver.screen(as: QueueScreen.self)?.table.cursor == 2)
    }

    @Test(
        "After a cut of hours 500 changes come at once while a reason is typed → typing goes on where it was, bar and marks stay"
    )
    func liveTyping() async {
        let fixture = Fixture()
        let driver = await queue(fixture)
        driver.press("space", "down")
        driver.press("delete")
        await driver.press("t").waitIdle()
        driver.type("thieu")
        let items = FixtureData.items(20)
        let changes = (1...500).map { number in
            var item = items[number % 20]
            item.stepName = "Ky duyet \(number)"
            return Change(
                seq: number, at: fixture.desk.now, kind: "dossier", id: item.id, action: "forward",
                revision: 4 + number, item: item, inboxes: ["open"])
        }
        // The server knows it too, should the list be asked for again meanwhile.
        fixture.answer(
            .get, "/v1/inboxes/open",
            Page(
                items: items.map { item in changes.last { $0.id == item.id }?.item ?? item }, nextCursor: nil)
        )
        fixture.desk.changes.add(.changes(changes))
        await driver.waitIdle()
        driver.type(" ban chinh").expectText("thieu ban chinh")
        await driver.press("escape").waitIdle()
        // A stream is no work under way: its news may come a moment after all else.
        while driver.screen(as: QueueScreen.self)?.table.items.first?.stepName == items[0].stepName {
            await driver.waitNews()
        }
        let table = driver.screen(as: QueueScreen.self)?.table
        #expect(table?.cursor == 2 && table?.items.map(\.id) == items.map(\.id))
        // The last word about each is what stands there: none was missed.
        let last = (0..<20).map { row in "Ky duyet \((1...500).last { $0 % 20 == row } ?? 0)" }
        #expect(table?.items.map(\.stepName) == last)
    }

    @Test(
        "All dossiers of an officer go over to another: seen beforehand with the reasons of those that stay")
    func handOverAll() async {
        let fixture = Fixture()
        func result(_ count: Int, _ left: Int) -> DossierHandOverResult {
            let reason = ActionReason(
                code: "assignee_not_bound", message: "Lê Văn Thành không được phân quyền ở bước “Thu phí”.",
                hint: "Chọn người khác.")
            let items = FixtureData.items(count + left).enumerated().map { index, item in
                DossierHandOverResult.Item(
                    id: item.id, code: item.code, applicantName: item.applicantName,
                    procedureName: item.procedureName, stepName: "Thẩm định", isTaken: index > 0,
                    reason: index < count ? nil : reason)
            }
            return DossierHandOverResult(
                to: FixtureData.other, count: count, left: left, items: items, shared: 4, hasMore: false)
        }
        fixture.transport.on(.get, "/v1/dossiers:hand-over", .answer(json: FixtureData.json(result(2, 1))))
        fixture.transport.on(
            .post, "/v1/dossiers:hand-over", .effect(.json(FixtureData.json(result(2, 1)))))
        let driver = await queue(fixture)
        await driver.press("alt-g").waitIdle()
        driver.press("tab").press("f4").press("down", "enter").press("tab")
        await driver.type("nghỉ phép").press("f10").waitIdle()
        #expect(fixture.bodies(.post, "/v1/dossiers:hand-over").isEmpty)
        driver.expectText("2 hồ sơ sẽ chuyển sang, 1 hồ sơ ở lại.")
            .expectText("không được phân quyền ở bước “Thu phí”. Chọn người khác.")
            .expectText("4 hồ sơ chưa ai nhận ở các bước chung")
            .expectText("chưa nhận, chỉ người này làm được")
        // Esc leads back to what was typed.
        await driver.press("escape").waitIdle()
        driver.expectText("nghỉ phép")
        await driver.press("f10").waitIdle()
        await driver.press("f10").waitIdle()
        driver.expectText("Đã bàn giao 2 hồ sơ, 1 hồ sơ ở lại.").expectText("→ Lê Văn Thành")
        await driver.press("escape").waitIdle()
        #expect(driver.screen(as: QueueScreen.self) != nil && targets(fixture).count == 2)
        #expect(
            fixture.bodies(.post, "/v1/dossiers:hand-over") == [
                #"{"from":"\#(FixtureData.me.officer.id)","note":"nghỉ phép","to":"\#(FixtureData.other.id)"}"#
            ])
    }

    @Test("Why a dossier is not seen, from the command line")
    func explain() async {
        let fixture = Fixture()
        let explanation = PermissionExplanation(
            subject: "H26.1.5-261120-0001", visible: false, mayAct: false,
            reasons: [
                ActionReason(
                    code: "not_found", message: "Hồ sơ không thuộc đơn vị của bạn.",
                    hint: "Hỏi đơn vị đang giữ hồ sơ.")
            ])
        fixture.transport.on(
            .get, "/v1/me/permissions",
            .answer(
                json: FixtureData.json(
                    Permissions(assignments: [], delegations: [], serves: [], explanation: explanation))))
        let driver = await queue(fixture)
        driver.press("f2").type("vi sao")
        await driver.press("enter").waitIdle()
        await driver.type("H26.1.5-261120-0001").press("f10").waitIdle()
        driver.expectText("Tài khoản này không thấy hồ sơ ấy.")
            .expectText("Hồ sơ không thuộc đơn vị của bạn.").expectText("Hỏi đơn vị đang giữ hồ sơ.")
    }
}
