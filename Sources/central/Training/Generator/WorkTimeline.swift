import Forms
import Models

/// A calendar's working time as one line of seconds, worked out once per day: so that thousands of dossiers
/// can be spread over working hours without asking the calendar again.
struct WorkTimeline: Sendable {
    private struct Stretch {
        /// Working seconds before it.
        var position: Int
        var start: Instant
        var length: Int
    }

    private var stretches: [Stretch] = []
    /// The working days, in order, with their first position.
    private(set) var days: [(date: LocalDate, position: Int, length: Int)] = []

    init(calendar: WorkCalendar, from: LocalDate, to: LocalDate) {
        let off = Set(calendar.daysOff.map(\.date))
        let makeup = Set(calendar.makeupDays.map(\.date))
        var spans: [Int: [TimeSpan]] = [:]
        for hours in calendar.hours {
            for weekday in hours.weekdays { spans[weekday, default: []] += hours.spans }
        }
        var position = 0
        var date = from
        while date <= to {
            let weekday = makeup.contains(date) ? 1 : date.weekday
            let open = off.contains(date) && !makeup.contains(date) ? [] : spans[weekday] ?? []
            let first = position
            for span in open.sorted(by: { $0.from < $1.from }) {
                let length = (span.to - span.from) * 60
                let start = Instant(date: date, hour: 0, minute: span.from)
                stretches.append(Stretch(position: position, start: start, length: length))
                position += length
            }
            if position > first { days.append((date, first, position - first)) }
            date = date.adding(days: 1)
        }
    }

    /// The moment after that many working seconds; held within the line.
    func instant(at position: Int) -> Instant {
        guard let stretch = stretch(where: { $0.position <= position }) else {
            return stretches.first?.start ?? Instant(seconds: 0)
        }
        return stretch.start.adding(seconds: min(max(position - stretch.position, 0), stretch.length - 1))
    }

    /// The working seconds before a moment.
    func position(of instant: Instant) -> Int {
        guard let stretch = stretch(where: { $0.start <= instant }) else { return 0 }
        return stretch.position + min(Int(instant.seconds - stretch.start.seconds), stretch.length)
    }

    /// The last stretch that a condition holds for, which must hold for all before it too.
    private func stretch(where holds: (Stretch) -> Bool) -> Stretch? {
        var low = 0
        var high = stretches.count
        while low < high {
            let middle = (low + high) / 2
            if holds(stretches[middle]) { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : stretches[low - 1]
    }
}
