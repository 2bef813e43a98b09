import APIClient
import Forms
import Models
import TUI

/// One ticket: what is asked, its clock, its history, and what the officer may do with it now, a key each.
struct TicketScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Ticket, APIError>)
        case messages(Result<[DossierMessage], APIError>)
        case revealed(Result<RevealedCaller, APIError>)
        case done(TicketVerb, Result<Acted<Ticket>, SubmitFailure>)
    }

    let desk: Desk
    let id: ID
    let code: String
    private(set) var ticket: Ticket?
    private var messages: [DossierMessage] = []
    private var revealed: RevealedCaller?
    private var offset = 0
    private var isActing = false
    private var problem: Phrase?
    /// The keys of the acts that need no form, made once each: a second press is the same act.
    private var keys: [TicketVerb: ID] = [:]
    private let owner: SignedIn?
    /// Asks before what can't be taken back.
    private var asking: Asking<Ticket>?

    init(desk: Desk, id: ID, code: String) {
        self.desk = desk
        self.id = id
        self.code = code
        owner = desk.signedIn
    }

    var title: SafeText { desk.title(Strings.Ticket.one) }
    var scopes: [String] { asking?.scopes ?? ["ticket"] }
    var wheelIsArrows: Bool { true }

    func enabled(_ action: ActionID) -> Bool {
        guard asking == nil else { return true }
        if let verb = action.ticketVerb { return !isActing && (ticket?.actions ?? []).contains(verb) }
        if action == .revealCaller {
            return ticket?.masked == true && ticket?.phone != nil && revealed == nil
        }
        return true
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { load() }

    private func load() -> [Effect<Message>] {
        let (desk, id) = (desk, id)
        return [
            .run(id: "load") {
                .loaded(await desk.ask { client throws(APIError) in try await client.ticket(id) })
            },
            .run(id: "messages") {
                .messages(await desk.ask { client throws(APIError) in try await client.messages(ticket: id) })
            },
        ]
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch asking.answer(to: event) {
        case .accepted(let ticket): return [act(.close, on: ticket)]
        case .taken: return []
        case .ignored: break
        }
        switch event {
        case .action(.closeTicket): return [.pop()]
        case .action(.refreshTicket): return load()
        case .action(.revealCaller): return [reveal()]
        case .action(let action):
            guard let verb = action.ticketVerb, let ticket else { return [] }
            switch verb {
            case .resolve, .escalate: return [.push(TicketActScreen(desk: desk, verb: verb, ticket: ticket))]
            case .acknowledge: return [act(verb, on: ticket)]
            case .close:
                asking = Asking(
                    ticket, title: Strings.Call.closeTitle, text: Strings.Ticket.closes(code),
                    does: Strings.Ticket.name(.close))
                return []
            case .create, .recalculate: return []
            }
        case .input(.key(let key)):
            scroll(key, context)
            return []
        case .message(.loaded(.success(let ticket))):
            self.ticket = ticket
            return []
        case .message(.messages(.success(let messages))):
            self.messages = messages
            return []
        case .message(.messages(.failure)): return []
        case .message(.revealed(.success(let caller))):
            revealed = caller
            return []
        case .message(.loaded(.failure(let error))), .message(.revealed(.failure(let error))):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .message(.done(let verb, let result)): return done(verb, result, context)
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            if let acted = result as? TicketActScreen.Done {
                ticket = acted.ticket
                problem = nil
                // Handed on it may be out of the officer's reach: what came back is what there is to see.
                return acted.verb == .escalate ? [] : load()
            }
            return load()
        case .input, .hangup: return []
        }
    }

    private func reveal() -> Effect<Message> {
        let (desk, id) = (desk, id)
        let purpose = Strings.Ticket.purpose.vi + " " + code
        return .run(id: "reveal") {
            .revealed(
                await desk.ask { client throws(APIError) in
                    try await client.revealTicket(id, purpose: purpose)
                })
        }
    }

    private mutating func act(_ verb: TicketVerb, on ticket: Ticket) -> Effect<Message> {
        isActing = true
        problem = nil
        let key = keys[verb] ?? desk.newID()
        keys[verb] = key
        let (desk, owner, title) = (desk, owner, Strings.Ticket.title(verb, ticket.code))
        return .run(id: "act") {
            .done(
                verb,
                await desk.act(
                    onTicket: ticket.id, verb, TicketAct(), revision: ticket.revision, key: key, title: title,
                    owner: owner))
        }
    }

    private mutating func done(
        _ verb: TicketVerb, _ result: Result<Acted<Ticket>, SubmitFailure>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        isActing = false
        switch result {
        case .success(let acted):
            ticket = acted.value
            keys[verb] = nil
            let words = Strings.Ticket.done(verb, code).text(context.language)
            return [.toast(SafeText(words), .success)] + load()
        case .failure(let failure):
            problem = TicketActScreen.words(failure)
            if case .expired = failure { return [.push(LoginScreen.again(desk))] }
            return [.bell] + load()
        }
    }

    private mutating func scroll(_ key: Key, _ context: ScreenContext) {
        let page = max(1, context.size.rows - 3)
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= page
        case .pageDown: offset += page
        case .home: offset = 0
        case .end: offset = .max / 2
        default: return
        }
        offset = sheet(context).clamped(offset, rows: context.size.rows - 2)
    }

    // MARK: - Drawing

    private func sheet(_ context: ScreenContext) -> Sheet {
        guard let ticket else { return Sheet(width: context.size.columns - 3) }
        return TicketSheet.make(
            ticket, messages: messages, revealed: revealed, now: Instant(seconds: context.now),
            width: context.size.columns - 3, context.language)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        drawSheet(into: &canvas, context)
        asking?.draw(into: &canvas, context)
    }

    private func drawSheet(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let (head, rest) = canvas.bounds.splitTop(1)
        canvas.put(SafeText(code), at: Point(1, head.row), role: .title)
        guard let ticket else {
            let words = problem ?? Strings.Common.loading
            canvas.put(
                SafeText(words.text(language)), at: Point(2, rest.row + 1),
                role: problem == nil ? .dim : .error)
            return
        }
        let now = Instant(seconds: context.now)
        let state = SafeText(TicketLine.state(ticket, now: now, language))
        canvas.put(
            state, at: Point(canvas.size.columns - state.width - 1, head.row),
            role: TicketLine.role(ticket, now: now))
        let (body, foot) = rest.splitTop(rest.rows - 1)
        let sheet = sheet(context)
        sheet.draw(into: &canvas, area: body.inset(columns: 1, rows: 0), offset: offset)
        ScrollBar.draw(
            into: &canvas, area: Rect(column: body.endColumn - 1, row: body.row, columns: 1, rows: body.rows),
            total: sheet.lines.count, first: sheet.clamped(offset, rows: body.rows), role: .border,
            glyphs: Glyphs.of(context))
        var column = 1
        for verb in ticket.actions ?? [] {
            column += canvas.put(
                SafeText(Strings.Ticket.letter(verb)), at: Point(column, foot.row), role: .key)
            column += canvas.put(
                SafeText(" " + Strings.Ticket.name(verb).text(language) + "   "), at: Point(column, foot.row),
                role: .text)
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        problem.map { MessageLine(SafeText($0.text(context.language)), role: .error) }
    }
}
