import APIClient
import Forms
import Models
import TUI

/// Writes the ticket that goes with a call: prefilled from the card, and sent with it.
struct TicketRequestScreen: KeepingScreen {
    enum Message: Sendable {
        case kinds(Result<Page<ReferenceItem>, APIError>, unit: Result<CodeName?, APIError>)
        case options(OptionRequest, Result<Page<ReferenceItem>, APIError>)
        case typed(TypedKeeper.Event)
    }

    /// The ticket as it goes with the card.
    struct Made: Sendable {
        var request: TicketRequest
        /// What the unit is called that it goes to.
        var to: String
    }

    let desk: Desk
    private let card: CallCard
    private let subject: String?
    private(set) var form: FormState?
    private var units: [String: String] = [:]
    var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { form = newValue }
    }

    /// - Parameter subject: What the caller asked, where it is known.
    init(desk: Desk, card: CallCard, subject: String?) {
        self.desk = desk
        self.card = card
        self.subject = subject
        keeper = TypedKeeper(
            desk: desk, place: .ticketRequest(card.key), title: Strings.Ticket.compose.text(.vi))
    }

    var title: SafeText { desk.title(Strings.Ticket.compose) }
    var scopes: [String] { (form?.scopes ?? []) + ["ticket_form"] }
    var helpScopes: [String] { (form?.helpScopes ?? []) + ["ticket_form"] }
    var capturesText: Bool { form?.capturesText ?? false }
    var deadline: Int64? { form?.deadline }
    func enabled(_ action: ActionID) -> Bool { form?.isEnabled(action) ?? true }
    func name(of action: ActionID) -> Phrase? { form?.name(of: action) }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load(), lookForTyped()] }

    /// The kinds of tickets, and who holds the dossier that the card is about.
    private func load() -> Effect<Message> {
        let (desk, dossier) = (desk, card.dossier)
        return .run(id: "kinds") {
            let unit = await desk.unit(of: dossier)
            return .kinds(
                await desk.ask { client throws(APIError) in
                    try await client.reference("ticket_kinds", limit: 50)
                }, unit: unit)
        }
    }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeTicketForm) where form?.isPopupOpen != true: return [.pop()]
        case .message(.kinds(.success(let page), let unit)):
            // After the login it is asked again.
            if case .failure(.unauthorised) = unit { return [.push(LoginScreen.again(desk))] }
            form = makeForm(page.items, try? unit.get(), context.language)
            guard let failure = unit.failure else { return [] }
            let words = Strings.Ticket.noUnit(failure.words).text(context.language)
            return [.toast(SafeText(words), .warning), .bell]
        case .message(.kinds(.failure(let error), _)):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
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
            guard let outcome = form.update({ $0.handle(event) }) else { return [] }
            var effects: [Effect<Message>] = []
            for case .needsOptions(let request) in outcome.events { effects.append(loadOptions(request)) }
            if outcome.submits, let made {
                // The card has it from now on.
                keeper.beQuiet()
                effects.append(.pop(result: made))
            }
            return effects
        }
    }

    func namesOfTyped(_ request: OptionRequest) -> Effect<Message>? { loadOptions(request) }

    private func loadOptions(_ request: OptionRequest) -> Effect<Message> {
        let desk = desk
        let parts = [request.query, request.code, "\(request.offset)"].map { $0 ?? "" }
        return .run(id: "options-" + parts.joined(separator: "/")) {
            .options(
                request, await desk.ask { client throws(APIError) in try await client.options(request) })
        }
    }

    private mutating func makeForm(_ kinds: [ReferenceItem], _ unit: CodeName?, _ language: Language)
        -> FormState
    {
        if let unit { units[unit.code] = unit.name }
        var form = TicketForm.make(
            for: card, subject: subject, kinds: kinds, unit: unit, province: desk.province, today: desk.today,
            language)
        form.time = desk.time
        // What is known already is there to be looked at; what is to be typed begins where nothing stands.
        let asked = [TicketForm.ID.to, TicketForm.ID.subject, TicketForm.ID.content]
        form.focus(field: asked.first { form.text($0)?.isEmpty ?? true } ?? TicketForm.ID.content)
        return form
    }

    private var made: Made? {
        form.flatMap { TicketForm.request($0.answers) }.map { Made(request: $0, to: units[$0.to] ?? $0.to) }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        guard let form else {
            let words = problem ?? Strings.Common.loading
            canvas.put(
                SafeText(words.text(context.language)), at: Point(1, 0), role: problem == nil ? .dim : .error)
            return
        }
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form?.messageLine(context.language)
    }
}
