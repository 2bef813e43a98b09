import APIClient
import Forms
import Models
import TUI

/// Asks what a look-up is narrowed to; closes with a ``LookupFilter``.
struct LookupFilterScreen: Screen {
    enum Message: Sendable {
        case choices(LookupFilterForm.Choices, [APIError])
        case options(OptionRequest, Result<Page<ReferenceItem>, APIError>)
    }

    let desk: Desk
    private let current: LookupFilter
    private var choices = LookupFilterForm.Choices()
    private(set) var form: FormState?
    /// What units are called, as far as they were offered.
    private var units: [String: String] = [:]

    init(desk: Desk, filter: LookupFilter) {
        self.desk = desk
        current = filter
        if let own = desk.me?.unit { units[own.code] = own.name }
        if let code = filter.asked.unit { units[code] = filter.unitName }
    }

    var title: SafeText { desk.title(Strings.Lookup.filter) }
    var scopes: [String] { (form?.scopes ?? []) + ["filter"] }
    var helpScopes: [String] { (form?.helpScopes ?? []) + ["filter"] }
    var capturesText: Bool { form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    func enabled(_ action: ActionID) -> Bool { form?.isEnabled(action) ?? true }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    private func load() -> Effect<Message> {
        let (desk, current) = (desk, current)
        return .run(id: "choices") {
            let (all, failures) = await LookupFilterForm.Choices.load(desk, current)
            return .choices(all, failures)
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeFilter) where form?.isPopupOpen != true: return [.pop()]
        case .message(.choices(let choices, let failures)):
            // After the login it is asked again.
            if failures.contains(.unauthorised) { return [.push(LoginScreen.again(desk))] }
            self.choices = choices
            var form = FormState(
                LookupFilterForm.definition(choices), answers: LookupFilterForm.answers(current.asked),
                today: desk.today, language: context.language, submitLabel: Strings.Filter.apply)
            form.time = desk.time
            self.form = form
            return failures.prefix(1).map { .toast(SafeText($0.words.text(context.language)), .warning) }
        case .message(.options(let request, let result)):
            switch result {
            case .success(let page):
                for item in page.items { units[item.code] = item.name }
                let options = page.items.map {
                    Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
                }
                let next = form?.provide(options, for: request)
                return next.map { [loadOptions($0)] } ?? []
            case .failure(let error):
                form?.optionsFailed(request)
                return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
            }
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return form == nil ? [load()] : []
        case .hangup: return []
        case .input, .action:
            guard let outcome = form.update({ $0.handle(event) }), let form else { return [] }
            var effects: [Effect<Message>] = []
            for case .needsOptions(let request) in outcome.events { effects.append(loadOptions(request)) }
            guard outcome.submits else { return effects }
            let filter = LookupFilterForm.filter(form.answers, choices, units: units)
            return effects + [.pop(result: filter)]
        }
    }

    private func loadOptions(_ request: OptionRequest) -> Effect<Message> {
        let desk = desk
        let parts = [request.query, request.code, "\(request.offset)"].map { $0 ?? "" }
        return .run(id: "options-" + parts.joined(separator: "/")) {
            .options(
                request, await desk.ask { client throws(APIError) in try await client.options(request) })
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        guard let form else {
            canvas.put(
                SafeText(Strings.Common.loading.text(context.language)), at: Point(1, 0), role: .dim)
            return
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        form?.messageLine(context.language)
    }
}
