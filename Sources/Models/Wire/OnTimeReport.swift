import Forms

/// How many dossiers of a period were on time, as Decision 766/QĐ-TTg counts it.
public struct OnTimeReport: Codable, Hashable, Sendable {
    /// By what its lines are told apart.
    public enum Grouping: String, Codable, Hashable, Sendable, CaseIterable {
        case unit, officer
    }

    public struct Line: Codable, Hashable, Sendable {
        /// The code of the unit, or the id of the officer; empty where nobody had the dossier, or only the system acted.
        public var key: String
        public var name: String
        public var counts: OnTimeCounts

        public init(key: String, name: String, counts: OnTimeCounts) {
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
    /// Each dossier once. Lines of officers add up to more: one that is on time counts for all who did a step of it.
    public var total: OnTimeCounts

    public init(
        from: LocalDate, to: LocalDate, by: Grouping, at: Instant, lines: [Line], total: OnTimeCounts
    ) {
        self.from = from
        self.to = to
        self.by = by
        self.at = at
        self.lines = lines
        self.total = total
    }
}
