import Forms
import Models

/// A unit's calendar with its line of working time around the present.
struct UnitTime: Sendable {
    let calendar: WorkCalendar
    let line: WorkTimeline
    /// Where the present lies on the line.
    let present: Int
    /// Where the window begins in which dossiers came in.
    let begin: Int

    /// - Parameter workingDays: How many working days before today the window has.
    init(calendar: WorkCalendar, now: Instant, workingDays: Int = DossierGenerator.workingDays) {
        self.calendar = calendar
        let line = WorkTimeline(
            calendar: calendar, from: now.date.adding(days: -max(120, workingDays * 8 / 5)),
            to: now.date.adding(days: 120))
        self.line = line
        // One second before, so that even what happens "now" has happened.
        present = line.position(of: now) - 1
        let past = line.days.filter { $0.date < now.date }
        begin = past.suffix(workingDays).first?.position ?? 0
    }

    /// When a term that begins at a position ends, as a position; nil where the calendar can't say.
    func due(at position: Int, _ time: ServiceTime) -> Int? {
        Deadline.due(
            calendar: calendar, acceptedAt: line.instant(at: position), amount: time.amount, unit: time.unit
        ).dueAt.map(line.position(of:))
    }
}
