import Forms
import Models

/// The work calendars, and which unit follows which.
struct CalendarCatalogue: Codable, Sendable {
    struct Entry: Codable, Sendable {
        var code: String
        var calendar: WorkCalendar
    }

    /// A unit that does not follow the default calendar.
    struct Assignment: Codable, Sendable {
        var unit: String
        /// The code of an entry.
        var calendar: String
        var from: LocalDate
    }

    var format: Int
    var version: Int
    var source: String
    /// The code of the calendar of every unit without an assignment.
    var `default`: String
    var items: [Entry]
    var assignments: [Assignment]

    /// The calendar that a unit follows on a day, under the unit's name; nil only in a set that was not
    /// checked.
    func calendar(of unit: String, on day: LocalDate) -> WorkCalendar? {
        let own = assignments.filter { $0.unit == unit && $0.from <= day }.max { $0.from < $1.from }
        let code = own?.calendar ?? self.default
        guard var calendar = items.first(where: { $0.code == code })?.calendar else { return nil }
        calendar.unit = unit
        return calendar
    }
}
