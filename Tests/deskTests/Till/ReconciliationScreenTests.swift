import APIClient
import Forms
import FoundationEssentials
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Reconciliation at the desk")
struct ReconciliationScreenTests {
    private static func open(roles: [String] = ["cashier"]) async -> (Fixture, TestDriver) {
        let fixture = await Fixture.reconciling(roles: roles)
        let driver = fixture.driver(ReconciliationScreen(desk: fixture.desk))
        await driver.waitIdle()
        return (fixture, driver)
    }

    private static let unmatchedPath = "/v1/unmatched-payments/01900000-0000-7000-8000-000000000401:resolve"

    @Test("Enter on money that is nobody's → its dossier is looked up, seen beside it, and paid by it")
    func matches() async {
        let (fixture, driver) = await Self.open()
        driver.expectText("Ngân hàng báo 64.000 đ, sổ ghi 80.000 đ.").expectText("Việc phải xử lý: 3")
        fixture.say("/v1/charges", Page(items: [TillData.item(1, owed: 35_000)], nextCursor: nil))
        await driver.press("enter").type("H26.1.5-261123-0001").press("enter").waitIdle()
        driver.expectText("35.000 đ, ngân hàng báo có").expectText("còn phải nộp 35.000 đ")
        var done = ReconcilingData.unmatched()
        done.state = .matched
        fixture.transport.on(.post, Self.unmatchedPath, .effect(.json(FixtureData.json(done))))
        fixture.say("/v1/reconciliations/2026-11-23", ReconcilingData.balanced)
        // Without a reason it does not go out.
        await driver.press("f10").waitIdle()
        #expect(fixture.bodies(.post, Self.unmatchedPath).isEmpty)
        await driver.type("Ủy nhiệm chi số 5").press("f10").waitIdle()
        #expect(
            fixture.bodies(.post, Self.unmatchedPath) == [
                #"{"dossier":"\#(TillData.item().dossier)","note":"Ủy nhiệm chi số 5"}"#
            ])
        driver.expectText("Đã ghép vào hồ sơ H26.1.5-261123-0001.").expectText("Không còn việc phải xử lý")
    }

    @Test("A code that owes nothing → said, and nothing is done; R sends the money back with its reason")
    func givesBack() async {
        let (fixture, driver) = await Self.open()
        fixture.say("/v1/charges", Page<OwingDossier>(items: [], nextCursor: nil))
        await driver.press("enter").type("H26.1.5-261123-9999").press("enter").waitIdle()
        driver.expectText("Không có hồ sơ “H26.1.5-261123-9999”")
        var done = ReconcilingData.unmatched()
        done.state = .returned
        fixture.transport.on(.post, Self.unmatchedPath, .effect(.json(FixtureData.json(done))))
        await driver.press("r").waitIdle()
        driver.expectText("Trả lại tiền chưa khớp")
        await driver.type("Lệnh 77").press("f10").waitIdle()
        #expect(fixture.bodies(.post, Self.unmatchedPath) == [#"{"note":"Lệnh 77"}"#])
        driver.expectText("Đã ghi trả lại.")
    }

    @Test("Enter on a payment without a receipt → its receipt is issued; on a drawer → the drawers")
    func others() async throws {
        let (fixture, driver) = await Self.open()
        let path = "/v1/payments/\(TillData.paymentID):issue-receipt"
        fixture.transport.on(.post, path, .effect(.json(FixtureData.json(TillData.receipt()))))
        await driver.press("down", "enter").waitIdle()
        await driver.type("Bổ sung dải số").press("f10").waitIdle()
        #expect(fixture.bodies(.post, path) == [#"{"reason":"Bổ sung dải số"}"#])
        driver.expectText("Đã lập biên lai TH-26E 00000012.")
        await driver.press("down", "down", "enter").waitIdle()
        driver.expectText("Ngăn kéo hôm nay và chưa đóng")
    }

    @Test("A bank's file is chosen in the browser, and each of its broken lines is told by its number")
    func bankFile() async throws {
        let (fixture, driver) = await Self.open()
        let text = "ngày,số tiền,nội dung,mã giao dịch\n23/11/2026,16000,H26.1.5-261123-0001,FT1\n"
        let path = fixture.folder + "/sao-ke.csv"
        #expect(TextFile.create(path, text: text) == .made)
        fixture.transport.on(
            .post, "/v1/bank-statements", .effect(.json(FixtureData.json(ReconcilingData.imported))))
        await driver.press("b").waitIdle()
        driver.expectText("sao-ke.csv")
        await driver.type("sao-ke").press("enter").waitIdle()
        let sent = fixture.transport.requests.filter { $0.target == "/v1/bank-statements" }
        #expect(sent.count == 1)
        #expect(sent.first?.headers.first("Content-Type") == "text/csv")
        #expect(String(decoding: sent.first?.body ?? [], as: UTF8.self) == text)
        driver.expectText("hỏng 1").expectText("Dòng 3: hỏng. Ngày không đúng: “32/11/2026”.")
        await driver.press("down").waitIdle()
        driver.expectText("Dòng 5: chưa khớp, 35.000 đ.")
        await driver.press("escape").waitIdle()
        driver.expectText("Đối soát ngày 23/11/2026")
    }

    @Test("A file that the server refuses, one that can't be read, and an answer that was lost: each is said")
    func bankFileFails() async throws {
        let (fixture, driver) = await Self.open()
        #expect(TextFile.create(fixture.folder + "/sao-ke.csv", text: "a,b\n1,2\n") == .made)
        fixture.transport.on(
            .post, "/v1/bank-statements",
            .problem(422, "invalid_body", more: #""detail":"Dòng đầu phải có các cột: ngày, số tiền.""#),
            .fail(.cut))
        await driver.press("b").waitIdle()
        await driver.type("sao-ke").press("enter").waitIdle()
        driver.expectText("Dòng đầu phải có các cột")
        await driver.press("enter").waitIdle()
        await driver.type("sao-ke").press("enter").waitIdle()
        driver.expectText("Chọn lại tệp là an toàn")
        await driver.press("enter").waitIdle()
        await driver.type("khong-co.csv").press("enter").waitIdle()
        #expect(fixture.bodies(.post, "/v1/bank-statements").count == 2)
    }

    @Test("Left and right go by days, never beyond today; a slow answer of another day is not shown")
    func days() async {
        let (fixture, driver) = await Self.open()
        await driver.press("right").waitIdle()
        driver.expectText("Đối soát ngày 23/11/2026")
        await driver.press("left").waitIdle()
        driver.expectText("Đối soát ngày 22/11/2026").expectText("khớp đến từng đồng")
        await driver.press("right").waitIdle()
        driver.expectText("Đối soát ngày 23/11/2026").expectText("Việc phải xử lý: 3")
        #expect(fixture.transport.requests.filter { $0.target.hasPrefix("/v1/reconciliations") }.count == 3)
    }

    @Test("What others settle stays where it stood with a sign, and the bar stays; F5 takes it away")
    func live() async throws {
        let (fixture, driver) = await Self.open()
        await driver.press("down").waitIdle()
        fixture.say("/v1/reconciliations/2026-11-23", try ReconcilingData.books([]))
        fixture.desk.changes.add(.changes([.money]))
        await driver.waitNews().advance(seconds: 1).waitIdle()
        driver.expectText("(đã xong)").expectText("Việc phải xử lý: 2")
        driver.expectText("Đã thu, chưa có biên lai.")
        await driver.press("up").waitIdle()
        let depth = driver.stage.depth
        await driver.press("enter").waitIdle()
        #expect(driver.stage.depth == depth)
        await driver.press("f5").waitIdle()
        driver.expectNoText("(đã xong)")
    }

    @Test("The day's summary for the tax authority: XML and table as the server gives them, printed on paper")
    func summary() async throws {
        let (fixture, driver) = await Self.open()
        await driver.press("t").waitIdle()
        driver.expectText("01BLP0-001, TH-26E").expectText("00000012 – 00000026").expectText("1.288.000 đ")
        fixture.transport.forget(.get, "/v1/reports/receipts")
        fixture.transport.on(
            .get, "/v1/reports/receipts", .answer(.init(status: 200, body: Array("<BTHDLieu/>".utf8))),
            .answer(.init(status: 200, body: Array("STT\n".utf8))))
        await driver.press("x").waitIdle()
        await driver.press("s").waitIdle()
        let targets = fixture.transport.requests.suffix(2).map(\.target)
        #expect(targets.map { $0.contains("format=xml") } == [true, false])
        #expect(targets.allSatisfy { $0.contains("day=2026-11-23") })
        let folder = fixture.desk.printer.folder
        #expect(TextFile.read(folder + "/th-bldt-2026-11-23.xml") == "<BTHDLieu/>")
        #expect(TextFile.read(folder + "/th-bldt-2026-11-23.csv") == "STT\n")
    }

    @Test("The month's day under the mark is told below; Enter opens its books")
    func month() async {
        let (fixture, driver) = await Self.open()
        await driver.press("m").waitIdle()
        driver.expectText("Thực thu tháng 11/2026").expectText("23/11/2026: tiền mặt 2.300.000")
        await driver.press("left").waitIdle()
        driver.expectText("22/11/2026: tiền mặt 0")
        await driver.press("enter").waitIdle()
        driver.expectText("Đối soát ngày 22/11/2026")
        await driver.press("m").waitIdle()
        await driver.press("]").waitIdle()
        #expect(fixture.transport.requests.last?.target.contains("month=2026-11") == true)
        await driver.press("[").waitIdle()
        #expect(fixture.transport.requests.last?.target.contains("month=2026-10") == true)
    }

    @Test("Who approves looks at it all and does nothing with money")
    func approval() async {
        let (fixture, driver) = await Self.open(roles: ["approval"])
        await driver.press("b", "r", "enter").waitIdle()
        #expect(driver.stage.depth == 1)
        await driver.press("down", "down", "enter").waitIdle()
        driver.expectText("Ngăn kéo hôm nay và chưa đóng")
        #expect(fixture.transport.requests.allSatisfy { $0.method == .get || $0.target.contains("token") })
    }
}

extension Change {
    /// Somebody's act on money.
    static var money: Change {
        Change(
            seq: 1, at: TillData.since, kind: "money", id: TillData.item().dossier, action: "receipt_void")
    }
}
