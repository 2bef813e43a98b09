import Models

/// An event of a dossier's history as the engine reads it, with the real person behind the account.
struct RoutingEvent: Hashable, Sendable {
    /// From 1, without gaps.
    var seq: Int
    var at: Instant
    /// As it is kept; what is no verb of a process changes no step.
    var action: String
    /// Nil where the system acted.
    var officer: OfficerRef?
    var person: String?
    /// Whose right the officer used, under a delegation.
    var onBehalfOf: OfficerRef?
    /// Nil where the dossier stayed where it was.
    var from: String?
    var to: String?
    /// The national status afterwards.
    var status: Int
    var note: String?
    var detail = DossierEventDetail()

    /// The system's own: it waits for the first dossier of its bundle, and waits no more. Neither is a verb of a process.
    static let awaitLead = "await_lead"
    static let leadDone = "lead_done"

    var verb: ProcessAction? { ProcessAction(rawValue: action) }
    var isTransition: Bool { from != nil && to != nil }
}

extension RoutingEvent {
    /// As the history shows it.
    var shown: DossierEvent {
        DossierEvent(
            seq: seq, at: at, action: action, actor: officer, onBehalfOf: onBehalfOf, fromStep: from,
            toStep: to, status: status, note: note,
            detail: detail == DossierEventDetail() ? nil : detail)
    }

    /// Those that hold: without what was taken back, and without the taking back.
    static func effective(_ events: [RoutingEvent]) -> [RoutingEvent] {
        var holding: [RoutingEvent] = []
        for event in events {
            if event.verb == .undo, let undone = event.detail.undoes {
                if let index = holding.lastIndex(where: { $0.seq == undone }) { holding.remove(at: index) }
            } else {
                holding.append(event)
            }
        }
        return holding
    }
}
