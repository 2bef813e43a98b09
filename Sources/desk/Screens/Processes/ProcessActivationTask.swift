import APIClient
import Forms
import Models
import TUI

/// Brings a draft into force from a day on. Open dossiers end on the version that they began under.
struct ProcessActivationTask: FormTask {
    static let from = "effective_from"

    let process: ProcessOutline
    /// The draft that was looked at.
    let revision: String

    static let scope = "process_form"
    var title: Phrase { Strings.Processes.activate }
    var actTitle: String {
        Strings.Officers.actTitle(Strings.Processes.activate.vi, "\(process.id) \(process.version)")
    }
    var facts: [TaskFact] {
        [
            TaskFact(words: Strings.Processes.version(process.name, process.version), role: .title),
            TaskFact(words: Strings.Processes.activationText),
        ]
    }
    func place(_ officer: Models.ID) -> TypedForm.Place {
        TypedForm.Place("process-activation", "\(process.id) \(process.version)")
    }

    static let definition = FormDefinition(
        id: "desk-process-activation", title: Strings.Processes.activate,
        fields: [
            Field(
                id: from, label: Strings.Officers.from, kind: .date(DateRule()),
                help: Strings.Processes.fromHelp)
        ])

    func start(_ desk: Desk) -> TaskStart {
        .form(
            FormState(
                Self.definition, answers: Answers(), today: desk.today, language: desk.language,
                submitLabel: Strings.Processes.activate))
    }

    func perform(_ answers: Answers, _ run: TaskRun) async -> Result<ProcessOutline, SubmitFailure> {
        await run.carryOut(
            .activate(
                process: process.id, version: process.version, from: answers.day(Self.from),
                ifMatch: revision))
    }

    func ending(_ process: ProcessOutline, _ desk: Desk) -> TaskEnding {
        .done(Strings.Processes.activated(process))
    }
}
