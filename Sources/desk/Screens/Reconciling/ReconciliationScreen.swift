import APIClient
import Forms
import Models
import TUI

/// A unit's day as ledger, receipts, drawers, bank and platform each tell it; what does not agree is a list of work below,
/// each row with the act that settles it.
struct ReconciliationScreen: Screen {
    enum Message: Sendable {
        case loaded(LocalDate, Result<Reconciliation, APIError>)
        /// As it is since others did something.
        case refreshed(LocalDate, Result<Reconciliation, APIError>)
        /// The dossier that money is to be given to.
        case found(UnmatchedPayment, String, Result<Page<OwingDossier>, APIError>)
        case news(ChangeLog.News)
        case again
    }

    let desk: Desk
    private(set) var day: LocalDate
    private(set) var books: Reconciliation?
    private(set) var work: [ReconcilingWork] = []
    private(set) var place = ListPlace()
    private(set) var drift = ListDrift()
    private(set) var isLoading = true
    private(set) var problem: Phrase?
    /// What a dossier is looked for, while it is asked which.
    private var matching: UnmatchedPayment?
    private var isReloading = false

    init(desk: Desk, day: LocalDate? = nil) {
        self.desk = desk
        self.day = day ?? desk.today
    }

    var title: SafeText { desk.title(Strings.Reconciling.title) }
    var scopes: [String] { ["reconciling"] }
    var wheelIsArrows: Bool { true }
    private var selected: ReconcilingWork? {
        guard work.indices.contains(place.cursor), !drift.gone.contains(work[place.cursor].id) else {
            return nil
        }
        return work[place.cursor]
    }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .settleWork: selected.map { !$0.needsCashier || desk.isCashier } ?? false
        case .giveBackMoney:
            if case .unmatched? = selected { desk.isCashier } else { false }
        case .takeBankFile: desk.isCashier
        case .dayAfter: day < desk.today
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        [listen(after: desk.changes.mark), load()]
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(let action): return handle(action, context)
        case .input(.key(let key)):
            _ = place.handle(key, count: work.count, rows: ReconciliationView.listRows(self, context.size))
            return []
        case .input(.mouse(let mouse)):
            guard place.point(mouse, count: work.count) == true, enabled(.settleWork) else { return [] }
            return settle()
        case .message(let message): return handle(message, context)
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            if let found = result as? FindScreen.Sought { return look(for: found.text) }
            if let day = result as? LocalDate { return go(to: day) }
            return [load()]
        case .input, .hangup: return []
        }
    }

    private mutating func handle(_ action: ActionID, _ context: ScreenContext) -> [Effect<Message>] {
        switch action {
        case .settleWork: return settle()
        case .giveBackMoney:
            guard case .unmatched(let item)? = selected else { return [] }
            return [.push(MoneyTaskScreen(desk: desk, task: .giveBack(item)))]
        case .takeBankFile: return [.push(BankFileScreen(desk: desk))]
        case .dayBefore: return go(to: day.adding(days: -1))
        case .dayAfter: return go(to: day.adding(days: 1))
        case .daySummary: return [.push(ReceiptSummaryScreen(desk: desk, day: day))]
        case .monthChart: return [.push(CollectionMonthScreen(desk: desk, day: day))]
        case .refreshReconciling: return [load()]
        case .closeReconciling: return [.pop()]
        default: return []
        }
    }

    private mutating func handle(_ message: Message, _ context: ScreenContext) -> [Effect<Message>] {
        switch message {
        // An older day never lies over a newer one.
        case .loaded(let asked, _) where asked != day: return []
        case .loaded(_, .success(let books)):
            (isLoading, problem) = (false, nil)
            let before = selected?.id
            drift.reset()
            work = ReconcilingWork.all(in: books)
            place.stay(on: work.firstIndex { $0.id == before }, count: work.count)
            self.books = books
            return []
        case .refreshed(let asked, let result):
            isReloading = false
            // What the officer asked for himself is newer, or is on its way.
            guard asked == day, !isLoading, case .success(let books) = result else { return [] }
            drift.apply(ReconcilingWork.all(in: books), to: &work, isWhole: true) { $0.id }
            self.books = books
            return []
        case .loaded(_, .failure(let error)), .found(_, _, .failure(let error)):
            isLoading = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .found(let item, let text, .success(let page)):
            isLoading = false
            guard page.items.count == 1, let dossier = page.items.first else {
                problem = Strings.Reconciling.noSuchDebtor(text)
                return [.bell]
            }
            return [.push(MoneyTaskScreen(desk: desk, task: .match(item, dossier)))]
        case .news(let news):
            guard !isReloading else { return [listen(after: news.mark)] }
            isReloading = true
            return [listen(after: news.mark), .after(id: "again", seconds: ListDrift.pause, .again)]
        case .again:
            let (desk, day) = (desk, day)
            return [.run(id: "refresh") { .refreshed(day, await Self.books(desk, on: day)) }]
        }
    }

    /// What the row under the bar waits for.
    private mutating func settle() -> [Effect<Message>] {
        problem = nil
        switch selected {
        case .unmatched(let item)?:
            matching = item
            return [
                .push(
                    FindScreen(
                        desk: desk, title: Strings.Reconciling.whose, help: Strings.Till.findHelp,
                        text: item.dossierCode ?? ""))
            ]
        case .unreceipted(let payment)?:
            return [.push(MoneyTaskScreen(desk: desk, task: .issue(payment)))]
        case .drawer?: return [.push(DrawerScreen(desk: desk))]
        case nil: return []
        }
    }

    private mutating func look(for text: String) -> [Effect<Message>] {
        guard let item = matching, !text.isEmpty else { return [] }
        matching = nil
        isLoading = true
        let desk = desk
        return [
            .run(id: "find") {
                .found(
                    item, text,
                    await desk.ask { client throws(APIError) in try await client.owing(code: text, limit: 2) }
                )
            }
        ]
    }

    private mutating func go(to day: LocalDate) -> [Effect<Message>] {
        self.day = min(day, desk.today)
        (books, work, problem) = (nil, [], nil)
        place = ListPlace()
        return [load()]
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let (desk, day) = (desk, day)
        return .run(id: "load") { .loaded(day, await Self.books(desk, on: day)) }
    }

    private static func books(_ desk: Desk, on day: LocalDate) async -> Result<Reconciliation, APIError> {
        await desk.ask { client throws(APIError) in try await client.reconciliation(on: day) }
    }

    private func listen(after mark: Int) -> Effect<Message> {
        let changes = desk.changes
        return .watch(id: "changes") { .news(await changes.next(after: mark)) }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        ReconciliationView.draw(self, into: &canvas, context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, books != nil {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let work = selected else { return nil }
        return MessageLine(SafeText(work.hint.text(context.language)), waits: true)
    }
}
