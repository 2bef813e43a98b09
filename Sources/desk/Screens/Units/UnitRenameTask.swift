import APIClient
import Forms
import Models
import TUI

/// Calls a unit otherwise from a day on: what was printed before keeps the former name.
struct UnitRenameTask: FormTask {
    enum ID {
        static let name = "name"
        static let from = "effective_from"
        static let reason = "reason"
    }

    let unit: UnitRecord

    static let scope = "unit_form"
    var title: Phrase { Strings.Units.rename }
    var actTitle: String { Strings.Officers.actTitle(Strings.Units.rename.vi, unit.name) }
    var facts: [TaskFact] {
        [TaskFact(words: Phrase(vi: "\(unit.name) (\(unit.code))"), role: .title)]
    }
    func place(_ officer: Models.ID) -> TypedForm.Place { TypedForm.Place("unit-rename", unit.code) }

    static let definition = FormDefinition(
        id: "desk-unit-rename", title: Strings.Units.rename,
        fields: [
            Field(
                id: ID.name, label: Strings.Units.newName, kind: .text(TextRule(maxLength: 200)),
                required: .always, width: 60),
            Field(
                id: ID.from, label: Strings.Officers.from, kind: .date(DateRule()),
                help: Strings.Units.fromHelp),
            Field(
                id: ID.reason, label: Strings.Officers.reason,
                kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 500)), required: .always,
                help: Strings.Units.reasonHelp),
        ])

    func start(_ desk: Desk) -> TaskStart {
        var answers = Answers()
        answers[ID.name] = .text(unit.name)
        return .form(
            FormState(
                Self.definition, answers: answers, today: desk.today, language: desk.language,
                submitLabel: Strings.Units.rename))
    }

    func perform(_ answers: Answers, _ run: TaskRun) async -> Result<UnitRecord, SubmitFailure> {
        let request = UnitRename(
            name: answers.filled(ID.name) ?? "", effectiveFrom: answers.day(ID.from),
            reason: answers.filled(ID.reason) ?? "")
        return await run.carryOut(.rename(unit: unit.code, request))
    }

    func ending(_ unit: UnitRecord, _ desk: Desk) -> TaskEnding { .done(Strings.Units.renamed(unit)) }
}
