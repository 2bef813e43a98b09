import Forms

/// What `POST /v1/delegations` takes.
public struct DelegationRequest: Codable, Hashable, Sendable {
    /// Whose role it is: one's own where it is left out; another's only for administrators.
    public var from: ID?
    public var to: ID
    public var unit: String
    public var role: String
    /// The first day; today where it is left out.
    public var effectiveFrom: LocalDate?
    /// The last day.
    public var effectiveTo: LocalDate
    public var reason: String

    public init(
        from: ID? = nil, to: ID, unit: String, role: String, effectiveFrom: LocalDate? = nil,
        effectiveTo: LocalDate, reason: String
    ) {
        self.from = from
        self.to = to
        self.unit = unit
        self.role = role
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.reason = reason
    }
}
