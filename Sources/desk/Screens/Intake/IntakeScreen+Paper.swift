import Forms
import Models
import TUI

extension IntakeScreen {
    /// Shows the declaration as its paper.
    func openPaper(_ context: ScreenContext) -> [Effect<Message>] {
        guard let form = intake.declaration, let paper else {
            return [.toast(SafeText(Strings.Paper.nothing.text(context.language)), .warning), .bell]
        }
        return [.push(PaperScreen(desk: desk, paper: paper, form: form.definition.id))]
    }

    /// The declaration as its paper, as far as it is filled in; wrong text stands there as it was typed. nil before
    /// there is a form.
    var paper: DeclarationDocument? {
        guard let form = intake.declaration else { return nil }
        var wrong: [FieldPath: String] = [:]
        let answers = form.answers
        for path in form.paths {
            guard let text = form.rawText(path), !text.isEmpty, answers.answer(at: path) == nil else {
                continue
            }
            wrong[path] = text
        }
        let names = form.optionNames
        return DeclarationDocument(
            form: form.definition, answers: answers, wrong: wrong, today: desk.today,
            unit: desk.me?.unit.name ?? "", training: desk.isTraining,
            names: { set, code in names[set]?[code] })
    }
}

extension Answers {
    /// The answer at a place; nil where there is none.
    func answer(at path: FieldPath) -> Answer? {
        guard let group = path.group, let row = path.row else { return self[path.field] }
        let rows = rows(group)
        return rows.indices.contains(row) ? rows[row][path.field] : nil
    }
}
