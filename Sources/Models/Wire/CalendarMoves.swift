import Forms

/// What the last change of a calendar's year, or that of a version, did to due dates so far.
public struct CalendarMoves: Codable, Hashable, Sendable {
    /// The code of the unit, or of the calendar.
    public var unit: String
    public var year: Int
    /// The version that the change made; nil where the year was never changed.
    public var version: Int?
    /// Why it was changed.
    public var reason: String?
    /// So many dossiers' due dates have moved.
    public var changed: Int
    /// And so many tickets'.
    public var tickets: Int
    /// When the last one was looked at; nil while the run goes on.
    public var finishedAt: Instant?
    /// In the order in which they were moved.
    public var items: [CalendarChange.Item]
    public var nextCursor: String?

    public init(
        unit: String, year: Int, version: Int?, reason: String?, changed: Int, tickets: Int = 0,
        finishedAt: Instant?,
        items: [CalendarChange.Item], nextCursor: String?
    ) {
        self.unit = unit
        self.year = year
        self.version = version
        self.reason = reason
        self.changed = changed
        self.tickets = tickets
        self.finishedAt = finishedAt
        self.items = items
        self.nextCursor = nextCursor
    }
}
