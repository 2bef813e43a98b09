import APIClient
import Forms
import Models
import TUI

/// Asks what an act on an officer needs, and does it with F10, once, under one key.
struct OfficerTaskScreen: KeepingScreen {
    enum Message: Sendable {
        case done(Result<OfficerTask.Value, SubmitFailure>)
        case options(OptionRequest, Result<[Option], APIError>)
        case typed(TypedKeeper.Event)
    }

    /// For the screen below.
    struct Done: Sendable {
        var task: OfficerTask
        var value: OfficerTask.Value
    }

    /// The set of options that is the catalogue of procedures.
    static let procedures = "procedures"

    let desk: Desk
    let task: OfficerTask
    private(set) var form: FormState
    private let key: Models.ID
    private let owner: SignedIn?
    var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { if let newValue { form = newValue } }
    }

    init(desk: Desk, task: OfficerTask) {
        self.desk = desk
        self.task = task
        key = desk.newID()
        owner = desk.signedIn
        keeper = TypedKeeper(
            desk: desk, place: task.place(desk.me?.officer.id ?? ""),
            title: Strings.OfficerTasks.actTitle(task))
        let popular = (desk.catalogue ?? []).prefix(10).map {
            Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
        }
        form = task.form(today: desk.today, popular: popular, desk.language)
        form.time = desk.time
    }

    var title: SafeText { desk.title(Strings.OfficerTasks.title(task)) }
    var scopes: [String] { form.scopes + ["officer_form"] }
    var helpScopes: [String] { form.helpScopes + ["officer_form"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        form.missingOptions().map(loadOptions) + [lookForTyped()]
    }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }
    func namesOfTyped(_ request: OptionRequest) -> Effect<Message>? { loadOptions(request) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeOfficerForm) where !form.isPopupOpen: return [.pop()]
        case .message(.done(.success(.bound(nil)))):
            form.working = false
            form.apply(serverErrors: [
                FieldError(
                    path: FieldPath(OfficerTask.ID.procedure),
                    issue: FieldIssue(code: "no_step", message: Strings.OfficerTasks.noStep))
            ])
            return [.bell]
        case .message(.done(.success(let value))):
            keeper.finish()
            let words = Strings.OfficerTasks.done(task, value)
            return [
                .toast(SafeText(words.text(context.language)), .success),
                .pop(result: Done(task: task, value: value)),
            ]
        case .message(.done(.failure(let failure))): return failed(failure)
        case .message(.options(let request, .success(let options))):
            let next = form.provide(options, for: request)
            return next.map { [loadOptions($0)] } ?? []
        case .message(.options(let request, .failure(let error))):
            form.optionsFailed(request)
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            let outcome = form.handle(event)
            var effects: [Effect<Message>] = []
            for case .needsOptions(let request) in outcome.events { effects.append(loadOptions(request)) }
            return outcome.submits ? effects + [send()] : effects
        }
    }

    private mutating func send() -> Effect<Message> {
        form.working = true
        problem = nil
        let (desk, key, owner, task, answers) = (desk, key, owner, task, form.answers)
        return .run(id: "officer") {
            .done(await task.perform(answers, desk, key: key, owner: owner))
        }
    }

    private mutating func failed(_ failure: SubmitFailure) -> [Effect<Message>] {
        form.working = false
        problem = failure.words(unknown: Strings.MoneyTasks.unknown)
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

    private func loadOptions(_ request: OptionRequest) -> Effect<Message> {
        let desk = desk
        let parts = [request.set, request.query, request.code, "\(request.offset)"].map { $0 ?? "" }
        return .run(id: "options-" + parts.joined(separator: "/")) {
            .options(request, await desk.officerOptions(request))
        }
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        var row = 0
        if let officer = task.officer {
            let words = [officer.name, UnitName.short(officer.unit.name)].joined(separator: " · ")
            canvas.put(
                SafeText(words).truncated(to: canvas.size.columns - 2), at: Point(1, 0), role: .title)
            row = 1
        }
        if let warning = Strings.OfficerTasks.warning(task) {
            for part in SafeText.wrapped(warning.text(context.language), to: canvas.size.columns - 2) {
                canvas.put(part, at: Point(1, row), role: .warning)
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

extension Desk {
    /// The units or procedures that a form about officers asks for.
    func officerOptions(_ request: OptionRequest) async -> Result<[Option], APIError> {
        guard request.set == OfficerTaskScreen.procedures else {
            return await ask { client throws(APIError) in
                try await client.options(request).items.map {
                    Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
                }
            }
        }
        return await ask { client throws(APIError) in
            try await client.procedures(request.code ?? request.query, limit: 200).items.map {
                Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
            }
        }
    }
}
