import Forms
import Models
import Testing

/// Calendars other than the plain one; the expected moments are counted by hand.
@Suite("Deadlines on other calendars")
struct OtherCalendarTests {
    /// The default hours of the systems in use, and a desk open on Saturday morning.
    private static let early = WorkCalendar(
        unit: "A", name: "sớm",
        hours: [
            WeekHours(
                weekdays: [1, 2, 3, 4, 5],
                spans: NationalCalendar.spans(("07:00", "11:30"), ("13:30", "17:00")))
        ],
        daysOff: NationalCalendar.calendar.daysOff)
    private static let saturday = WorkCalendar(
        unit: "B", name: "sáng thứ Bảy",
        hours: [
            WeekHours(
                weekdays: [1, 2, 3, 4, 5],
                spans: NationalCalendar.spans(("13:00", "17:00"), ("08:00", "12:00"))),
            WeekHours(weekdays: [6], spans: NationalCalendar.spans(("08:00", "12:00"))),
        ],
        daysOff: NationalCalendar.calendar.daysOff, makeupDays: NationalCalendar.calendar.makeupDays)

    private static let rows: [(WorkCalendar, String, Int, AmountUnit, String)] = [
        // An arrival at lunch counts from 13:30; adding instead of setting was a known bug.
        (early, "2026-10-05T12:00", 1, .workingDay, "13:30 06/10/2026"),
        (early, "2026-10-05T11:29", 1, .workingDay, "11:29 06/10/2026"),
        (early, "2026-10-05T06:59", 1, .workingDay, "07:00 06/10/2026"),
        (early, "2026-10-05T17:00", 1, .workingDay, "07:00 07/10/2026"),
        (early, "2026-10-05T11:00", 1, .workingHour, "14:00 05/10/2026"),
        (early, "2026-10-05T07:00", 8, .workingHour, "17:00 05/10/2026"),
        (early, "2026-10-05T16:30", 8, .workingHour, "16:30 06/10/2026"),
        (early, "2026-10-05T14:59", 1, .sameDay, "17:00 05/10/2026"),
        // Saturday counts as a working day; where its hours end before the clock time, the next opening.
        (saturday, "2026-10-09T09:00", 1, .workingDay, "09:00 10/10/2026"),
        (saturday, "2026-10-09T14:00", 1, .workingDay, "08:00 12/10/2026"),
        (saturday, "2026-10-10T11:00", 1, .workingDay, "11:00 12/10/2026"),
        (saturday, "2026-10-10T13:00", 1, .workingDay, "08:00 13/10/2026"),
        (saturday, "2026-10-10T09:00", 1, .sameDay, "12:00 10/10/2026"),
        (saturday, "2026-10-09T15:30", 1, .sameDay, "12:00 10/10/2026"),
        (saturday, "2026-10-09T16:00", 3, .workingHour, "10:00 10/10/2026"),
        (saturday, "2026-10-05T15:00", 5, .calendarDay, "08:00 12/10/2026"),
        (saturday, "2026-10-05T15:00", 6, .calendarDay, "15:00 12/10/2026"),
        // A make-up Saturday has the hours of a whole day.
        (saturday, "2026-08-21T14:00", 1, .workingDay, "14:00 22/08/2026"),
        (saturday, "2026-08-22T14:30", 1, .sameDay, "17:00 22/08/2026"),
    ]

    @Test("Hand-counted", arguments: rows.indices)
    func handCounted(_ row: Int) throws {
        let (calendar, moment, amount, unit, due) = Self.rows[row]
        let accepted = try #require(Instant(rfc3339: moment + ":00+07:00"))
        let result = Deadline.due(
            calendar: calendar, acceptedAt: accepted, amount: amount, unit: unit)
        #expect(result.dueAt?.display == due, "\(calendar.name) \(accepted.display)")
    }

    @Test("Seconds are kept")
    func seconds() throws {
        let accepted = try #require(Instant(rfc3339: "2026-11-23T09:41:07+07:00"))
        let due = Deadline.due(
            calendar: NationalCalendar.calendar, acceptedAt: accepted, amount: 1, unit: .workingDay
        ).dueAt
        #expect(due?.rfc3339 == "2026-11-25T09:41:07+07:00")
    }
}
