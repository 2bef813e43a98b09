import APIClient
import Forms
import Models
import TUI

/// Asks what a task needs, and does it with F10, once, under one key. A refusal stands at the fields that it names.
struct TaskScreen<Work: FormTask>: KeepingScreen {
    enum Message: Sendable {
        case fetched(Result<Work, APIError>)
        case options(OptionRequest, Result<[Option], APIError>)
        case done(Result<Work.Value, SubmitFailure>)
        case typed(TypedKeeper.Event)
    }

    /// For the screen below.
    struct Done: Sendable {
        var task: Work
        var value: Work.Value
    }

    let desk: Desk
    private(set) var task: Work
    /// nil until what it is made of is there.
    private(set) var form: FormState?
    private let run: TaskRun
    var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { form = newValue }
    }

    init(desk: Desk, task: Work) {
        self.desk = desk
        self.task = task
        run = TaskRun(task, desk: desk)
        keeper = TypedKeeper(
            desk: desk, place: task.place(desk.me?.officer.id ?? ""), title: task.actTitle)
        begin()
    }

    var title: SafeText { desk.title(task.title) }
    var scopes: [String] { (form?.scopes ?? []) + [Work.scope] }
    var helpScopes: [String] { (form?.helpScopes ?? []) + [Work.scope] }
    var capturesText: Bool { form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    func enabled(_ action: ActionID) -> Bool { form?.isEnabled(action) ?? true }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { missing() + [lookForTyped()] }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }
    func namesOfTyped(_ request: OptionRequest) -> Effect<Message>? { load(request) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .message(.fetched(.success(let fetched))):
            task = fetched
            begin()
            return form == nil ? [] : missing()
        case .message(.fetched(.failure(let error))): return failed(SubmitFailure(error))
        case .message(.options(let request, .success(let options))):
            return form.update { $0.provide(options, for: request) }?.map { [load($0)] } ?? []
        case .message(.options(let request, .failure(let error))):
            form?.optionsFailed(request)
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
        case .message(.done(.success(let value))): return ended(value, context.language)
        case .message(.done(.failure(let failure))): return failed(failure)
        case .resumed(let result?) where task.isEnded(by: result):
            keeper.finish()
            return [.pop(result: result)]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return form == nil ? missing() : []
        case .action(ActionID(rawValue: Work.scope + ".close")) where form?.isPopupOpen != true:
            return [.pop()]
        case .hangup: return []
        case .input, .action:
            guard let outcome = form.update({ $0.handle(event) }) else { return [] }
            var effects: [Effect<Message>] = []
            for case .needsOptions(let request) in outcome.events { effects.append(load(request)) }
            return outcome.submits ? effects + send() : effects
        }
    }

    private mutating func begin() {
        problem = nil
        switch task.start(desk) {
        case .form(var made):
            made.time = desk.time
            form = made
        case .fetches: break
        case .impossible(let words): problem = words
        }
    }

    /// Asks for what the form is made of, or for what its fields offer.
    private mutating func missing() -> [Effect<Message>] {
        if let requests = form.update({ $0.missingOptions() }) { return requests.map(load) }
        let (desk, task) = (desk, task)
        return [.run(id: "fetch") { .fetched(await task.fetched(by: desk)) }]
    }

    private func load(_ request: OptionRequest) -> Effect<Message> {
        let (desk, task) = (desk, task)
        let parts = [request.set, request.query, request.code, "\(request.offset)"].map { $0 ?? "" }
        return .run(id: "options-" + parts.joined(separator: "/")) {
            .options(request, await task.options(request, desk))
        }
    }

    private mutating func send() -> [Effect<Message>] {
        guard let answers = form?.answers else { return [] }
        form?.working = true
        problem = nil
        let (task, run) = (task, run)
        return [.run(id: "perform") { .done(await task.perform(answers, run)) }]
    }

    private mutating func ended(_ value: Work.Value, _ language: Language) -> [Effect<Message>] {
        form?.working = false
        switch task.ending(value, desk) {
        case .done(let words):
            keeper.finish()
            return [
                .toast(SafeText(words.text(language)), .success),
                .pop(result: Done(task: task, value: value)),
            ]
        case .shows(let screen): return [.push(screen)]
        case .mends(let error):
            form?.apply(serverErrors: [error])
            return [.bell]
        }
    }

    private mutating func failed(_ failure: SubmitFailure) -> [Effect<Message>] {
        form?.working = false
        problem = failure.words(unknown: Work.unknown)
        switch failure {
        case .expired: return [.push(LoginScreen.again(desk))]
        case .refused(let refusal):
            if let answers = form?.answers, let next = task.reasked(after: refusal, answers, desk) {
                task = next.task
                form = next.form
                let time = desk.time
                form?.time = time
            }
            let task = task
            form?.mark(refusal, at: task.path(of:))
            if let field = task.answer(to: refusal) { form?.focus(field: field) }
            return [.bell]
        default: return [.bell]
        }
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        guard let form else {
            return ColumnList.say(
                problem ?? Strings.Common.loading, role: problem == nil ? .dim : .error, into: &canvas,
                area: canvas.bounds, context.language)
        }
        let total = task.total(form.answers).map { [TaskFact(words: $0, role: .money)] } ?? []
        var row = 0
        for fact in task.facts + total {
            for part in SafeText.wrapped(fact.words.text(context.language), to: canvas.size.columns - 2)
            where row < canvas.size.rows / 2 {
                canvas.put(part, at: Point(1, row), role: fact.role)
                row += 1
            }
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds.splitTop(row).rest, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, form != nil {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        return form?.messageLine(context.language)
    }
}
