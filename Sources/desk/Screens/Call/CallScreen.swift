import APIClient
import Forms
import Models
import TUI

/// A call to the hotline: what the caller asks for is found as it is said, read out once he has shown that it is his,
/// and kept on the card, which one key saves.
struct CallScreen: Screen {
    enum Message: Sendable {
        /// The officer has stopped typing.
        case pause(String)
        case found(String, Found)
        case popular(Result<[ScriptAnswer], APIError>)
        /// What is known of the caller by his number.
        case known(Result<Page<Ticket>, APIError>)
        case verified(CallDossier, Result<CallerVerdict, APIError>)
        case loaded(ID, Result<Dossier, APIError>)
        case details(ID, Result<DossierClock, APIError>, Result<[DossierEvent], APIError>)
        case draft(Result<Void, StoreError>)
        case autosave
        case tick
        case done(Result<Acted<HotlineCall>, SubmitFailure>)
        case kept(Result<SlipPrinter.Outcome, SlipPrinter.Failure>)
    }

    /// The answers to one question: both sides of it, each as far as it could be had.
    struct Found: Sendable {
        var dossiers: Result<SearchPage, APIError>
        var answers: Result<[ScriptAnswer], APIError>
    }

    /// Where the keys go.
    enum Focus: Sendable, Equatable {
        case search, card, verification
    }

    /// What lies open in place of the list.
    enum Shown: Sendable {
        case answer(ScriptAnswer)
        case readout(Readout)
        case loading(CallDossier)

        var readout: Readout? { if case .readout(let readout) = self { readout } else { nil } }
    }

    /// Seconds after the last key until the question goes out (eForm SE-2: 300–500 ms).
    static let debounce = 0.35
    /// The longest that something typed is in memory only, in seconds.
    static let autosaveDelay = 1.5

    let desk: Desk
    var card: CallCard
    var query: TextLine
    var found = CallFound()
    var focus = Focus.search
    var shown: Shown?
    /// The lines that are scrolled away above what is shown.
    var scroll = 0
    /// Asks for what shows that a dossier is the caller's.
    var verification: FormState?
    var verifying: CallDossier?
    /// What callers ask most: the list while nothing is typed (eForm SE-1).
    var popular: [ScriptAnswer] = []
    /// What the list answers; nil before the first answer.
    var answered: String?
    var isSearching = false
    /// Enter was pressed before the list was there.
    var opensFound = false
    /// What was looked for and not answered, in whole or in part, and why.
    var unanswered: (text: String, why: Phrase)?
    var problem: Phrase?
    var earlier: [Ticket] = []
    /// What the server took it for that was looked for last.
    var understood: [SearchUnderstood] = []
    /// A paper of what lies open is being made.
    var isKeeping = false
    let owner: SignedIn?
    /// Keeps other desks of this officer, and other screens, from the card.
    private let hold: APIClient.Claim?
    private let token: OpenCalls.Token
    var isArmed = false
    var isSaving = false
    var isDone = false
    var savedDraft: CallDraft?

    init(desk: Desk, phone: String? = nil) {
        self.init(
            desk: desk,
            card: CallCard(
                key: desk.newID(), startedAt: desk.now, phone: phone, today: desk.today,
                language: desk.language),
            query: phone ?? "")
    }

    /// Takes an unfinished card up; nil where the draft is none.
    init?(desk: Desk, draft: Draft) {
        guard let card = CallCard(draft.content, today: desk.today, language: desk.language) else {
            return nil
        }
        self.init(
            desk: desk, card: card, query: card.dossier?.code ?? card.form.rawText(CallForm.ID.phone) ?? "")
        savedDraft = card.draft
    }

    private init(desk: Desk, card: CallCard, query: String) {
        self.desk = desk
        self.card = card
        self.query = TextLine(query, input: LookupQuery.input)
        owner = desk.signedIn
        hold = owner?.store?.claim(card.key)
        token = desk.openCalls.begin()
    }

    /// Another window has the card.
    var isInUse: Bool { owner?.store != nil && hold == nil }
    var isSending: Bool { card.form.working }

