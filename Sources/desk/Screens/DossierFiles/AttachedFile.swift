import Forms
import Models

/// A file that came with a dossier's declaration, under the label of its field.
struct AttachedFile: Equatable, Sendable {
    var label: String
    var file: FileAnswer

    /// Every file in the answers, in the order of the form; those of fields that the form doesn't know come last,
    /// under the fields' names, so that none is hidden.
    static func all(in answers: Answers, form: FormDefinition?, _ language: Language) -> [AttachedFile] {
        var labels: [String: String] = [:]
        var order: [String: Int] = [:]
        for group in form?.groups ?? [] {
            order[group.id] = order.count
            for field in group.fields {
                labels[field.id] = field.label.text(language)
                order[field.id] = order.count
            }
        }
        func collect(_ answers: Answers) -> [AttachedFile] {
            let fields = answers.values.sorted {
                (order[$0.key] ?? .max, $0.key) < (order[$1.key] ?? .max, $1.key)
            }
            return fields.flatMap { id, answer -> [AttachedFile] in
                guard case .rows(let rows) = answer else { return [] }
                return rows.flatMap { row in
                    FileAnswer(row).map { [AttachedFile(label: labels[id] ?? id, file: $0)] } ?? collect(row)
                }
            }
        }
        return collect(answers)
    }
}
