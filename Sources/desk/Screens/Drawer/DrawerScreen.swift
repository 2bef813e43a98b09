import APIClient
import Forms
import Models
import TUI

/// The unit's drawers of today and all that are not closed: opened, counted blind, closed with their difference.
struct DrawerScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<[CashSession], APIError>)
        /// What others did, and the drawers as they are since.
        case news(ChangeLog.News)
        case again
        case refreshed(Result<[CashSession], APIError>)
    }

    let desk: Desk
    private(set) var items: [CashSession] = []
    private var place = ListPlace()
    private var isLoading = true
    private var problem: Phrase?
    private var drift = ListDrift()
    /// It is about to be looked at anew: many changes at once are one question.
    private var isReloading = false

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Drawer.title) }
    var scopes: [String] { ["drawer"] }
    private var selected: CashSession? {
        guard items.indices.contains(place.cursor), !drift.gone.contains(items[place.cursor].id) else {
            return nil
        }
        return items[place.cursor]
    }
    private var isMine: Bool { selected?.officer.id == desk.me?.officer.id }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openDrawer: desk.isCashier
        case .countDrawer: selected.map { $0.state != .closed } ?? false
        case .closeOfDrawer: selected?.state == .counted
        case .putIn, .takeOut: desk.isCashier && isMine && selected?.state != .closed
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        [listen(after: desk.changes.mark), load()]
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.leaveDrawers): return [.pop()]
        case .action(.refreshDrawers): return [load()]
        case .action(.openDrawer):
            return [.push(MoneyTaskScreen(desk: desk, task: .open(beside: items)))]
        case .action(.countDrawer): return ask { .count($0) }
        case .action(.closeOfDrawer): return ask { .close($0) }
        case .action(.putIn): return ask { .move($0, .deposit) }
        case .action(.takeOut): return ask { .move($0, .withdrawal) }
        case .input(.key(let key)):
            _ = place.handle(key, count: items.count, rows: listRows(context.size.rows))
            return []
        case .message(.loaded(.success(let sessions))):
            let before = selected?.id
            (isLoading, problem) = (false, nil)
            items = sessions
            drift.reset()
            place.stay(on: items.firstIndex { $0.id == before }, count: items.count)
            return []
        case .message(.news(let news)):
            guard !isReloading else { return [listen(after: news.mark)] }
            isReloading = true
            return [listen(after: news.mark), .after(id: "again", seconds: ListDrift.pause, .again)]
        case .message(.again):
            let desk = desk
            return [.run(id: "refresh") { .refreshed(await Self.sessions(desk)) }]
        case .message(.refreshed(let result)):
            isReloading = false
            // A list of a minute ago is better than none; its key asks again, and says why it can't be had.
            guard case .success(let sessions) = result, !isLoading else { return [] }
            drift.apply(sessions, to: &items, isWhole: true) { $0.id }
            return []
        case .message(.loaded(.failure(let error))):
            isLoading = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            guard let done = result as? MoneyTaskScreen.Done, case .session(let session) = done.value else {
                return [load()]
            }
            take(session)
            // Counted it is closed next, as long as nothing else goes in.
            if case .count = done.task {
                return [load(), .push(MoneyTaskScreen(desk: desk, task: .close(session)))]
            }
            return [load()]
        case .input, .action, .hangup: return []
        }
    }

    private func ask(_ task: (CashSession) -> MoneyTask) -> [Effect<Message>] {
        selected.map { [.push(MoneyTaskScreen(desk: desk, task: task($0)))] } ?? []
    }

    /// Shows a drawer as it is now, and puts the bar on it.
    private mutating func take(_ session: CashSession) {
        if let index = items.firstIndex(where: { $0.id == session.id }) {
            items[index] = session
        } else {
            items.insert(session, at: 0)
        }
        place.stay(on: items.firstIndex { $0.id == session.id }, count: items.count)
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let desk = desk
        return .run(id: "load") { .loaded(await Self.sessions(desk)) }
    }

    private func listen(after mark: Int) -> Effect<Message> {
        let changes = desk.changes
        return .watch(id: "changes") { .news(await changes.next(after: mark)) }
    }

    /// The officer's own first, then what is not closed, then the others of today.
    static func sessions(_ desk: Desk) async -> Result<[CashSession], APIError> {
        let (today, me) = (desk.today, desk.me?.officer.id)
        return await desk.ask { client throws(APIError) in
            let open = try await client.cashSessions(open: true)
            let known = Set(open.map(\.id))
            let all = open + (try await client.cashSessions(day: today)).filter { !known.contains($0.id) }
            return all.filter { $0.officer.id == me } + all.filter { $0.officer.id != me }
        }
    }

    // MARK: - Drawing

    /// A third of the page at most; the one that is chosen is told below.
    private func listRows(_ screen: Int) -> Int { min(max(3, screen / 3), max(1, items.count)) }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        var count = items.isEmpty && isLoading ? Strings.Common.loading : Strings.Drawer.loaded(items.count)
        if let sign = drift.sign {
            count = Phrase(sign.vi + " · " + count.vi, en: sign.text(.en) + " · " + count.text(.en))
        }
        let rest = ColumnList.head(into: &canvas, Strings.Drawer.list, count: count, context)
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Drawer.none)
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: rest, context.language)
        }
        let (list, below) = rest.splitTop(listRows(context.size.rows) + 1)
        let columns = list.columns - 2
        let list4 = ColumnList(
            titles: [
                Strings.Drawer.desk, Strings.Drawer.officer, Strings.Drawer.state, Strings.Drawer.opened,
            ], widths: [14, max(10, columns - 14 - 22 - 18 - 3), 22, 17])
        list4.draw(into: &canvas, area: list, count: items.count, place: place, context) { index in
            let session = items[index]
            let isGone = drift.gone.contains(session.id)
            let state = isGone ? Strings.Reconciling.settled : Strings.Drawer.name(session)
            return ColumnList.Row(
                texts: [
                    Strings.Drawer.place(session).text(context.language), session.officer.name,
                    state.text(context.language), session.openedAt.display,
                ], role: isGone ? .dim : session.overdue ? .overdue : .text)
        }
        guard let selected else { return }
        sheet(selected, width: below.columns - 2, context.language).draw(
            into: &canvas, area: below.inset(columns: 1, rows: 0), offset: 0)
    }

    /// What is known of a drawer; what should be in it only once it was counted.
    static func sheet(_ session: CashSession, width: Int, isSpoken: Bool = false, _ language: Language)
        -> Sheet
    {
        var sheet = Sheet(width: width, isSpoken: isSpoken)
        func label(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }
        sheet.section(label(Strings.Drawer.name(session)))
        if session.kind == .rescue {
            let words = isSpoken ? Strings.Drawer.spokenRescue : Strings.Drawer.rescue
            sheet.text(words.text(language), role: session.state == .closed ? .dim : .warning)
        }
        sheet.pair(
            label(Strings.Drawer.desk),
            Strings.Drawer.place(session).text(language) + ", " + session.officer.name)
        sheet.pair(label(Strings.Drawer.opened), session.openedAt.display)
        sheet.pair(label(Strings.Drawer.opening), Money(session.opening).display, role: .money)
        for movement in session.movements {
            let sign = movement.kind == .deposit ? "+" : "-"
            sheet.pair(
                SafeText(movement.at.clock), sign + Money(movement.amount).display + "  " + movement.reason)
        }
        if let counted = session.counted {
            sheet.pair(label(Strings.Drawer.counted), Money(counted).display, role: .money)
        }
        let expected = session.expected.map { Money($0).display } ?? Strings.Drawer.hidden.text(language)
        sheet.pair(
            label(Strings.Drawer.expected), expected, role: session.expected == nil ? .dim : .money)
        if let off = session.difference {
            sheet.pair(
                label(Strings.Drawer.off), Money(off).display, role: off == 0 ? .text : .warning)
        }
        if let shown = session.greatestDifference, shown != session.difference {
            sheet.text(Strings.Drawer.earlier(shown).text(language), role: .warning)
        }
        sheet.pair(label(Strings.Drawer.limit), Money(session.limit).display)
        sheet.pair(label(Strings.MoneyTasks.reason), session.reason)
        if let by = session.closedBy {
            sheet.pair(
                label(Strings.Drawer.closedBy),
                [by.name, session.closedAt?.display].compactMap(\.self).joined(separator: ", "))
        }
        return sheet
    }

    private func sheet(_ session: CashSession, width: Int, _ language: Language) -> Sheet {
        Self.sheet(session, width: width, language)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        guard let problem, !items.isEmpty else { return nil }
        return MessageLine(SafeText(problem.text(context.language)), role: .error)
    }
}
