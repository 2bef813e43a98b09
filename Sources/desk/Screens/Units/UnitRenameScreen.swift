import APIClient
import Forms
import Models
import TUI

/// Calls a unit otherwise from a day on: what was printed before keeps the former name.
struct UnitRenameScreen: KeepingScreen {
    enum Message: Sendable {
        case done(Result<Acted<UnitRecord>, SubmitFailure>)
        case typed(TypedKeeper.Event)
    }

    enum ID {
        static let name = "name"
        static let from = "effective_from"
        static let reason = "reason"
    }

    let desk: Desk
    let unit: UnitRecord
    private(set) var form: FormState
    private let key: Models.ID
    private let owner: SignedIn?
    private let place: TypedForm.Place
    var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { if let newValue { form = newValue } }
    }

    init(desk: Desk, unit: UnitRecord) {
        self.desk = desk
        self.unit = unit
        key = desk.newID()
        owner = desk.signedIn
        place = TypedForm.Place("unit-rename", unit.code)
        keeper = TypedKeeper(desk: desk, place: place, title: Self.actTitle(unit))
        var answers = Answers()
        answers[ID.name] = .text(unit.name)
        form = FormState(
            Self.definition, answers: answers, today: desk.today, language: desk.language,
            submitLabel: Strings.Units.rename)
        form.time = desk.time
    }

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

    private static func actTitle(_ unit: UnitRecord) -> String {
        Strings.Officers.actTitle(Strings.Units.rename.vi, unit.name)
    }

    var title: SafeText { desk.title(Strings.Units.rename) }
    var scopes: [String] { form.scopes + ["unit_form"] }
    var helpScopes: [String] { form.helpScopes + ["unit_form"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [lookForTyped()] }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeUnitForm) where !form.isPopupOpen: return [.pop()]
        case .message(.done(.success(let acted))):
            keeper.finish()
            let words = Strings.Units.renamed(acted.value).text(context.language)
            return [.toast(SafeText(words), .success), .pop(result: acted.value)]
        case .message(.done(.failure(let failure))):
            form.working = false
            problem = failure.words(unknown: Strings.MoneyTasks.unknown)
            if case .expired = failure { return [.push(LoginScreen.again(desk))] }
            if case .refused(let refusal) = failure { form.mark(refusal) }
            return [.bell]
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            let outcome = form.handle(event)
            return outcome.submits ? [send()] : []
        }
    }

    private mutating func send() -> Effect<Message> {
        form.working = true
        problem = nil
        let answers = form.answers
        let request = UnitRename(
            name: answers.text(ID.name) ?? "",
            effectiveFrom: answers.text(ID.from).flatMap { LocalDate(iso: $0) },
            reason: answers.text(ID.reason) ?? "")
        let (desk, unit, key, owner) = (desk, unit, key, owner)
        let draft = owner.map { _ in place.id }
        return .run(id: "rename") {
            .done(
                await desk.carryOut(key, owner: owner) { acts throws(ActError) in
                    try await acts.rename(
                        unit: unit.code, request, key: key, title: Self.actTitle(unit), draft: draft)
                })
        }
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let words = "\(unit.name) (\(unit.code))"
        canvas.put(
            SafeText(words).truncated(to: canvas.size.columns - 2), at: Point(1, 0), role: .title)
        FormView.draw(form, into: &canvas, rect: canvas.bounds.splitTop(1).rest, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form.messageLine(context.language)
    }
}
