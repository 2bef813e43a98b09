/// A line of the period report: dossiers in the columns that the national report has.
///
/// Whatever is added, what was received equals what is done, in process and paused together.
public struct PeriodCounts: Codable, Hashable, Sendable {
    /// Received before the period and not done by then.
    public var carriedOver = 0
    /// Received in the period, by how they came.
    public var online = 0
    public var direct = 0
    public var postal = 0
    /// Done before the day of the appointment, on it in time, and after it.
    public var doneEarly = 0
    public var doneOnTime = 0
    public var doneLate = 0
    public var openOnTime = 0
    public var openLate = 0
    public var waitingSupplement = 0
    public var waitingPayment = 0
    public var stopped = 0

    public init() {}

    public var received: Int { carriedOver + online + direct + postal }
    public var done: Int { doneEarly + doneOnTime + doneLate }
    public var open: Int { openOnTime + openLate }
    public var paused: Int { waitingSupplement + waitingPayment + stopped }

    public static func + (left: PeriodCounts, right: PeriodCounts) -> PeriodCounts {
        var sum = left
        for column in columns { sum[keyPath: column] += right[keyPath: column] }
        return sum
    }

    private static var columns: [WritableKeyPath<PeriodCounts, Int>] {
        [
            \.carriedOver, \.online, \.direct, \.postal, \.doneEarly, \.doneOnTime, \.doneLate, \.openOnTime,
            \.openLate, \.waitingSupplement, \.waitingPayment, \.stopped,
        ]
    }

    /// Counts a dossier once on each side, as it stood at the period's end.
    ///
    /// Not counted: what was not received by then, or refused; what was done, or stopped for good, before the period.
    ///
    /// - Returns: Whether it was counted.
    @discardableResult
    public mutating func add(
        _ facts: DossierFacts, in period: FigurePeriod, _ statuses: FigureStatuses, _ calendar: WorkCalendar
    ) -> Bool {
        guard let received = facts.received(statuses), received < period.end,
            facts.ended.map({ $0 >= period.start }) ?? true,
            let last = facts.acts(before: period.end).last, let column = statuses.column(last.status)
        else { return false }
        let limit = { facts.limit(before: period.end, statuses, calendar) }
        switch column {
        case .waiting, .refused: return false
        case .done:
            guard let end = facts.completion(before: period.end, statuses)?.at, end >= period.start else {
                return false
            }
            if let limit = limit(), end > limit {
                doneLate += 1
            } else if let limit = limit(), end.date < limit.date {
                doneEarly += 1
            } else {
                doneOnTime += 1
            }
        case .processing:
            if let limit = limit(), limit < period.end { openLate += 1 } else { openOnTime += 1 }
        case .supplement: waitingSupplement += 1
        case .payment: waitingPayment += 1
        case .stopped: stopped += 1
        }
        switch (received < period.start, facts.channel) {
        case (true, _): carriedOver += 1
        case (false, 2): online += 1
        case (false, 3): postal += 1
        case (false, _): direct += 1
        }
        return true
    }
}
