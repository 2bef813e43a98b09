import Forms

/// A role that an officer holds in a unit, for some days or until it is taken back.
public struct OfficerAssignment: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var officer: OfficerRef
    public var unit: UnitRef
    public var role: String
    /// Vietnamese, for people.
    public var roleName: String
    public var effectiveFrom: LocalDate
    /// The last day; nil where it holds until it is taken back.
    public var effectiveTo: LocalDate?

    public init(
        id: ID, officer: OfficerRef, unit: UnitRef, role: String, roleName: String, effectiveFrom: LocalDate,
        effectiveTo: LocalDate? = nil
    ) {
        self.id = id
        self.officer = officer
        self.unit = unit
        self.role = role
        self.roleName = roleName
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
    }
}
