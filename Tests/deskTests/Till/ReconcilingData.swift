import APIClient
import Forms
import Models
import TUI
import TUITesting

@testable import desk

extension Fixture {
    /// A cashier's desk with a day's books that do not agree.
    static func reconciling(roles: [String] = ["cashier"]) async -> Fixture {
        let fixture = await till(roles: roles)
        if let books = try? ReconcilingData.books() { fixture.say("/v1/reconciliations/2026-11-23", books) }
        fixture.say("/v1/reconciliations/2026-11-22", ReconcilingData.balanced)
        fixture.say("/v1/reports/receipts", ReconcilingData.summary)
        fixture.say("/v1/reports/collections", ReconcilingData.month)
        return fixture
    }
}

/// What the scripted central system says of a unit's day and month.
enum ReconcilingData {
    static let day = LocalDate(iso: "2026-11-23") ?? LocalDate(epochDay: 0)

    static func unmatched(_ reason: UnmatchedReason = .unknownCode) -> UnmatchedPayment {
        UnmatchedPayment(
            id: "01900000-0000-7000-8000-000000000401", unit: TillData.unit, source: .bank,
            reference: "H26.1.5:FT26327001", amount: 35_000, text: "NGUYEN VAN MAU NOP LE PHI",
            reason: reason,
            at: HotlineData.instant("2026-11-23T10:15:00+07:00"), state: .open)
    }

    static func books(_ unmatched: [UnmatchedPayment]? = nil) throws -> Reconciliation {
        var payment = try TillData.payment(.transfer, .paid)
        payment.receipt = nil
        return Reconciliation(
            date: day, unit: TillData.unit,
            methods: [
                ReconciledMethod(method: .cash, count: 12, collected: 1_240_000, refunded: 16_000),
                ReconciledMethod(
                    method: .transfer, count: 3, collected: 80_000, refunded: 0, confirmed: 64_000),
                ReconciledMethod(method: .online, count: 0, collected: 0, refunded: 0, confirmed: 0),
            ], net: 1_304_000, receiptsIssued: 15, receiptsVoided: 2, receiptsAmount: 1_288_000,
            withoutReceipt: 1, unreceipted: [payment], sessions: [TillData.session()],
            unmatched: unmatched ?? [Self.unmatched()], pending: 1, balanced: false,
            findings: [
                "Biên lai còn hiệu lực cộng được 1.288.000 đ, thực thu 1.304.000 đ.",
                "1 khoản đã thu chưa có biên lai.", "Ngăn tiền chưa đóng: Quầy 1, Trần Thu Hà.",
                "Ngân hàng báo 64.000 đ, sổ ghi 80.000 đ.", "1 khoản tiền chưa khớp.",
            ])
    }

    static let balanced = Reconciliation(
        date: day.adding(days: -1), unit: TillData.unit,
        methods: [ReconciledMethod(method: .cash, count: 1, collected: 16_000, refunded: 0)], net: 16_000,
        receiptsIssued: 1, receiptsVoided: 0, receiptsAmount: 16_000, withoutReceipt: 0, unreceipted: [],
        sessions: [], unmatched: [], pending: 0, balanced: true, findings: [])

    static let summary = ReceiptSummary(
        date: day, unit: TillData.unit,
        rows: [
            ReceiptSummaryRow(
                template: "01BLP0-001", symbol: "TH-26E", first: 12, last: 26, issued: 15, voided: 2,
                phi: 64_000, lePhi: 1_224_000, amount: 1_288_000)
        ], issued: 15, voided: 2, amount: 1_288_000)

    static let month = CollectionMonth(
        month: "2026-11", unit: TillData.unit,
        days: (1...30).map { number in
            let date = day.adding(days: number - 23)
            // The weekend of 21 and 22 November is empty; on the 18th more went back than came in.
            guard ![1, 7, 8, 14, 15, 21, 22].contains(number), number <= 23 else {
                return CollectionDay(date: date)
            }
            return CollectionDay(
                date: date, cash: number == 18 ? 0 : 100_000 * number, transfer: 8_000 * number,
                refunded: number == 18 ? 400_000 : 0, receipts: number)
        })

    static let imported = BankImport(
        lines: 4, matched: 1, known: 1, unmatched: 1, broken: 1, amount: 51_000,
        items: [
            BankLine(
                line: 2, outcome: .matched, reference: "FT1", amount: 16_000,
                dossierCode: "H26.1.5-261123-0001", message: "Đã ghi nhận, đã lập biên lai."),
            BankLine(line: 3, outcome: .broken, message: "Ngày không đúng: “32/11/2026”."),
            BankLine(
                line: 4, outcome: .known, reference: "FT0", amount: 8_000, message: "Đã có trong tệp trước."),
            BankLine(
                line: 5, outcome: .unmatched, reference: "FT2", amount: 35_000,
                message: "Không thấy mã hồ sơ nào đang chờ chuyển khoản trong nội dung."),
        ])
}
