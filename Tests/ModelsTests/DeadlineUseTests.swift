import Forms
import Testing

@testable import Models

@Suite("How much of a term is used up, and terms that were extended")
struct DeadlineUseTests {
    private static let calendar = WorkCalendar(
        unit: "u", year: 2026, name: "Giờ hành chính",
        hours: [
            WeekHours(
                weekdays: [1, 2, 3, 4, 5],
                spans: [TimeSpan(from: "08:00", to: "12:00"), TimeSpan(from: "13:00", to: "17:00")]
                    .compactMap(\.self))
        ])

    private static func at(_ text: String) -> Instant {
        Instant(rfc3339: text + ":00+07:00") ?? Instant(seconds: 0)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var at: String
        var unit = AmountUnit.workingDay
        var amount = 5
        var pauses: [Pause] = []
        var extensions: [DeadlineExtension] = []
        var percent: Int?
        var testDescription: String { "\(at) \(unit) \(pauses.count) \(extensions.count)" }
    }

    /// Accepted on Monday 02/11/2026 at 08:00.
    static let rows: [Row] = [
        Row(at: "2026-11-02T08:00", percent: 0),
        Row(at: "2026-11-04T12:00", percent: 50),
        Row(at: "2026-11-06T08:00", percent: 80),
        // A night and a weekend use nothing up.
        Row(at: "2026-11-08T23:00", percent: 100),
        Row(at: "2026-11-09T08:00", percent: 100),
        Row(at: "2026-11-10T08:00", percent: 120),
        Row(at: "2026-11-02T12:00", unit: .sameDay, amount: 1, percent: 50),
        Row(at: "2026-11-03T08:00", unit: .calendarDay, amount: 10, percent: 10),
        // Two days of waiting don't count, neither while they last nor after.
        Row(at: "2026-11-05T08:00", pauses: [Pause(from: at("2026-11-03T08:00"))], percent: 20),
        Row(
            at: "2026-11-06T08:00",
            pauses: [Pause(from: at("2026-11-03T08:00"), to: at("2026-11-05T08:00"))], percent: 40),
        // After one that resets, the measure begins anew.
        Row(
            at: "2026-11-06T08:00",
            pauses: [Pause(from: at("2026-11-03T08:00"), to: at("2026-11-05T08:00"), resume: .reset)],
            percent: 20),
        // Twice the time, half as much used.
        Row(
            at: "2026-11-04T12:00",
            extensions: [.init(at: at("2026-11-03T08:00"), dueAt: at("2026-11-16T08:00"))], percent: 25),
    ]

    @Test("Measured as the due date is", arguments: rows)
    func used(row: Row) {
        let percent = Deadline.usedPercent(
            calendar: Self.calendar, acceptedAt: Self.at("2026-11-02T08:00"), amount: row.amount,
            unit: row.unit,
            pauses: row.pauses, extensions: row.extensions, at: Self.at(row.at))
        #expect(percent == row.percent)
    }

    @Test(
        "Warnings at 50, 80 and 100 percent",
        arguments: [(49, nil), (50, 50), (79, 50), (80, 80), (99, 80), (100, 100), (250, 100)]
            as [(Int, Int?)])
    func warns(percent: Int, warning: Int?) {
        #expect(Deadline.warning(atPercent: percent) == warning)
    }

    @Test("An extension sets the due date, later pauses move it on, a reset does away with it")
    func extends() {
        func due(_ pauses: [Pause]) -> String? {
            Deadline.due(
                calendar: Self.calendar, acceptedAt: Self.at("2026-11-02T08:00"), amount: 5,
                unit: .workingDay,
                pauses: pauses,
                extensions: [.init(at: Self.at("2026-11-05T10:00"), dueAt: Self.at("2026-11-12T10:00"))]
            ).dueAt?.rfc3339
        }
        #expect(due([]) == "2026-11-12T10:00:00+07:00")
        let before = Pause(from: Self.at("2026-11-03T08:00"), to: Self.at("2026-11-04T08:00"))
        #expect(due([before]) == "2026-11-12T10:00:00+07:00")
        let after = Pause(from: Self.at("2026-11-09T08:00"), to: Self.at("2026-11-10T08:00"))
        #expect(due([before, after]) == "2026-11-13T10:00:00+07:00")
        let reset = Pause(from: Self.at("2026-11-09T08:00"), to: Self.at("2026-11-10T08:00"), resume: .reset)
        #expect(due([reset]) == "2026-11-17T08:00:00+07:00")
        #expect(due([Pause(from: Self.at("2026-11-09T08:00"))]) == nil)
    }
}
