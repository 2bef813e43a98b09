import Forms

/// What `POST /v1/assignments` takes: a role for an officer, in his unit or another one.
public struct AssignmentRequest: Codable, Hashable, Sendable {
    public var officer: ID
    /// The code of the unit.
    public var unit: String
    public var role: String
    /// The first day; today where it is left out.
    public var effectiveFrom: LocalDate?
    public var effectiveTo: LocalDate?
    public var reason: String?

    public init(
        officer: ID, unit: String, role: String, effectiveFrom: LocalDate? = nil,
        effectiveTo: LocalDate? = nil, reason: String? = nil
    ) {
        self.officer = officer
        self.unit = unit
        self.role = role
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.reason = reason
    }
}
