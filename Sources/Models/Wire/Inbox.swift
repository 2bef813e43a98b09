/// A queue with its count.
public struct Inbox: Codable, Hashable, Sendable {
    public var slug: String
    public var name: String
    public var count: Int

    public init(slug: String, name: String, count: Int) {
        self.slug = slug
        self.name = name
        self.count = count
    }
}
