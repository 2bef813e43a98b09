import Models

/// All that the engine has to know of a dossier: what it is, what happened to it, who works on it.
struct RoutingCase: Sendable {
    var id: ID
    var code: String
    /// The code of the unit whose dossier it is.
    var unit: String
    var revision: Int
    var submittedAt: Instant
    /// The time that the law gives for its case.
    var term: ServiceTime
    var requirements: [DocumentRequirement]
    /// What its procedure calls the paper that it ends with.
    var resultName: String?
    /// Those that lie there now.
    var documents: [SubmittedDocument]
    var delivery: DeliveryMethod
    /// The identity numbers of those who need no authorisation to take the result: applicant and submitter.
    var takers: Set<String> = []
    /// What was owed at the beginning; what was paid follows from the events.
    var money: MoneyState
    var events: [RoutingEvent]
    /// Who has it, as the row says: history that was made before claims were kept does not.
    var assignee: ID?
    /// A lease that somebody holds, live or not.
    var lease: DossierClaim?

    /// Where it stands after its events.
    func state(_ graph: ProcessGraph) -> RoutingState {
        var state = RoutingState.replay(events, graph, submittedAt: submittedAt)
        state.assignee = assignee
        return state
    }
}
