/// One page of what a search found, and what it had looked for.
public struct SearchPage: Codable, Hashable, Sendable {
    public var items: [SearchItem]
    /// Nil on the last page.
    public var nextCursor: String?
    /// What the text was taken for. It says nothing of what there is.
    public var understood: [SearchUnderstood]

    /// As lists of dossiers take it.
    public var list: Page<SearchItem> { Page(items: items, nextCursor: nextCursor) }

    public init(items: [SearchItem], nextCursor: String? = nil, understood: [SearchUnderstood] = []) {
        self.items = items
        self.nextCursor = nextCursor
        self.understood = understood
    }
}
