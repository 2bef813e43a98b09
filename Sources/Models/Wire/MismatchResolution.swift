/// Who handled a report of a wrong source value, and what was done about it.
public struct MismatchResolution: Codable, Hashable, Sendable {
    public var by: OfficerRef
    public var at: Instant
    public var note: String

    public init(by: OfficerRef, at: Instant, note: String) {
        self.by = by
        self.at = at
        self.note = note
    }
}
