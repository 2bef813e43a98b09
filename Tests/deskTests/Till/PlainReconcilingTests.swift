import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Plain mode: receipts and reconciliation")
struct PlainReconcilingTests {
    private static let unmatchedPath = "/v1/unmatched-payments/01900000-0000-7000-8000-000000000401:resolve"

    private func run(_ answers: (Fixture) -> [(String, String)], set: (Fixture) throws -> Void = { _ in })
        async throws -> (Fixture, String)
    {
        let fixture = Fixture(training: false, signedIn: false)
        TillData.answer(on: fixture.transport)
        fixture.say("/v1/reconciliations/2026-11-23", try ReconcilingData.books())
        fixture.say("/v1/reconciliations/2026-11-22", ReconcilingData.balanced)
        fixture.say("/v1/reports/receipts", ReconcilingData.summary)
        fixture.say("/v1/reports/collections", ReconcilingData.month)
        try set(fixture)
        var me = FixtureData.me
        me.roles = ["cashier"]
        fixture.say("/v1/me", me)
        let console = ScriptedConsole(
            [("Tài khoản", "thungan"), ("Mật khẩu", "tap-huan")] + answers(fixture) + [
                ("Chọn số", "!"), ("Chọn số", "thoat"),
            ])
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        return (fixture, console.text)
    }

    @Test("The day's books are read out, and money that is nobody's is given to its dossier")
    func matches() async throws {
        var done = ReconcilingData.unmatched()
        done.state = .matched
        let (fixture, said) = try await run(
            { _ in
                [
                    ("Chọn số", "Đối soát"), ("Chọn số", "1"), ("Mã hồ sơ để ghép", "H26.1.5-261123-0001"),
                    ("Lý do", "Ủy nhiệm chi"), ("Lý do", "."),
                ]
            },
            set: {
                $0.say("/v1/charges", Page(items: [TillData.item(1, owed: 35_000)], nextCursor: nil))
                $0.transport.on(.post, Self.unmatchedPath, .effect(.json(FixtureData.json(done))))
            })
        #expect(said.contains("Tiền mặt: 12 lần, thu 1.240.000 đ, hoàn 16.000 đ"), "\(said)")
        #expect(said.contains("! Ngân hàng báo 64.000 đ, sổ ghi 80.000 đ."), "\(said)")
        #expect(said.contains("Việc phải xử lý: 3"), "\(said)")
        #expect(fixture.bodies(.post, Self.unmatchedPath).count == 1, "\(said)")
        #expect(said.contains("Đã ghép vào hồ sơ H26.1.5-261123-0001."), "\(said)")
    }

    @Test(
        "The bank's file by its path, each of its broken lines by its number; the summary is saved, the month read out"
    )
    func others() async throws {
        let (fixture, said) = try await run(
            { fixture in
                [
                    ("Chọn số", "Đối soát"), ("Chọn số", "Tệp ngân hàng"),
                    ("Tệp CSV", fixture.folder + "/sao-ke.csv"), ("Chọn số", "Tổng hợp"), ("x lưu XML", "s"),
                    ("x lưu XML", ""), ("Chọn số", "Thu trong tháng"), ("Chọn số", "Ngày trước"),
                ]
            },
            set: {
                #expect(TextFile.create($0.folder + "/sao-ke.csv", text: "ngày\n") == .made)
                $0.transport.on(
                    .post, "/v1/bank-statements", .effect(.json(FixtureData.json(ReconcilingData.imported))))
            })
        #expect(said.contains("Dòng 3: hỏng. Ngày không đúng: “32/11/2026”."), "\(said)")
        #expect(said.contains("Tổng tiền: 1.288.000 đ"), "\(said)")
        #expect(said.contains("23/11/2026: tiền mặt 2.300.000"), "\(said)")
        #expect(said.contains("khớp đến từng đồng"), "\(said)")
        #expect(TextFile.read(fixture.desk.printer.folder + "/th-bldt-2026-11-23.csv") != nil, "\(said)")
    }

    @Test("Receipts are read out, found on any day, printed after their print was noted, and made void")
    func receipts() async throws {
        let path = "/v1/receipts/\(TillData.receiptID)"
        let (fixture, said) = try await run(
            { _ in
                [
                    ("Chọn số", "Biên lai hôm nay"), ("Chọn số", "tìm 34"), ("Chọn số", "1"), ("Làm gì", "1"),
                    ("Thử lại", "k"), ("Chọn số", "1"), ("Làm gì", "Hủy"), ("Lý do", "Sai tên"),
                    ("Lý do", "."),
                    ("Chọn số", "<"),
                ]
            },
            set: {
                $0.transport.on(
                    .post, path + "/prints", .effect(.json(FixtureData.json(TillData.receipt(prints: 1)))))
                $0.transport.on(
                    .post, path + ":void", .effect(.json(FixtureData.json(TillData.receipt(.void)))))
            })
        #expect(said.contains("TH-26E 00000012"), "\(said)")
        let lists = fixture.transport.requests.map(\.target).filter { $0.hasPrefix("/v1/receipts?") }
        #expect(
            lists.first?.contains("day=2026-11-23") == true && lists.contains { $0.contains("number=34") })
        #expect(fixture.bodies(.post, path + "/prints").count == 1, "\(said)")
        #expect(fixture.bodies(.post, path + ":void") == [#"{"reason":"Sai tên"}"#], "\(said)")
        #expect(said.contains("Đã hủy biên lai."), "\(said)")
    }
}
