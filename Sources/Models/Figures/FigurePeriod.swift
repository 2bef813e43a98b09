import Forms

/// The days of a report, and the moment at which its dossiers are looked at.
public struct FigurePeriod: Hashable, Sendable {
    public var from: LocalDate
    public var to: LocalDate
    /// The first moment of the first day.
    public var start: Instant
    /// The moment after the last: midnight behind the last day, or now where that day has not ended.
    public var end: Instant

    public init(from: LocalDate, to: LocalDate, now: Instant) {
        self.from = from
        self.to = to
        start = Instant(date: from, hour: 0, minute: 0)
        end = max(start, min(Instant(date: to.adding(days: 1), hour: 0, minute: 0), now))
    }
}
