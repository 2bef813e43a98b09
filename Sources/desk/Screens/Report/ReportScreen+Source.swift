import Forms
import Models
import TUI

extension ReportScreen {
    /// The report of a value that a source gave for a field; nil where nobody's number is known.
    ///
    /// - Parameter number: Whose value it is.
    init?(
        desk: Desk, _ value: SourceValue, at path: FieldPath, in form: FormState?, of number: String?,
        _ language: Language
    ) {
        guard let number, IdentityNumber.check(number) == nil else { return nil }
        let definition = form?.definition
        let field = definition?.field(path.field, group: path.group)
        let given = AnswerLines(form: definition, language: language).shown(value.given, of: field)
        let now = form?.rawText(path) ?? ""
        self.init(
            desk: desk, identityNumber: number, path: path, of: definition,
            label: field?.label ?? Phrase(path.field), source: value.source, given: given,
            correct: now == given ? "" : now)
    }
}

extension KeepingScreen {
    /// Opens the reports that a form has asked for (eForm AF-3).
    func reports(
        _ outcome: FormOutcome, of number: String?, _ context: ScreenContext
    ) -> [Effect<Message>] {
        outcome.events.flatMap { event -> [Effect<Message>] in
            guard case .reportSource(let path, let value) = event else { return [] }
            let screen = ReportScreen(
                desk: desk, value, at: path, in: typedForm, of: number, context.language)
            guard let screen else {
                return [
                    .toast(SafeText(Strings.Report.needsNumber.text(context.language)), .warning), .bell,
                ]
            }
            return [.push(screen)]
        }
    }
}
