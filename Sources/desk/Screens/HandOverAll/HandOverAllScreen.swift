import APIClient
import Forms
import Models
import TUI

/// Whose dossiers go to whom, and why: one's own before leave, or, for those who lead or administer the unit, a
/// colleague's who is away. What that comes to is shown before it is done (``HandOverReviewScreen``).
struct HandOverAllScreen: KeepingScreen {
    enum Message: Sendable {
        case colleagues(Result<[Colleague], APIError>)
        case previewed(DossierHandOver, Result<DossierHandOverResult, APIError>)
        case typed(TypedKeeper.Event)
    }

    enum ID {
        static let from = "from"
        static let to = "to"
        static let note = "note"
    }

    let desk: Desk
    private var people: [Colleague] = []
    private(set) var form: FormState?
    var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { form = newValue }
    }

    init(desk: Desk) {
        self.desk = desk
        keeper = TypedKeeper(
            desk: desk, place: Self.place, title: Strings.HandOverAll.title.text(.vi))
    }

    static let place = TypedForm.Place("hand-over-all", "")

    var title: SafeText { desk.title(Strings.HandOverAll.title) }
    var scopes: [String] { (form?.scopes ?? []) + ["hand_over_all"] }
    var helpScopes: [String] { (form?.helpScopes ?? []) + ["hand_over_all"] }
    var capturesText: Bool { form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    func enabled(_ action: ActionID) -> Bool { form?.isEnabled(action) ?? true }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load(), lookForTyped()] }

    private func load() -> Effect<Message> {
        let desk = desk
        return .run(id: "colleagues") {
            .colleagues(
                await desk.ask { client throws(APIError) in try await client.colleagues(handling: true) })
        }
    }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeHandOverAll) where form?.isPopupOpen != true: return [.pop()]
        case .message(.colleagues(.success(let found))):
            people = found.filter { $0.id != desk.me?.officer.id }
            begin(context.language)
            return []
        case .message(.colleagues(.failure(let error))): return failed(error)
        case .message(.previewed(_, .failure(let error))):
            form?.working = false
            return failed(error)
        case .message(.previewed(let request, .success(let preview))):
            form?.working = false
            return [
                .push(
                    HandOverReviewScreen(
                        desk: desk, request: request, from: name(request.from), preview: preview))
            ]
        // It is done: what is left of the officer is looked at from where this began.
        case .resumed(let outcome as BulkOutcome):
            keeper.finish()
            return [.pop(result: outcome)]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return form == nil ? [load()] : []
        case .hangup: return []
        case .input, .action:
            guard let outcome = form.update({ $0.handle(event) }), outcome.submits else { return [] }
            return preview()
        }
    }

    private mutating func failed(_ error: APIError) -> [Effect<Message>] {
        form?.mark(error)
        problem = error.words
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
    }

    private mutating func begin(_ language: Language) {
        let receivers = people.filter { $0.isAway != true }
        guard let me = desk.me, !receivers.isEmpty else {
            problem = Strings.HandOverAll.nobody
            return
        }
        problem = nil
        var form = FormState(
            Self.definition(me: me, people, hasOwn: desk.canPrint, disposes: desk.disposesOfOthers),
            today: desk.today, language: language,
            submitLabel: Strings.HandOverAll.preview)
        form.time = desk.time
        form.submitHelp = Strings.Buttons.handOverAll
        if desk.canPrint { form.set(ID.from, to: .text(me.officer.id)) }
        self.form = form
    }

    private func name(_ id: Models.ID) -> String {
        people.first { $0.id == id }?.name ?? desk.me?.officer.name ?? id
    }

    /// - Parameters:
    ///   - hasOwn: Whether dossiers may be the officer's own.
    ///   - disposes: Whether he may hand over what others have; the server refuses it to anybody else.
    static func definition(
        me: Me, _ people: [Colleague], hasOwn: Bool, disposes: Bool
    ) -> FormDefinition {
        func dropdown(_ id: String, _ label: Phrase, _ options: [Option], help: Phrase? = nil) -> Field {
            Field(
                id: id, label: label,
                kind: .dropdown(.fixed(options), multiple: false, empty: Strings.Common.empty),
                required: .always, help: help, width: 60)
        }
        let mine =
            hasOwn ? [Option(value: me.officer.id, label: Strings.HandOverAll.mine(me.officer.name))] : []
        func options(_ people: [Colleague]) -> [Option] { people.map { $0.option(seenFrom: me.unit) } }
        return FormDefinition(
            id: "desk-hand-over-all", version: 1, title: Strings.HandOverAll.title,
            pages: [
                FormPage(
                    id: "hand_over", title: Strings.HandOverAll.title,
                    groups: [
                        FormGroup(
                            id: "who", title: Strings.HandOverAll.title,
                            fields: [
                                dropdown(
                                    ID.from, Strings.HandOverAll.from,
                                    mine + (disposes ? options(people) : []),
                                    help: Strings.HandOverAll.fromHelp),
                                dropdown(
                                    ID.to, Strings.HandOverAll.to,
                                    (disposes ? mine : []) + options(people.filter { $0.isAway != true })),
                                Field(
                                    id: ID.note, label: Strings.Act.note,
                                    kind: .textArea(TextAreaRule(minRows: 2, maxRows: 5, maxLength: 1000)),
                                    required: .always, help: Strings.Act.noteHelp),
                            ])
                    ])
            ],
            rules: [FormRule("two", "\(ID.from) != \(ID.to)", at: ID.to, Strings.HandOverAll.same)]
                .compactMap(\.self))
    }

    private mutating func preview() -> [Effect<Message>] {
        guard let answers = form?.answers, let from = answers.text(ID.from), let to = answers.text(ID.to)
        else { return [] }
        form?.working = true
        problem = nil
        let (desk, request) = (desk, DossierHandOver(from: from, to: to, note: answers.text(ID.note)))
        return [
            .run(id: "preview") {
                .previewed(
                    request,
                    await desk.ask { client throws(APIError) in
                        try await client.handOverPreview(from: from, to: to)
                    })
            }
        ]
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        guard let form else {
            return ColumnList.say(
                problem ?? Strings.Common.loading, role: problem == nil ? .dim : .error, into: &canvas,
                area: canvas.bounds, context.language)
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, form != nil {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        return form?.messageLine(context.language)
    }
}
