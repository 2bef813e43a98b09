/// A piece of the feed of changes: `GET /v1/changes`.
public struct ChangePage: Codable, Hashable, Sendable {
    /// The oldest first.
    public var items: [Change]
    /// `?after=` of the next question.
    public var after: Int
    /// Whether more is there already.
    public var more: Bool

    public init(items: [Change], after: Int, more: Bool) {
        self.items = items
        self.after = after
        self.more = more
    }
}
