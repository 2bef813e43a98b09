import Forms
import GRDB
import Models

/// Sets the clocks of a bundle's other dossiers going when its first one comes to its end.
///
/// Written in the transaction of that end, so there is no moment at which the result is there and nobody was told. It
/// makes no difference how the first one ended: without a result the officers decide on the others, each for itself.
enum BundleStarting {
    /// - Parameter calendar: Of the unit that all of them belong to.
    static func start(
        _ database: Database, after lead: Dossier, at now: Instant, calendar: WorkCalendar,
        traceID: String, _ central: Central
    ) throws {
        guard let bundle = lead.bundle, bundle.position == 1 else { return }
        for member in try BundleTable.members(database, of: bundle.id) where member.waits {
            try BundleTable.started(database, dossier: member.dossier)
            let found = try DossierTable.find(
                database, id: member.dossier, scope: .everything, seal: central.seal)
            guard let stored = found, stored.isOpen else { continue }
            try start(
                stored, after: lead, database, at: now, calendar: calendar, traceID: traceID, central)
        }
    }

    private static func start(
        _ before: StoredDossier, after lead: Dossier, _ database: Database, at now: Instant,
        calendar: WorkCalendar, traceID: String, _ central: Central
    ) throws {
        let process = try CatalogueTable.document(
            database, .process, code: before.process.id, version: before.process.version)
        guard let process else { throw StoreError.unreadable("process \(before.process.id)") }
        let graph = ProcessGraph(try LenientJSON.decode(ProcessDefinition.self, from: Array(process.utf8)))
        let dossier = before.dossier
        let history = try DossierTable.history(database, of: dossier.id, seal: central.seal)
        let event = RoutingEvent(
            seq: (history.last?.seq ?? 0) + 1, at: max(now, history.last?.at ?? now),
            action: RoutingEvent.leadDone, status: dossier.status,
            note: "Hồ sơ \(lead.code) (\(lead.procedure.name)): \(lead.statusName).")
        let state = RoutingState.replay(history + [event], graph, submittedAt: dossier.submittedAt)
        let due = state.due(
            ServiceTime(amount: dossier.deadline.amount, unit: dossier.deadline.unit), calendar)
        var after = before
        after.dossier.revision += 1
        after.dossier.dueAt = due.dueAt
        after.dossier.deadline.explanation = due.words(.vi)
        after.dossier.deadline.explanationEn = due.words(.en)
        try DossierTable.update(database, after, before: before, seal: central.seal)
        try DossierTable.append(database, event.shown, to: dossier.id, seal: central.seal)
        try ChangeTable.append(database, ChangeEntry(after, event.action, at: event.at))
        central.inboxCounter.noteAct(database, on: before, after)
        try AuditTable.append(
            database,
            AuditEntry(
                at: event.at, unit: dossier.unit.code, action: "dossier." + event.action,
                subject: dossier.id, detail: ["code": dossier.code, "lead": lead.code], traceID: traceID),
            key: central.auditKey)
    }
}
