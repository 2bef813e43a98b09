import APIClient
import Forms
import Models
import TUI

/// One report of a wrong source value: all of it, and what was done about it, said once.
struct MismatchScreen: KeepingScreen {
    enum Message: Sendable {
        case sent(Result<Mismatch, APIError>)
        case typed(TypedKeeper.Event)
    }

    enum Key {
        static let note = "done"
    }

    let desk: Desk
    let mismatch: Mismatch
    private(set) var form: FormState
    /// A second try is the same act.
    private let key: ID
    private var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { if let newValue { form = newValue } }
    }

    init(desk: Desk, mismatch: Mismatch) {
        self.desk = desk
        self.mismatch = mismatch
        key = desk.newID()
        keeper = TypedKeeper(
            desk: desk, place: TypedForm.Place("mismatch", mismatch.id),
            title: Strings.Mismatch.handle.text(.vi))
        let language = desk.language
        var answers = Answers()
        for (number, fact) in Self.facts(mismatch).enumerated() {
            answers["fact\(number)"] = .text(fact.value.text(language))
        }
        form = FormState(
            Self.definition(mismatch), answers: answers, today: desk.today, language: language,
            submitLabel: mismatch.resolution == nil ? Strings.Mismatch.send : nil)
        form.time = desk.time
        form.submitHelp = Strings.Buttons.mismatch
        if mismatch.resolution == nil { form.focus(FieldPath(Key.note)) }
    }

    /// What was reported, to be read, and what was done about it, to be said once.
    static func definition(_ mismatch: Mismatch) -> FormDefinition {
        var fields = facts(mismatch).enumerated().map { number, fact in
            Field(id: "fact\(number)", label: fact.label, kind: .text(TextRule()), locked: true)
        }
        if mismatch.resolution == nil { fields.append(note) }
        return FormDefinition(id: "desk-mismatch", title: Strings.Mismatch.handle, fields: fields)
    }

    /// What was done about it.
    static let note = Field(
        id: Key.note, label: Strings.Mismatch.done,
        kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 2000)), required: .always,
        help: Strings.Mismatch.doneHelp)

    /// What was reported and by whom, for the screen and for plain mode.
    static func facts(_ mismatch: Mismatch) -> [(label: Phrase, value: Phrase)] {
        func plain(_ text: String?) -> Phrase? { text.map { Phrase(vi: $0) } }
        let form = mismatch.formId.map { id in
            Strings.Mismatch.form(id, mismatch.formVersion.map(String.init) ?? "?", mismatch.path ?? "")
        }
        let reporter = mismatch.reportedBy.name + ", " + mismatch.unit.name + ", " + mismatch.at.display
        let facts: [(Phrase, Phrase?)] = [
            (Strings.Mismatch.person, plain(mismatch.identityNumber)),
            (Strings.Report.field, plain(mismatch.field)),
            (Strings.Report.source, plain(mismatch.source)),
            (Strings.Mismatch.form, form),
            (Strings.Report.given, plain(mismatch.sourceValue)),
            (Strings.Report.correct, plain(mismatch.correctValue)),
            (Strings.Mismatch.note, plain(mismatch.note)),
            (Strings.Mismatch.by, plain(reporter)),
            (
                Strings.Mismatch.doneBy,
                plain(mismatch.resolution.map { $0.by.name + ", " + $0.at.display })
            ),
            (Strings.Mismatch.done, plain(mismatch.resolution?.note)),
        ]
        return facts.compactMap { label, value in value.map { (label, $0) } }
    }

    var title: SafeText { desk.title(Strings.Mismatch.handle) }
    var scopes: [String] { form.scopes + ["mismatch"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeMismatch) where !form.isPopupOpen: return [.pop()]
        case .message(.sent(.success)):
            form.working = false
            keeper.finish()
            let words = Strings.Mismatch.sent.text(context.language)
            return [.toast(SafeText(words), .success), .pop()]
        case .message(.sent(.failure(let error))):
            form.working = false
            if case .problem(let refusal) = error, refusal.isStale, let name = refusal.changedBy {
                problem = Strings.Mismatch.earlier(name)
            } else {
                problem = error.words
            }
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            let outcome = form.handle(event)
            return outcome.submits && mismatch.resolution == nil ? [send()] : []
        }
    }

    private mutating func send() -> Effect<Message> {
        form.working = true
        problem = nil
        let (desk, key, id) = (desk, key, mismatch.id)
        let note = form.answers.text(Key.note) ?? ""
        return .run(id: "resolve") {
            .sent(
                await desk.ask { client throws(APIError) in
                    try await client.resolveMismatch(id, note: note, key: key)
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
