import Forms
import GRDB
import Models

/// What has to be known of a dossier before money of its is touched, read before the transaction: its process and fees.
struct MoneyGround: Sendable {
    let stored: StoredDossier
    let routing: RoutingGround

    init(stored: StoredDossier, routing: RoutingGround) {
        self.stored = stored
        self.routing = routing
    }

    init(of stored: StoredDossier, _ central: Central, on day: LocalDate) async throws {
        self.stored = stored
        routing = try await RoutingGround(of: stored, central, on: day)
    }

    /// For a payment, whose dossier may be out of the caller's reach by now.
    init?(ofDossier id: ID, _ central: Central, on day: LocalDate) async throws {
        let found = try await central.store.read { [seal = central.seal] in
            try DossierTable.find($0, id: id, scope: .everything, seal: seal)
        }
        guard let found else { return nil }
        try await self.init(of: found, central, on: day)
    }

    /// The dossier as it is in this transaction.
    func current(_ database: Database, seal: DataSeal) throws -> StoredDossier {
        let found = try DossierTable.find(database, id: stored.dossier.id, scope: .everything, seal: seal)
        guard let found, routing.holds(for: found) else { throw ProblemError(.revisionConflict) }
        return found
    }

    /// The dossier with its fees, and what its history says was paid before there was a ledger.
    func debtor(_ database: Database, seal: DataSeal) throws -> Bookkeeping.Debtor {
        let current = try current(database, seal: seal)
        var debtor = Bookkeeping.Debtor(dossier: current.dossier, fees: routing.fees)
        if try ChargeTable.count(database, of: current.dossier.id) == 0 {
            let reading = try routing.reading(database, current, seal: seal)
            debtor.paidBefore = reading.money.after(RoutingEvent.effective(reading.events)).paid
        }
        return debtor
    }
}

extension Bookkeeping {
    /// What an act on a dossier does to what is owed: a dossier that is taken in owes what its quote says, and one whose
    /// applicant is asked for money on the way owes that.
    static func follow(
        _ database: Database, _ event: RoutingEvent, _ after: StoredDossier, _ ground: RoutingGround,
        by author: Routing.Author, _ central: Central
    ) throws {
        guard let verb = event.verb, [.receive, .supplementIn, .requestPayment, .undo].contains(verb) else {
            return
        }
        let book = Bookkeeping(
            at: event.at, officer: author.officer, traceID: author.traceID, seal: central.seal,
            auditKey: central.auditKey)
        let debtor = try MoneyGround(stored: after, routing: ground).debtor(database, seal: central.seal)
        switch verb {
        case .requestPayment:
            try book.chargeRequest(
                database, debtor, owed: event.detail.amount ?? 0, reason: event.note)
        case .undo:
            let history = try DossierTable.history(database, of: after.dossier.id, seal: central.seal)
            let undone = history.first { $0.seq == event.detail.undoes }
            if let undone, undone.verb == .requestPayment {
                try book.takeBackRequest(database, debtor, of: undone.at)
            }
        default: if after.dossier.acceptedAt != nil { try book.charge(database, debtor) }
        }
    }

    /// Takes or asks for a payment, and tells the dossier's history of what was paid at once.
    func collect(
        _ database: Database, _ asked: (Debtor) -> Asked, _ ground: MoneyGround, _ central: Central
    ) throws -> PaymentTable.Stored {
        let debtor = try ground.debtor(database, seal: seal)
        let stored = try take(database, asked(debtor))
        if stored.payment.state == .paid { try tell(database, stored.payment, ground, central) }
        return stored
    }

    /// Books a payment that came, and tells the dossier's history.
    func confirm(
        _ database: Database, _ stored: PaymentTable.Stored, reference: String, _ ground: MoneyGround,
        _ central: Central
    ) throws {
        try charge(database, try ground.debtor(database, seal: seal))
        try settle(database, stored, reference: reference, needsReceipt: false)
        try tell(database, stored.payment, ground, central)
    }

    func tell(_ database: Database, _ payment: Payment, _ ground: MoneyGround, _ central: Central) throws {
        _ = try SystemActs(central: central).paid(
            database, payment.amount, for: payment.dossier, ground.routing, at: at, traceID: traceID)
    }
}
