import APIClient
import Forms
import Models
import TUI

/// One queue, as long as it is: loaded by pages as the officer goes down.
struct QueueScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Page<SearchItem>, APIError>)
        case loadedMore(Result<Page<SearchItem>, APIError>)
    }

    /// What to do again once the officer has logged in.
    private enum Waiting { case first, more }

    let desk: Desk
    let inbox: Inbox
    private var table = DossierTable()
    private var problem: Phrase?
    private var isLoading = true
    private var waiting = Waiting.first

    init(desk: Desk, inbox: Inbox) {
        self.desk = desk
        self.inbox = inbox
    }

    var title: SafeText { desk.title(inbox.title) }
    var scopes: [String] { ["queue"] }

    func enabled(_ action: ActionID) -> Bool { action == .openRow ? table.selected != nil : true }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.openRow):
            return table.selected.map { [.push(DossierScreen(desk: desk, id: $0.id, code: $0.code))] } ?? []
        case .action(.refreshList): return [load()]
        case .action(.backFromList): return [.pop()]
        case .input(.key(let key)):
            guard table.handle(key, rows: context.size.rows - 2) else { return [] }
            return more()
        case .input(.scan(let scan)): return DossierScreen.open(scan: scan, desk: desk, context.language)
        case .message(.loaded(let result)):
            isLoading = false
            switch result {
            case .success(let page):
                problem = nil
                table.replace(page)
                return more()
            case .failure(let error): return failed(error, waiting: .first)
            }
        case .message(.loadedMore(let result)):
            isLoading = false
            switch result {
            case .success(let page):
                table.append(page)
                return more()
            case .failure(let error): return failed(error, waiting: .more)
            }
        case .resumed(let result):
            guard result is LoginResult else { return [] }
            return waiting == .first ? [load()] : more()
        case .input, .action, .hangup: return []
        }
    }

    private mutating func failed(_ error: APIError, waiting: Waiting) -> [Effect<Message>] {
        problem = error.words
        self.waiting = waiting
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let (desk, slug) = (desk, inbox.slug)
        return .run(id: "load") {
            .loaded(await desk.ask { client throws(APIError) in try await client.inbox(slug, limit: 100) })
        }
    }

    private mutating func more() -> [Effect<Message>] {
        guard table.wantsMore, !isLoading, let cursor = table.nextCursor else { return [] }
        isLoading = true
        let (desk, slug) = (desk, inbox.slug)
        return [
            .run(id: "more") {
                .loadedMore(
                    await desk.ask { client throws(APIError) in
                        try await client.inbox(slug, cursor: cursor, limit: 200)
                    })
            }
        ]
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let area = canvas.bounds
        let language = context.language
        let count: Phrase =
            table.isEmpty && isLoading
            ? Strings.Common.loading : Strings.Queue.loaded(table.items.count, more: table.hasMore)
        let right = SafeText(count.text(language))
        canvas.put(
            SafeText(inbox.title.text(context.language)), at: Point(1, 0), role: .title,
            maxWidth: area.columns - right.width - 4)
        canvas.put(right, at: Point(area.columns - right.width - 1, 0), role: .dim)
        let (_, rest) = area.splitTop(1)
        if table.isEmpty {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Queue.empty)
            for (row, line) in SafeText.wrapped(words.text(language), to: area.columns - 4).enumerated() {
                canvas.put(line, at: Point(2, rest.row + 1 + row), role: problem == nil ? .dim : .error)
            }
            return
        }
        DossierTableView.draw(table, into: &canvas, area: rest, context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, !table.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let item = table.selected else { return nil }
        return MessageLine(DossierTableView.detail(of: item), waits: true)
    }
}
