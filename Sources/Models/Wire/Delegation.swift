import Forms

/// An officer's role in a unit, lent to a colleague of the unit for some days. The colleague acts in his own
/// name, on behalf of the officer.
public struct Delegation: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var from: OfficerRef
    public var to: OfficerRef
    /// The code of the unit that the role is held in.
    public var unit: String
    public var role: String
    public var effectiveFrom: LocalDate
    /// The last day.
    public var effectiveTo: LocalDate
    public var reason: String
    /// The officer who made it: the one who lends, or an administrator.
    public var madeBy: ID
    public var madeAt: Instant
    /// When it was taken back before its last day.
    public var endedAt: Instant?

    public init(
        id: ID, from: OfficerRef, to: OfficerRef, unit: String, role: String, effectiveFrom: LocalDate,
        effectiveTo: LocalDate, reason: String, madeBy: ID, madeAt: Instant, endedAt: Instant? = nil
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.unit = unit
        self.role = role
        self.effectiveFrom = effectiveFrom
        self.effectiveTo = effectiveTo
        self.reason = reason
        self.madeBy = madeBy
        self.madeAt = madeAt
        self.endedAt = endedAt
    }
}
