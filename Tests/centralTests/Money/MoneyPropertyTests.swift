import Foundation
import GRDB
import Models
import Testing

@testable import central

@Suite("Money holds together whatever is done in whatever order")
struct MoneyPropertyTests {
    private static let parts = 4
    /// In every part. `MONEY_STEPS=25000` (`make walk`) walks 100,000 in all.
    private static let steps =
        ProcessInfo.processInfo.environment["MONEY_STEPS"].flatMap { Int($0) } ?? 2_500

    private static let appendOnly = [
        "receipt_prints", "receipt_voids", "receipts", "payment_lines", "charges", "ledger_entries",
        "ledger_transactions", "money_messages", "cash_counts",
    ]

    /// Without what training brings: every number is one of the walk.
    static func empty(_ database: Database) throws {
        for table in appendOnly { try StoreDialect.changeable(table, in: database) }
        for table in [
            "receipt_prints", "receipt_voids", "receipts", "payment_lines", "payments", "unmatched_payments",
            "charges", "ledger_entries", "ledger_transactions", "money_messages", "cash_counts",
            "cash_sessions",
        ] {
            try database.execute(sql: "DELETE FROM \(table)")
        }
        try database.execute(
            sql: "UPDATE receipt_series SET used = first - 1, hash = ?", arguments: [ReceiptChain.genesis])
        for table in appendOnly { try StoreDialect.appendOnly(table, in: database) }
    }

    @Test("Random acts, callbacks out of order, crashes between", arguments: 1...parts)
    func walk(_ seed: Int) async throws {
        let test = try TestCentral(withDossiers: true)
        let central = test.central
        let now = test.clock.now
        let done = try await Task.detached {
            try central.store.expectMuch()
            // In a transaction of its own: after a change of the schema every savepoint that is rolled back would read the
            // whole schema and prepare every statement anew.
            try central.store.load(Self.empty)
            var done: [String: Int] = [:]
            try central.store.load { database in
                let officers = try ["thungan", "thungan2"].map { account in
                    let login = try #require(try OfficerTable.account(database, named: account))
                    return try #require(
                        try OfficerTable.officer(database, id: login.officer, on: now.date))
                }
                let found = try DossierTable.find(
                    database, id: SeedDossiers.received, scope: .everything, seal: .test)
                // As many dossiers as a year brings, so that none has more charges than one has.
                let debtors = (0..<Self.steps / 10).map { _ in
                    var dossier = found?.dossier
                    dossier?.id = UUIDv7.make()
                    dossier?.quote.lines = []
                    return dossier
                }.compactMap(\.self).map { Bookkeeping.Debtor(dossier: $0, fees: []) }
                var walk = MoneyWalk(
                    database, officers: officers, debtors: debtors, seed: UInt64(seed), at: now)
                for _ in 0..<Self.steps { try walk.step() }
                try walk.check()
                done = walk.done
            }
            return done
        }.value
        // It did all of it, and was refused where it had to be.
        for act in [
            "collect", "transfer", "callback paid", "callback", "cancel", "refund", "void", "replace", "open",
            "move", "close", "crash", "refused second_officer_required", "refused payment_pending",
            "refused receipt_void", "refused invalid_input",
        ] {
            #expect(done[act, default: 0] > 0, "\(act): \(done)")
        }
        try? FileManager.default.removeItem(atPath: test.path)
    }
}
