import Forms

/// A unit as its administrators keep it.
public struct UnitRecord: Codable, Hashable, Sendable {
    public var code: String
    /// As it is called today.
    public var name: String
    public var parent: String?
    /// Since when it is called so.
    public var effectiveFrom: LocalDate
    public var effectiveTo: LocalDate?
    /// Those whose unit it is and who are not suspended.
    public var officers: Int
    /// What it will be called, and from when; nil where nothing is planned.
    public var nextName: String?
    public var nextFrom: LocalDate?

    public init(
        code: String, name: String, parent: String? = nil, effectiveFrom: LocalDate,
        effectiveTo: LocalDate? = nil, officers: Int, nextName: String? = nil, nextFrom: LocalDate? = nil
    ) {
        self.code = code
        self.name = name
        self.parent = parent
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.officers = officers
        self.nextName = nextName
        self.nextFrom = nextFrom
    }
}
