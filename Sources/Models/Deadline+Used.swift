import Forms

extension Deadline {
    /// The thresholds at which an officer is warned, in percent of the term.
    public static let warnings = [50, 80, 100]

    /// How much of the term was used up at a moment, in percent, pauses left out; over 100 when it has run out.
    ///
    /// Measured as the due date is: in open time for the working units, in plain time for calendar days. After a pause
    /// that says `reset` the measure begins anew. While a pause is open it stands where it stood when the pause began.
    /// Nil where there is no due date that it could be held against.
    public static func usedPercent(
        calendar: WorkCalendar, acceptedAt: Instant, amount: Int, unit: AmountUnit, pauses: [Pause] = [],
        extensions: [DeadlineExtension] = [], at moment: Instant
    ) -> Int? {
        let all = merged(pauses)
        let open = all.first { $0.to == nil }
        let closed = all.filter { $0.to != nil }
        let moment = open.map { min($0.from, moment) } ?? moment
        let due = due(
            calendar: calendar, acceptedAt: acceptedAt, amount: amount, unit: unit, pauses: closed,
            extensions: extensions
        ).dueAt
        guard let due else { return nil }
        let start = closed.last { $0.resume == .reset }?.to ?? acceptedAt
        let reckoning = Reckoning(calendar)
        func span(_ from: Instant, _ to: Instant) -> Int {
            guard from < to else { return 0 }
            return unit == .calendarDay
                ? Int(to.seconds - from.seconds) : reckoning.workingSeconds(from: from, to: to)
        }
        func used(until end: Instant) -> Int {
            let paused = closed.reduce(0) { sum, pause in
                sum + span(max(pause.from, start), min(pause.to ?? end, end))
            }
            return max(span(start, end) - paused, 0)
        }
        let total = used(until: due)
        guard total > 0 else { return moment >= due ? 100 : 0 }
        return min(used(until: moment) * 100 / total, 100_000)
    }

    /// How many working days have begun since the day on which something was due: none on that day itself, and none that
    /// lies within a pause, but for those on which it began and ended.
    public static func workingDaysLate(
        calendar: WorkCalendar, due: Instant, pauses: [Pause] = [], at moment: Instant
    ) -> Int {
        let reckoning = Reckoning(calendar)
        func waits(_ day: LocalDate) -> Bool {
            pauses.contains { pause in pause.from.date < day && pause.to.map { day < $0.date } ?? true }
        }
        var (day, count) = (due.date, 0)
        while let next = reckoning.workingDay(after: day), next <= moment.date {
            day = next
            if !waits(next) { count += 1 }
        }
        return count
    }

    /// The highest threshold that a share of the term has reached; nil below the first.
    public static func warning(atPercent percent: Int) -> Int? {
        warnings.last { percent >= $0 }
    }
}
