import Models

/// What is worked out from a dossier's events when it is read.
enum DossierReading {
    /// The events; for those who see the dossier masked, without the officers' notes.
    static func events(of stored: StoredDossier, _ call: Call, _ central: Central) async throws
        -> [DossierEvent]
    {
        let id = stored.dossier.id
        let process = try await process(of: stored, central)
        let events = try await central.store.read { database in
            try DossierTable.events(database, of: id, seal: central.seal).map { event in
                var event = event
                event.toName = event.toStep.flatMap { process?.step($0)?.name }
                if let code = event.detail?.unit {
                    let name = try OfficerTable.unitName(database, code: code, on: event.at.date)
                    event.toUnit = UnitRef(code: code, name: name ?? code)
                }
                return event
            }
        }
        guard try call.disclosure(of: stored) != .whole else { return events }
        return events.map { event in
            var event = event
            event.note = nil
            event.detail = nil
            event.toUnit = nil
            return event
        }
    }

    /// Which of forms 01 to 06 can be made of it now, and why the others can't.
    static func papers(of stored: StoredDossier, _ central: Central) async throws -> [PaperChoice] {
        let dossier = stored.dossier
        let events = try await central.store.read {
            try DossierTable.events($0, of: dossier.id, seal: central.seal)
        }
        return PaperChoice.all(acceptedAt: dossier.acceptedAt, status: dossier.status, events: events)
    }

    /// When it falls due, and the pauses so far: from an event into a step that pauses the clock to the next event
    /// out of one, by the process that the dossier began under.
    static func clock(of stored: StoredDossier, _ call: Call, _ central: Central) async throws -> DossierClock
    {
        let dossier = stored.dossier
        let events = try await central.store.read {
            try DossierTable.events($0, of: dossier.id, seal: central.seal)
        }
        let process = try await process(of: stored, central)
        var pauses: [Pause] = []
        var since: Instant?
        for event in events where dossier.acceptedAt.map({ event.at >= $0 }) ?? false {
            let isPausing = event.toStep.flatMap { process?.step($0) }?.clock == .pause
            if isPausing, since == nil { since = event.at }
            if !isPausing, let from = since {
                pauses.append(Pause(from: from, to: event.at, resume: .continue))
                since = nil
            }
        }
        if let since { pauses.append(Pause(from: since, to: stored.endedAt, resume: .continue)) }
        let isRunning = stored.isOpen && process?.step(dossier.step)?.clock == .run
        return DossierClock(
            acceptedAt: dossier.acceptedAt, dueAt: dossier.dueAt, amount: dossier.deadline.amount,
            unit: dossier.deadline.unit, pauses: pauses, explanation: dossier.deadline.explanation,
            overdue: isRunning && (dossier.dueAt.map { $0 < call.now } ?? false))
    }

    /// The process that the dossier began under.
    private static func process(of stored: StoredDossier, _ central: Central) async throws
        -> ProcessDefinition?
    {
        let reference = stored.dossier.procedure
        let procedure = try await central.catalogue.procedure(reference.code, version: reference.version)
        guard let begun = procedure?.process else { return nil }
        return try await central.catalogue.process(begun.id, version: begun.version)
    }
}
