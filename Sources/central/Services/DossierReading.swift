import Models

/// What is worked out from a dossier's events when it is read.
enum DossierReading {
    /// The events; for those who see the dossier masked, without the officers' notes.
    static func events(of stored: StoredDossier, _ call: Call, _ central: Central) async throws
        -> [DossierEvent]
    {
        let id = stored.dossier.id
        let events = try await central.store.read { try DossierTable.events($0, of: id) }
        let disclosure = try call.requireGrant().disclosure(
            unit: stored.dossier.unit.code, holder: stored.holderUnit)
        guard disclosure != .whole else { return events }
        return events.map { event in
            var event = event
            event.note = nil
            return event
        }
    }

    /// When it falls due, and the pauses so far: from an event that stops the clock to the next that doesn't.
    static func clock(of stored: StoredDossier, _ call: Call, _ central: Central) async throws -> DossierClock {
        let dossier = stored.dossier
        let events = try await central.store.read { try DossierTable.events($0, of: dossier.id) }
        let statuses = try await central.catalogue.statuses(on: call.today)
        var pauses: [Pause] = []
        var since: Instant?
        for event in events where dossier.acceptedAt.map({ event.at >= $0 }) ?? false {
            let pausing = statuses[event.status]?.clock == .pause
            if pausing, since == nil { since = event.at }
            if !pausing, let from = since {
                pauses.append(Pause(from: from, to: event.at, resume: .continue))
                since = nil
            }
        }
        if let since { pauses.append(Pause(from: since, to: nil, resume: .continue)) }
        let isRunning = stored.isOpen && statuses[dossier.status]?.clock == .run
        return DossierClock(
            acceptedAt: dossier.acceptedAt, dueAt: dossier.dueAt, amount: dossier.deadline.amount,
            unit: dossier.deadline.unit, pauses: pauses, explanation: dossier.deadline.explanation,
            overdue: isRunning && (dossier.dueAt.map { $0 < call.now } ?? false))
    }
}
