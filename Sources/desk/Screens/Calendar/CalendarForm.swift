import APIClient
import Forms
import Models
import TUI

/// What a change of a calendar asks: whose and which year, then the days of that year.
enum CalendarForm {
    enum ID {
        static let unit = "unit"
        static let code = "code"
        static let year = "year"
        static let off = "days_off"
        static let makeup = "makeup_days"
        static let day = "day"
        static let name = "name"
        static let proposed = "proposed"
        static let provisional = "provisional"
        static let reason = "reason"
    }

    /// The choice of a calendar that is not among those offered.
    static let other = "-"

    /// - Parameter units: To choose from; the officer's own first.
    static func choice(_ units: [UnitRef], year: Int) -> FormDefinition {
        let options =
            units.map { Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))")) }
            + [Option(value: other, label: Strings.Calendar.other)]
        return definition(
            "desk-calendar", Strings.Calendar.title,
            [
                FormGroup(
                    id: "calendar", title: Strings.Calendar.which,
                    fields: [
                        Field(
                            id: ID.unit, label: Strings.Calendar.unit,
                            kind: .dropdown(.fixed(options), multiple: false, empty: Strings.Common.empty),
                            required: .always, help: Strings.Calendar.unitHelp, width: 60),
                        Field(
                            id: ID.code, label: Strings.Calendar.code, kind: .text(TextRule(maxLength: 40)),
                            required: .always,
                            visibleWhen: ApplicantForm.condition("\(ID.unit) == '\(other)'"),
                            help: Strings.Calendar.codeHelp, width: 24),
                        Field(
                            id: ID.year, label: Strings.Calendar.year,
                            kind: .spinBox(NumberRule(min: year - 2, max: year + 2)), required: .always,
                            help: Strings.Calendar.yearHelp, width: 8, initial: .number(year)),
                    ])
            ])
    }

    static func days(_ title: Phrase, year: Int) -> FormDefinition {
        let bounds = DateRule(
            min: LocalDate(year: year, month: 1, day: 1).map(DateBound.date),
            max: LocalDate(year: year, month: 12, day: 31).map(DateBound.date))
        func list(_ id: String, _ title: Phrase, _ help: Phrase) -> FormGroup {
            FormGroup(
                id: id, title: title, help: help,
                fields: [
                    Field(id: ID.day, label: Strings.Calendar.day, kind: .date(bounds), required: .always),
                    Field(
                        id: ID.name, label: Strings.Calendar.name, kind: .text(TextRule(maxLength: 200)),
                        required: .always, width: 44),
                    Field(id: ID.proposed, label: Strings.Calendar.proposed, kind: .checkbox),
                ],
                repeats: Repeats(
                    max: 60, addLabel: Strings.Calendar.add, removeLabel: Strings.Calendar.remove))
        }
        return definition(
            "desk-calendar-days", title,
            [
                FormGroup(
                    id: "change", title: Strings.Calendar.change,
                    fields: [
                        Field(
                            id: ID.reason, label: Strings.Calendar.reason,
                            kind: .text(TextRule()), required: .always,
                            help: Strings.Calendar.reasonHelp),
                        Field(
                            id: ID.provisional, label: Strings.Calendar.provisional, kind: .checkbox),
                    ]), list(ID.off, Strings.Calendar.off, Strings.Calendar.offHelp),
                list(ID.makeup, Strings.Calendar.makeup, Strings.Calendar.makeupHelp),
            ])
    }

    private static func definition(_ id: String, _ title: Phrase, _ groups: [FormGroup]) -> FormDefinition {
        FormDefinition(
            id: id, version: 1, title: title,
            pages: [FormPage(id: "calendar", title: title, groups: groups)])
    }

    // MARK: - Answers

    static func answers(_ calendar: WorkCalendar, year: Int) -> Answers {
        func rows(_ days: [CalendarDay]) -> Answer {
            .rows(
                days.sorted { $0.date < $1.date }.map { day in
                    [
                        ID.day: .text(day.date.iso), ID.name: .text(day.name),
                        ID.proposed: .flag(day.provisional == true),
                    ]
                })
        }
        return [
            ID.off: rows(calendar.daysOff), ID.makeup: rows(calendar.makeupDays),
            ID.provisional: .flag(calendar.provisional.contains(year)),
        ]
    }

    static func request(_ answers: Answers) -> CalendarPut {
        func flag(_ answers: Answers, _ id: String) -> Bool { answers[id] == .flag(true) }
        func days(_ id: String) -> [CalendarDay] {
            answers.rows(id).compactMap { row in
                guard let date = row.text(ID.day).flatMap({ LocalDate(iso: $0) }) else { return nil }
                return CalendarDay(
                    date: date, name: row.text(ID.name) ?? "",
                    provisional: flag(row, ID.proposed) ? true : nil)
            }
        }
        return CalendarPut(
            daysOff: days(ID.off), makeupDays: days(ID.makeup),
            provisional: flag(answers, ID.provisional), reason: answers.text(ID.reason) ?? "")
    }

    /// What the server objects to, at the fields that it means.
    static func errors(_ error: APIError) -> [FieldError] {
        guard case .problem(let refusal) = error else { return [] }
        return (refusal.errors ?? []).compactMap { fault in
            path(of: fault.pointer).map { path in
                FieldError(
                    path: path,
                    issue: FieldIssue(
                        code: fault.code, message: Phrase(vi: fault.message),
                        hint: fault.hint.map { Phrase(vi: $0) }))
            }
        }
    }

    /// The field that a place of the request stands at; nil where it stands at none.
    static func path(of pointer: String) -> FieldPath? {
        let parts = pointer.split(separator: "/").map(String.init)
        guard let first = parts.first else { return nil }
        guard [ID.off, ID.makeup].contains(first) else { return FieldPath(first) }
        guard parts.count > 1, let row = Int(parts[1]) else { return FieldPath(first) }
        return FieldPath(parts.last == "name" ? ID.name : ID.day, group: first, row: row)
    }
}
