import APIClient
import Forms
import Foundation
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Collecting fees")
struct TillScreenTests {
    private static func open(_ items: [OwingDossier]? = nil) async -> (Fixture, TestDriver) {
        let fixture = await Fixture.till()
        if let items { fixture.say("/v1/charges", Page(items: items, nextCursor: nil)) }
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        await driver.press("p").waitIdle()
        return (fixture, driver)
    }

    private static func answer(_ fixture: Fixture, _ payment: Payment) {
        fixture.transport.on(.post, "/v1/payments", .effect(.json(FixtureData.json(payment))))
    }

    @Test("Cash in three keys from home, once for its key, with the receipt's number told")
    func cash() async throws {
        let (fixture, driver) = await Self.open()
        driver.expectText("Hồ sơ còn phải nộp").expectText("400.000").expectText("2 hồ sơ")
            .expectText("ngăn kéo mở từ 08:00")
        await driver.press("enter").waitIdle()
        driver.expectText("Còn phải nộp 16.000 đ").expectText("mười sáu nghìn đồng chẵn")
        Self.answer(fixture, try TillData.payment(.cash, .paid))
        await driver.press("f10").waitIdle()
        driver.expectText("Đã thu 16.000 đ, biên lai TH-26E 00000012.")
        #expect(
            fixture.bodies(.post, "/v1/payments") == [
                #"{"amount":16000,"dossier":"\#(TillData.item().dossier)","method":"cash"}"#
            ])
        #expect(fixture.pending.isEmpty)
        // The list is not loaded yet, and what was paid is gone from it.
        driver.press("enter").expectText("Hồ sơ còn phải nộp").expectNoText("16.000").expectText("400.000")
        await driver.waitIdle()
    }

    @Test("Cash with change and a printed receipt takes at most six keys from home")
    func sixKeys() async throws {
        let fixture = await Fixture.till()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        Self.answer(fixture, try TillData.payment(.cash, .paid, tendered: 20_000))
        fixture.transport.on(
            .post, "/v1/receipts/\(TillData.receiptID)/prints",
            .effect(.json(FixtureData.json(TillData.receipt(prints: 1)))))
        let keys = ["p", "enter", "alt-1", "f10", "p"]
        for key in keys { await driver.press(key).waitIdle() }
        #expect(keys.count <= 6)
        #expect(fixture.bodies(.post, "/v1/payments").first?.contains(#""tendered":20000"#) == true)
        driver.expectText("4.000 đ")
        #expect(fixture.bodies(.post, "/v1/receipts/\(TillData.receiptID)/prints").count == 1)
    }

    @Test("What was handed over is reckoned while it is typed; a round sum has a key of its own")
    func change() async throws {
        let (_, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        driver.expectText("Khách đưa Alt-1…5: 20.000 · 50.000 · 100.000 · 200.000 · 500.000")
        // Method and amount stand there already.
        driver.press("tab", "tab").type("20000").expectText("Trả lại 4.000 đ")
        driver.press("alt-3").expectText("Trả lại 84.000 đ")
    }

    @Test(
        "The round sums above an amount",
        arguments: [
            (16_000, [20_000, 50_000, 100_000, 200_000, 500_000]), (100_000, [200_000, 500_000]),
            (123_000, [130_000, 140_000, 150_000, 200_000, 500_000]),
            (499_999, [500_000, 600_000]), (500_000, [600_000]),
        ])
    func roundSums(amount: Int, expected: [Int]) {
        #expect(CollectForm.handed(for: amount) == expected)
    }

    @Test("No answer: F10 again goes out under the same key, and so does the next visit to the dossier")
    func again() async throws {
        let (fixture, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        fixture.transport.on(
            .post, "/v1/payments", .fail(.cut), .fail(.cut),
            .effect(.json(FixtureData.json(try TillData.payment(.cash, .paid)))))
        await driver.press("f10").waitIdle()
        driver.expectText("không thu hai lần")
        #expect(fixture.pending.count == 1)
        await driver.press("escape").waitIdle()
        await driver.press("enter").waitIdle()
        driver.expectText("chưa rõ kết quả")
        for _ in 0..<3 where fixture.pending.count == 1 { await driver.press("f10").waitIdle() }
        let keys = fixture.transport.requests.filter { $0.target == "/v1/payments" }.map {
            $0.headers.first("Idempotency-Key")
        }
        #expect(keys.count > 1 && Set(keys).count == 1)
        #expect(fixture.pending.isEmpty)
        driver.expectText("Đã thu 16.000 đ")
    }

    @Test("Nothing owed by now is told in the server's words, and nothing typed is lost")
    func refused() async throws {
        let (fixture, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        driver.press("tab", "tab").type("20000")
        fixture.transport.on(
            .post, "/v1/payments", .problem(409, "nothing_owed", more: #""detail":"Không thu thêm.""#))
        await driver.press("f10").waitIdle()
        driver.expectText("Không thu thêm.").expectText("Còn phải nộp 16.000 đ").expectText("20.000")
        await driver.press("escape").waitIdle()
        await driver.press("enter").waitIdle()
        driver.expectText("20.000").expectText("Trả lại 4.000 đ")
    }

    @Test(
        "A transfer's code fills 80×24 and reads back from a picture of the screen; the bank's word comes by itself"
    )
    func transfer() async throws {
        let (fixture, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        let payment = try TillData.payment(.transfer, .pending)
        Self.answer(fixture, payment)
        fixture.say("/v1/payments/\(payment.id)", payment)
        await driver.press("right", "f10").waitIdle()
        #expect(fixture.bodies(.post, "/v1/payments").first?.contains(#""method":"transfer""#) == true)
        driver.expectText("Quét bằng ứng dụng ngân hàng").expectText("16.000 đ").expectText("113366668888")
            .expectText("Đang chờ ngân hàng")
        #expect(try Self.read(driver) == payment.vietqr)
        await driver.advance(seconds: QRCodeScreen.pause).waitIdle()
        driver.expectText("Đang chờ ngân hàng")
        fixture.say("/v1/payments/\(payment.id)", try TillData.payment(.transfer, .paid))
        await driver.advance(seconds: QRCodeScreen.pause).waitIdle()
        driver.expectText("Đã thu 16.000 đ, biên lai TH-26E 00000012.")
    }

    /// A trial printed one with the dossier's code for a name and no procedure.
    @Test("The slip of a transfer names who pays and what for")
    func transferSlip() async throws {
        let fixture = await Fixture.till()
        let payment = try TillData.payment(.transfer, .pending)
        let me = try #require(fixture.desk.me)
        let item = TillData.item()
        let paper = ReceiptDocument(transfer: payment, of: item, me: me, place: nil, training: true)
        #expect(paper.payerName == item.applicantName && paper.procedureName == item.procedureName)
        let nobodys = ReceiptDocument(transfer: payment, of: nil, me: me, place: nil, training: true)
        #expect(nobodys.payerName == payment.dossierCode)
    }

    @Test("A transfer that never comes is given up with a reason, once")
    func givenUp() async throws {
        let (fixture, driver) = await Self.open([TillData.item(pending: TillData.paymentID)])
        let payment = try TillData.payment(.transfer, .pending)
        fixture.say("/v1/payments/\(payment.id)", payment)
        await driver.press("enter").waitIdle()
        driver.expectText("Quét bằng ứng dụng")
        await driver.press("x").waitIdle()
        fixture.transport.on(
            .post, "/v1/payments/\(payment.id):cancel",
            .effect(.json(FixtureData.json(try TillData.payment(.transfer, .cancelled)))))
        await driver.type("Khách trả tiền mặt").press("f10").waitIdle()
        #expect(
            fixture.bodies(.post, "/v1/payments/\(payment.id):cancel") == [
                #"{"reason":"Khách trả tiền mặt"}"#
            ])
        driver.expectText("Hồ sơ còn phải nộp")
    }

    @Test("A payment nobody can say anything of yet is called that, and not collected again")
    func unknown() async throws {
        let (fixture, driver) = await Self.open([TillData.item(pending: TillData.paymentID)])
        fixture.say("/v1/payments/\(TillData.paymentID)", try TillData.payment(.online, .unknown))
        await driver.press("enter").waitIdle()
        driver.expectText("Chưa rõ khoản 16.000 đ").expectText("Hồ sơ còn phải nộp")
        #expect(fixture.bodies(.post, "/v1/payments").isEmpty)
    }

    @Test("A terminal that is too small for the code says so")
    func small() async throws {
        let (fixture, driver) = await Self.open([TillData.item(pending: TillData.paymentID)])
        let payment = try TillData.payment(.transfer, .pending)
        fixture.say("/v1/payments/\(payment.id)", payment)
        await driver.press("enter").waitIdle()
        driver.resize(60, 20)
        driver.expectText("Màn hình nhỏ quá")
        driver.resize(80, 24)
        #expect(try Self.read(driver) == payment.vietqr)
        await driver.press("escape").waitIdle()
        driver.expectText("Hồ sơ còn phải nộp")
    }

    @Test("A slip that is scanned opens its dossier; a code that is typed narrows the list")
    func finds() async throws {
        let (fixture, driver) = await Self.open()
        fixture.say("/v1/charges", Page(items: [TillData.item(2, owed: 400_000)], nextCursor: nil))
        await driver.scan("H26.1.5-261123-0002").waitIdle()
        driver.expectText("Còn phải nộp 400.000 đ")
        await driver.press("escape").waitIdle()
        fixture.say("/v1/charges", Page<OwingDossier>(items: [], nextCursor: nil))
        await driver.press("f4").type("0009").press("enter").waitIdle()
        driver.expectText("Không có hồ sơ nào mang mã “0009” còn phải nộp")
        #expect(
            fixture.transport.requests.last { $0.target.hasPrefix("/v1/charges") }?.target.contains("0009")
                == true)
    }

    @Test("A cashier's home tells how many wait and how the drawer stands")
    func home() async {
        let fixture = await Fixture.till()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.expectText("P thu phí: 2 hồ sơ chờ thu · ngăn kéo mở từ 08:00")
    }

    @Test(
        "The command line leads to each by its words without marks",
        arguments: [
            ("thu phi", "Hồ sơ còn phải nộp"), ("ngan keo", "Ngăn kéo hôm nay"),
            ("bien lai", "Biên lai ngày"),
        ])
    func commands(words: String, screen: String) async {
        let fixture = await Fixture.till()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        await driver.press("f2").type(words).press("enter").waitIdle()
        driver.expectText(screen)
    }

    /// What a reader sees in a picture of the screen.
    private static func read(_ driver: TestDriver) throws -> String {
        let canvas = driver.stage.draw()
        let scale = 8
        let (width, height) = (canvas.size.columns * scale, canvas.size.rows * 2 * scale)
        var picture = Array("P5 \(width) \(height) 255\n".utf8)
        for y in 0..<height {
            for x in 0..<width {
                let cell = canvas[Point(x / scale, y / scale / 2)]
                let colour = (y / scale).isMultiple(of: 2) ? cell.pixels?.above : cell.pixels?.below
                // 231 is the white of the colour cube; what is no pixel is the dark ground.
                picture.append(colour == 231 ? 255 : 0)
            }
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pgm")
        try Data(picture).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["zbarimg", "-q", "--raw", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test(
        "Where no drawer is open, what becomes of cash is said before it is taken; of a transfer nothing is said"
    )
    func withoutDrawer() async {
        let fixture = await Fixture.till()
        fixture.say("/v1/cash-sessions", Page<CashSession>(items: [], nextCursor: nil))
        let driver = fixture.driver(TillScreen(desk: fixture.desk))
        await driver.waitIdle()
        await driver.press("enter").waitIdle()
        driver.expectText("Chưa mở ngăn kéo: tiền mặt vào ngăn tạm")
        await driver.press("right").waitIdle()
        driver.expectNoText("Chưa mở ngăn kéo: tiền mặt")
    }
}