    var title: SafeText { desk.title(Strings.Call.title) }
    var scopes: [String] {
        switch focus {
        case .search: [shown == nil ? "call_search" : "call_answer", "call"] + query.scopes
        case .card: card.form.scopes + ["call"]
        case .verification: (verification?.scopes ?? []) + ["call"]
        }
    }
    var helpScopes: [String] { focus == .card ? card.form.helpScopes + ["call"] : scopes }
    var capturesText: Bool {
        switch focus {
        case .search: true
        case .card: card.form.capturesText
        case .verification: verification?.capturesText ?? false
        }
    }
    var deadline: Int64? { focus == .card ? card.form.deadline : verification?.deadline }
    var wheelIsArrows: Bool { focus == .search }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openFoundInCall: found.selected != nil || !isOfWhatIsTyped
        case .saveCall, .callTicket: !isSending
        case .copyReadout: shown?.readout != nil
        case .printReadout, .saveReadout: shown?.readout != nil && !isKeeping
        case .command, .newCall: true
        default:
            switch focus {
            case .search: true
            case .card: card.form.isEnabled(action)
            case .verification: verification?.isEnabled(action) ?? true
            }
        }
    }

    func name(of action: ActionID) -> Phrase? {
        action == "form.submit" && focus == .card ? Strings.Call.save : verification?.name(of: action)
    }

    // MARK: - Events

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        var effects: [Effect<Message>] = [.after(id: "tick", seconds: 1, .tick)]
        guard !isInUse else {
            problem = Strings.Call.inUse
            return effects + [.bell]
        }
        effects.append(isLongEnough ? search(query.text.trimmed) : askPopular())
        return effects + askWhoCalls()
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(let message): return handle(message, context)
        case .resumed(let result): return resumed(result)
        case .hangup:
            saveNow()
            return []
        case .input(.mouse(let mouse)) where !isPopupOpen && shown == nil && verification == nil:
            guard let opens = found.point(mouse) else { break }
            guard focus == .search else {
                focus = .search
                return []
            }
            return opens ? open() : []
        case .action(let action) where !isPopupOpen:
            if let effects = handle(action, context) { return effects }
        case .input, .action: break
        }
        return typed(event, context)
    }

    private var isPopupOpen: Bool {
        switch focus {
        case .search: false
        case .card: card.form.isPopupOpen
        case .verification: verification?.isPopupOpen ?? false
        }
    }

    /// nil where the action is one of what has the focus.
    private mutating func handle(_ action: ActionID, _ context: ScreenContext) -> [Effect<Message>]? {
        switch action {
        case .leaveCall: return leave(context)
        case .saveCall: return submit()
        case .callTicket:
            problem = nil
            return [.push(TicketRequestScreen(desk: desk, card: card, subject: asked))]
        case .switchCallFocus:
            switch focus {
            case .search: focusCard()
            case .card, .verification: focus = .search
            }
            return []
        case .openFoundInCall: return open()
        case .copyReadout: return shown?.readout.map { ReadoutKeeping.copy($0, context.language) } ?? []
        case .printReadout: return keep(ReadoutKeeping.print)
        case .saveReadout: return keep(ReadoutKeeping.save)
        default: return nil
        }
    }

    /// What the ticket is begun with: the question that was read out, or what was looked for.
    var asked: String? {
        if case .answer(let answer)? = shown { return answer.question }
        return nil
    }

    /// The number that came with the call is not what is typed next: the first entry after it that is empty is.
    mutating func focusCard() {
        focus = .card
        problem = nil
        guard card.form.focus == FieldPath(CallForm.ID.phone),
            !(card.form.rawText(CallForm.ID.phone) ?? "").isEmpty
        else { return }
        let next = (card.form.rawText(CallForm.ID.name) ?? "").isEmpty ? CallForm.ID.name : CallForm.ID.note
        card.form.focus(field: next)
    }

    private mutating func typed(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>]
    {
        switch focus {
        case .search: return searchTyped(event, context)
        case .card:
            let before = card.form.revision
            let outcome = card.form.handle(event)
            for case .edge(let forward) in outcome.events {
                focus = .search
                if !forward { card.form.focus(field: CallForm.ID.phone) }
            }
            return (outcome.submits ? submit() : []) + (card.form.revision == before ? [] : arm())
        case .verification:
            // Enter is the end of what the caller said, and of the question.
            problem = nil
            let isAtSaid = verification?.focus == FieldPath(CallVerification.ID.said)
            // One line has no use for the arrows: they choose what it is that the caller says.
            let steps: [ActionID: Int] = ["form.up": -1, "form.down": 1]
            if case .action(let action) = event, isAtSaid, let step = steps[action] {
                if var form = verification {
                    CallVerification.step(&form, by: step)
                    verification = form
                }
                return []
            }
            let isEnter =
                if case .action("form.accept") = event { isAtSaid } else { false }
            let outcome = isEnter ? verification?.perform("form.submit") : verification?.handle(event)
            return outcome?.submits == true ? verify() : []
        }
    }

    private mutating func resumed(_ result: (any Sendable)?) -> [Effect<Message>] {
        if let made = result as? TicketRequestScreen.Made {
            card.ticket = made.request
            card.ticketTo = made.to
            card.form.set(CallForm.ID.result, to: .text(CallResult.ticket.rawValue))
            if card.form.text(CallForm.ID.topic) == nil { card.suggest(.complaint) }
            return arm()
        }
        if result is LoginResult {
            if result as? LoginResult == .other { return [.popToRoot] }
            return isLongEnough && answered == nil ? [search(query.text.trimmed)] : []
        }
        return []
    }

    private mutating func handle(_ message: Message, _ context: ScreenContext) -> [Effect<Message>] {
        switch message {
        case .tick: return isDone ? [] : [.after(id: "tick", seconds: 1, .tick)]
        case .pause(let text): return text == query.text.trimmed && isLongEnough ? [search(text)] : []
        case .found(let text, let answer): return foundAnswer(text, answer)
        case .popular(let result): return popularAnswer(result)
        case .known(let result):
            switch result {
            case .success(let page): earlier = page.items.filter { $0.state != .closed }
            case .failure(.unauthorised): return [.push(LoginScreen.again(desk))]
            // Nobody tells the caller that nothing is open where that is not known.
            case .failure(let error): return tellEarlierUnknown(error, context.language)
            }
            // They stand below what was found for the number itself.
            if answered != nil { addEarlier() }
            return []
        case .verified(let dossier, let result): return verified(dossier, result)
        case .loaded(let id, let result): return loaded(id, result)
        case .details(let id, let clock, let events):
            guard case .readout(var readout)? = shown, readout.dossier.id == id else { return [] }
            (readout.clock, readout.events) = (try? clock.get(), (try? events.get()) ?? [])
            shown = .readout(readout)
            // Less is read out then: the officer has to know that it is not all.
            if let failure = clock.failure ?? events.failure {
                problem = failure.words
                return failure == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
            }
            return []
        case .autosave: return save()
        case .draft(let result):
            isSaving = false
            if case .failure(let error) = result {
                problem = error.words
                isArmed = true
                return [.after(id: "autosave", seconds: 5, .autosave), .bell]
            }
            return []
        case .done(let result): return done(result, context)
        case .kept(let outcome):
            isKeeping = false
            return Effect.told(outcome, context.language)
        }
    }
}
