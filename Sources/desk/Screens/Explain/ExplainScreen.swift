import APIClient
import Forms
import Models
import TUI

/// Why this officer sees a dossier or not, and may act on it or not, as the server reckons it.
struct ExplainScreen: Screen {
    enum Message: Sendable {
        case explained(Result<Permissions, APIError>)
    }

    static let code = "code"

    let desk: Desk
    private(set) var form: FormState
    private var explanation: PermissionExplanation?
    private var problem: Phrase?

    init(desk: Desk, code: String = "") {
        self.desk = desk
        form = FormState(
            Self.definition, answers: code.isEmpty ? Answers() : [Self.code: .text(code)], today: desk.today,
            language: desk.language, submitLabel: Strings.Explain.ask)
    }

    static let definition = FormDefinition(
        id: "desk-explain", version: 1, title: Strings.Explain.title,
        pages: [
            FormPage(
                id: "explain", title: Strings.Explain.title,
                groups: [
                    FormGroup(
                        id: "explain", title: Strings.Explain.title,
                        fields: [
                            Field(
                                id: code, label: Strings.Explain.code, kind: .text(TextRule(maxLength: 60)),
                                required: .always, help: Strings.Explain.help, width: 30)
                        ])
                ])
        ])

    var title: SafeText { desk.title(Strings.Explain.title) }
    var scopes: [String] { form.scopes + ["explain"] }
    var helpScopes: [String] { form.helpScopes + ["explain"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeExplain) where !form.isPopupOpen: return [.pop()]
        case .message(.explained(let result)):
            form.working = false
            switch result {
            case .success(let permissions):
                explanation = permissions.explanation
                return []
            case .failure(let error):
                problem = error.words
                return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
            }
        case .input(.scan(let scan)):
            guard case .dossierCode(let code) = ScanReading.recognise(scan) else { return [.bell] }
            form.set(Self.code, to: .text(code))
            return [ask()]
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            let before = form.text(Self.code)
            let submits = form.handle(event).submits
            // The answer stands under the code that it was given for, and under no other.
            if form.text(Self.code) != before { explanation = nil }
            return submits ? [ask()] : []
        }
    }

    private mutating func ask() -> Effect<Message> {
        form.working = true
        problem = nil
        explanation = nil
        let text = form.text(Self.code) ?? ""
        let (desk, code) = (desk, LookupQuery.code(text, unit: desk.dossierUnit) ?? text)
        return .run(id: "explain") {
            .explained(
                await desk.ask { client throws(APIError) in try await client.permissions(explaining: code) })
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let parts = canvas.bounds.splitTop(7)
        FormView.draw(form, into: &canvas, rect: parts.top, context: context)
        guard let explanation else { return }
        var sheet = Sheet(width: min(parts.rest.columns - 4, 100))
        for line in Self.lines(explanation) {
            sheet.text(line.words.text(context.language), role: line.role, indent: line.indent)
        }
        sheet.draw(
            into: &canvas,
            area: Rect(
                column: 2, row: parts.rest.row, columns: parts.rest.columns - 3, rows: parts.rest.rows),
            offset: 0)
    }

    /// What is said, for the screen and for plain mode.
    static func lines(_ explanation: PermissionExplanation) -> [(words: Phrase, role: Role, indent: Int)] {
        var lines: [(words: Phrase, role: Role, indent: Int)] = [
            (
                explanation.visible ? Strings.Explain.visible : Strings.Explain.hidden,
                explanation.visible ? .success : .warning, 0
            )
        ]
        if explanation.visible {
            let words = explanation.mayAct ? Strings.Explain.acts : Strings.Explain.actsNot
            lines.append((words(explanation.stepName ?? "-"), explanation.mayAct ? .success : .warning, 0))
        }
        for reason in explanation.reasons {
            lines.append((Phrase(vi: reason.message), .text, 2))
            if let hint = reason.hint { lines.append((Phrase(vi: hint), .dim, 4)) }
        }
        return lines
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form.messageLine(context.language)
    }
}
