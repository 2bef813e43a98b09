import Forms

/// An answer as people read it: dates DD/MM/YYYY, the labels of options, amounts with their points.
enum AnswerText {
    static func of(_ answer: Forms.Answer?, _ field: Field) -> String {
        switch (answer, field.kind) {
        case (nil, _): ""
        case (.text(let text), .date): LocalDate(iso: text)?.display ?? text
        case (.text(let text), .dateRange): DateRange(iso: text)?.display ?? text
        case (.text(let text), .time(let rule)): LocalTime(iso: text)?.display(clock: rule.clock) ?? text
        case (.text(let text), .timeRange(let rule)):
            TimeRange(iso: text)?.display(clock: rule.clock) ?? text
        case (.text(let text), .search(.fixed(let options), _)): label(text, options)
        case (.rows(let rows), .files):
            rows.compactMap { FileAnswer($0)?.name }.joined(separator: ", ")
        case (.text(let text), .radio(let options)), (.text(let text), .dropdown(.fixed(let options), _, _)):
            label(text, options)
        case (.text(let text), _): text
        case (.number(let number), .money): Money(dong: number).display
        case (.number(let number), _): String(number)
        case (.flag(let flag), _): flag ? "có" : "không"
        case (.choices(let values), .checkboxes(let options)),
            (.choices(let values), .dropdown(.fixed(let options), _, _)):
            values.map { label($0, options) }.joined(separator: ", ")
        case (.choices(let values), _): values.joined(separator: ", ")
        case (.rows(let rows), _): "\(rows.count) dòng"
        }
    }

    private static func label(_ value: String, _ options: [Option]) -> String {
        options.first { $0.value == value }?.label.text(.vi) ?? value
    }
}
