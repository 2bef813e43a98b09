import Forms

/// A calendar made ready for counting. All answers are to the second.
///
/// An opening span holds its first second and not its last: at 12:00 sharp a desk that closes at noon is
/// closed.
struct Reckoning {
    private let spansByWeekday: [[ClosedRange<Int>]]
    private let off: [LocalDate: CalendarDay]
    private let makeup: [LocalDate: CalendarDay]
    /// No term is followed further; the dates of the law end long before.
    static let horizon = LocalDate(year: 2200, month: 1, day: 1)?.epochDay ?? 84_006

    init(_ calendar: WorkCalendar) {
        var spans: [[ClosedRange<Int>]] = Array(repeating: [], count: 8)
        for hours in calendar.hours {
            for weekday in hours.weekdays where (1...7).contains(weekday) {
                spans[weekday] += hours.spans.map { $0.from * 60...$0.to * 60 }
            }
        }
        spansByWeekday = spans.map { $0.sorted { $0.lowerBound < $1.lowerBound } }
        off = Dictionary(calendar.daysOff.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
        makeup = Dictionary(
            calendar.makeupDays.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The opening spans of a day, in seconds since midnight. A make-up day has a Monday's, and wins over a
    /// day off.
    func spans(_ date: LocalDate) -> [ClosedRange<Int>] {
        if makeup[date] != nil {
            let own = spansByWeekday[date.weekday]
            return spansByWeekday[1].isEmpty ? own : spansByWeekday[1]
        }
        return off[date] == nil ? spansByWeekday[date.weekday] : []
    }

    func isWorking(_ date: LocalDate) -> Bool {
        !spans(date).isEmpty
    }

    func dayOff(_ date: LocalDate) -> CalendarDay? {
        makeup[date] == nil && !spansByWeekday[date.weekday].isEmpty ? off[date] : nil
    }

    func makeupDay(_ date: LocalDate) -> CalendarDay? {
        spansByWeekday[date.weekday].isEmpty || off[date] != nil ? makeup[date] : nil
    }

    /// The first working day after a day; nil where there is none within the horizon.
    func workingDay(after date: LocalDate) -> LocalDate? {
        var day = date.epochDay + 1
        while day <= Self.horizon {
            let candidate = LocalDate(epochDay: day)
            if isWorking(candidate) { return candidate }
            day += 1
        }
        return nil
    }

    /// The moment itself where the desk is open, else the next opening.
    func opening(_ instant: Instant) -> Instant? {
        let date = instant.date
        let second = instant.secondOfDay
        for span in spans(date) where second < span.upperBound {
            return second >= span.lowerBound ? instant : Self.instant(date, span.lowerBound)
        }
        guard let next = workingDay(after: date), let first = spans(next).first else { return nil }
        return Self.instant(next, first.lowerBound)
    }

    func closing(_ date: LocalDate) -> Instant? {
        spans(date).last.map { Self.instant(date, $0.upperBound) }
    }

    /// Open seconds between two moments.
    func workingSeconds(from start: Instant, to end: Instant) -> Int {
        guard start < end else { return 0 }
        var total = 0
        var day = start.date.epochDay
        let last = min(end.date.epochDay, Self.horizon)
        while day <= last {
            let date = LocalDate(epochDay: day)
            let low = date == start.date ? start.secondOfDay : 0
            let high = date == end.date ? end.secondOfDay : 86_400
            for span in spans(date) {
                total += max(0, min(high, span.upperBound) - max(low, span.lowerBound))
            }
            day += 1
        }
        return total
    }

    /// Where a number of open seconds ends.
    ///
    /// - Parameter atOpening: What to say where the last second is also the last before a break: the next
    ///   opening (terms in days, which fall due inside working hours) or the closing (terms in hours).
    func adding(_ seconds: Int, to start: Instant, atOpening: Bool) -> Instant? {
        guard seconds > 0 else { return start }
        var remaining = seconds
        var moment = start
        while let open = opening(moment) {
            let date = open.date
            let second = open.secondOfDay
            guard let span = spans(date).first(where: { $0.lowerBound <= second && second < $0.upperBound })
            else { return nil }
            let available = span.upperBound - second
            if remaining < available || remaining == available && !atOpening {
                return open.adding(seconds: remaining)
            }
            remaining -= available
            moment = Self.instant(date, span.upperBound)
            if remaining == 0 { return opening(moment) }
        }
        return nil
    }

    static func instant(_ date: LocalDate, _ second: Int) -> Instant {
        Instant(date: date, hour: 0, minute: 0, second: second)
    }
}

extension WorkCalendar {
    /// Whether the desk is open on a day at all.
    public func isWorking(_ date: LocalDate) -> Bool { Reckoning(self).isWorking(date) }

    /// Whether the desk is open at a moment. The last second of a span belongs to it: terms in hours end there.
    public func isOpen(at moment: Instant) -> Bool {
        Reckoning(self).spans(moment.date).contains { $0.contains(moment.secondOfDay) }
    }

    /// The hours of a day: "07:30–11:30, 13:00–17:00"; empty where it is a day off.
    public func hoursText(on date: LocalDate) -> String {
        func clock(_ second: Int) -> String { Reckoning.instant(date, second).clock }
        return Reckoning(self).spans(date).map { "\(clock($0.lowerBound))–\(clock($0.upperBound))" }
            .joined(separator: ", ")
    }

    /// The first day after a day on which the desk is open; nil where there is none as far as terms are followed.
    public func workingDay(after date: LocalDate) -> LocalDate? { Reckoning(self).workingDay(after: date) }
}
