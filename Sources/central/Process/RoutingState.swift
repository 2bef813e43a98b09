import Models

/// Where a dossier is, who has it and how its clock stands: a pure function of its events.
struct RoutingState: Hashable, Sendable {
    var step: String
    /// The code of the unit whose officers have the step; nil while no event has said so.
    var holder: String?
    var assignee: ID?
    /// When it came to its step.
    var enteredAt: Instant
    /// When its clock first ran.
    var acceptedAt: Instant?
    /// When it came to a last step.
    var endedAt: Instant?
    /// When the clock was stopped for good, the result being there or not to be.
    var stoppedAt: Instant?
    /// All of them, the open one last.
    var pauses: [Pause] = []
    var extensions: [DeadlineExtension] = []
    /// Appointments that an amendment put right.
    var corrections: [DeadlineExtension] = []
    var supplementRequests = 0
    /// It was taken in with a bundle whose first dossier has no result yet.
    var waitsForLead = false
    /// The `seq` of the last event, whether it holds or was taken back.
    var lastSeq = 0

    /// Before anything happened.
    init(_ graph: ProcessGraph, submittedAt: Instant) {
        step = graph.process.entry
        enteredAt = submittedAt
    }

    /// After a history. What was taken back counts as never done.
    static func replay(_ events: [RoutingEvent], _ graph: ProcessGraph, submittedAt: Instant) -> RoutingState
    {
        var state = RoutingState(graph, submittedAt: submittedAt)
        for event in RoutingEvent.effective(events) { state.apply(event, graph) }
        state.lastSeq = events.last?.seq ?? 0
        return state
    }

    private mutating func apply(_ event: RoutingEvent, _ graph: ProcessGraph) {
        switch event.verb {
        case .claim: assignee = event.officer?.id
        case .release: assignee = nil
        case .reassign: assignee = event.detail.assignee?.id
        case .amend: amend(event)
        case .requestSupplement: supplementRequests += 1
        case .extend:
            if let due = event.detail.dueAt { extensions.append(DeadlineExtension(at: event.at, dueAt: due)) }
        default: break
        }
        applyWait(event)
        if let to = event.to, event.from != nil, to != step { move(to: to, event, graph) }
    }

    /// The clock stands while the first dossier of the bundle is worked on, and counts its whole term from that one's end.
    private mutating func applyWait(_ event: RoutingEvent) {
        switch event.action {
        case RoutingEvent.awaitLead:
            waitsForLead = true
            pauses.append(Pause(from: event.at, resume: .reset))
        case RoutingEvent.leadDone:
            waitsForLead = false
            if let last = pauses.last, last.to == nil { pauses[pauses.count - 1].to = event.at }
        default: break
        }
    }

    private mutating func amend(_ event: RoutingEvent) {
        if let corrected = event.detail.acceptedAt { acceptedAt = corrected }
        // Another time has an appointment of its own.
        if event.detail.term != nil { corrections = [] }
        if let due = event.detail.appointment {
            corrections.append(DeadlineExtension(at: event.at, dueAt: due, isCorrection: true))
        }
    }

    private mutating func move(to code: String, _ event: RoutingEvent, _ graph: ProcessGraph) {
        let at = event.at
        step = code
        enteredAt = at
        assignee = event.detail.assignee?.id
        if let unit = event.detail.unit { holder = unit }
        guard let step = graph.step(code) else { return }
        if step.clock == .run, acceptedAt == nil { acceptedAt = at }
        if let last = pauses.last, last.to == nil { pauses[pauses.count - 1].to = at }
        if step.clock == .pause, acceptedAt != nil {
            pauses.append(Pause(from: at, resume: step.resume ?? .continue))
        }
        stoppedAt = step.clock == .stop && acceptedAt != nil ? stoppedAt ?? at : nil
        endedAt = step.kind == .terminal ? at : nil
    }

    /// The due date, by the calendar of the dossier's unit. None before acceptance and while the clock is paused.
    func due(_ term: ServiceTime, _ calendar: WorkCalendar) -> DeadlineResult {
        guard let acceptedAt else { return DeadlineResult(dueAt: nil, explanation: []) }
        return Deadline.due(
            calendar: calendar, acceptedAt: acceptedAt, amount: term.amount, unit: term.unit, pauses: pauses,
            extensions: appointments)
    }

    /// All that set the due date anew.
    var appointments: [DeadlineExtension] { extensions + corrections }

    /// When the system ends the waiting at the step; nil where it does not.
    func expiry(_ graph: ProcessGraph, _ calendar: WorkCalendar) -> Instant? {
        guard endedAt == nil, let time = graph.waiting(at: step) else { return nil }
        return Deadline.due(
            calendar: calendar, acceptedAt: enteredAt, amount: time.amount, unit: time.unit
        ).dueAt
    }
}
