import Models
import Testing

@testable import central

/// A counter that takes in cash what is owed for a dossier: the one way in which money comes to be paid.
enum CashDesk {
    /// Collects all that is owed, by the ledger; a test fails where nothing is.
    @discardableResult
    static func collect(_ id: ID, _ test: TestCentral, account: String = "thungan") async throws -> Payment {
        let central = test.central
        let now = test.clock.now
        let ground = try #require(try await MoneyGround(ofDossier: id, central, on: now.date))
        return try await central.store.write { database in
            let login = try #require(try OfficerTable.account(database, named: account))
            let officer = try OfficerTable.officer(database, id: login.officer, on: now.date)
            let book = Bookkeeping(
                at: now, officer: officer, traceID: "", seal: central.seal, auditKey: central.auditKey)
            let debtor = try ground.debtor(database, seal: central.seal)
            try book.charge(database, debtor)
            let owed = try LedgerTable.balance(database, .dossier(id))
            let unit = try #require(officer)
            return try book.collect(
                database,
                {
                    .init(
                        debtor: $0, unit: UnitRef(code: unit.unit, name: unit.unitName), method: .cash,
                        amount: owed, payerName: $0.dossier.applicant.name)
                }, ground, central
            ).payment
        }
    }
}
