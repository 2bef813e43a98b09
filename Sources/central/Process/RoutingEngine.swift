import Forms
import Models

/// The routing of dossiers: one pure function from a process, a dossier, an officer and what he wants, to an event or to
/// a refusal with all its reasons. Nothing else changes a dossier's step.
///
/// It knows no database and no clock: calendar, bindings and the moment are given to it.
struct RoutingEngine: Sendable {
    let graph: ProcessGraph
    let bindings: RoutingBindings
    /// Of the dossier's unit: all its terms are reckoned by it.
    let calendar: WorkCalendar
    /// Where officers work who are bound by name.
    var units: [ID: String] = [:]
    /// Whether a signature is right, and by a key of this officer; asked only where one is needed.
    var isSigned: @Sendable (FormSignature, SignedAct, ID) -> Bool = { _, _, _ in false }

    /// What an act does, or why not.
    func decide(_ act: RoutingAct, on dossier: RoutingCase, at now: Instant) -> Result<
        RoutingOutcome, RoutingRefusal
    > {
        var check = RoutingCheck(engine: self, act: act, dossier: dossier, now: now)
        if let refusal = check.refusal() { return .failure(refusal) }
        return .success(outcome(check))
    }

    /// Whether an officer is bound to any step of the process for the dossier's unit: else he has no business with it.
    func isBoundAnywhere(_ actor: RoutingActor) -> Bool {
        graph.process.steps.contains { bindings.right(of: actor, at: $0) != nil }
    }

    // MARK: What is done

    private func outcome(_ check: RoutingCheck) -> RoutingOutcome {
        let (act, dossier, request) = (check.act, check.dossier, check.act.request)
        let transition = check.transition
        var event = RoutingEvent(
            seq: (dossier.events.last?.seq ?? 0) + 1, at: check.at, action: request.action.rawValue,
            officer: act.actor?.principal.officer, person: act.actor?.person, from: transition?.from,
            to: transition?.to, status: graph.step(transition?.to ?? check.state.step)?.status ?? 0,
            note: request.note.flatMap { $0.isBlank ? nil : $0.trimmed }, detail: detail(check))
        if case .delegated(let principal)? = check.right { event.onBehalfOf = principal }
        var effects = transition?.emits ?? []
        if request.action == .undo, let undone = check.undone {
            event.from = undone.to
            event.to = undone.from
            event.detail.undoes = undone.seq
            event.status = undone.from.flatMap(graph.step)?.status ?? event.status
            event.detail.unit = undone.from.flatMap(holder)
            effects = [.sync]
        }
        var after = dossier
        after.events.append(event)
        var state = RoutingState.replay(after.events, graph, submittedAt: dossier.submittedAt)
        // What stays where it is keeps whom the row names; claims and moves have just said who it is.
        if event.from == event.to, ![.claim, .release, .reassign].contains(request.action) {
            state.assignee = dossier.assignee
        }
        return RoutingOutcome(
            event: event, state: state, due: state.due(dossier.term, calendar),
            expiresAt: state.expiry(graph, calendar), money: dossier.money.after(effective(after.events)),
            documents: documents(check), effects: effects, warning: check.warning)
    }

    private func effective(_ events: [RoutingEvent]) -> [RoutingEvent] { RoutingEvent.effective(events) }

    private func holder(of step: String) -> String? {
        bindings.holder(of: step) { units[$0] }
    }

    private func detail(_ check: RoutingCheck) -> DossierEventDetail {
        let request = check.act.request
        var detail = DossierEventDetail()
        switch request.action {
        case .requestSupplement: detail.missing = request.missing
        case .finish: detail.documents = request.documents
        case .supplementIn:
            detail.documents = request.documents
            guard !check.dossier.lacking.isEmpty else { break }
            detail.lacking = check.dossier.lacking.map(\.label)
            detail.incompleteReason = request.incompleteReason?.trimmed
        case .forward, .approve: detail.documents = check.isDraft ? request.documents : nil
        case .extend:
            detail.dueAt = request.dueAt
            detail.previousDueAt = check.due
        case .deliver: detail.handover = request.handover
        case .requestPayment, .paymentOk: detail.amount = request.amount
        case .sign:
            detail.signature = request.signature
            detail.revision = check.dossier.revision
        case .claim: detail.assignee = check.act.actor?.principal.officer
        case .refuse: detail.missing = request.missing
        default: break
        }
        if let assignee = check.act.assignee { detail.assignee = assignee.principal.officer }
        if let transition = check.transition {
            // An act that leads back to its own step leaves the dossier with whoever has it.
            detail.unit = transition.from == transition.to ? nil : holder(of: transition.to)
        }
        return detail
    }

    /// The papers after the act.
    private func documents(_ check: RoutingCheck) -> [SubmittedDocument] {
        let request = check.act.request
        guard request.action == .supplementIn else { return check.dossier.documents }
        return check.dossier.documents(after: request.documents ?? [])
    }
}
