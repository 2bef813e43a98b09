import APIClient
import Forms
import Models
import TUI

/// The drawers, asked and answered line by line: opened, counted blind, closed.
struct PlainDrawer: Sendable {
    let plain: PlainDesk

    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    /// What can be done with a drawer; a new one needs none.
    private enum Verb: String, CaseIterable {
        case open, count, close, deposit, withdrawal

        /// Nil for a new one.
        func task(_ session: CashSession?) -> MoneyTask? {
            switch (self, session) {
            case (.open, _), (_, nil): nil
            case (.count, let session?): .count(session)
            case (.close, let session?): .close(session)
            case (.deposit, let session?): .move(session, .deposit)
            case (.withdrawal, let session?): .move(session, .withdrawal)
            }
        }

        /// Whether it can be done now.
        func isPossible(_ session: CashSession?, _ desk: Desk) -> Bool {
            guard let session else { return self == .open && desk.isCashier }
            let isMine = session.officer.id == desk.me?.officer.id
            return switch self {
            case .open: false
            case .count: session.state != .closed
            case .close: session.state == .counted
            case .deposit, .withdrawal: desk.isCashier && isMine && session.state != .closed
            }
        }
    }

    func run() async {
        while true {
            guard let sessions = await sessions() else { return }
            var items = sessions.map { session in
                PickItems.Item(
                    value: session.id,
                    label: SafeText(
                        [
                            Strings.Drawer.place(session).text(language), session.officer.name,
                            Strings.Drawer.name(session).text(language),
                            session.openedAt.display,
                        ].joined(separator: ", ")))
            }
            if desk.isCashier {
                let words = Strings.MoneyTasks.title(.open(beside: sessions)).text(language)
                items.append(.init(value: Verb.open.rawValue, label: SafeText(words)))
            }
            guard !items.isEmpty else { return plain.say(Strings.Drawer.none) }
            let choice = LineChoice(console: plain.console, language: language)
            guard
                case .chosen(let id) = await choice.pick(
                    SafeText(Strings.Plain.choose.text(language)), among: PickItems(items))
            else { return }
            if let session = sessions.first(where: { $0.id == id }) {
                await act(on: session)
            } else if let opened = await perform(.open(beside: sessions)) {
                tell(opened)
            }
        }
    }

    private func sessions() async -> [CashSession]? {
        while true {
            switch await DrawerScreen.sessions(desk) {
            case .success(let sessions): return sessions
            case .failure(.unauthorised): guard await plain.logIn(again: desk.signedIn) else { return nil }
            case .failure(let error):
                plain.say(error.words)
                return nil
            }
        }
    }

    private func tell(_ session: CashSession) {
        plain.say(DrawerScreen.sheet(session, width: 76, isSpoken: true, language))
    }

    private func act(on session: CashSession) async {
        tell(session)
        let verbs = Verb.allCases.filter { $0.isPossible(session, desk) }
        guard !verbs.isEmpty else { return }
        let items = verbs.compactMap { verb in
            verb.task(session).map {
                PickItems.Item(
                    value: verb.rawValue, label: SafeText(Strings.MoneyTasks.title($0).text(language)))
            }
        }
        plain.say(Strings.Plain.acts)
        let choice = LineChoice(console: plain.console, language: language)
        guard
            case .chosen(let value) = await choice.pick(
                SafeText(Strings.Plain.chooseAct.text(language)), among: PickItems(items)),
            let verb = Verb(rawValue: value), let task = verb.task(session),
            let done = await perform(task)
        else { return }
        guard verb == .count else { return tell(done) }
        // Counted it is closed next, as on the screen.
        let words = Strings.MoneyTasks.title(.close(done))
        for fact in Strings.Drawer.difference(done) { plain.say(fact) }
        guard await plain.asksYes(Strings.Drawer.closesNow(words)) == true else { return }
        if let closed = await perform(.close(done)) { tell(closed) }
    }

    private func perform(_ task: MoneyTask) async -> CashSession? {
        guard case .session(let session)? = await PlainTask(plain: plain).perform(task) else {
            return nil
        }
        return session
    }
}
