/// The answer to `POST /v1/dossiers:hand-over`, and to the `GET` that says beforehand what it would do.
public struct DossierHandOverResult: Codable, Hashable, Sendable {
    /// A dossier that the officer has, or that waits for him alone.
    public struct Item: Codable, Hashable, Sendable, Identifiable {
        public var id: ID
        public var code: String
        public var applicantName: String
        public var procedureName: String
        public var stepName: String
        /// Whether he had taken it up; else he is the only one bound to its step.
        public var isTaken: Bool
        /// Why it stays; nil where it goes over, or went.
        public var reason: ActionReason?

        public init(
            id: ID, code: String, applicantName: String, procedureName: String, stepName: String,
            isTaken: Bool, reason: ActionReason? = nil
        ) {
            self.id = id
            self.code = code
            self.applicantName = applicantName
            self.procedureName = procedureName
            self.stepName = stepName
            self.isTaken = isTaken
            self.reason = reason
        }
    }

    public var to: OfficerRef
    /// How many dossiers go over, or went.
    public var count: Int
    /// How many stay, or stayed; `items` says why.
    public var left: Int?
    /// Each of them, the oldest first; nil from a server of before.
    public var items: [Item]?
    /// How many nobody has taken up at steps that he shares with others: they are in the others' queues already.
    public var shared: Int?
    /// Whether there are more than go in one turn.
    public var hasMore: Bool?

    public init(
        to: OfficerRef, count: Int, left: Int? = nil, items: [Item]? = nil, shared: Int? = nil,
        hasMore: Bool? = nil
    ) {
        self.to = to
        self.count = count
        self.left = left
        self.items = items
        self.shared = shared
        self.hasMore = hasMore
    }
}
