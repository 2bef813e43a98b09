import Forms
import GRDB
import Models

/// Writes what the engine decided: event, row, lease, audit and feed, in one transaction. Every act on a dossier's step,
/// an officer's or the system's, goes through `record`.
enum Routing {
    /// Who is answerable for an act, for the audit.
    struct Author: Sendable {
        /// Nil for the system.
        var officer: Officer?
        var traceID: String
    }

    /// How long a lease lasts without a heartbeat, in seconds.
    static let lease = 300

    /// Writes the outcome of an act, and gives the dossier as it is then.
    @discardableResult
    static func record(
        _ database: Database, _ outcome: RoutingOutcome, on before: StoredDossier, _ ground: RoutingGround,
        by author: Author, _ central: Central
    ) throws -> StoredDossier {
        try ground.checkCalendar(database, of: before.dossier.unit.code)
        let after = try stored(outcome, before, ground)
        let (event, id) = (outcome.event, before.dossier.id)
        try DossierTable.update(database, after, before: before, seal: central.seal)
        try DossierTable.append(
            database, event.shown, to: id, person: event.person, seal: central.seal)
        try keepLease(database, event, id)
        try Bookkeeping.follow(database, event, after, ground, by: author, central)
        if outcome.effects.contains(.notify), let verb = event.verb,
            let occasion = MessageOccasion(verb, status: after.dossier.status)
        {
            try Outbox(seal: central.seal).tell(
                database, occasion, of: after.dossier, cause: String(event.seq), reason: event.note,
                missing: event.detail.missing ?? [], now: event.at)
        }
        try Outbox(seal: central.seal).tellIfLate(
            database, before: before.dossier, after: after.dossier,
            wasStanding: ground.graph.step(before.dossier.step)?.clock == .pause,
            isRunning: ground.graph.step(after.dossier.step)?.clock == .run, now: event.at)
        if event.verb == .receive {
            try Intake.recordPerson(database, after.dossier.applicant, event.at)
        }
        try AuditTable.append(
            database,
            AuditEntry(
                at: event.at, officer: author.officer?.id, person: author.officer?.person,
                unit: author.officer?.unit ?? before.dossier.unit.code, action: "dossier." + event.action,
                subject: id, detail: detail(event, before), traceID: author.traceID),
            key: central.auditKey)
        try ChangeTable.append(
            database,
            ChangeEntry(
                at: event.at, dossier: id, unit: after.dossier.unit.code, holderUnit: after.holderUnit,
                formerUnit: after.holderUnit == before.holderUnit ? nil : before.holderUnit,
                action: event.action, revision: after.dossier.revision))
        central.inboxCounter.noteAct(database, on: before, after, by: author.officer)
        if outcome.state.stoppedAt != nil || outcome.state.endedAt != nil {
            try BundleStarting.start(
                database, after: after.dossier, at: event.at, calendar: ground.calendar,
                traceID: author.traceID, central)
        }
        return after
    }

    /// A few facts, none of them personal.
    private static func detail(_ event: RoutingEvent, _ before: StoredDossier) -> [String: String] {
        var detail = ["code": before.dossier.code]
        if let from = event.from, let to = event.to, from != to {
            (detail["from"], detail["to"]) = (from, to)
        }
        if let behalf = event.onBehalfOf { detail["on_behalf_of"] = behalf.id }
        if let assignee = event.detail.assignee { detail["assignee"] = assignee.id }
        return detail
    }

    /// A claim takes the lease; whatever else is done ends it, but for what the system notes of a dossier that stays where
    /// it is: a part of its fees that came in takes it out of nobody's hands.
    private static func keepLease(_ database: Database, _ event: RoutingEvent, _ dossier: ID) throws {
        if event.officer == nil, event.from == event.to { return }
        guard event.verb == .claim, let officer = event.officer else {
            return try ClaimTable.delete(database, dossier: dossier)
        }
        try ClaimTable.put(
            database,
            DossierClaim(officer: officer, since: event.at, until: event.at.adding(seconds: lease)),
            dossier: dossier)
    }

    /// The dossier as the outcome leaves it.
    private static func stored(_ outcome: RoutingOutcome, _ before: StoredDossier, _ ground: RoutingGround)
        throws
        -> StoredDossier
    {
        let (state, event) = (outcome.state, outcome.event)
        guard let step = ground.graph.step(state.step), let status = ground.statuses[step.status] else {
            throw StoreError.unreadable("step \(state.step) of \(ground.graph.process.id)")
        }
        var after = before
        after.dossier.revision += 1
        after.dossier.step = step.code
        after.dossier.stepName = step.name
        after.dossier.status = step.status
        after.dossier.statusName = status.name.text(.vi)
        after.dossier.acceptedAt = state.acceptedAt
        // What was ready keeps the date that it was ready for, whatever became of the calendar since.
        let wasStopped = ground.graph.step(before.dossier.step)?.clock == .stop
        if !(wasStopped && before.dossier.acceptedAt != nil && state.stoppedAt != nil) {
            after.dossier.dueAt = outcome.due.dueAt
            after.dossier.deadline.explanation = outcome.due.words(.vi)
            after.dossier.deadline.explanationEn = outcome.due.words(.en)
        }
        after.dossier.documents = outcome.documents
        after.assignee = state.assignee
        after.endedAt = state.endedAt
        after.expiresAt = outcome.expiresAt
        if event.isTransition, event.from != event.to {
            after.holderUnit = event.detail.unit ?? before.dossier.unit.code
        }
        settle(&after.dossier, event, ground)
        return after
    }

    /// What the papers of an intake say of a dossier that is decided on later: one that came from the portal.
    private static func settle(_ dossier: inout Dossier, _ event: RoutingEvent, _ ground: RoutingGround) {
        switch event.verb {
        case .requestSupplement, .refuse:
            dossier.reason = event.note
            dossier.missing = event.detail.missing
        default: break
        }
        guard event.from == ground.graph.process.entry, let verb = event.verb, let officer = event.officer,
            let decision = IntakeDecision(rawValue: verb.rawValue)
        else { return }
        dossier.decision = decision
        dossier.receivedBy = officer
    }
}
