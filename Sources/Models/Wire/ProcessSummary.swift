import Forms

/// One version of a process in a list.
public struct ProcessSummary: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var version: Int
    /// The code of the procedure.
    public var procedure: String
    public var name: String
    /// `draft`, `active` or `retired`.
    public var state: String
    public var effectiveFrom: LocalDate
    /// The last day; nil where it holds until another version does.
    public var effectiveTo: LocalDate?

    public init(
        id: ID, version: Int, procedure: String, name: String, state: String, effectiveFrom: LocalDate,
        effectiveTo: LocalDate? = nil
    ) {
        self.id = id
        self.version = version
        self.procedure = procedure
        self.name = name
        self.state = state
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
    }
}
