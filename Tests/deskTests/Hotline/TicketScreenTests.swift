import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Tickets of the hotline, for those who answer them")
struct TicketScreenTests {
    private let path = "/v1/tickets/\(HotlineData.ticket.id)"

    private func changed(_ state: TicketState, _ revision: Int) -> String {
        var ticket = HotlineData.ticket
        (ticket.state, ticket.revision) = (state, revision)
        ticket.actions = state == .acknowledged ? [.escalate, .resolve] : []
        return FixtureData.json(ticket)
    }

    private func open() async -> (Fixture, TestDriver) {
        let fixture = await Fixture.hotline(roles: ["reception"])
        fixture.transport.forget(.get, "/v1/reports/tickets")
        fixture.transport.on(
            .get, "/v1/reports/tickets",
            .answer(
                json: FixtureData.json(TicketFigures(received: 1, acknowledged: 1, overdue: 1, answered: 0))))
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.expectText("1022 chuyển 2 phiếu chờ trả lời, 1 quá hạn")
        await driver.press("t").waitIdle()
        await driver.press("enter").waitIdle()
        return (fixture, driver)
    }

    @Test("Taken by one key, answered by a form, each once and on what was seen")
    func answers() async throws {
        let (fixture, driver) = await open()
        driver.expectText("Người gọi chờ cả buổi sáng.").expectText("09******78").expectText("A Nhận xử lý")
        fixture.transport.on(.post, path + ":acknowledge", .effect(.json(changed(.acknowledged, 2))))
        fixture.transport.forget(.get, path)
        fixture.transport.on(.get, path, .answer(json: changed(.acknowledged, 2)))
        await driver.press("a").waitIdle()
        driver.expectText("đang xử lý").expectNoText("A Nhận xử lý")
        let first = try #require(fixture.transport.requests.last { $0.target == path + ":acknowledge" })
        #expect(first.headers.first("If-Match") == "\"1\"" && first.headers.first("Idempotency-Key") != nil)
        fixture.transport.on(.post, path + ":resolve", .effect(.json(changed(.answered, 3))))
        driver.press("t").expectText("Chờ lâu ở quầy").type("Phường xin lỗi.")
        fixture.transport.forget(.get, path)
        fixture.transport.on(.get, path, .answer(json: changed(.answered, 3)))
        await driver.press("f10").waitIdle()
        #expect(fixture.bodies(.post, path + ":resolve") == [#"{"note":"Phường xin lỗi."}"#])
        driver.expectText("đã trả lời")
        #expect(driver.stage.depth == 3 && fixture.pending.isEmpty)
    }

    @Test("Somebody was faster: said with who, what was typed stays, and it goes on the new state")
    func stale() async {
        let (fixture, driver) = await open()
        fixture.transport.on(
            .post, path + ":resolve",
            .problem(
                412, "revision_conflict",
                more: #""changed_by":"Lê Văn Thành","changed_at":"2026-11-23T09:30:00+07:00""#),
            .effect(.json(changed(.answered, 3))))
        fixture.transport.forget(.get, path)
        fixture.transport.on(.get, path, .answer(json: changed(.acknowledged, 2)))
        await driver.press("t").type("Phường xin lỗi.").press("f10").waitIdle()
        driver.expectText("Lê Văn Thành").expectText("Phường xin lỗi.")
        await driver.press("f10").waitIdle()
        let sent = fixture.transport.requests.filter { $0.target == path + ":resolve" }
        #expect(sent.map { $0.headers.first("If-Match") } == ["\"1\"", "\"2\""])
        #expect(Set(sent.map { $0.headers.first("Idempotency-Key") }).count == 1)
    }

    @Test("Handed on to another unit, found by its name")
    func escalates() async {
        let (fixture, driver) = await open()
        fixture.transport.on(.post, path + ":escalate", .effect(.json(changed(.received, 2))))
        driver.press("c").type("cua nam")
        driver.advance(seconds: 0.5)
        await driver.waitIdle()
        driver.press("down", "enter")
        driver.type("Thuộc phường Cửa Nam.")
        await driver.press("f10").waitIdle()
        #expect(
            fixture.bodies(.post, path + ":escalate") == [
                #"{"note":"Thuộc phường Cửa Nam.","to":"H26.1.4"}"#
            ])
    }

    @Test("Who called is shown by a key of its own, with a purpose")
    func reveals() async {
        let (fixture, driver) = await open()
        fixture.transport.on(
            .post, path + ":reveal",
            .answer(json: #"{"id":"x","phone":"0912345678","caller_name":"Nguyễn Văn Mẫu"}"#))
        await driver.press("x").waitIdle()
        driver.expectText("0912345678").expectText("Nguyễn Văn Mẫu")
        #expect(fixture.bodies(.post, path + ":reveal").first?.contains("PA-H26-261123-0001") == true)
    }

    @Test("An older group's answer never lies over a newer one's")
    func outOfOrder() async {
        let fixture = await Fixture.hotline(roles: ["reception"])
        func page(_ subject: String) -> String {
            var ticket = HotlineData.ticket
            ticket.subject = subject
            return FixtureData.json(Page(items: [ticket], nextCursor: nil))
        }
        fixture.transport.forget(.get, "/v1/tickets")
        fixture.transport.on(
            .get, "/v1/tickets", .held("open", .answer(json: page("Đang mở"))),
            .answer(json: page("Việc quá hạn")))
        let before = fixture.transport.requests.count
        let driver = fixture.driver(TicketListScreen(desk: fixture.desk))
        await fixture.transport.waitForRequests(before + 1)
        driver.press("t")
        await fixture.transport.waitForRequests(before + 2)
        fixture.transport.release("open")
        await driver.waitIdle()
        driver.expectText("Việc quá hạn").expectText("Quá hạn")
    }
}
