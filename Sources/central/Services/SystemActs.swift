import Forms
import GRDB
import Models

/// What the system does with dossiers by itself: it notes money that came in, and ends a waiting whose time ran out. The
/// same engine decides, and the same record is written, as for an officer's act.
struct SystemActs: Sendable {
    let central: Central

    /// Tells a dossier's history that money came for it, in the transaction that booked it. Nil where the dossier has ended:
    /// the money is booked all the same.
    ///
    /// Has to be called by what booked the money, never by what an officer sends.
    func paid(
        _ database: Database, _ amount: Int, for id: ID, _ ground: RoutingGround, at now: Instant,
        traceID: String
    ) throws -> StoredDossier? {
        do {
            return try act(
                .paymentOk(amount: amount), on: id, ground, database, at: now, traceID: traceID)
        } catch let refusal as RoutingRefusal {
            guard refusal.reasons.contains(where: { ["ended", "unknown_step"].contains($0.code) }) else {
                throw refusal
            }
            return nil
        }
    }

    /// Gives a dossier's result out by the post's word, in the transaction that noted it.
    ///
    /// Has to be called by what heard the post, never by what an officer sends.
    func delivered(
        _ database: Database, _ proof: HandoverProof, for id: ID, _ ground: RoutingGround, at now: Instant,
        traceID: String
    ) throws {
        _ = try act(.posted(proof), on: id, ground, database, at: now, traceID: traceID)
    }

    /// Ends the waiting of a dossier where its time has run out; else notes anew when it will. Whether it ended.
    func expire(_ id: ID, traceID: String) async throws -> Bool {
        guard let stored = try await find(id) else { return false }
        let now = central.clock.now()
        let ground = try await RoutingGround(of: stored, central, on: now.date)
        let after: StoredDossier? = try await central.store.write { database in
            do {
                return try act(.expire, on: id, ground, database, at: now, traceID: traceID)
            } catch let refusal as RoutingRefusal {
                guard
                    refusal.reasons.allSatisfy({
                        ["not_expired", "ended", "no_transition"].contains($0.code)
                    })
                else { throw refusal }
                let found = try DossierTable.find(database, id: id, scope: .everything, seal: central.seal)
                guard let current = found, ground.holds(for: current) else { return nil }
                let state = try ground.reading(database, current, seal: central.seal).state(ground.graph)
                try reckon(database, current, state, ground, at: now)
                return nil
            }
        }
        return after != nil
    }

    /// Notes when a waiting ends and the due date that it kept: a dossier that was late when it began to wait is late still.
    /// The history says both already; where the row did not know of the date, desks hear of it.
    private func reckon(
        _ database: Database, _ current: StoredDossier, _ state: RoutingState, _ ground: RoutingGround,
        at now: Instant
    ) throws {
        let expiry = state.expiry(ground.graph, ground.calendar)
        let dossier = current.dossier
        let due = state.due(
            ServiceTime(amount: dossier.deadline.amount, unit: dossier.deadline.unit), ground.calendar)
        guard dossier.dueAt == nil, due.dueAt != nil, state.stoppedAt == nil else {
            return try DossierTable.setExpiry(database, of: dossier.id, to: expiry)
        }
        var after = current
        after.expiresAt = expiry
        after.dossier.revision += 1
        after.dossier.dueAt = due.dueAt
        after.dossier.deadline.explanation = due.words(.vi)
        after.dossier.deadline.explanationEn = due.words(.en)
        try DossierTable.update(database, after, before: current, seal: central.seal)
        try ChangeTable.append(database, ChangeEntry(after, RoutingEvent.recalculation, at: now))
        central.inboxCounter.noteAct(database, on: current, after)
    }

    private func find(_ id: ID) async throws -> StoredDossier? {
        try await central.store.read {
            try DossierTable.find($0, id: id, scope: .everything, seal: central.seal)
        }
    }

    private func act(
        _ act: RoutingAct, on id: ID, _ ground: RoutingGround, _ database: Database, at now: Instant,
        traceID: String
    ) throws -> StoredDossier {
        let found = try DossierTable.find(database, id: id, scope: .everything, seal: central.seal)
        guard let stored = found, ground.holds(for: stored) else { throw ProblemError(.revisionConflict) }
        let engine = try ground.engine(database, for: stored, on: now.date)
        var reading = try ground.reading(database, stored, seal: central.seal)
        if case .paymentOk(let amount) = act { reading.money = reading.money.without(payment: amount) }
        let outcome = try engine.decide(act, on: reading, at: now).get()
        return try Routing.record(
            database, outcome, on: stored, ground, by: .init(officer: nil, traceID: traceID), central)
    }
}
