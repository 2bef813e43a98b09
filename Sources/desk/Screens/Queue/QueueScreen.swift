import APIClient
import Forms
import Models
import TUI

/// One queue, as long as it is: loaded by pages as the officer goes down, filtered, sorted, and dealt with row by row or
/// many rows at once.
struct QueueScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Page<SearchItem>, APIError>)
        case loadedMore(Result<Page<SearchItem>, APIError>)
        case released
        case saved(TableFile.Outcome)
        /// What others did.
        case news(ChangeLog.News)
    }

    /// What to do again once the officer has logged in.
    private enum Waiting { case first, more }

    let desk: Desk
    let inbox: Inbox
    private(set) var table = DossierTable()
    var live = DossierTableLive()
    private(set) var filter = QueueFilter()
    /// Those that an act on many is meant for.
    private(set) var marked: Set<ID> = []
    private(set) var problem: Phrase?
    private(set) var isLoading = true
    private var waiting = Waiting.first

    /// No more than the contract takes in one act.
    static let mostMarked = 200
    private static let firstPage = 100
    private static let largestPage = 200

    init(desk: Desk, inbox: Inbox) {
        self.desk = desk
        self.inbox = inbox
    }

    /// Results that nobody has fetched for a week.
    init(desk: Desk, unfetchedOf inbox: Inbox) {
        self.init(desk: desk, inbox: inbox)
        filter.asked.isUncollected = true
    }

    var title: SafeText { desk.title(inbox.title) }
    var scopes: [String] { ["queue", "acts"] }
    var wheelIsArrows: Bool { true }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openRow, .markRow, .markAll: table.selected != nil
        case .clearMarks: !marked.isEmpty || filter.isActive
        case .reverseQueue: filter.asked.sort != nil
        case let action where action.verb != nil: table.selected != nil
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        // The mark before the question: nothing falls between loading and listening.
        [listen(after: desk.changes.mark), load()]
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(let action): return handle(action, context)
        case .input(.key(let key)):
            guard table.handle(key, rows: rows(context)) else { return [] }
            return more()
        case .input(.mouse(let mouse)):
            guard let opens = table.point(mouse) else { return [] }
            return opens ? handle(.openRow, context) : more()
        case .input(.scan(let scan)): return DossierScreen.open(scan: scan, desk: desk, context.language)
        case .message(.saved(let outcome)): return Effect.told(outcome, desk, context.language)
        case .message(let message): return handle(message)
        case .resumed(let result): return resumed(result, context)
        case .input, .hangup: return []
        }
    }

    private func rows(_ context: ScreenContext) -> Int { context.size.rows - 2 }

    private mutating func handle(_ action: ActionID, _ context: ScreenContext) -> [Effect<Message>] {
        switch action {
        case .openRow:
            guard table.selected != nil else { return [] }
            return [
                .push(DossierScreen(desk: desk, trail: DossierTrail(table.items, at: table.cursor)))
            ]
        case .refreshList: return [load()]
        case .backFromList: return [.pop()]
        case .markRow: return mark(context)
        case .markAll:
            marked.formUnion(table.items.prefix(Self.mostMarked).map(\.id))
            guard marked.count > Self.mostMarked else { return [] }
            marked = Set(table.items.prefix(Self.mostMarked).map(\.id))
            return [.toast(SafeText(Strings.Bulk.most.text(context.language)), .warning)]
        case .clearMarks:
            guard marked.isEmpty else {
                marked = []
                return []
            }
            filter.clear()
            return [reload()]
        case .filterQueue:
            return [
                .push(FilterScreen(desk: desk, filter: filter, statuses: statuses, inbox: inbox.slug))
            ]
        case .sortQueue:
            filter.sortByNext(desk.sorts)
            return [reload()]
        case .reverseQueue:
            filter.asked.isDescending.toggle()
            return [reload()]
        case .saveQueue: return [save(context.language)]
        case .handOverAll: return [.push(HandOverAllScreen(desk: desk))]
        default: return action.verb.map { act($0) } ?? []
        }
    }

    private var statuses: [Option] { filter.statuses(of: table.items) }

    private mutating func mark(_ context: ScreenContext) -> [Effect<Message>] {
        guard let id = table.selected?.id else { return [] }
        if marked.remove(id) == nil {
            guard marked.count < Self.mostMarked else {
                return [.toast(SafeText(Strings.Bulk.most.text(context.language)), .warning), .bell]
            }
            marked.insert(id)
        }
        table.move(to: table.cursor + 1, rows: rows(context))
        return more()
    }

    /// What is marked, or what is under the bar where nothing is.
    private func act(_ verb: ProcessAction) -> [Effect<Message>] {
        guard marked.isEmpty else {
            let items = table.items.filter { marked.contains($0.id) }
            return [.push(BulkScreen(desk: desk, verb: verb, items: items))]
        }
        guard let item = table.selected else { return [] }
        return [
            .push(ActScreen(desk: desk, verb: verb, subject: ActSubject(id: item.id, code: item.code)))
        ]
    }

    private mutating func resumed(_ result: (any Sendable)?, _ context: ScreenContext) -> [Effect<Message>] {
        switch result {
        case let trail as DossierTrail:
            table.select(trail.stop.id, rows: rows(context))
            return trail.changed.isEmpty ? more() : [load()]
        case let outcome as ActOutcome:
            var effects: [Effect<Message>] = outcome.claimed.map { [release($0)] } ?? []
            if let done = outcome.done {
                effects.append(.toast(SafeText(done.words.text(context.language)), .success))
            }
            if outcome.done != nil || outcome.isOutdated { effects.append(load()) }
            return effects
        case let outcome as BulkOutcome:
            // What was refused stays marked, to be looked at.
            marked.subtract(outcome.done)
            return outcome.done.isEmpty ? [] : [load()]
        case let filter as QueueFilter:
            self.filter = filter
            return [reload()]
        case let login as LoginResult:
            if login == .other { return [.popToRoot] }
            return waiting == .first ? [load()] : more()
        default: return []
        }
    }

    private mutating func handle(_ message: Message) -> [Effect<Message>] {
        switch message {
        case .loaded(let result):
            isLoading = false
            switch result {
            case .success(let page):
                problem = nil
                table.replace(page)
                live.reset()
                // What has left the list can't be meant any more.
                if page.nextCursor == nil { marked.formIntersection(page.items.map(\.id)) }
                return more()
            case .failure(let error): return failed(error, waiting: .first)
            }
        case .loadedMore(let result):
            isLoading = false
            switch result {
            case .success(let page):
                table.append(page)
                return more()
            case .failure(let error): return failed(error, waiting: .more)
            }
        case .released, .saved: return []
        case .news(let news):
            // Rows change in place; bar and marks stay where they are.
            guard !news.mustReload else { return [listen(after: news.mark), load()] }
            live.apply(news.changes, to: &table, inbox: inbox.slug)
            return [listen(after: news.mark)]
        }
    }

    private mutating func failed(_ error: APIError, waiting: Waiting) -> [Effect<Message>] {
        problem = error.words
        self.waiting = waiting
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
    }

    // MARK: - The server

    /// In another order, or with another filter: no place in the list means anything any more.
    private mutating func reload() -> Effect<Message> {
        table.clear()
        live.reset()
        return load()
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let (desk, slug, filter) = (desk, inbox.slug, filter.asked)
        let limit = min(Self.largestPage, max(Self.firstPage, table.items.count))
        return .run(id: "load") {
            .loaded(
                await desk.ask { client throws(APIError) in
                    try await client.inbox(slug, filter: filter, limit: limit)
                })
        }
    }

    private mutating func more() -> [Effect<Message>] {
        guard table.wantsMore, !isLoading, let cursor = table.nextCursor else { return [] }
        isLoading = true
        let (desk, slug, filter) = (desk, inbox.slug, filter.asked)
        return [
            .run(id: "more") {
                .loadedMore(
                    await desk.ask { client throws(APIError) in
                        try await client.inbox(slug, filter: filter, cursor: cursor, limit: Self.largestPage)
                    })
            }
        ]
    }

    /// The list as it is filtered and sorted, all of it.
    private func save(_ language: Language) -> Effect<Message> {
        let (desk, slug, filter) = (desk, inbox.slug, filter.asked)
        let name = Strings.Tables.queue(inbox.title)
        return .run(id: "save") {
            .saved(
                await desk.saveTable(as: name, in: language) { client throws(APIError) in
                    try await client.inboxTable(slug, filter: filter, in: language)
                })
        }
    }

    private func listen(after mark: Int) -> Effect<Message> {
        let changes = desk.changes
        return .watch(id: "changes") { .news(await changes.next(after: mark)) }
    }

    private func release(_ id: ID) -> Effect<Message> {
        let desk = desk
        return .run(id: "release") {
            _ = await desk.ask { client throws(APIError) in try await client.release(dossier: id) }
            return .released
        }
    }
}
