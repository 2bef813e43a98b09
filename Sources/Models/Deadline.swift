import Forms

/// The deadline clock: when something accepted at a moment falls due.
///
/// - Acceptance outside working hours counts from the next opening.
/// - `workingDay`: the n-th working day after that of acceptance, at the clock time of acceptance.
/// - `calendarDay`: n days on at that clock time; a term that ends on a day off falls due on the next working
///   day.
/// - `sameDay`: at closing time; accepted after 15:00, at the closing of the next working day.
/// - `workingHour`: open hours only, so a lunch break does not count.
///
/// Pauses are measured by the same calendar: open time for the working units, plain time for calendar days.
/// Overlapping ones count once. After one that says `reset` the whole term is counted anew from its end. A
/// pause that begins when the term has already run out does not bring it back. While a pause is open there is
/// no due date, unless it had passed when the pause began: then that one stands, for what was late stays late.
public enum Deadline {
    /// Longer terms are counted as this many; the longest in law is some hundred days.
    static let maximumAmount = 20_000
    /// Same-day matters accepted later are due on the next working day (NĐ 118/2025/NĐ-CP).
    static let lastSameDaySecond = 15 * 3600

    /// When a term that began at a moment falls due, with the reckoning in words.
    ///
    /// An extension sets the due moment anew; pauses that begin after it push that one on, and a pause that says `reset`
    /// counts the term of the law anew.
    public static func due(
        calendar: WorkCalendar, acceptedAt: Instant, amount: Int, unit: AmountUnit, pauses: [Pause] = [],
        extensions: [DeadlineExtension] = []
    ) -> DeadlineResult {
        var clock = DeadlineClock(
            reckoning: Reckoning(calendar), unit: unit, amount: min(max(amount, 0), maximumAmount))
        var words = DeadlineWords(calendar: calendar)
        guard clock.start(at: acceptedAt) else {
            return DeadlineResult(dueAt: nil, explanation: words.never())
        }
        words.accepted(acceptedAt, counted: clock.startedAt)
        words.term(clock)
        var extensions = extensions.sorted { $0.at < $1.at }[...]
        func extend(before moment: Instant?) {
            while let next = extensions.first, moment.map({ next.at <= $0 }) ?? true {
                clock.extend(to: next.dueAt)
                words.extended(next)
                extensions = extensions.dropFirst()
            }
        }
        for pause in merged(pauses) {
            extend(before: pause.from)
            guard let end = pause.to else {
                let missed = clock.dueAt.flatMap { $0 <= pause.from ? $0 : nil }
                words.open(pause, missed: missed)
                return DeadlineResult(dueAt: missed, explanation: words.sentences)
            }
            guard end > clock.startedAt else { continue }
            switch pause.resume {
            case .reset:
                guard clock.start(at: end) else {
                    return DeadlineResult(dueAt: nil, explanation: words.never())
                }
                words.reset(pause, until: end, counted: clock.startedAt)
            case .continue:
                let measured = clock.pause(from: pause.from, to: end)
                words.paused(pause, until: end, seconds: measured, unit: unit)
            }
        }
        extend(before: nil)
        guard let due = clock.dueAt else { return DeadlineResult(dueAt: nil, explanation: words.never()) }
        words.counted(clock, to: due)
        words.due(due)
        return DeadlineResult(dueAt: due, explanation: words.sentences)
    }

    /// In order, none touching another. Where one of several says `reset`, the whole does.
    static func merged(_ pauses: [Pause]) -> [Pause] {
        var result: [Pause] = []
        let sorted = pauses.filter { pause in pause.to.map { $0 > pause.from } ?? true }
            .sorted { $0.from < $1.from }
        for pause in sorted {
            guard var last = result.last, last.to.map({ pause.from <= $0 }) ?? true else {
                result.append(pause)
                continue
            }
            if let end = last.to { last.to = pause.to.map { max($0, end) } }
            if pause.resume == .reset { last.resume = .reset }
            result[result.count - 1] = last
        }
        return result
    }
}
