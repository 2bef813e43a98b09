/// The opening hours of some days of the week.
public struct WeekHours: Codable, Hashable, Sendable {
    /// 1 = Monday … 7 = Sunday.
    public var weekdays: [Int]
    /// In order, not overlapping; a lunch break is the gap between two.
    public var spans: [TimeSpan]

    public init(weekdays: [Int], spans: [TimeSpan]) {
        self.weekdays = weekdays
        self.spans = spans
    }
}
