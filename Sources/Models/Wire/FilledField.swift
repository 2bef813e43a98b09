import Forms

/// A value for one field and where it comes from (eForm AF-1, AF-2).
public struct FilledField: Codable, Hashable, Sendable {
    public var field: String
    public var value: Answer
    public var source: String
    public var sourceName: String
    public var fetchedAt: Instant

    public init(field: String, value: Answer, source: String, sourceName: String, fetchedAt: Instant) {
        self.field = field
        self.value = value
        self.source = source
        self.sourceName = sourceName
        self.fetchedAt = fetchedAt
    }
}
