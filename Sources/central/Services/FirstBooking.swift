import GRDB
import Logging
import Models

/// Books what open dossiers owe that came in before there was a ledger, so that the till's list has them. Done once, before
/// anybody is served; a dossier that is booked already is left as it is.
struct FirstBooking: Sendable {
    /// Dossiers of one transaction.
    private static let part = 200

    let central: Central

    func run() async throws {
        let ids: [ID]? = try await central.store.read { database in
            try SettingTable.value(database, SettingTable.moneyBooked) == nil
                ? ChargeTable.unbooked(database) : nil
        }
        guard let ids else { return }
        for start in stride(from: 0, to: ids.count, by: Self.part) {
            try await book(ids[start..<min(start + Self.part, ids.count)])
        }
        try await central.store.write { try SettingTable.set($0, SettingTable.moneyBooked, "1") }
    }

    private func book(_ ids: ArraySlice<ID>) async throws {
        let today = central.clock.now().date
        var grounds: [MoneyGround] = []
        for id in ids {
            do {
                if let ground = try await MoneyGround(ofDossier: id, central, on: today) {
                    grounds.append(ground)
                }
            } catch StoreError.unreadable(let what) {
                // One that can't be read keeps nobody else from being served.
                central.logger.error("not booked", metadata: ["dossier": "\(id)", "unreadable": "\(what)"])
            }
        }
        let (central, read) = (central, grounds)
        try await central.store.write { database in
            for ground in read { try Self.book(database, ground, central) }
        }
    }

    /// At the moment it came in, as it would have been.
    private static func book(_ database: Database, _ ground: MoneyGround, _ central: Central) throws {
        let dossier = ground.stored.dossier
        guard let accepted = dossier.acceptedAt, try ChargeTable.count(database, of: dossier.id) == 0 else {
            return
        }
        let current = try ground.current(database, seal: central.seal)
        let reading = try ground.routing.reading(database, current, seal: central.seal)
        let money = reading.money.after(RoutingEvent.effective(reading.events))
        let book = Bookkeeping(
            at: accepted, officer: nil, traceID: "", seal: central.seal, auditKey: central.auditKey)
        try book.chargeRequest(
            database,
            .init(dossier: current.dossier, fees: ground.routing.fees, paidBefore: money.paid),
            owed: money.owed, reason: nil)
    }
}
