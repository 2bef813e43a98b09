import Forms

/// Who is bound to a step, by name: an officer, or all of a unit who hold the role.
public struct BindingHolder: Codable, Hashable, Sendable {
    /// Either this or `unit`.
    public var officer: OfficerRef?
    public var unit: UnitRef?
    public var effectiveFrom: LocalDate
    public var effectiveTo: LocalDate?
    public var subDeadline: ServiceTime?
    /// Whether somebody of them is able to act on the day that is looked at.
    public var isAble: Bool

    public init(
        officer: OfficerRef? = nil, unit: UnitRef? = nil, effectiveFrom: LocalDate,
        effectiveTo: LocalDate? = nil, subDeadline: ServiceTime? = nil, isAble: Bool
    ) {
        self.officer = officer
        self.unit = unit
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.subDeadline = subDeadline
        self.isAble = isAble
    }
}
