import GRDB
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
    static func papers(
        _ database: Database, of stored: StoredDossier, _ prints: [PrintRecord], at now: Instant,
        seal: DataSeal
    ) throws -> [PaperChoice] {
        let dossier = stored.dossier
        return PaperChoice.all(
            acceptedAt: dossier.acceptedAt, status: dossier.status, dueAt: dossier.dueAt,
            events: try DossierTable.events(database, of: dossier.id, seal: seal), prints: prints, at: now)
    }

    /// When it falls due, all its pauses, how much of the term is used up, and what the national figures will say of it:
    /// worked out from its events by the process that it began under.
    static func clock(of stored: StoredDossier, _ call: Call, _ central: Central) async throws -> DossierClock
    {
        let (dossier, now) = (stored.dossier, call.now)
        let ground = try await RoutingGround(of: stored, central, on: call.today)
        let history = try await central.store.read {
            try DossierTable.history($0, of: dossier.id, seal: central.seal)
        }
        let state = RoutingState.replay(history, ground.graph, submittedAt: dossier.submittedAt)
        let term = dossier.deadline
        // What has ended is measured at its end, and what waits to be given out when it was ready.
        let moment = [state.endedAt, state.stoppedAt, now].compactMap(\.self).min() ?? now
        let used = state.acceptedAt.flatMap { acceptedAt in
            Deadline.usedPercent(
                calendar: ground.calendar, acceptedAt: acceptedAt, amount: term.amount, unit: term.unit,
                pauses: state.pauses, extensions: state.appointments, at: moment)
        }
        let isCounting = stored.isOpen && state.stoppedAt == nil
        let missed = isCounting ? dossier.dueAt.flatMap { $0 < now ? $0 : nil } : nil
        var (explanation, english) = (term.explanation, term.explanationEn)
        if state.supplementRequests > 1 {
            english?.append(
                "A supplement was asked for \(state.supplementRequests) times; more than once counts as overdue."
            )
            explanation.append(
                "Đã yêu cầu bổ sung \(state.supplementRequests) lần. " + RoutingCheck.countedOverdue)
        }
        return DossierClock(
            acceptedAt: dossier.acceptedAt, dueAt: dossier.dueAt, amount: term.amount, unit: term.unit,
            pauses: state.pauses, explanation: explanation, explanationEn: english,
            overdue: missed != nil,
            overdueDays: missed.map {
                Deadline.workingDaysLate(calendar: ground.calendar, due: $0, pauses: state.pauses, at: now)
            },
            usedPercent: used,
            warning: isCounting ? used.flatMap(Deadline.warning(atPercent:)) : nil,
            supplementRequests: state.supplementRequests, extendedTo: state.extensions.last?.dueAt)
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
