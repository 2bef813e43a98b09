import Forms
import Models
import TUI

/// The status line, and what goes on behind all screens: starting and watching the server, the commands that
/// hold everywhere.
struct DeskChrome: Chrome {
    enum Message: Sendable {
        /// The training central was joined, or could not be.
        case joined(Result<Lifeline, StartError>)
        /// The training central is gone.
        case broken
        /// A configured server answered, or not.
        case pinged
        /// The link changed while some screen talked to the server.
        case linkChanged
        /// Time to ask a lost server again.
        case retry
        case loggedOut
    }

    let desk: Desk
    /// False in tests of screens, which have no server to watch.
    let watches: Bool
    private var seen = 0
    private var known: Link
    private var tries = 0

    init(desk: Desk, watches: Bool = true) {
        self.desk = desk
        self.watches = watches
        known = desk.link
    }

    var showsClock: Bool { true }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        guard watches else { return [] }
        return [watch(), desk.training == nil ? ping() : join()]
    }

    mutating func handle(_ event: ChromeEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.command): return [.push(CommandScreen(desk: desk))]
        case .action(.lookup): return [.push(LookupScreen(desk: desk))]
        case .action(.quit): return [.quit()]
        case .posted(let notice): return notice is DeskNotice ? [logOut()] : []
        case .action, .hangup: return []
        case .message(let message): return handle(message, context.language)
        }
    }

    private mutating func handle(_ message: Message, _ language: Language) -> [Effect<Message>] {
        switch message {
        case .joined(.success(let lifeline)):
            desk.hold(lifeline)
            desk.setLink(.connected)
            return [
                .run(id: "lifeline") {
                    await lifeline.untilBroken()
                    return .broken
                }
            ]
        case .joined(.failure(let error)):
            desk.setLink(.failed(error))
            return [
                .toast(SafeText(error.message.text(language)), .error),
                .after(id: "retry", seconds: 15, .retry),
            ]
        case .broken:
            desk.hold(nil)
            desk.setLink(.starting)
            return [.toast(SafeText(Strings.Starting.restarting.text(language)), .warning), join()]
        case .pinged:
            return desk.link.isConnected ? [] : [.after(id: "retry", seconds: pause(), .retry)]
        case .retry:
            guard desk.training == nil else {
                desk.setLink(.starting)
                return [join()]
            }
            return desk.link.isConnected ? [] : [ping()]
        case .loggedOut: return [.push(LoginScreen(desk: desk))]
        case .linkChanged:
            let before = known
            known = desk.link
            return [watch()] + linkChanged(from: before, language)
        }
    }

    private mutating func linkChanged(from before: Link, _ language: Language) -> [Effect<Message>] {
        switch (before, known) {
        case (.connected, .lost):
            tries = 0
            // A training central that is gone breaks the lifeline, which starts it again.
            guard desk.training == nil else { return [] }
            return [
                .toast(SafeText(Strings.Starting.serverLost.text(language)), .warning),
                .after(id: "retry", seconds: pause(), .retry),
            ]
        case (.lost, .connected), (.starting, .connected) where tries > 0 || before == .lost:
            tries = 0
            return [.toast(SafeText(Strings.Starting.serverBack.text(language)), .success)]
        case (_, .lost):
            return desk.training == nil ? [.after(id: "retry", seconds: pause(), .retry)] : []
        default: return []
        }
    }

    /// Seconds until the next question: 2, 4, 8 … 60; 30 while nobody is at the desk, to let it sleep.
    private mutating func pause() -> Double {
        guard desk.signedIn != nil else { return 30 }
        tries += 1
        return Double(min(60, 1 << min(tries, 6)))
    }

    // MARK: - Effects

    private func watch() -> Effect<Message> {
        let desk = desk
        let seen = desk.changes
        return .run(id: "watch") {
            await desk.linkChange(after: seen)
            return .linkChanged
        }
    }

    private func join() -> Effect<Message> {
        let desk = desk
        guard let training = desk.training else { return .cancel(id: "join") }
        return .run(id: "join") {
            do {
                return .joined(.success(try await training.join { (try? await desk.client.isReady()) ?? false }))
            } catch {
                return .joined(.failure(error))
            }
        }
    }

    private func logOut() -> Effect<Message> {
        let desk = desk
        return .run(id: "logout") {
            await desk.logOut()
            return .loggedOut
        }
    }

    private func ping() -> Effect<Message> {
        let desk = desk
        return .run(id: "ping") {
            _ = await desk.ask { client throws(APIError) in try await client.isReady() }
            return .pinged
        }
    }

    // MARK: - Drawing

    func drawStatus(into canvas: inout Canvas, titles: [SafeText], _ context: ScreenContext) {
        let language = context.language
        canvas.fill(canvas.bounds, role: .statusBar)
        var right: [(SafeText, Role)] = []
        if let me = desk.me {
            right.append((SafeText(me.unit.name), .statusBar))
            right.append((SafeText(me.officer.name), .statusBar))
        }
        if desk.isTraining { right.append((SafeText(Strings.Common.training.text(language)), .training)) }
        if desk.waitingToSend > 0 {
            right.append((SafeText(Strings.Status.pending(desk.waitingToSend).text(language)), .warning))
        }
        right.append(link(context))
        right.append((SafeText(Instant(seconds: context.now).clock), .statusBar))
        var path = SafeText(Strings.Common.appName.text(language))
        for title in titles.dropFirst(titles.count > 1 ? 1 : 0) { path += " ▸ " + title }
        let room = canvas.size.columns - 2
        // The unit goes first where there is no room for all, then the officer, then the way to here.
        var gap = 2
        while right.count > 3, path.width + 2 + Self.width(right, gap: gap) > room {
            if gap == 2, path.width + 2 + Self.width(right, gap: 1) <= room { gap = 1 } else { right.removeFirst() }
        }
        path = path.truncated(to: max(0, room - Self.width(right, gap: gap) - 1))
        canvas.put(path, at: Point(1, 0), role: .statusBar)
        var column = canvas.size.columns - 1 - Self.width(right, gap: gap)
        for (text, role) in right {
            column += canvas.put(text, at: Point(column, 0), role: role) + gap
        }
    }

    private static func width(_ parts: [(SafeText, Role)], gap: Int) -> Int {
        parts.reduce(0) { $0 + $1.0.width } + gap * max(0, parts.count - 1)
    }

    private func link(_ context: ScreenContext) -> (SafeText, Role) {
        let words: Phrase =
            switch desk.link {
            case .connected: Strings.Status.connected
            case .starting, .connecting: Strings.Status.connecting
            case .lost, .failed: Strings.Status.disconnected
            }
        let isUp = desk.link.isConnected
        let mark: SafeText = context.ascii ? (isUp ? "*" : "o") : (isUp ? "●" : "○")
        let isDown = !isUp && (desk.link == .lost || desk.link != .starting && desk.link != .connecting)
        return (mark + " " + SafeText(words.text(context.language)), isDown ? .error : .statusBar)
    }
}
