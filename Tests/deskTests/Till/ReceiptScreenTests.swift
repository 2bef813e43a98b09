import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Receipts at the desk")
struct ReceiptScreenTests {
    private static let path = "/v1/receipts/\(TillData.receiptID)"

    private static func open() async -> (Fixture, TestDriver) {
        let fixture = await Fixture.till()
        let driver = fixture.driver(ReceiptListScreen(desk: fixture.desk))
        await driver.waitIdle()
        return (fixture, driver)
    }

    @Test("Today's receipts, and one of any day by its number or its dossier's code")
    func finds() async {
        let (fixture, driver) = await Self.open()
        driver.expectText("Biên lai ngày 23/11/2026").expectText("TH-26E 00000012").expectText("16.000")
        func asked() -> String {
            fixture.transport.requests.last { $0.target.hasPrefix("/v1/receipts") }?.target ?? ""
        }
        #expect(asked().contains("day=2026-11-23"))
        await driver.press("f4").type("12").press("enter").waitIdle()
        #expect(asked().contains("number=12") && !asked().contains("day="))
        driver.expectText("Biên lai: 12")
        await driver.scan("TH-26E|00000034|H26.1.5-261123-0001|16000|aaaaaaaaaaaaaaaa").waitIdle()
        #expect(asked().contains("number=00000034") || asked().contains("number=34"))
        await driver.press("f4").press("ctrl-u").type("H26.1.5-261123-0001").press("enter").waitIdle()
        #expect(asked().contains("code="))
    }

    @Test("The first print is the receipt, the second says that it is a reprint; each is noted first")
    func prints() async {
        let (fixture, driver) = await Self.open()
        fixture.transport.on(
            .post, Self.path + "/prints",
            .effect(.json(FixtureData.json(TillData.receipt(prints: 1)))),
            .effect(.json(FixtureData.json(TillData.receipt(prints: 2)))))
        await driver.press("enter").waitIdle()
        driver.expectText("Mười sáu nghìn đồng chẵn")
        await driver.press("p").waitIdle()
        driver.expectText("1 lần")
        await driver.press("p").waitIdle()
        driver.expectText("2 lần")
        let keys = fixture.transport.requests.filter { $0.target == Self.path + "/prints" }.map {
            $0.headers.first("Idempotency-Key")
        }
        #expect(keys.count == 2 && Set(keys).count == 2)
        let again = ReceiptDocument(TillData.receipt(prints: 2), desk: fixture.desk)
        #expect(again.reprint == 1 && SlipContent(again).marks.contains("Bản in lại"))
        #expect(ReceiptDocument(TillData.receipt(prints: 1), desk: fixture.desk).reprint == 0)
        #expect(SlipPrinter.fileName(again) == "receipt-H26.1.5-261123-0001-00000012-in2.pdf")
    }

    @Test("L saves the electronic receipt as the server gives it, and notes no print")
    func xml() async {
        let (fixture, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        fixture.transport.forget(.get, Self.path)
        fixture.transport.on(.get, Self.path, .answer(.init(status: 200, body: Array("<BLai/>".utf8))))
        await driver.press("l").waitIdle()
        #expect(fixture.transport.requests.last?.target.contains("format=xml") == true)
        let folder = fixture.desk.printer.folder
        #expect(TextFile.read(folder + "/bien-lai-TH-26E-00000012.xml") == "<BLai/>")
        #expect(fixture.bodies(.post, Self.path + "/prints").isEmpty)
    }

    @Test("Where the print can't be noted nothing is printed, and that is said")
    func printFails() async {
        let (fixture, driver) = await Self.open()
        fixture.transport.on(.post, Self.path + "/prints", .fail(.cut))
        await driver.press("enter").waitIdle()
        await driver.press("p").waitIdle()
        driver.expectText("chưa in").expectText("0 lần")
    }

    @Test("A receipt is made void with its reason, once")
    func voids() async {
        let (fixture, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        await driver.press("x").waitIdle()
        driver.expectText("Biên lai TH-26E 00000012, Nguyễn Thị Ánh, 16.000 đ.")
        await driver.press("f10").waitIdle()
        #expect(fixture.bodies(.post, Self.path + ":void").isEmpty)
        fixture.transport.on(
            .post, Self.path + ":void", .effect(.json(FixtureData.json(TillData.receipt(.void)))))
        fixture.say(Self.path, TillData.receipt(.void))
        await driver.type("Sai tên").press("f10").waitIdle()
        #expect(fixture.bodies(.post, Self.path + ":void") == [#"{"reason":"Sai tên"}"#])
        driver.expectText("Đã hủy biên lai.").expectText("đã hủy")
    }

    @Test("Another receipt takes its place, with the payer's right name, and is what is shown then")
    func replaces() async {
        let (fixture, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        await driver.press("t").waitIdle()
        var newer = TillData.receipt()
        newer.id = "01900000-0000-7000-8000-000000000202"
        newer.number = 13
        newer.payerName = "Nguyễn Thị Anh"
        fixture.transport.on(.post, Self.path + ":replace", .effect(.json(FixtureData.json(newer))))
        fixture.say("/v1/receipts/\(newer.id)", newer)
        await driver.press("tab", "tab").type("Sai tên").press("f10").waitIdle()
        #expect(
            fixture.bodies(.post, Self.path + ":replace") == [
                #"{"payer_name":"Nguyễn Thị Ánh","reason":"Sai tên"}"#
            ])
        driver.expectText("00000013").expectText("Nguyễn Thị Anh")
    }

    @Test("Who took the money gives none back: the server's words, and what was typed stays")
    func refunds() async throws {
        let (fixture, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        await driver.press("h").waitIdle()
        driver.expectText("Người hoàn phải khác người đã thu.")
        let path = "/v1/payments/\(TillData.paymentID):refund"
        var payment = try TillData.payment(.cash, .paid)
        payment.refunded = 16_000
        fixture.transport.on(
            .post, path, .problem(403, "second_officer", more: #""detail":"Nhờ người khác hoàn.""#),
            .effect(.json(FixtureData.json(payment))))
        await driver.press("tab").type("Thu nhầm").press("f10").waitIdle()
        driver.expectText("Nhờ người khác hoàn.").expectText("Thu nhầm")
        await driver.press("f10").waitIdle()
        #expect(fixture.bodies(.post, path).last == #"{"amount":16000,"reason":"Thu nhầm"}"#)
        driver.expectText("Đã hoàn, cộng 16.000 đ.")
    }

    /// The whole form was filled in before the server said that there was no drawer to give the money from.
    @Test("Cash can't be given back without an open drawer: said at once, and D opens the drawers")
    func refundWithoutDrawer() async {
        let (fixture, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        fixture.say(
            "/v1/cash-sessions",
            Page(items: [TillData.session(.counted, counted: 516_000)], nextCursor: nil))
        await driver.press("h").waitIdle()
        driver.expectText("bạn chưa mở ngăn nào. D mở ngăn").expectNoText("Lý do")
        await driver.press("d").waitIdle()
        driver.expectText("Ngăn kéo hôm nay và chưa đóng")
    }

    @Test("An approving officer looks at receipts and changes none")
    func approval() async {
        let fixture = await Fixture.till(roles: ["approval"])
        let driver = fixture.driver(ReceiptScreen(desk: fixture.desk, id: TillData.receiptID))
        await driver.waitIdle()
        await driver.press("x", "h", "t", "p").waitIdle()
        #expect(driver.stage.depth == 1)
        #expect(fixture.bodies(.post, Self.path + "/prints").isEmpty)
    }
}
