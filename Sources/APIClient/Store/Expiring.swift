import Models

/// Unfinished work whose days are nearly over.
public struct Expiring: Hashable, Sendable {
    public var title: String
    public var at: Instant

    public init(title: String, at: Instant) {
        self.title = title
        self.at = at
    }
}
