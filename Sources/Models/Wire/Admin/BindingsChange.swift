/// A change of bindings that was saved as one act, and can be taken back as one.
public struct BindingsChange: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var summary: String
    public var by: OfficerRef
    public var at: Instant
    /// How many rows (a unit and a procedure) it changed.
    public var rows: Int
    public var steps: Int
    public var undoneBy: OfficerRef?
    public var undoneAt: Instant?

    public init(
        id: ID, summary: String, by: OfficerRef, at: Instant, rows: Int, steps: Int,
        undoneBy: OfficerRef? = nil, undoneAt: Instant? = nil
    ) {
        self.id = id
        self.summary = summary
        self.by = by
        self.at = at
        self.rows = rows
        self.steps = steps
        self.undoneBy = undoneBy
        self.undoneAt = undoneAt
    }
}
