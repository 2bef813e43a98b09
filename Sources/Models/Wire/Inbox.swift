/// A queue with its count.
public struct Inbox: Codable, Hashable, Sendable {
    public var slug: String
    public var name: String
    public var count: Int
    /// Of the results that are to be given out, for those who give them out: so many have lain there for a week or more.
    public var uncollected: Int?

    public init(slug: String, name: String, count: Int, uncollected: Int? = nil) {
        self.slug = slug
        self.name = name
        self.count = count
        self.uncollected = uncollected
    }
}
