import APIClient
import Forms
import Models
import TUI

/// Asks who shall do the steps of some procedures; F10 shows what would change before anything is saved.
struct BindingPlanScreen: KeepingScreen {
    enum Message: Sendable {
        case looked(BindingsPlan, Result<Revised<BindingsPreview>, APIError>)
        case options(OptionRequest, Result<[Option], APIError>)
        case typed(TypedKeeper.Event)
    }

    let desk: Desk
    let task: BindingTask
    private(set) var form: FormState
    var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { if let newValue { form = newValue } }
    }

    init(desk: Desk, task: BindingTask) {
        self.desk = desk
        self.task = task
        keeper = TypedKeeper(
            desk: desk, place: task.place, title: Strings.Bindings.actTitle(task.rows.count, task.unit.name))
        form = task.form(today: desk.today, desk.language)
        form.time = desk.time
    }

    var title: SafeText { desk.title(Strings.Bindings.change) }
    var scopes: [String] { form.scopes + ["binding_form"] }
    var helpScopes: [String] { form.helpScopes + ["binding_form"] }
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
        case .action(.closeBindingForm) where !form.isPopupOpen: return [.pop()]
        case .message(.looked(let plan, .success(let found))):
            form.working = false
            return [
                .push(
                    BindingPreviewScreen(
                        desk: desk, plan: plan, preview: found.value, revision: found.revision ?? "*",
                        draft: desk.signedIn.map { _ in task.place.id }))
            ]
        case .message(.looked(_, .failure(let error))): return failed(error)
        case .message(.options(let request, .success(let options))):
            let next = form.provide(options, for: request)
            return next.map { [loadOptions($0)] } ?? []
        case .message(.options(let request, .failure(let error))):
            form.optionsFailed(request)
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            guard let change = result as? BindingsChange else { return [] }
            keeper.finish()
            return [.pop(result: change)]
        case .hangup: return []
        case .input, .action:
            let outcome = form.handle(event)
            var effects: [Effect<Message>] = []
            for case .needsOptions(let request) in outcome.events { effects.append(loadOptions(request)) }
            return outcome.submits ? effects + [look()] : effects
        }
    }

    /// Asks what would come of it.
    private mutating func look() -> Effect<Message> {
        form.working = true
        problem = nil
        let (desk, plan, key) = (desk, task.plan(form.answers), desk.newID())
        return .run(id: "look") {
            .looked(
                plan,
                await desk.ask { client throws(APIError) in
                    try await client.preview(bindings: plan, key: key)
                })
        }
    }

    private mutating func failed(_ error: APIError) -> [Effect<Message>] {
        form.working = false
        problem = error.words
        if error == .unauthorised { return [.push(LoginScreen.again(desk))] }
        guard case .problem(let refusal) = error else { return [.bell] }
        let task = task
        form.mark(refusal) { task.path(of: $0) }
        return [.bell]
    }

    private func loadOptions(_ request: OptionRequest) -> Effect<Message> {
        let desk = desk
        let parts = [request.set, request.query, request.code, "\(request.offset)"].map { $0 ?? "" }
        return .run(id: "options-" + parts.joined(separator: "/")) {
            .options(request, await desk.bindingOptions(request))
        }
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let words = Strings.Bindings.about(task).text(context.language)
        canvas.put(
            SafeText(words).truncated(to: canvas.size.columns - 2), at: Point(1, 0), role: .title)
        FormView.draw(form, into: &canvas, rect: canvas.bounds.splitTop(1).rest, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form.messageLine(context.language)
    }
}

extension Desk {
    /// The officers or units that a plan names: those of the administrator's own units, then those of others, as the police.
    func bindingOptions(_ request: OptionRequest) async -> Result<[Option], APIError> {
        if request.set == BindingTask.officers {
            if let id = request.code {
                return await ask { client throws(APIError) in
                    let officer = try await client.officer(id)
                    return [BindingTask.option(officer)]
                }
            }
            return await ask { client throws(APIError) in
                try await client.officers(request.query, state: "active", limit: 200).items
                    .map(BindingTask.option)
            }
        }
        return await ask { client throws(APIError) in
            var agencies = request
            agencies.set = "agencies"
            return try await client.options(agencies).items.map {
                Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
            }
        }
    }
}

extension BindingTask {
    static func option(_ officer: OfficerRecord) -> Option {
        let parts = [officer.name, officer.position, UnitName.short(officer.unit.name)]
        return Option(value: officer.id, label: Phrase(vi: parts.joined(separator: ", ")))
    }
}
