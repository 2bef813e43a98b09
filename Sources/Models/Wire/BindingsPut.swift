import Forms

/// What `PUT /v1/units/{unit}/bindings/{process}` takes: the whole set that holds from now on.
public struct BindingsPut: Codable, Hashable, Sendable {
    /// One binding; the role is the step's own, the first day today where it is left out.
    public struct Item: Codable, Hashable, Sendable {
        public var step: String
        public var officer: ID?
        public var assigneeUnit: String?
        public var effectiveFrom: LocalDate?
        public var effectiveTo: LocalDate?
        public var subDeadline: ServiceTime?

        public init(
            step: String, officer: ID? = nil, assigneeUnit: String? = nil, effectiveFrom: LocalDate? = nil,
            effectiveTo: LocalDate? = nil, subDeadline: ServiceTime? = nil
        ) {
            self.step = step
            self.officer = officer
            self.assigneeUnit = assigneeUnit
            self.effectiveFrom = effectiveFrom
            self.effectiveTo = effectiveTo
            self.subDeadline = subDeadline
        }
    }

    public var items: [Item]
    /// Whether steps may be left without anybody.
    public var allowGaps: Bool?

    public init(items: [Item], allowGaps: Bool? = nil) {
        self.items = items
        self.allowGaps = allowGaps
    }
}
