import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Collecting while the server is away, and from the intake")
struct AwayTests {
    @Test(
        "Cash without an answer → F7 gives a slip without a number; the act goes out by itself under its key")
    func provisional() async throws {
        let fixture = await Fixture.till()
        let driver = fixture.driver(CollectScreen(desk: fixture.desk, item: TillData.item()))
        await driver.waitIdle()
        await driver.press("f7").waitIdle()
        driver.expectNoText("Phiếu thu tạm")
        fixture.transport.on(
            .post, "/v1/payments", .fail(.cut),
            .effect(.json(FixtureData.json(try TillData.payment(.cash, .paid)))))
        await driver.press("f10").waitIdle()
        driver.expectText("Khoản thu đã ghi ở máy này").expectText("Phiếu thu tạm")
        #expect(fixture.pending.count == 1)
        let paper = ReceiptDocument(
            provisional: PaymentRequest(dossier: TillData.item().dossier, method: .cash, amount: 16_000),
            for: TillData.item(), me: try #require(fixture.desk.me), desk: fixture.desk)
        #expect(paper.kind == .provisional && paper.number == nil && paper.symbol == nil)
        #expect(paper.total == 16_000 && paper.payerName == "Nguyễn Thị Ánh" && paper.issues().isEmpty)
        #expect(SlipContent(paper).number == "Chưa có số biên lai")
        // The server is back: what was recorded is sent as it is, once, and its receipt is there.
        let resumed = await fixture.desk.resumePending()
        #expect(resumed.acts == ["Thu tiền H26.1.5-261123-0001"])
        #expect(fixture.pending.isEmpty)
        let keys = Set(
            fixture.transport.requests.filter { $0.target == "/v1/payments" }.map {
                $0.headers.first("Idempotency-Key")
            })
        #expect(keys.count == 1 && fixture.bodies(.post, "/v1/payments").count == 2)
    }

    @Test("A transfer without an answer, and cash that is refused, have no provisional slip")
    func noSlip() async throws {
        let fixture = await Fixture.till()
        let driver = fixture.driver(CollectScreen(desk: fixture.desk, item: TillData.item()))
        await driver.waitIdle()
        fixture.transport.on(
            .post, "/v1/payments", .problem(409, "nothing_owed", more: #""detail":"Đã nộp.""#), .fail(.cut))
        await driver.press("f10").waitIdle()
        driver.expectText("Đã nộp.").expectNoText("F7 Phiếu thu tạm")
        await driver.press("right").press("f10").waitIdle()
        driver.expectNoText("F7 Phiếu thu tạm")
    }

    @Test("Where reception collects too, T on the page of an intake collects for the dossier just taken in")
    func fromResult() async throws {
        let fixture = await Fixture.till(roles: ["reception", "cashier"])
        var dossier = FixtureData.dossier
        dossier.quote.total = 16_000
        let next = Intake(key: fixture.desk.newID(), now: fixture.desk.now, language: .vi)
        let driver = fixture.driver(
            ResultScreen(desk: fixture.desk, submitted: Submitted(dossier: dossier), next: next))
        await driver.press("t").waitIdle()
        driver.expectText("Còn phải nộp 16.000 đ")
        let asked = fixture.transport.requests.last { $0.target.hasPrefix("/v1/charges") }?.target ?? ""
        #expect(asked.contains("code=\(dossier.code)"))
        // Who is at reception alone has no such key.
        let other = await Fixture.till(roles: ["reception"])
        let plain = other.driver(
            ResultScreen(desk: other.desk, submitted: Submitted(dossier: dossier), next: next))
        await plain.press("t").waitIdle()
        #expect(plain.stage.depth == 1)
    }

    @Test(
        "What another till collects is marked where it stands and can't be collected; what comes is counted")
    func live() async throws {
        let fixture = await Fixture.till()
        let driver = fixture.driver(TillScreen(desk: fixture.desk))
        await driver.waitIdle()
        await driver.press("down").waitIdle()
        fixture.say(
            "/v1/charges", Page(items: [TillData.item(2, owed: 300_000), TillData.item(3)], nextCursor: nil))
        fixture.desk.changes.add(.changes([.money]))
        await driver.waitNews().advance(seconds: 1).waitIdle()
        driver.expectText("16.000 (đã xong)").expectText("300.000").expectText("1 mới, F5 xem")
        await driver.press("up", "enter").waitIdle()
        #expect(driver.stage.depth == 1)
        await driver.press("f5").waitIdle()
        driver.expectNoText("(đã xong)").expectText("H26.1.5-261123-0003")
    }

    @Test("A receipt that is made void elsewhere says so in its row; a new one is counted")
    func receiptsLive() async throws {
        let fixture = await Fixture.till()
        let driver = fixture.driver(ReceiptListScreen(desk: fixture.desk))
        await driver.waitIdle()
        var newer = TillData.receipt()
        (newer.id, newer.number) = ("01900000-0000-7000-8000-000000000209", 13)
        fixture.say("/v1/receipts", Page(items: [newer, TillData.receipt(.void)], nextCursor: nil))
        fixture.desk.changes.add(.changes([.money]))
        await driver.waitNews().advance(seconds: 1).waitIdle()
        driver.expectText("đã hủy").expectText("1 mới, F5 xem").expectNoText("00000013")
        await driver.press("f5").waitIdle()
        driver.expectText("00000013")
    }
}
