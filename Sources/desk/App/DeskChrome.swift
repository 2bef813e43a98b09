import APIClient
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
        /// What the officer has set was written down.
        case kept
        /// Time to ask a lost server again.
        case retry
        /// A telephone system has put a caller through.
        case rang(String?)
        /// What had waited for the link has been sent, in the login of this serial.
        case resumed(Int, Resumed)
    }

    let desk: Desk
    /// False in tests of screens, which have no server to watch.
    let watches: Bool
    private var known: Link
    /// The number of the change that `known` is as of.
    private var seen: Int
    private var tries = 0
    private var isRestarting = false
    /// When the server was last asked whether it is there, in seconds; nil before the first time.
    private var askedAt: Int64?
    private let drawn = KeptDrawing<DeskStatus>()

    init(desk: Desk, watches: Bool = true) {
        self.desk = desk
        self.watches = watches
        (known, seen) = desk.linkState
    }

    var showsClock: Bool { true }
    var blindActions: Set<ActionID> { [.quit] }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        guard watches else { return [ring()] }
        // A configured server is asked once somebody begins to log in: before that nobody needs the answer.
        return desk.training == nil ? [ring(), watch()] : [ring(), watch(), join()]
    }

    mutating func handle(_ event: ChromeEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.command): return [.push(CommandScreen(desk: desk))]
        case .action(.lookup): return [.push(LookupScreen(desk: desk))]
        case .action(.newCall):
            guard desk.isHotline else {
                return [.toast(SafeText(Strings.Call.hotlineOnly.text(context.language)), .warning), .bell]
            }
            return [.push(CallScreen(desk: desk, phone: desk.openCalls.takeWaiting()))]
        case .action(.quit): return [.quit()]
        case .posted(let notice):
            if let typing = notice as? TypingOptions, let keep = desk.keepTyping(typing) {
                return [
                    .run(id: "typing") {
                        keep()
                        return .kept
                    }
                ]
            }
            switch notice as? DeskNotice {
            case .loginBegun: return probe(context)
            case .logOut: desk.wantsLogOut = true
            case .closingEnded: desk.wantsLogOut = false
            case nil: break
            }
            return []
        case .action, .hangup: return []
        case .message(let message): return handle(message, context.language)
        }
    }

    private mutating func handle(_ message: Message, _ language: Language) -> [Effect<Message>] {
        switch message {
        case .joined(.success(let lifeline)):
            desk.hold(lifeline)
            desk.setLink(.connected)
            let back = SafeText(Strings.Starting.restarted.text(language))
            // What was said of the end is over.
            let greeting: [Effect<Message>] = isRestarting ? [.clearToasts(), .toast(back, .success)] : []
            isRestarting = false
            return greeting + [
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
            isRestarting = true
            let words = SafeText(Strings.Starting.restarting.text(language))
            return [.clearToasts(), .toast(words, .warning), join()]
        case .rang(let number):
            guard let number, desk.isHotline else { return [ring()] }
            guard desk.openCalls.isAnyOpen else {
                return [ring(), .bell, .push(CallScreen(desk: desk, phone: number))]
            }
            desk.openCalls.wait(number)
            return [ring(), .bell, .toast(SafeText(Strings.Call.rings(number).text(language)), .warning)]
        case .kept: return []
        case .pinged: return desk.link.isConnected ? [] : again()
        case .retry:
            switch desk.link {
            case .failed:
                desk.setLink(.starting)
                return [join()]
            case .lost, .connecting: return [ping()]
            case .connected, .starting, .unasked: return []
            }
        case .resumed(let serial, let resumed):
            // A title names a person: nothing of it is for the next officer.
            return serial == desk.serial ? Self.toasts(for: resumed, language) : []
        case .linkChanged:
            let before = known
            (known, seen) = desk.linkState
            return [watch()] + linkChanged(from: before, language) + sendWaiting()
        }
    }

    private mutating func linkChanged(from before: Link, _ language: Language) -> [Effect<Message>] {
        switch (before, known) {
        case (.connected, .lost):
            tries = 0
            // A training central that is gone breaks the lifeline, which starts it again; one that was only
            // slow is asked again.
            guard desk.training == nil else { return again() }
            let words = SafeText(Strings.Starting.serverLost.text(language))
            return [.clearToasts(), .toast(words, .warning)] + again()
        case (.lost, .connected):
            tries = 0
            let words = SafeText(Strings.Starting.serverBack.text(language))
            return [.cancel(id: "retry"), .clearToasts(), .toast(words, .success)]
        case (_, .lost): return again()
        // An answer was not waited for: what became of it is asked until it is known.
        case (.connected, .connecting):
            tries = 0
            return again()
        default: return []
        }
    }

    /// Acts and prints that were made while the server was away go out when it is back, not at the next login.
    private func sendWaiting() -> [Effect<Message>] {
        guard known.isConnected, desk.signedIn != nil, mayWait else { return [] }
        let (desk, serial) = (desk, desk.serial)
        return [.run(id: "pending") { .resumed(serial, await desk.resumePending()) }]
    }

    /// Whether something waits to be sent, as far as can be known.
    private var mayWait: Bool { desk.waitingToSend > 0 || desk.waitingProblem != nil }

    static func toasts<M: Sendable>(for resumed: Resumed, _ language: Language) -> [Effect<M>] {
        var toasts: [Effect<M>] = []
        if let first = resumed.dossiers.first {
            let words = Strings.Home.resumed(resumed.dossiers.count, first.code)
            toasts.append(.toast(SafeText(words.text(language)), .success))
        }
        toasts += resumed.refused.map {
            .toast(SafeText(Strings.Home.refusedLater($0).text(language)), .error)
        }
        toasts += resumed.acts.map {
            .toast(SafeText(Strings.Act.doneLater($0).text(language)), .success)
        }
        toasts += resumed.refusedActs.map {
            .toast(SafeText(Strings.Act.refusedLater($0.title, $0.words).text(language)), .error)
        }
        toasts += resumed.stuck.map {
            .toast(SafeText(Strings.Unsent.stuckLater($0.title, $0.stateWords).text(language)), .error)
        }
        if let problem = resumed.problem {
            toasts.append(.toast(SafeText(Strings.Unsent.unknown(problem).text(language)), .error))
        }
        toasts += resumed.unjournalled.map {
            .toast(SafeText(Strings.Slip.journalRefusedLater($0).text(language)), .warning)
        }
        return toasts
    }

    /// Asks a lost server again after 2, 4, 8 … seconds. Every minute where something waits to be sent; where
    /// nothing does, the pauses go on doubling up to an hour, because whatever the officer does asks too. Nobody
    /// at the desk: not at all, the login asks.
    private mutating func again() -> [Effect<Message>] {
        guard desk.signedIn != nil else { return [.cancel(id: "retry")] }
        tries += 1
        let longest = mayWait ? 60 : 3600
        return [.after(id: "retry", seconds: Double(min(longest, 1 << min(tries, 12))), .retry)]
    }

    /// Seconds between two questions that typing at the login leads to.
    static let probePause: Int64 = 15

    /// Learns while the password is being typed whether the server is there.
    private mutating func probe(_ context: ScreenContext) -> [Effect<Message>] {
        guard watches, desk.training == nil else { return [] }
        switch desk.link {
        case .unasked: desk.setLink(.connecting)
        case .lost:
            if let askedAt, context.now - askedAt < Self.probePause { return [] }
        case .connecting, .connected, .starting, .failed: return []
        }
        askedAt = context.now
        return [ping()]
    }

    // MARK: - Effects

    private func watch() -> Effect<Message> {
        let (desk, seen) = (desk, seen)
        return .run(id: "watch") {
            await desk.linkChange(after: seen)
            return .linkChanged
        }
    }

    /// Waits for the next call, from wherever the officer is.
    private func ring() -> Effect<Message> {
        let rings = desk.rings
        return .watch(id: "ring") { .rang(await rings.next()) }
    }

    private func join() -> Effect<Message> {
        let desk = desk
        guard let training = desk.training else { return .cancel(id: "join") }
        return .run(id: "join") {
            do throws(StartError) {
                return .joined(
                    .success(try await training.join { (try? await desk.client.isReady()) ?? false }))
            } catch {
                return .joined(.failure(error))
            }
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
        let status = DeskStatus(desk, titles: titles, context)
        drawn.put(status, into: &canvas, area: canvas.bounds) { status.draw(into: &$0) }
    }
}
