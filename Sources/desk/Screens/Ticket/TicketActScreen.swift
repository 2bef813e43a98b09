import APIClient
import Forms
import Models
import TUI

/// Answers a ticket, or hands it on: what it needs is asked, and F10 does it, once, under one key.
struct TicketActScreen: KeepingScreen {
    enum Message: Sendable {
        case options(OptionRequest, Result<Page<ReferenceItem>, APIError>)
        case ticket(Result<Ticket, APIError>)
        case done(Result<Acted<Ticket>, SubmitFailure>)
        case typed(TypedKeeper.Event)
    }

    /// What was done, and the ticket as it stands since.
    struct Done: Sendable {
        var verb: TicketVerb
        var ticket: Ticket
    }

    enum ID {
        static let to = "to"
        static let note = "note"
    }

    let desk: Desk
    let verb: TicketVerb
    private(set) var ticket: Ticket
    private(set) var form: FormState
    private let key: Models.ID
    private let owner: SignedIn?
    var problem: Phrase?
    var keeper: TypedKeeper
    var typedForm: FormState? {
        get { form }
        set { if let newValue { form = newValue } }
    }

    init(desk: Desk, verb: TicketVerb, ticket: Ticket) {
        self.desk = desk
        self.verb = verb
        self.ticket = ticket
        key = desk.newID()
        owner = desk.signedIn
        keeper = TypedKeeper(
            desk: desk, place: .ticket(verb, ticket.id),
            title: Strings.Ticket.title(verb, ticket.code))
        form = FormState(
            Self.definition(verb, popular: Self.popular(ticket, province: desk.province)), today: desk.today,
            language: desk.language,
            submitLabel: Strings.Ticket.send)
        form.time = desk.time
        form.submitHelp = Strings.Buttons.ticket
    }

    /// Those who had it before, and the province.
    static func popular(_ ticket: Ticket, province: String?) -> [Option] {
        var units: [CodeName] = []
        for unit in (ticket.events ?? []).map(\.unit)
        where unit.code != ticket.to.code && !units.contains(where: { $0.code == unit.code }) {
            units.append(CodeName(code: unit.code, name: unit.name))
        }
        return TicketForm.popular(units, province: province == ticket.to.code ? nil : province)
    }

    /// - Parameter popular: Where a ticket may go on to, offered before anything is typed.
    static func definition(_ verb: TicketVerb, popular: [Option] = []) -> FormDefinition {
        var fields: [Field] = []
        if verb == .escalate {
            fields.append(
                Field(
                    id: ID.to, label: Strings.Ticket.to,
                    kind: .search(.reference("agencies", parentField: nil), popular: popular),
                    required: .always,
                    help: Strings.Ticket.toHelp, width: 52))
        }
        fields.append(
            Field(
                id: ID.note, label: verb == .escalate ? Strings.Ticket.note : Strings.Ticket.answer,
                kind: .textArea(TextAreaRule(minRows: 5, maxRows: 12, maxLength: 4000)), required: .always,
                help: verb == .escalate ? Strings.Ticket.noteHelp : Strings.Ticket.answerHelp))
        return FormDefinition(
            id: "desk-ticket-" + verb.rawValue, title: Strings.Ticket.name(verb), fields: fields)
    }

    var title: SafeText { desk.title(Strings.Ticket.name(verb)) }
    var scopes: [String] { form.scopes + ["ticket_form"] }
    var helpScopes: [String] { form.helpScopes + ["ticket_form"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closeTicketForm) where !form.isPopupOpen: return [.pop()]
        case .message(.options(let request, .success(let page))):
            let options = page.items.map {
                Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
            }
            return form.provide(options, for: request).map { [loadOptions($0)] } ?? []
        case .message(.options(let request, .failure(let error))):
            form.optionsFailed(request)
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
        case .message(.ticket(.success(let newer))):
            ticket = newer
            return []
        // The refusal stands; that the ticket below may be older is said as well.
        case .message(.ticket(.failure(let error))):
            if error == .unauthorised { return [.push(LoginScreen.again(desk))] }
            let words = Strings.Ticket.notRenewed(error.words).text(context.language)
            return [.toast(SafeText(words), .warning)]
        case .message(.done(.success(let acted))):
            keeper.finish()
            let words = Strings.Ticket.done(verb, ticket.code).text(context.language)
            return [.toast(SafeText(words), .success), .pop(result: Done(verb: verb, ticket: acted.value))]
        case .message(.done(.failure(let failure))): return failed(failure)
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            let outcome = form.handle(event)
            var effects: [Effect<Message>] = []
            for case .needsOptions(let request) in outcome.events { effects.append(loadOptions(request)) }
            return outcome.submits ? effects + [send()] : effects
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

    private mutating func send() -> Effect<Message> {
        form.working = true
        problem = nil
        let (desk, key, owner, verb, ticket) = (desk, key, owner, verb, ticket)
        let place = keeper.place.id
        let act = TicketAct(note: form.text(ID.note), to: form.text(ID.to))
        return .run(id: "act") {
            .done(
                await desk.act(
                    onTicket: ticket.id, verb, act, revision: ticket.revision, key: key,
                    title: Strings.Ticket.title(verb, ticket.code), draft: place, owner: owner))
        }
    }

    private mutating func failed(_ failure: SubmitFailure) -> [Effect<Message>] {
        form.working = false
        problem = Self.words(failure)
        switch failure {
        case .expired: return [.push(LoginScreen.again(desk))]
        case .refused(let refusal):
            let errors = (refusal.errors ?? []).compactMap { error -> FieldError? in
                let field = String(error.pointer.dropFirst())
                guard form.definition.field(field) != nil else { return nil }
                return FieldError(
                    path: FieldPath(field),
                    issue: FieldIssue(code: error.code, message: Phrase(vi: error.message)))
            }
            if !errors.isEmpty { form.apply(serverErrors: errors) }
            let (desk, id) = (desk, ticket.id)
            return [
                .bell,
                .run(id: "ticket") {
                    .ticket(await desk.ask { client throws(APIError) in try await client.ticket(id) })
                },
            ]
        default: return [.bell]
        }
    }

    /// Why an act on a ticket did not go through, in words.
    static func words(_ failure: SubmitFailure) -> Phrase? {
        switch failure {
        case .expired: nil
        case .notRecorded(let error): error.words
        case .doneBefore: Strings.Act.doneBefore
        case .unknown(let error):
            Phrase(
                error.words.text(.vi) + " " + Strings.Act.unknown.text(.vi),
                en: error.words.text(.en) + " " + Strings.Act.unknown.text(.en))
        case .refused(let refusal) where refusal.isStale:
            Strings.Ticket.changed(refusal.changedBy, refusal.changedAt?.display)
        case .refused(let refusal): APIError.problem(refusal).words
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let columns = canvas.size.columns - 2
        canvas.put(
            SafeText(ticket.code + "  " + ticket.subject).truncated(to: columns), at: Point(1, 0),
            role: .title)
        let lines = SafeText.wrapped(ticket.content ?? "", to: columns).prefix(3)
        for (row, line) in lines.enumerated() { canvas.put(line, at: Point(1, 1 + row), role: .text) }
        FormView.draw(
            form, into: &canvas, rect: canvas.bounds.splitTop(lines.count + 2).rest, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form.messageLine(context.language)
    }
}
