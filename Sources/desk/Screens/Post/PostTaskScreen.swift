import APIClient
import Forms
import Models
import TUI

/// Asks what an act on parcels needs, and does it with F10, once, under one key.
struct PostTaskScreen: KeepingScreen {
    enum Message: Sendable {
        case done(Result<PostTask.Value, SubmitFailure>)
        case typed(TypedKeeper.Event)
    }

    /// For the screen below.
    struct Done: Sendable {
        var task: PostTask
        var value: PostTask.Value
    }

    let desk: Desk
    let task: PostTask
    private(set) var form: FormState
    private let key: Models.ID
    private let owner: SignedIn?
    var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { if let newValue { form = newValue } }
    }

    init(desk: Desk, task: PostTask) {
        self.desk = desk
        self.task = task
        key = desk.newID()
        owner = desk.signedIn
        keeper = TypedKeeper(desk: desk, place: task.place, title: Strings.Post.actTitle(task))
        form = task.form(today: desk.today, desk.language)
        form.time = desk.time
    }

    var title: SafeText { desk.title(Strings.Post.title(task)) }
    var scopes: [String] { form.scopes + ["money_form"] }
    var helpScopes: [String] { form.helpScopes + ["money_form"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeMoneyForm) where !form.isPopupOpen: return [.pop()]
        case .message(.done(.success(let value))):
            keeper.finish()
            let words = Strings.Post.done(task, value).text(context.language)
            return [.toast(SafeText(words), .success), .pop(result: Done(task: task, value: value))]
        case .message(.done(.failure(let failure))): return failed(failure)
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action: return form.handle(event).submits ? [send()] : []
        }
    }

    private mutating func send() -> Effect<Message> {
        form.working = true
        problem = nil
        let (desk, key, owner, task, answers) = (desk, key, owner, task, form.answers)
        return .run(id: "post") {
            .done(await task.perform(answers, desk, key: key, owner: owner))
        }
    }

    private mutating func failed(_ failure: SubmitFailure) -> [Effect<Message>] {
        form.working = false
        problem = failure.words(unknown: Strings.Post.unknown)
        switch failure {
        case .expired: return [.push(LoginScreen.again(desk))]
        case .refused(let refusal):
            let errors = (refusal.errors ?? []).compactMap { error -> FieldError? in
                guard let path = task.path(of: error.pointer) else { return nil }
                return FieldError(
                    path: path,
                    issue: FieldIssue(
                        code: error.code, message: Phrase(vi: error.message),
                        hint: error.hint.map { Phrase(vi: $0) }))
            }
            if !errors.isEmpty { form.apply(serverErrors: errors) }
            return [.bell]
        default: return [.bell]
        }
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let columns = canvas.size.columns - 2
        var row = 0
        for line in Strings.Post.facts(task) {
            for part in SafeText.wrapped(line.text(context.language), to: columns)
            where row < canvas.size.rows / 2 {
                canvas.put(part, at: Point(1, row), role: .text)
                row += 1
            }
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds.splitTop(row).rest, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form.messageLine(context.language)
    }
}
