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
    /// Refused at the intake by the period's end: counted in no column of the report, but judged for the on-time rate.
    public var refused = 0
    /// Of what is done, what was withdrawn before it was received: the on-time rate leaves it out.
    public var withdrawnUnreceived = 0

    public init() {}

    public var received: Int { carriedOver + online + direct + postal }
    public var done: Int { doneEarly + doneOnTime + doneLate }
    public var open: Int { openOnTime + openLate }
    /// How many the on-time rate of Decision 766 judges in the same period.
    public var judged: Int { received + refused - withdrawnUnreceived }
    public var paused: Int { waitingSupplement + waitingPayment + stopped }

    public static func + (left: PeriodCounts, right: PeriodCounts) -> PeriodCounts {
        var sum = left
        for column in columns { sum[keyPath: column] += right[keyPath: column] }
        return sum
    }

    private static var columns: [WritableKeyPath<PeriodCounts, Int>] {
        [
            \.carriedOver, \.online, \.direct, \.postal, \.doneEarly, \.doneOnTime, \.doneLate, \.openOnTime,
            \.openLate, \.waitingSupplement, \.waitingPayment, \.stopped, \.refused, \.withdrawnUnreceived,
        ]
    }

    /// Counts a dossier once on each side, as it stood at the period's end.
    ///
    /// Not counted: what was not received by then, or refused (only `refused` tells of it); what was done, or stopped for
    /// good, before the period.
    ///
    /// - Returns: Whether it was counted.
    @discardableResult
    public mutating func add(
        _ facts: DossierFacts, in period: FigurePeriod, _ statuses: FigureStatuses, _ calendar: WorkCalendar
    ) -> Bool {
        guard facts.ended.map({ $0 >= period.start }) ?? true,
            let last = facts.acts(before: period.end).last, let column = statuses.column(last.status)
        else { return false }
        if column == .refused { refused += 1 }
        guard let received = facts.received(statuses), received < period.end else { return false }
        let limit = { facts.limit(before: period.end, statuses, calendar) }
        switch column {
        case .waiting, .refused: return false
        case .done:
            guard let ending = facts.completion(before: period.end, statuses), ending.at >= period.start
            else { return false }
            let end = ending.at
            if ending.action == ProcessAction.withdraw.rawValue, facts.accepted == nil {
                withdrawnUnreceived += 1
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
