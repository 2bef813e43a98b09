import Forms

/// How a hotline's day goes: calls by hour and by result, and how the tickets stand.
public struct CallFigures: Codable, Hashable, Sendable {
    public struct Hour: Codable, Hashable, Sendable {
        /// 0 … 23.
        public var hour: Int
        public var count: Int

        public init(hour: Int, count: Int) {
            self.hour = hour
            self.count = count
        }
    }

    public struct Outcome: Codable, Hashable, Sendable {
        public var result: CallResult
        public var count: Int

        public init(result: CallResult, count: Int) {
            self.result = result
            self.count = count
        }
    }

    public var date: LocalDate
    public var at: Instant
    public var total: Int
    /// Those of the one who asks.
    public var mine: Int
    /// From the first call's hour to the last one's, in order and without gaps; empty on a day without calls.
    public var hours: [Hour]
    /// Every result, in order.
    public var results: [Outcome]
    /// The middle of all calls by length, in seconds: a forgotten card does not move it. Nil without calls.
    public var medianSeconds: Int?

    public init(
        date: LocalDate, at: Instant, total: Int, mine: Int, hours: [Hour], results: [Outcome],
        medianSeconds: Int? = nil
    ) {
        self.date = date
        self.at = at
        self.total = total
        self.mine = mine
        self.hours = hours
        self.results = results
        self.medianSeconds = medianSeconds
    }
}
