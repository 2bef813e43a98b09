import Forms

/// An answer as people read it: dates DD/MM/YYYY, the labels of options, amounts with their points.
public enum AnswerText {
    /// The name of an item of a reference set, nil where the set does not have it.
    public typealias ReferenceNames = (_ set: String, _ code: String) -> String?

    /// Empty for no answer. An answer that does not fit its field is shown as it is.
    public static func of(
        _ answer: Answer?, _ field: Field, names: ReferenceNames = { _, _ in nil }
    ) -> String {
        switch (answer, field.kind) {
        case (nil, _), (_, .password): ""
        case (.text(let text), .date): LocalDate(iso: text)?.display ?? text
        case (.text(let text), .dateRange): DateRange(iso: text)?.display ?? text
        case (.text(let text), .time(let rule)): LocalTime(iso: text)?.display(clock: rule.clock) ?? text
        case (.text(let text), .timeRange(let rule)):
            TimeRange(iso: text)?.display(clock: rule.clock) ?? text
        case (.text(let text), let kind): label(text, kind, names)
        case (.number(let number), .money): Money(dong: number).display
        case (.number(let number), .slider(let rule)):
            ([String(number)] + (rule.unit.map { [$0.vi] } ?? [])).joined(separator: " ")
        case (.number(let number), _): String(number)
        case (.flag(let flag), _): flag ? "có" : "không"
        case (.choices(let values), let kind):
            values.map { label($0, kind, names) }.joined(separator: ", ")
        case (.rows(let rows), .files):
            rows.map { FileAnswer($0)?.name ?? $0.text("name") ?? "?" }.joined(separator: ", ")
        case (.rows(let rows), _): "\(rows.count) dòng"
        }
    }

    private static func label(_ value: String, _ kind: FieldKind, _ names: ReferenceNames) -> String {
        switch kind {
        case .radio(let options), .checkboxes(let options), .dropdown(.fixed(let options), _, _):
            label(value, options)
        case .search(.fixed(let options), let popular): label(value, options + popular)
        case .dropdown(.reference(let set, _), _, _): names(set, value) ?? value
        case .search(.reference(let set, _), let popular):
            names(set, value) ?? label(value, popular)
        default: value
        }
    }

    private static func label(_ value: String, _ options: [Option]) -> String {
        options.first { $0.value == value }?.label.vi ?? value
    }
}
