import Forms

/// One run of the clock: a start, and a due moment that pauses push on.
struct DeadlineClock {
    let reckoning: Reckoning
    let unit: AmountUnit
    let amount: Int
    /// The acceptance, or the end of the last reset.
    private(set) var beganAt = Instant(seconds: 0)
    /// That moment moved into working hours.
    private(set) var startedAt = Instant(seconds: 0)
    /// For calendar days not yet moved to a working day, so that pauses add up exactly.
    private var reached: Instant?

    init(reckoning: Reckoning, unit: AmountUnit, amount: Int) {
        self.reckoning = reckoning
        self.unit = unit
        self.amount = amount
    }

    var dueAt: Instant? {
        guard let reached, reached.date.epochDay <= Reckoning.horizon else { return nil }
        return unit == .calendarDay ? movedToWorkingDay(reached) : reached
    }

    /// The day off on which a term in calendar days ends, so that it falls due later.
    var endedOff: LocalDate? {
        guard unit == .calendarDay, let reached, !reckoning.isWorking(reached.date) else { return nil }
        return reached.date
    }

    /// Whether a same-day matter came too late in the day.
    var startedLate: Bool {
        unit == .sameDay && startedAt.secondOfDay > Deadline.lastSameDaySecond
    }

    /// Counts the whole term from a moment. False where the calendar has no working time left.
    mutating func start(at moment: Instant) -> Bool {
        guard let opening = reckoning.opening(moment) else { return false }
        beganAt = moment
        startedAt = opening
        reached = due(from: opening)
        return reached != nil
    }

    /// Sets the due moment anew, as somebody who may has decided.
    mutating func extend(to moment: Instant) {
        reached = moment
    }

    /// Pushes the due moment on by a pause, and tells by how many seconds; none where the term had run out.
    mutating func pause(from: Instant, to: Instant) -> Int {
        guard let due = dueAt, let current = reached, from < due else { return 0 }
        let begin = max(from, startedAt)
        if unit == .calendarDay {
            let seconds = Int(to.seconds - begin.seconds)
            // A term that waits for a working day when the pause begins goes on no sooner than the pause ends.
            reached = max(current.adding(seconds: seconds), to)
            return seconds
        }
        let seconds = reckoning.workingSeconds(from: begin, to: to)
        reached = reckoning.adding(seconds, to: current, atOpening: unit == .workingDay)
        return seconds
    }

    private func due(from start: Instant) -> Instant? {
        switch unit {
        case .workingDay:
            var day = start.date
            for _ in 0..<amount {
                guard let next = reckoning.workingDay(after: day) else { return nil }
                day = next
            }
            return reckoning.opening(Reckoning.instant(day, start.secondOfDay))
        case .workingHour:
            return reckoning.adding(amount * 3600, to: start, atOpening: false)
        case .calendarDay:
            return start.adding(seconds: amount * 86_400)
        case .sameDay:
            guard startedLate else { return reckoning.closing(start.date) }
            return reckoning.workingDay(after: start.date).flatMap(reckoning.closing)
        }
    }

    /// Ends on a working day and inside its hours.
    ///
    /// From a day off it goes to the same clock time of the next working day, at the latest to its closing;
    /// from outside the hours of a working day to the next opening.
    private func movedToWorkingDay(_ moment: Instant) -> Instant? {
        if reckoning.isWorking(moment.date) { return reckoning.opening(moment) }
        guard let day = reckoning.workingDay(after: moment.date), let closing = reckoning.closing(day)
        else { return nil }
        let sameTime = Reckoning.instant(day, moment.secondOfDay)
        return sameTime >= closing ? closing : reckoning.opening(sameTime)
    }
}
