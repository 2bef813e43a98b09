import APIClient
import Forms
import Models
import TUI

/// The login: at the start, and over whatever was being done when a session ends.
struct LoginScreen: Screen {
    enum Message: Sendable {
        case entered(Result<Entry, APIError>)
    }

    /// The list of training accounts, where the bar is in it.
    private enum Focus: Equatable {
        case form
        case accounts(Int)
    }

    let desk: Desk
    /// Who was at the desk when the session ended; nil at the start.
    let former: SignedIn?
    private var form: FormState
    private var focus = Focus.form
    private var isWorking = false
    private var problem: Phrase?
    private let drawnHeader = KeptDrawing<LoginHeader>()

    init(desk: Desk, former: SignedIn? = nil) {
        self.desk = desk
        self.former = former
        form = FormState(
            LoginForm.definition(training: desk.training != nil), today: desk.today, language: desk.language,
            submitLabel: Strings.Login.enter)
        form.time = desk.time
        form.submitHelp = Strings.Buttons.login
    }

    /// The login over a screen whose question the server answered with "who are you?".
    static func again(_ desk: Desk) -> LoginScreen { LoginScreen(desk: desk, former: desk.signedIn) }

    static let trainingPassword = "tap-huan"

    var title: SafeText { desk.title(Strings.Login.title) }
    var scopes: [String] { isInAccounts ? ["login.accounts", "login"] : ["login"] + form.scopes }
    var helpScopes: [String] { isInAccounts ? scopes : ["login"] + form.helpScopes }
    var capturesText: Bool { !isInAccounts && form.capturesText }
    var deadline: Int64? { form.deadline }
    private var isInAccounts: Bool { focus != .form }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .loginAccounts: desk.training != nil
        case .loginCancel: former != nil || isInAccounts || isWorking
        case .command, .lookup: false
        case .quit: true
        default: form.isEnabled(action)
        }
    }

    /// What was said before is nothing for whoever logs in now: it may name the former officer's citizens.
    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        [.clearToasts(all: true)]
            + desk.startWarnings.map { .toast(SafeText($0.text(context.language)), .warning) }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        if form.language != context.language { form.setLanguage(context.language) }
        switch event {
        case .action(.loginAccounts):
            focus = .accounts(0)
            return []
        case .action(.loginTake): return takeAccount()
        case .action(.loginSubmit): return act(on: form.perform("form.submit"), context)
        // The last field of a form that is always the same: Enter there means go.
        case .action("form.accept") where form.focus?.field == LoginForm.password && !form.isPopupOpen:
            return act(on: form.perform("form.submit"), context)
        case .action(.loginCancel):
            if isWorking {
                // Nobody is at the desk for a login before its answer is taken here.
                endWork()
                return [.cancel(id: "login")]
            }
            if isInAccounts {
                focus = .form
                return []
            }
            return former == nil ? [] : [.pop()]
        case .input(.key(let key)) where isInAccounts:
            moveInAccounts(key)
            return []
        case .input(.text) where isInAccounts:
            focus = .form
            return act(on: typed(event), context)
        case .message(.entered(let result)): return entered(result, context)
        case .input, .action: return act(on: typed(event), context)
        case .resumed(let result):
            // Two questions were answered with "who are you?": one login is enough for both.
            return result as? LoginResult == .same && former != nil ? [.pop(result: LoginResult.same)] : []
        case .hangup: return []
        }
    }

    // MARK: - Logging in

    /// An account's name is no Vietnamese, whatever typing method is on.
    private mutating func typed(_ event: ScreenEvent<Message>) -> FormOutcome {
        TypingOptions.$current.withValue(TypingOptions()) { form.handle(event) }
    }

    private mutating func act(on outcome: FormOutcome, _ context: ScreenContext) -> [Effect<Message>] {
        let isTyping = outcome.events.contains { if case .changed = $0 { true } else { false } }
        let effects: [Effect<Message>] = isTyping ? [.post(DeskNotice.loginBegun)] : []
        guard outcome.submits, !isWorking else { return effects }
        guard let user = form.answers.text(LoginForm.user),
            let password = form.answers.text(LoginForm.password)
        else { return effects }
        return effects + [logIn(user: user, password: password)]
    }

    private mutating func takeAccount() -> [Effect<Message>] {
        guard case .accounts(let index) = focus, !isWorking, Strings.Login.roles.indices.contains(index)
        else { return [] }
        let user = Strings.Login.roles[index].user
        form.set(LoginForm.user, to: .text(user))
        focus = .form
        return [logIn(user: user, password: Self.trainingPassword)]
    }

    private mutating func logIn(user: String, password: String) -> Effect<Message> {
        isWorking = true
        problem = nil
        form.working = true
        let desk = desk
        return .run(id: "login") { .entered(await desk.logIn(user: user, password: password)) }
    }

    private mutating func endWork() {
        isWorking = false
        form.working = false
    }

    private mutating func entered(
        _ result: Result<Entry, APIError>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        endWork()
        switch result {
        case .failure(let error):
            problem = error.words
            if error == .wrongCredentials {
                form.set(LoginForm.password, to: nil)
                form.focus(FieldPath(LoginForm.password))
            }
            return [.bell]
        case .success(let entry):
            let signedIn = desk.take(entry)
            // Who types with another method finds it as he left it, and nobody finds the one before him's.
            var effects: [Effect<Message>] = [.setTyping(desk.typing)]
            if entry.storeError != nil {
                effects.append(.toast(SafeText(Strings.Login.noStore.text(context.language)), .warning))
            }
            guard let former, !signedIn.isSameOfficer(as: former) else {
                return effects + [.pop(result: LoginResult.same)]
            }
            // Whatever lies below is the former officer's: each screen saves it under that name and goes.
            effects.append(.toast(SafeText(Strings.Login.otherOfficer.text(context.language)), .warning))
            return effects + [.popToRoot]
        }
    }

    private mutating func moveInAccounts(_ key: Key) {
        guard case .accounts(let index) = focus else { return }
        switch key.code {
        case .up where index == 0: focus = .form
        case .up: focus = .accounts(index - 1)
        case .down: focus = .accounts(min(index + 1, Strings.Login.roles.count - 1))
        case .home: focus = .accounts(0)
        case .end: focus = .accounts(Strings.Login.roles.count - 1)
        case .tab, .backTab: focus = .form
        default: break
        }
    }

    // MARK: - Drawing

    func lineEnd(_ context: ScreenContext) -> LineEnd? {
        isInAccounts ? nil : FormView.lineEnd(form, context: context)
    }

    func drawTyped(into canvas: inout Canvas, _ context: ScreenContext) -> Range<Int>? {
        isInAccounts ? nil : FormView.drawTyped(form, into: &canvas, context: context)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let width = min(64, canvas.size.columns - 2)
        let formRows = 6
        // Those that the window has no room for are scrolled to.
        let shown = min(Strings.Login.roles.count, max(3, canvas.size.rows - formRows - 5))
        let accounts = desk.training == nil ? 0 : shown + 2
        let header = canvas.size.rows >= formRows + accounts + 3 ? 3 : 1
        let height = min(canvas.size.rows, header + formRows + accounts)
        let box = Rect(canvas.size).centred(Size(columns: width, rows: height))
        var (top, rest) = box.splitTop(header)
        let words = LoginHeader(
            former: former?.me.officer.name, link: desk.link, serverAddress: desk.serverAddress,
            language: language)
        drawnHeader.put(words, into: &canvas, area: top) { words.draw(into: &$0, area: top) }
        (top, rest) = rest.splitTop(formRows)
        FormView.draw(form, into: &canvas, rect: top, context: context)
        if isInAccounts { canvas.cursor = nil }
        // As wide as the form, which keeps its last column for a scroll bar.
        let list = rest.splitLeft(rest.columns - 1).left
        if accounts > 0, list.rows >= 3 { drawAccounts(into: &canvas, area: list, context) }
    }

    private func drawAccounts(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let language = context.language
        canvas.box(
            area, title: SafeText(Strings.Login.accounts.text(language)),
            role: isInAccounts ? .borderFocused : .border, titleRole: .training)
        let inside = area.inside
        let lit: Int? = if case .accounts(let index) = focus { index } else { nil }
        let first = max(0, (lit ?? 0) - inside.rows + 1)
        for (row, account) in Strings.Login.roles.dropFirst(first).prefix(inside.rows).enumerated() {
            let isLit = first + row == lit
            let line = inside.line(row)
            if isLit { canvas.fill(line, role: .selection) }
            canvas.put(
                SafeText(account.user), at: line.origin.offset(columns: 1), role: isLit ? .selection : .key)
            canvas.put(
                SafeText(account.what.text(language)).truncated(to: line.columns - 20),
                at: line.origin.offset(columns: 19), role: isLit ? .selection : .text)
            if isLit { canvas.cursor = line.origin.offset(columns: 1) }
        }
        ScrollBar.draw(
            into: &canvas, area: inside.splitRight(1).right, total: Strings.Login.roles.count, first: first,
            role: .border, glyphs: Glyphs.of(context))
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        if isWorking {
            let words = desk.link == .starting ? Strings.Starting.starting : Strings.Login.working
            return MessageLine(SafeText(words.text(language)))
        }
        if let problem { return MessageLine(SafeText(problem.text(language)), role: .error) }
        if isInAccounts { return MessageLine(SafeText(Strings.Login.accountsHelp.text(language))) }
        let line = form.messageLine(language)
        return MessageLine(line.text, role: line.role)
    }
}
