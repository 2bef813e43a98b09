import Forms

/// The report of a period in the columns of the national one.
public struct PeriodReport: Codable, Hashable, Sendable {
    /// By what its lines are told apart.
    public enum Grouping: String, Codable, Hashable, Sendable, CaseIterable {
        case unit, procedure, field
    }

    public struct Line: Codable, Hashable, Sendable {
        /// The code of the unit, procedure or field.
        public var key: String
        public var name: String
        public var counts: PeriodCounts

        public init(key: String, name: String, counts: PeriodCounts) {
            self.key = key
            self.name = name
            self.counts = counts
        }
    }

    public var from: LocalDate
    public var to: LocalDate
    public var by: Grouping
    /// The moment that it shows.
    public var at: Instant
    public var lines: [Line]
    public var total: PeriodCounts

    public init(
        from: LocalDate, to: LocalDate, by: Grouping, at: Instant, lines: [Line], total: PeriodCounts
    ) {
        self.from = from
        self.to = to
        self.by = by
        self.at = at
        self.lines = lines
        self.total = total
    }
}
