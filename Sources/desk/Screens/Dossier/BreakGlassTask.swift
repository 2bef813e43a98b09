import APIClient
import Forms
import Models
import TUI

/// Opens one dossier to a province's administrator, who sees none by himself: to be read for a while, with a reason that
/// the dossier's unit and the audit keep.
struct BreakGlassTask: FormTask {
    static let reason = "reason"

    let code: String

    static let scope = "break_glass"
    var title: Phrase { Strings.BreakGlass.title }
    var actTitle: String { Strings.Officers.actTitle(Strings.BreakGlass.title.vi, code) }
    var facts: [TaskFact] {
        [
            TaskFact(words: Phrase(vi: code), role: .title),
            TaskFact(words: Strings.BreakGlass.note, role: .warning),
        ]
    }
    func place(_ officer: Models.ID) -> TypedForm.Place { TypedForm.Place("break-glass", code) }

    static let definition = FormDefinition(
        id: "desk-break-glass", title: Strings.BreakGlass.title,
        fields: [
            Field(
                id: reason, label: Strings.Officers.reason,
                kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 500)), required: .always,
                help: Strings.BreakGlass.reasonHelp)
        ])

    func start(_ desk: Desk) -> TaskStart {
        .form(
            FormState(
                Self.definition, answers: Answers(), today: desk.today, language: desk.language,
                submitLabel: Strings.BreakGlass.open))
    }

    func perform(_ answers: Answers, _ run: TaskRun) async -> Result<BreakGlassGrant, SubmitFailure> {
        await run.carryOut(.breakGlass(code, reason: answers.filled(Self.reason) ?? ""))
    }

    func ending(_ grant: BreakGlassGrant, _ desk: Desk) -> TaskEnding {
        .done(Strings.BreakGlass.opened(grant.opening.until, left: grant.leftToday))
    }
}

extension Dossier {
    /// Until when this officer reads it by having opened it with a reason; nil where he reads it by right.
    func openUntil(_ officer: Models.ID?, at now: Instant) -> Instant? {
        openings?.first { $0.officer.id == officer && $0.until > now }?.until
    }
}
