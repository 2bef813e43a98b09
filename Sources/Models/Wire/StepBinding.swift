import Forms

/// Who does one step of a process for the dossiers of a unit: one officer, or all of a unit who hold the role.
public struct StepBinding: Codable, Hashable, Sendable {
    public var step: String
    public var role: String
    /// Either this or `assigneeUnit`.
    public var officer: ID?
    public var assigneeUnit: String?
    public var effectiveFrom: LocalDate
    /// The last day; nil where it holds until it is changed.
    public var effectiveTo: LocalDate?
    /// A time for the step within the unit, shorter than the process gives.
    public var subDeadline: ServiceTime?

    public init(
        step: String, role: String, officer: ID? = nil, assigneeUnit: String? = nil,
        effectiveFrom: LocalDate, effectiveTo: LocalDate? = nil, subDeadline: ServiceTime? = nil
    ) {
        self.step = step
        self.role = role
        self.officer = officer
        self.assigneeUnit = assigneeUnit
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.subDeadline = subDeadline
    }
}
