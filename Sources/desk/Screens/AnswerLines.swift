import Forms
import TUI

/// Answers of a form as lines of label and value, in the form's order; what the form does not know comes
/// last under its bare name, so that nothing is hidden.
struct AnswerLines {
    struct Line: Equatable {
        /// The group that begins with this line: two groups may have fields of the same label.
        var heading: String?
        var label: String
        var value: String
    }

    /// A code whose name the server knows.
    struct Code: Hashable, Sendable {
        var set: String
        var parent: String?
        var value: String
    }

    var form: FormDefinition?
    var language: Language
    /// The names of codes of reference sets, as far as they are known; the code stands there meanwhile.
    var name: (Code) -> String? = { _ in nil }

    func lines(_ answers: Answers) -> [Line] {
        var groups: [[Line]] = []
        var seen: Set<String> = []
        for group in form?.groups ?? [] {
            let title = group.title.text(language)
            if group.repeats != nil {
                for (index, row) in answers.rows(group.id).enumerated() {
                    let lines = group.fields.compactMap { line($0, row[$0.id], row, answers) }
                    groups.append(headed(lines, "\(title) (\(index + 1))"))
                }
                seen.insert(group.id)
            } else {
                groups.append(
                    headed(group.fields.compactMap { line($0, answers[$0.id], answers, answers) }, title))
                seen.formUnion(group.fields.map(\.id))
            }
        }
        groups = groups.filter { !$0.isEmpty }
        // One group needs no name.
        if groups.count == 1 { groups[0][0].heading = nil }
        let unknown = answers.values.sorted { $0.key < $1.key }.filter { !seen.contains($0.key) }
        return groups.flatMap(\.self)
            + unknown.map { Line(label: $0.key, value: text($0.value, field: nil, answers, answers)) }
    }

    /// The codes in these answers that only the server can name.
    func codes(_ answers: Answers) -> [Code] {
        var codes: [Code] = []
        for group in form?.groups ?? [] {
            for row in group.repeats == nil ? [answers] : answers.rows(group.id) {
                for field in group.fields {
                    for value in Self.values(row[field.id]) {
                        guard let code = code(value, field, row, answers), !codes.contains(code) else {
                            continue
                        }
                        codes.append(code)
                    }
                }
            }
        }
        return codes
    }

    static func values(_ answer: Answer?) -> [String] {
        switch answer {
        case .text(let value): [value]
        case .choices(let values): values
        default: []
        }
    }

    func code(_ value: String, _ field: Field?, _ row: Answers, _ answers: Answers) -> Code? {
        switch field?.kind {
        case .dropdown(.reference(let set, let parentField), _, _):
            let parent = parentField.flatMap { row.text($0) ?? answers.text($0) }
            return Code(set: set, parent: parent, value: value)
        case .search(.reference(let set, _), _): return Code(set: set, parent: nil, value: value)
        default: return nil
        }
    }

    private func headed(_ lines: [Line], _ title: String) -> [Line] {
        var lines = lines
        if !lines.isEmpty { lines[0].heading = title }
        return lines
    }

    private func line(_ field: Field, _ answer: Answer?, _ row: Answers, _ answers: Answers) -> Line? {
        guard let answer, !answer.isEmpty else { return nil }
        return Line(label: field.label.text(language), value: text(answer, field: field, row, answers))
    }

    /// One answer as people read it.
    func shown(_ answer: Answer, of field: Field?) -> String {
        text(answer, field: field, Answers(), Answers())
    }

    private func text(_ answer: Answer, field: Field?, _ row: Answers, _ answers: Answers) -> String {
        if case .password = field?.kind { return "•••" }
        switch answer {
        case .text(let text):
            return moment(text, field) ?? label(of: text, in: field, row, answers) ?? text
        case .number(let number):
            if case .money = field?.kind { return Money(dong: number).display }
            return "\(number)"
        case .flag(let flag): return (flag ? Strings.Common.yes : Strings.Common.no).text(language)
        case .choices(let values):
            return values.map { label(of: $0, in: field, row, answers) ?? $0 }.joined(separator: ", ")
        case .rows(let rows):
            if case .files = field?.kind {
                return rows.map {
                    FileAnswer($0).map { $0.name } ?? text(.rows([$0]), field: nil, row, answers)
                }.joined(separator: ", ")
            }
            return rows.map { row in
                row.values.sorted { $0.key < $1.key }.map {
                    "\($0.key): \(text($0.value, field: nil, row, answers))"
                }.joined(separator: ", ")
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

    private func label(of value: String, in field: Field?, _ row: Answers, _ answers: Answers) -> String? {
        if let code = code(value, field, row, answers) { return name(code) }
        let options: [Option] =
            switch field?.kind {
            case .radio(let options), .checkboxes(let options): options
            case .dropdown(.fixed(let options), _, _): options
            default: []
            }
        return options.first { $0.value == value }?.label.text(language)
    }
}

extension Sheet {
    /// Answers with the names of their groups.
    mutating func add(_ lines: [AnswerLines.Line]) {
        for line in lines {
            if let heading = line.heading { text(heading, role: .dim) }
            pair(SafeText(line.label), line.value, column: 26)
        }
    }
}
