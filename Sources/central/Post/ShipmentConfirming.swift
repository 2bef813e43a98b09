import GRDB
import Logging
import Models

/// Tells dossiers that the post delivered their result: what it collected is booked, and the dossier is given out (10) with
/// the post's word as its proof. Nobody's hand does it, and nothing is done twice.
struct ShipmentConfirming: Sendable {
    let central: Central

    /// What keeps a dossier from being given out is looked at again after so long, in seconds.
    static let pause = 600

    /// - Returns: How many were looked at.
    @discardableResult
    func pass(limit: Int = 200) async throws -> Int {
        let now = central.clock.now()
        let due = try await central.store.read {
            try ShipmentTable.unconfirmed($0, at: now, limit: limit)
        }
        for one in due { try await attempt(one) }
        return due.count
    }

    /// Tells the dossier of one shipment, where that is due.
    func pass(of id: ID) async throws {
        let now = central.clock.now()
        let due = try await central.store.read { try ShipmentTable.unconfirmed($0, of: id, at: now) }
        if let due { try await attempt(due) }
    }

    /// What fails for one shipment is written beside it and tried again later, so that it never holds up the others.
    private func attempt(_ one: ShipmentTable.Unconfirmed) async throws {
        do {
            try await confirm(one.id, of: one.dossier)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            central.logger.error(
                "delivery not confirmed", metadata: ["id": "\(one.id)", "error": "\(type(of: error))"])
            let later = central.clock.now().adding(seconds: Self.pause)
            try await central.store.write { database in
                try ShipmentTable.setConfirmation(database, of: one.id, at: later, problem: Self.failed)
            }
        }
    }

    /// For the parcel's page; what failed is in the log.
    static let failed = "Hệ thống chưa ghi được việc phát vào hồ sơ; sẽ tự thử lại, nếu còn thì báo quản trị."

    private func confirm(_ id: ID, of dossier: ID) async throws {
        let now = central.clock.now()
        guard let ground = try await MoneyGround(ofDossier: dossier, central, on: now.date) else {
            throw StoreError.unreadable("dossier of a shipment")
        }
        try await central.store.write { database in
            guard let shipment = try find(database, id, at: now) else { return }
            try book(database, shipment, ground, at: now)
        }
        do {
            try await central.store.write { database in
                guard let shipment = try find(database, id, at: now) else { return }
                if shipment.kind == .result {
                    let proof = HandoverProof(
                        recipient: shipment.receiver.name, trackingNumber: shipment.trackingNumber)
                    try SystemActs(central: central).delivered(
                        database, proof, for: dossier, ground.routing, at: now, traceID: Self.trace)
                }
                try ShipmentTable.setConfirmation(database, of: id, at: nil, problem: nil)
            }
        } catch let refusal as RoutingRefusal {
            // Given out over the counter meanwhile, or stopped: nothing is left to be done.
            let isOver = refusal.reasons.contains { ["ended", "unknown_step"].contains($0.code) }
            let words = refusal.reasons.first.map { $0.message }
            try await central.store.write { database in
                try ShipmentTable.setConfirmation(
                    database, of: id, at: isOver ? nil : now.adding(seconds: Self.pause),
                    problem: isOver ? nil : words)
            }
        }
    }

    private func find(_ database: Database, _ id: ID, at now: Instant) throws -> Shipment? {
        let found = try ShipmentTable.find(
            database, id: id, scope: .everything, on: now.date, seal: central.seal)
        return found?.state == .delivered ? found : nil
    }

    /// What the post collected is the dossier's payment, once; where the dossier owes it no longer it is somebody's work.
    private func book(_ database: Database, _ shipment: Shipment, _ ground: MoneyGround, at now: Instant)
        throws
    {
        guard shipment.cod > 0, try ShipmentTable.payment(database, of: shipment.id) == nil else { return }
        let book = Bookkeeping(
            at: now, officer: nil, traceID: Self.trace, seal: central.seal, auditKey: central.auditKey)
        let isNew = try MoneyMessageTable.record(
            database, .post, reference: shipment.trackingNumber, state: "paid", unit: shipment.unit.code,
            amount: shipment.cod, day: now.date, at: now, payment: nil)
        guard isNew else { return }
        let payment = try book.collected(
            database, shipment, debtor: try ground.debtor(database, seal: central.seal))
        guard let payment else { return }
        try ShipmentTable.setPayment(database, of: shipment.id, to: payment.id)
        try book.tell(database, payment, ground, central)
    }

    private static let trace = "post"
}
