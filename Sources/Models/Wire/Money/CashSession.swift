import Forms

/// One officer's drawer at one desk on one day.
public struct CashSession: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var unit: UnitRef
    public var officer: OfficerRef
    public var desk: String
    public var day: LocalDate
    public var kind: CashSessionKind
    public var state: CashSessionState
    public var openedAt: Instant
    public var opening: Int
    /// How many payments and refunds; told after the count.
    public var payments: Int?
    public var movements: [CashMovement]
    /// What should be in it: told after the count, so that it is counted blind.
    public var expected: Int?
    /// What was counted last, by note.
    public var counts: [String: Int]?
    public var counted: Int?
    /// How often it was counted again.
    public var recounts: Int
    /// Counted less expected.
    public var difference: Int?
    /// The greatest difference that any count of it has shown: a count after that was not blind any more.
    public var greatestDifference: Int?
    /// A greater difference, of any of its counts, needs another officer to close.
    public var limit: Int
    public var reason: String?
    public var closedAt: Instant?
    public var closedBy: OfficerRef?
    /// Its day is over, and it is not closed.
    public var overdue: Bool

    public init(
        id: ID, unit: UnitRef, officer: OfficerRef, desk: String, day: LocalDate, kind: CashSessionKind,
        state: CashSessionState, openedAt: Instant, opening: Int, payments: Int? = nil,
        movements: [CashMovement], expected: Int? = nil, counts: [String: Int]? = nil, counted: Int? = nil,
        recounts: Int, difference: Int? = nil, greatestDifference: Int? = nil, limit: Int,
        reason: String? = nil, closedAt: Instant? = nil,
        closedBy: OfficerRef? = nil, overdue: Bool
    ) {
        self.id = id
        self.unit = unit
        self.officer = officer
        self.desk = desk
        self.day = day
        self.kind = kind
        self.state = state
        self.openedAt = openedAt
        self.opening = opening
        self.payments = payments
        self.movements = movements
        self.expected = expected
        self.counts = counts
        self.counted = counted
        self.recounts = recounts
        self.difference = difference
        self.greatestDifference = greatestDifference
        self.limit = limit
        self.reason = reason
        self.closedAt = closedAt
        self.closedBy = closedBy
        self.overdue = overdue
    }
}
