import Forms

/// Answers of a form as lines of label and value, in the form's order; what the form does not know comes
/// last under its bare name, so that nothing is hidden.
struct AnswerLines {
    struct Line: Equatable {
        var label: String
        var value: String
    }

    var form: FormDefinition?
    var language: Language

    func lines(_ answers: Answers) -> [Line] {
        var lines: [Line] = []
        var seen: Set<String> = []
        for group in form?.groups ?? [] {
            if group.repeats != nil {
                for (index, row) in answers.rows(group.id).enumerated() {
                    for field in group.fields {
                        if let line = line(field, row[field.id], number: index + 1) { lines.append(line) }
                    }
                }
                seen.insert(group.id)
            } else {
                for field in group.fields {
                    if let line = line(field, answers[field.id], number: nil) { lines.append(line) }
                    seen.insert(field.id)
                }
            }
        }
        for (id, answer) in answers.values.sorted(by: { $0.key < $1.key }) where !seen.contains(id) {
            lines.append(Line(label: id, value: text(answer, field: nil)))
        }
        return lines
    }

    private func line(_ field: Field, _ answer: Answer?, number: Int?) -> Line? {
        guard let answer, !answer.isEmpty else { return nil }
        let label = field.label.text(language)
        return Line(
            label: number.map { "\(label) (\($0))" } ?? label, value: text(answer, field: field))
    }

    /// One answer as people read it.
    func shown(_ answer: Answer, of field: Field?) -> String { text(answer, field: field) }

    private func text(_ answer: Answer, field: Field?) -> String {
        switch answer {
        case .text(let text):
            return moment(text, field) ?? label(of: text, in: field) ?? text
        case .number(let number):
            if case .money = field?.kind { return Money(dong: number).display }
            return "\(number)"
        case .flag(let flag): return (flag ? Strings.Common.yes : Strings.Common.no).text(language)
        case .choices(let values):
            return values.map { label(of: $0, in: field) ?? $0 }.joined(separator: ", ")
        case .rows(let rows):
            if case .files = field?.kind {
                return rows.map { FileAnswer($0).map { $0.name } ?? text(.rows([$0]), field: nil) }
                    .joined(separator: ", ")
            }
            return rows.map { row in
                row.values.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value, field: nil))" }
                    .joined(separator: ", ")
            }.joined(separator: "; ")
        }
    }

    /// A date, a time or a range of them as people write it; nil for other fields.
    private func moment(_ text: String, _ field: Field?) -> String? {
        switch field?.kind {
        case .date: LocalDate(iso: text)?.display
        case .dateRange: DateRange(iso: text)?.display
        case .time(let rule): LocalTime(iso: text)?.display(clock: rule.clock)
        case .timeRange(let rule): TimeRange(iso: text)?.display(clock: rule.clock)
        default: nil
        }
    }

    private func label(of value: String, in field: Field?) -> String? {
        let options: [Option] =
            switch field?.kind {
            case .radio(let options), .checkboxes(let options): options
            case .dropdown(.fixed(let options), _, _): options
            default: []
            }
        return options.first { $0.value == value }?.label.text(language)
    }
}
