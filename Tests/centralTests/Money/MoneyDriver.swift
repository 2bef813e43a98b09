import Forms
import Foundation
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

/// Two cashiers, a reception and an administrator at their desks, and what is asked of central for them.
struct MoneyDriver: Sendable {
    let test: TestCentral
    let cashier: TestDesk
    let second: TestDesk
    let reception: TestDesk
    let admin: TestDesk

    static let unit = "H26.1.5"

    static func run(
        clock: TestClock = TestClock(), _ body: @escaping @Sendable (MoneyDriver) async throws -> Void
    ) async throws {
        let test = try TestCentral(clock: clock)
        try await test.run { desk in
            try await body(
                MoneyDriver(
                    test: test, cashier: try await desk.login("thungan"),
                    second: try await desk.login("thungan2"), reception: try await desk.login("tiepnhan"),
                    admin: try await desk.login("quantri")))
            let broken = try await test.central.store.read { database in
                (
                    try LedgerTable.broken(database),
                    try ReconciliationTable.brokenReceipts(database, unit: unit, seal: .test)
                )
            }
            #expect(broken.0 == [])
            #expect(broken.1 == [])
        }
    }

    /// A dossier for which two copies cost 16.000 đ.
    func takeIn(copies: Int = 2) async throws -> TestReply {
        guard case .object(var answers)? = SampleIntake.body["answers"] else { throw StoreError.interrupted }
        answers["so_ban"] = .int(copies)
        let body = SampleIntake.with([
            "answers": .object(answers), "quantities": ["trich_luc": .int(copies)],
        ])
        let made = try await reception.post("/v1/dossiers", body, key: UUIDv7.make())
        #expect(made.status == 201, "\(made.text)")
        return made
    }

    func pay(
        _ dossier: String, _ method: String = "cash", _ amount: Int = 16_000, more: [String: JSONValue] = [:],
        by desk: TestDesk? = nil, key: String = UUIDv7.make()
    ) async throws -> TestReply {
        var body: [String: JSONValue] = [
            "dossier": .string(dossier), "method": .string(method), "amount": .int(amount),
        ]
        body.merge(more) { $1 }
        return try await (desk ?? cashier).post("/v1/payments", .object(body), key: key)
    }

    func act(_ path: String, _ body: JSONValue, by desk: TestDesk? = nil) async throws -> TestReply {
        try await (desk ?? cashier).post(path, body, key: UUIDv7.make())
    }

    /// What the platform says.
    func callback(
        _ payment: TestReply, _ outcome: String, amount: Int = 16_000, reference: String = "GD-1",
        key: String? = nil
    ) async throws -> TestReply {
        let (code, lookup) = (payment["dossier_code"] ?? "", payment["lookup_code"] ?? "")
        let signed = [lookup, code, reference, String(amount), outcome, "20261123100000"].joined(
            separator: "|")
        let body: JSONValue = [
            "MaTraCuuTT": .string(lookup), "MaHoSo": .string(code), "MaGiaoDich": .string(reference),
            "SoTien": .int(amount), "TrangThai": .string(outcome), "ThoiGianGD": "20261123100000",
            "check_sum": .string(key ?? PlatformMessage.checkSum(signed, key: TrainingPlatform.key)),
        ]
        return try await TestDesk(client: cashier.client, token: nil).post(
            "/v1/payment-callbacks/dvcqg", body)
    }

    func statement(_ lines: [String]) async throws -> TestReply {
        let text = (["ngày,số tiền,nội dung,mã giao dịch"] + lines).joined(separator: "\r\n")
        return try await cashier.send(
            .post, "/v1/bank-statements",
            headers: [.contentType: "text/csv", .idempotencyKey: UUIDv7.make()], body: Array(text.utf8))
    }

    func owed(_ dossier: String) async throws -> Int? {
        try await cashier.get("/v1/dossiers/\(dossier)/charges").json["owed"]?.number
    }

    func balance(_ account: LedgerAccount) async throws -> Int {
        try await test.central.store.read { try LedgerTable.balance($0, account) }
    }

    func reconciliation() async throws -> TestReply {
        try await cashier.get("/v1/reconciliations/\(test.clock.now.date.iso)")
    }
}
