import Forms
import Models
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

    /// As on paper (`AnswerText`), with the names that the server gave.
    private func text(_ answer: Answer, field: Field?, _ row: Answers, _ answers: Answers) -> String {
        AnswerText.of(answer, field, language: language) { _, value in
            code(value, field, row, answers).flatMap(name)
        }
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
