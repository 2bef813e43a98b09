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
    private static func item(_ number: Int = 1, owed: Int = 16_000, pending: ID? = nil) -> OwingDossier {
        OwingDossier(
            dossier: "01900000-0000-7000-8000-00000000000\(number)", code: "H26.1.5-261123-000\(number)",
            applicantName: "Nguyễn Thị Ánh", procedureName: "Cấp bản sao trích lục hộ tịch",
            stepName: "Tiếp nhận", owed: owed,
            since: Instant(rfc3339: "2026-11-23T09:00:00+07:00") ?? Instant(seconds: 0),
            pendingPayment: pending, pendingMethod: pending == nil ? nil : .transfer)
    }

    private static func payment(_ method: PaymentMethod, _ state: PaymentState, tendered: Int? = nil) throws
        -> Payment
    {
        let paid = state == .paid
        return Payment(
            id: "01900000-0000-7000-8000-000000000101", dossier: item().dossier, dossierCode: item().code,
            unit: UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm"), method: method, state: state,
            amount: 16_000, refunded: 0, lines: [], createdAt: item().since, tendered: tendered,
            change: tendered.map { $0 - 16_000 },
            vietqr: method == .transfer
                ? try VietQR(
                    bank: "970415", account: "113366668888", amount: 16_000, purpose: item().code
                ).payload : nil,
            beneficiary: method == .transfer
                ? Beneficiary(bank: "970415", account: "113366668888", name: "UBND PHUONG HOAN KIEM") : nil,
            receipt: paid
                ? ReceiptRef(
                    id: "01900000-0000-7000-8000-000000000201", symbol: "TH-26E", number: 12) : nil,
            refunds: [])
    }

    private static func open(_ items: [OwingDossier] = [item(), item(2, owed: 400_000)]) async -> (
        Fixture, TestDriver
    ) {
        let fixture = await Fixture.hotline(roles: ["cashier"])
        fixture.transport.on(
            .get, "/v1/charges", .answer(json: FixtureData.json(Page(items: items, nextCursor: nil))))
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        await driver.press("p").waitIdle()
        return (fixture, driver)
    }

    @Test("Cash in three keys from home, once for its key, with change and receipt told")
    func cash() async throws {
        let (fixture, driver) = await Self.open()
        driver.expectText("Hồ sơ còn phải nộp").expectText("400.000").expectText("2 hồ sơ")
        await driver.press("enter").waitIdle()
        driver.expectText("Còn phải nộp 16.000 đ").expectText("mười sáu nghìn đồng chẵn")
        fixture.transport.on(
            .post, "/v1/payments", .effect(.json(FixtureData.json(try Self.payment(.cash, .paid)))))
        await driver.press("f10").waitIdle()
        driver.expectText("Đã thu 16.000 đ, biên lai TH-26E 00000012.")
        #expect(
            fixture.bodies(.post, "/v1/payments") == [
                #"{"amount":16000,"dossier":"\#(Self.item().dossier)","method":"cash"}"#
            ])
        #expect(fixture.pending.isEmpty && driver.stage.depth == 2)
    }

    @Test("What was handed over is reckoned while it is typed")
    func change() async throws {
        let (fixture, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        // Method and amount stand there already.
        driver.press("tab", "tab").type("20000").expectText("Trả lại 4.000 đ")
        fixture.transport.on(
            .post, "/v1/payments",
            .effect(.json(FixtureData.json(try Self.payment(.cash, .paid, tendered: 20_000)))))
        await driver.press("f10").waitIdle()
        driver.expectText("Trả lại 4.000 đ.")
        #expect(fixture.bodies(.post, "/v1/payments").first?.contains(#""tendered":20000"#) == true)
    }

    @Test("No answer: F10 again goes out under the same key")
    func again() async throws {
        let (fixture, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        fixture.transport.on(
            .post, "/v1/payments", .fail(.cut), .fail(.cut), .fail(.cut), .fail(.cut), .fail(.cut),
            .fail(.cut), .fail(.cut), .fail(.cut),
            .effect(.json(FixtureData.json(try Self.payment(.cash, .paid)))))
        await driver.press("f10").waitIdle()
        for _ in 0..<8 where driver.stage.depth > 2 { await driver.press("f10").waitIdle() }
        let keys = fixture.transport.requests.filter { $0.target == "/v1/payments" }.map {
            $0.headers.first("Idempotency-Key")
        }
        #expect(keys.count > 1 && Set(keys).count == 1)
        #expect(driver.stage.depth == 2)
    }

    @Test("Nothing owed by now is told in the server's words, and nothing is lost")
    func refused() async throws {
        let (fixture, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        fixture.transport.on(
            .post, "/v1/payments", .problem(409, "nothing_owed", more: #""detail":"Không thu thêm.""#))
        await driver.press("f10").waitIdle()
        driver.expectText("Không thu thêm.").expectText("Còn phải nộp 16.000 đ")
    }

    @Test("A transfer's code fills 80×24 and reads back from a picture of the screen")
    func transfer() async throws {
        let (fixture, driver) = await Self.open()
        await driver.press("enter").waitIdle()
        let payment = try Self.payment(.transfer, .pending)
        fixture.transport.on(.post, "/v1/payments", .effect(.json(FixtureData.json(payment))))
        await driver.press("down", "f10").waitIdle()
        driver.expectText("Quét bằng ứng dụng ngân hàng").expectText("16.000 đ").expectText("113366668888")
        #expect(try Self.read(driver) == payment.vietqr)
        fixture.transport.on(
            .get, "/v1/payments/\(payment.id)",
            .answer(json: FixtureData.json(try Self.payment(.transfer, .paid))))
        await driver.press("f5").waitIdle()
        driver.expectText("Đã thu 16.000 đ")
    }

    @Test("A terminal that is too small for the code says so")
    func small() async throws {
        let (fixture, driver) = await Self.open([Self.item(pending: "01900000-0000-7000-8000-000000000101")])
        let payment = try Self.payment(.transfer, .pending)
        fixture.transport.on(
            .get, "/v1/payments/\(payment.id)", .answer(json: FixtureData.json(payment)))
        await driver.press("enter").waitIdle()
        driver.resize(60, 20)
        driver.expectText("Màn hình nhỏ quá")
        driver.resize(80, 24)
        #expect(try Self.read(driver) == payment.vietqr)
        await driver.press("escape").waitIdle()
        driver.expectText("Hồ sơ còn phải nộp")
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
}
