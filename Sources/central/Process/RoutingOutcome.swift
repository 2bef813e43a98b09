import Models

/// What an act that is allowed does: an event, and the dossier's state after it.
struct RoutingOutcome: Hashable, Sendable {
    var event: RoutingEvent
    var state: RoutingState
    var due: DeadlineResult
    /// When the system ends the waiting at the new step.
    var expiresAt: Instant?
    var money: MoneyState
    /// The papers that lie there afterwards.
    var documents: [SubmittedDocument]
    /// What the process says that follows from it.
    var effects: [ProcessEffect]
    /// What the officer should know of it.
    var warning: String?
}
