import Forms

/// What `POST /v1/dossiers/{id}/actions` takes: one act on a dossier, with what the act needs.
///
/// Which parts are needed stands in `ActionOption.needs`; what is not needed is refused nowhere but kept in the event.
public struct ActionRequest: Codable, Hashable, Sendable {
    public var action: ProcessAction
    /// The step that it leads to. The process says it; where it is given it must be that one.
    public var to: String?
    /// The officer who has the dossier next: for `reassign`, or a wish for the next step.
    public var assignee: ID?
    /// The reason, as the papers quote it.
    public var note: String?
    /// For `supplement_in`: the papers that came. For `finish`: the results, by their name, number and day. For an act
    /// that leads to a step of signing: the results as they are drafted.
    public var documents: [SubmittedDocument]?
    /// For `request_supplement`: what is missing, a line each, as form 02 lists it.
    public var missing: [String]?
    /// For `extend`: the new day and time.
    public var dueAt: Instant?
    /// For `deliver`.
    public var handover: HandoverProof?
    /// For `request_payment`: how much, in đồng.
    public var amount: Int?
    public var signature: FormSignature?
    /// For `supplement_in`: why the dossier goes on though its declaration lacks required entries.
    public var incompleteReason: String?

    public init(
        action: ProcessAction, to: String? = nil, assignee: ID? = nil, note: String? = nil,
        documents: [SubmittedDocument]? = nil, missing: [String]? = nil, dueAt: Instant? = nil,
        handover: HandoverProof? = nil, amount: Int? = nil, signature: FormSignature? = nil,
        incompleteReason: String? = nil
    ) {
        self.action = action
        self.to = to
        self.assignee = assignee
        self.note = note
        self.documents = documents
        self.missing = missing
        self.dueAt = dueAt
        self.handover = handover
        self.amount = amount
        self.signature = signature
        self.incompleteReason = incompleteReason
    }
}
