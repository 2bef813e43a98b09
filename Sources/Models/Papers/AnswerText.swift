import Forms

/// An answer as people read it, on paper and on the screen: dates DD/MM/YYYY, the labels of options, amounts with their
/// points. A password is never shown.
public enum AnswerText {
    /// The name of an item of a reference set, nil where the set does not have it.
    public typealias ReferenceNames = (_ set: String, _ code: String) -> String?

    /// What stands for a password, whatever it is.
    public static let hidden = "•••"

    /// Empty for no answer. An answer that does not fit its field is shown as it is.
    ///
    /// - Parameter field: Nil for an answer that the form does not know.
    public static func of(
        _ answer: Answer?, _ field: Field?, language: Language = .vi,
        names: ReferenceNames = { _, _ in nil }
    ) -> String {
        switch (answer, field?.kind) {
        case (nil, _): ""
        case (_, .password): hidden
        case (.text(let text), .date): LocalDate(iso: text)?.display ?? text
        case (.text(let text), .dateRange): DateRange(iso: text)?.display ?? text
        case (.text(let text), .time(let rule)): LocalTime(iso: text)?.display(clock: rule.clock) ?? text
        case (.text(let text), .timeRange(let rule)):
            TimeRange(iso: text)?.display(clock: rule.clock) ?? text
        case (.text(let text), let kind): label(text, kind, language, names)
        case (.number(let number), .money): Money(dong: number).display
        case (.number(let number), .slider(let rule)):
            ([String(number)] + (rule.unit.map { [$0.text(language)] } ?? [])).joined(separator: " ")
        case (.number(let number), _): String(number)
        case (.flag(let flag), _): (flag ? yes : no).text(language)
        case (.choices(let values), let kind):
            values.map { label($0, kind, language, names) }.joined(separator: ", ")
        case (.rows(let rows), .files):
            rows.map { FileAnswer($0)?.name ?? $0.text("name") ?? plain($0, language) }
                .joined(separator: ", ")
        case (.rows(let rows), _): rows.map { plain($0, language) }.joined(separator: "; ")
        }
    }

    private static let yes = Phrase("có", en: "yes")
    private static let no = Phrase("không", en: "no")

    /// A row of unknown fields, so that nothing is hidden.
    private static func plain(_ row: Answers, _ language: Language) -> String {
        row.values.sorted { $0.key < $1.key }.map { "\($0.key): \(of($0.value, nil, language: language))" }
            .joined(separator: ", ")
    }

    private static func label(
        _ value: String, _ kind: FieldKind?, _ language: Language, _ names: ReferenceNames
    ) -> String {
        func label(_ options: [Option]) -> String {
            options.first { $0.value == value }?.label.text(language) ?? value
        }
        return switch kind {
        case .radio(let options), .checkboxes(let options), .dropdown(.fixed(let options), _, _):
            label(options)
        case .search(.fixed(let options), let popular): label(options + popular)
        case .dropdown(.reference(let set, _), _, _): names(set, value) ?? value
        case .search(.reference(let set, _), let popular): names(set, value) ?? label(popular)
        default: value
        }
    }
}
