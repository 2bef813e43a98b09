/// What `POST /v1/dossiers/actions:bulk` takes: one act on up to 200 dossiers, each at the revision that was seen.
public struct BulkActionRequest: Codable, Hashable, Sendable {
    public struct Item: Codable, Hashable, Sendable {
        public var id: ID
        public var revision: Int
        /// Of the act on this dossier at this revision, where the act is to be signed.
        public var signature: FormSignature?

        public init(id: ID, revision: Int, signature: FormSignature? = nil) {
            self.id = id
            self.revision = revision
            self.signature = signature
        }
    }

    public var action: ProcessAction
    public var to: String?
    public var assignee: ID?
    public var note: String?
    public var items: [Item]

    public init(
        action: ProcessAction, to: String? = nil, assignee: ID? = nil, note: String? = nil, items: [Item]
    ) {
        self.action = action
        self.to = to
        self.assignee = assignee
        self.note = note
        self.items = items
    }
}
