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
    /// The first line of the answer in view.
    private var offset = 0

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
                form.mark(error) { $0.hasSuffix("/explain") ? FieldPath(Self.code) : nil }
                form.say(error.words, .error)
                return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
            }
        case .input(.scan(let scan)):
            guard case .dossierCode(let code) = ScanReading.recognise(scan) else { return [.bell] }
            form.set(Self.code, to: .text(code))
            return [ask()]
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            if let step = event.pageStep, explanation != nil, !form.isPopupOpen {
                scroll(step, context)
                return []
            }
            let before = form.text(Self.code)
            let submits = form.handle(event).submits
            // The answer stands under the code that it was given for, and under no other.
            if form.text(Self.code) != before { explanation = nil }
            return submits ? [ask()] : []
        }
    }

    private mutating func ask() -> Effect<Message> {
        form.working = true
        explanation = nil
        offset = 0
        let text = form.text(Self.code) ?? ""
        let (desk, code) = (desk, LookupQuery.code(text, unit: desk.dossierUnit) ?? text)
        return .run(id: "explain") {
            .explained(
                await desk.ask { client throws(APIError) in try await client.permissions(explaining: code) })
        }
    }

    private static let formRows = 7

    private mutating func scroll(_ pages: Int, _ context: ScreenContext) {
        let rows = max(1, context.size.rows - Self.formRows)
        let sheet = sheet(columns: context.size.columns, context.language)
        offset = sheet.clamped(sheet.clamped(offset, rows: rows) + pages * max(1, rows - 1), rows: rows)
    }

    private func sheet(columns: Int, _ language: Language) -> Sheet {
        var sheet = Sheet(width: min(columns - 4, 100))
        for line in explanation.map(Self.lines) ?? [] {
            sheet.text(line.words.text(language), role: line.role, indent: line.indent)
        }
        return sheet
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let parts = canvas.bounds.splitTop(Self.formRows)
        FormView.draw(form, into: &canvas, rect: parts.top, context: context)
        guard explanation != nil else { return }
        let sheet = sheet(columns: parts.rest.columns, context.language)
        let area = Rect(
            column: 2, row: parts.rest.row, columns: parts.rest.columns - 3, rows: parts.rest.rows)
        let first = sheet.clamped(offset, rows: area.rows)
        sheet.draw(into: &canvas, area: area, offset: first)
        ScrollBar.draw(
            into: &canvas,
            area: Rect(column: parts.rest.endColumn - 1, row: area.row, columns: 1, rows: area.rows),
            total: sheet.lines.count, first: first, role: .border, glyphs: Glyphs.of(context))
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
        form.messageLine(context.language)
    }
}
