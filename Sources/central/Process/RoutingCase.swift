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
    /// What its declaration lacks, by the version of the form that it was given on.
    var lacking: [LackingAnswer] = []
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
    /// The parcel that its result is on its way in.
    var parcel: ResultParcel?

    /// Where it stands after its events.
    func state(_ graph: ProcessGraph) -> RoutingState {
        var state = RoutingState.replay(events, graph, submittedAt: submittedAt)
        state.assignee = assignee
        return state
    }

    /// The papers after a supplement: what it brought stands in place of what lay there.
    func documents(after supplement: [SubmittedDocument]) -> [SubmittedDocument] {
        var documents = documents
        for brought in supplement {
            if let index = documents.firstIndex(where: { $0.code == brought.code && $0.name == brought.name })
                ?? documents.firstIndex(where: { $0.code == brought.code && brought.name == nil })
            {
                let before = documents[index]
                documents[index] = brought
                documents[index].name = brought.name ?? before.name
            } else {
                documents.append(brought)
            }
        }
        return documents
    }
}
