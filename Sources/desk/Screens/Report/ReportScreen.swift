import APIClient
import Forms
import Models
import TUI

/// Tells the owner of a source that a value in it is wrong (eForm AF-3). What stands on the form stays as it is.
struct ReportScreen: KeepingScreen {
    enum Message: Sendable {
        case sent(Result<Void, APIError>)
        case typed(TypedKeeper.Event)
    }

    enum Key {
        static let field = "field"
        static let source = "source"
        static let given = "given"
        static let correct = "correct"
        static let note = "note"
    }

    static let definition = FormDefinition(
        id: "desk-report", title: Strings.Report.title,
        fields: [
            locked(Key.field, Strings.Report.field),
            locked(Key.source, Strings.Report.source),
            Field(
                id: Key.given, label: Strings.Report.given, kind: .textArea(value), locked: true),
            Field(
                id: Key.correct, label: Strings.Report.correct, kind: .textArea(value), required: .always,
                help: Strings.Report.correctHelp),
            Field(
                id: Key.note, label: Strings.Report.note,
                kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 1000)),
                help: Strings.Report.noteHelp),
        ])

    /// As long as the server takes it.
    private static let value = TextAreaRule(minRows: 1, maxRows: 3, maxLength: 500)

    private static func locked(_ id: String, _ label: Phrase) -> Field {
        Field(id: id, label: label, kind: .text(TextRule()), locked: true)
    }

    let desk: Desk
    let identityNumber: String
    /// Where the value stands.
    let path: FieldPath
    /// The form it was filled into.
    let definition: FormDefinition?
    let source: Phrase
    /// What the source gave.
    private let given: String
    var form: FormState
    /// A second try of one report is the same report.
    let key: ID
    var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { if let newValue { form = newValue } }
    }

    init(
        desk: Desk, identityNumber: String, path: FieldPath, of definition: FormDefinition?, label: Phrase,
        source: Phrase, given: String, correct: String
    ) {
        self.desk = desk
        self.identityNumber = identityNumber
        self.path = path
        self.definition = definition
        self.source = source
        self.given = String(given.prefix(Self.value.maxLength))
        key = desk.newID()
        keeper = TypedKeeper(
            desk: desk, place: TypedForm.Place("report", "\(identityNumber) \(path.pointer) \(given)"),
            title: Strings.Report.title.text(.vi))
        let language = desk.language
        var answers = Answers()
        answers[Key.field] = .text(label.text(language))
        answers[Key.source] = .text(source.text(language))
        answers[Key.given] = .text(self.given)
        answers[Key.correct] = correct.isEmpty ? nil : .text(correct)
        form = FormState(
            Self.definition, answers: answers, today: desk.today, language: language,
            submitLabel: Strings.Report.send)
        form.time = desk.time
        form.submitHelp = Strings.Buttons.report
        form.focus(FieldPath(Key.correct))
    }

    var title: SafeText { desk.title(Strings.Report.title) }
    var scopes: [String] { form.scopes + ["report"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeReport) where !form.isPopupOpen: return [.pop()]
        case .message(.sent(let result)):
            form.working = false
            switch result {
            case .success:
                keeper.finish()
                let words = Strings.Report.sent.text(context.language)
                return [.toast(SafeText(words), .success), .pop()]
            case .failure(let error):
                form.mark(error) { $0 == "/correct_value" ? FieldPath(Key.correct) : nil }
                problem = error.words
                return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
            }
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            let outcome = form.handle(event)
            guard outcome.submits else { return [] }
            return [send()]
        }
    }

    /// What is sent.
    var report: MismatchReport {
        let answers = form.answers
        return MismatchReport(
            identityNumber: identityNumber, field: path.field, sourceValue: given,
            correctValue: answers.text(Key.correct) ?? "", note: answers.text(Key.note), source: source.vi,
            formId: definition?.id, formVersion: definition?.version, path: path.pointer)
    }

    private mutating func send() -> Effect<Message> {
        form.working = true
        problem = nil
        let (desk, key, report) = (desk, key, report)
        return .run(id: "report") {
            .sent(
                await desk.ask { client throws(APIError) in try await client.reportMismatch(report, key: key)
                })
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form.messageLine(context.language)
    }
}
