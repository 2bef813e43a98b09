import Forms

/// How a day goes: what came in by hour, and how the queues stand.
public struct DayFigures: Codable, Hashable, Sendable {
    public struct Hour: Codable, Hashable, Sendable {
        /// 0 … 23.
        public var hour: Int
        public var count: Int

        public init(hour: Int, count: Int) {
            self.hour = hour
            self.count = count
        }
    }

    public struct Queue: Codable, Hashable, Sendable {
        public var slug: String
        public var name: String
        public var onTime: Int
        public var overdue: Int

        public init(slug: String, name: String, onTime: Int, overdue: Int) {
            self.slug = slug
            self.name = name
            self.onTime = onTime
            self.overdue = overdue
        }
    }

    public var date: LocalDate
    public var at: Instant
    /// The opening hours of the officer's unit and all others in which something came in, in order and without gaps.
    public var hours: [Hour]
    public var queues: [Queue]

    public init(date: LocalDate, at: Instant, hours: [Hour], queues: [Queue]) {
        self.date = date
        self.at = at
        self.hours = hours
        self.queues = queues
    }
}
