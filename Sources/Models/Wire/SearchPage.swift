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

    private enum CodingKeys: String, CodingKey {
        case items, nextCursor, understood
    }

    /// An answer that does not say what was looked for is one all the same.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        items = try container.decode([SearchItem].self, forKey: .items)
        nextCursor = try container.decodeIfPresent(String.self, forKey: .nextCursor)
        understood = try container.decodeIfPresent([SearchUnderstood].self, forKey: .understood) ?? []
    }
}
