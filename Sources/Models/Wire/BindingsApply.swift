import Forms

/// What `POST /v1/bindings:apply` takes: one assignee for a selection of units, processes and steps.
public struct BindingsApply: Codable, Hashable, Sendable {
    public var units: [String]
    public var processes: [ID]
    public var steps: [String]
    /// Either this or `assigneeUnit`.
    public var officer: ID?
    public var assigneeUnit: String?
    /// The first day; today where it is left out.
    public var effectiveFrom: LocalDate?
    /// The last day; after it those are bound again who were before.
    public var effectiveTo: LocalDate?
    public var subDeadline: ServiceTime?
    /// Whether steps may be left without anybody.
    public var allowGaps: Bool?

    public init(
        units: [String], processes: [ID], steps: [String], officer: ID? = nil, assigneeUnit: String? = nil,
        effectiveFrom: LocalDate? = nil, effectiveTo: LocalDate? = nil, subDeadline: ServiceTime? = nil,
        allowGaps: Bool? = nil
    ) {
        self.units = units
        self.processes = processes
        self.steps = steps
        self.officer = officer
        self.assigneeUnit = assigneeUnit
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.subDeadline = subDeadline
        self.allowGaps = allowGaps
    }
}
