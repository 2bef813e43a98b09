/// Something changed that the officer may see: what, and how far the feed has come. The same in `GET /v1/changes` and
/// in the events of `/v1/stream`.
public struct Change: Codable, Hashable, Sendable {
    /// Where the feed stands after it: the `id` of the stream's event, `?after=` of the next question.
    public var seq: Int
    public var at: Instant
    /// `dossier`, `money`, `cash` (a drawer) or `unmatched` (money of no payment).
    public var kind: String
    public var id: ID
    public var code: String?
    /// What was done: a verb, `print`, `amend` …
    public var action: String
    public var revision: Int?
    /// The row of a list as it is now for the officer; nil where he sees it no more.
    public var item: SearchItem?
    /// The slugs of the officer's inboxes that it lies in now, with an item.
    public var inboxes: [String]?

    public init(
        seq: Int, at: Instant, kind: String, id: ID, code: String? = nil, action: String,
        revision: Int? = nil, item: SearchItem? = nil, inboxes: [String]? = nil
    ) {
        self.seq = seq
        self.at = at
        self.kind = kind
        self.id = id
        self.code = code
        self.action = action
        self.revision = revision
        self.item = item
        self.inboxes = inboxes
    }
}
