import APIClient
import Forms
import Models
import TUI
import TUITesting

@testable import desk

extension Fixture {
    /// A desk at which a cashier sits, with what the central system says to one.
    static func till(roles: [String] = ["cashier"]) async -> Fixture {
        let fixture = await Fixture.hotline(roles: roles)
        TillData.answer(on: fixture.transport)
        return fixture
    }

    /// What the server says to a question from now on.
    func say(_ path: String, _ value: some Encodable) {
        transport.forget(.get, path)
        transport.on(.get, path, .answer(json: FixtureData.json(value)))
    }
}

/// What the scripted central system says to a cashier.
enum TillData {
    static let since = HotlineData.instant("2026-11-23T09:00:00+07:00")
    static let unit = UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm")
    static let paymentID: Models.ID = "01900000-0000-7000-8000-000000000101"
    static let receiptID: Models.ID = "01900000-0000-7000-8000-000000000201"
    static let sessionID: Models.ID = "01900000-0000-7000-8000-000000000301"

    static func item(_ number: Int = 1, owed: Int = 16_000, pending: Models.ID? = nil) -> OwingDossier {
        OwingDossier(
            dossier: "01900000-0000-7000-8000-00000000010\(number)", code: "H26.1.5-261123-000\(number)",
            applicantName: "Nguyễn Thị Ánh", procedureName: "Cấp bản sao trích lục hộ tịch",
            stepName: "Tiếp nhận", owed: owed, since: since, pendingPayment: pending,
            pendingMethod: pending == nil ? nil : .transfer)
    }

    static func payment(_ method: PaymentMethod, _ state: PaymentState, tendered: Int? = nil) throws
        -> Payment
    {
        let isTransfer = method == .transfer
        return Payment(
            id: paymentID, dossier: item().dossier, dossierCode: item().code, unit: unit, method: method,
            state: state, amount: 16_000, refunded: 0, lines: [], createdAt: since, tendered: tendered,
            change: tendered.map { $0 - 16_000 },
            vietqr: isTransfer
                ? try VietQR(
                    bank: "970415", account: "113366668888", amount: 16_000, purpose: item().code
                ).payload : nil,
            beneficiary: isTransfer
                ? Beneficiary(bank: "970415", account: "113366668888", name: "UBND PHUONG HOAN KIEM") : nil,
            receipt: state == .paid ? ReceiptRef(id: receiptID, symbol: "TH-26E", number: 12) : nil,
            refunds: [])
    }

    static func receipt(_ state: ReceiptState = .valid, prints: Int = 0) -> Receipt {
        Receipt(
            id: receiptID, unit: unit, template: "01BLP0-001", symbol: "TH-26E", year: 2026, number: 12,
            state: state, payment: paymentID, dossier: item().dossier, dossierCode: item().code,
            procedureName: item().procedureName, payerName: "Nguyễn Thị Ánh", method: .cash,
            lines: [
                PaymentLine(
                    feeCode: "le-phi", name: "Lệ phí cấp bản sao trích lục", kind: .lePhi, amount: 16_000,
                    basis: "Thông tư 106/2021/TT-BTC")
            ], total: 16_000, words: "Mười sáu nghìn đồng chẵn", issuedAt: since,
            officer: OfficerRef(id: "01900000-0000-7000-8000-00000000a009", name: "Hoàng Thị Bích Ngọc"),
            prints: prints, hash: String(repeating: "a", count: 64),
            previousHash: String(repeating: "b", count: 64))
    }

    static func session(
        _ state: CashSessionState = .open, counted: Int? = nil, limit: Int = 50_000
    ) -> CashSession {
        CashSession(
            id: sessionID, unit: unit,
            officer: OfficerRef(id: FixtureData.me.officer.id, name: FixtureData.me.officer.name),
            desk: "Quầy 1", day: LocalDate(iso: "2026-11-23") ?? LocalDate(epochDay: 0), kind: .regular,
            state: state, openedAt: HotlineData.instant("2026-11-23T08:00:00+07:00"), opening: 500_000,
            payments: counted == nil ? nil : 1, movements: [], expected: counted == nil ? nil : 516_000,
            counted: counted, recounts: 0, difference: counted.map { $0 - 516_000 }, limit: limit,
            overdue: false)
    }

    static func answer(on transport: ScriptedTransport) {
        func on(_ path: String, _ value: some Encodable) {
            transport.forget(.get, path)
            transport.on(.get, path, .answer(json: FixtureData.json(value)))
        }
        on("/v1/charges", Page(items: [item(), item(2, owed: 400_000)], nextCursor: nil))
        on("/v1/cash-sessions", Page(items: [session()], nextCursor: nil))
        on("/v1/receipts", Page(items: [receipt()], nextCursor: nil))
        on("/v1/receipts/\(receiptID)", receipt())
    }
}
