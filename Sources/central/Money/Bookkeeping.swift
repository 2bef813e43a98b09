import Crypto
import GRDB
import Models

/// One act on money: who does it and when, and what it needs to write. Everything that it does is done within one
/// transaction of the database, entries, receipt and audit together, or not at all.
struct Bookkeeping: Sendable {
    var at: Instant
    /// Nil for the platform, the bank and the system itself.
    var officer: Officer?
    var traceID: String
    var seal: DataSeal
    var auditKey: SymmetricKey

    init(at: Instant, officer: Officer?, traceID: String, seal: DataSeal, auditKey: SymmetricKey) {
        self.at = at
        self.officer = officer
        self.traceID = traceID
        self.seal = seal
        self.auditKey = auditKey
    }

    init(_ call: Call, _ central: Central, officer: Officer?) {
        self.init(
            at: call.now, officer: officer, traceID: call.traceID, seal: central.seal,
            auditKey: central.auditKey)
    }

    /// The officer; a fault of the program where there is none.
    func acting() throws -> Officer {
        guard let officer else { throw ProblemError(.forbidden) }
        return officer
    }

    /// Tells the lists that show a dossier's money. What its history is told, as a payment that came, tells them too.
    func announce(_ database: Database, _ action: String, of dossier: ID) throws {
        try ChangeTable.appendMoney(database, of: dossier, action, at: at)
    }

    /// Tells the lists of a unit's drawers.
    func announce(_ database: Database, _ action: String, drawer: ID, of unit: String) throws {
        try ChangeTable.append(database, "cash", drawer, unit: unit, action, at: at)
    }

    /// Tells the lists of money that belongs to no payment.
    func announce(_ database: Database, _ action: String, unmatched: ID, of unit: String) throws {
        try ChangeTable.append(database, "unmatched", unmatched, unit: unit, action, at: at)
    }

    func audit(
        _ database: Database, _ action: String, _ subject: ID, unit: String, _ detail: [String: String] = [:]
    ) throws {
        try AuditTable.append(
            database,
            AuditEntry(
                at: at, officer: officer?.id, person: officer?.person, unit: unit,
                action: "money." + action, subject: subject, detail: detail, traceID: traceID),
            key: auditKey)
    }
}
