import APIClient
import Forms
import Models
import TUI

/// The dossiers that were taken in together, each with where it stands; Enter opens one.
struct BundleScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Dossier, APIError>)
        case news(ChangeLog.News)
    }

    let desk: Desk
    /// The dossier from whose page it was opened: through it the others are read.
    let origin: ID
    private(set) var bundle: DossierBundle
    private(set) var cursor: Int
    private var problem: Phrase?
    private let drawn = DrawnList()

    init(desk: Desk, dossier: Dossier, bundle: DossierBundle) {
        self.desk = desk
        self.bundle = bundle
        origin = dossier.id
        cursor = bundle.dossiers.firstIndex { $0.id == dossier.id } ?? 0
    }

    var title: SafeText { desk.title(Strings.Bundle.title) }
    var scopes: [String] { ["bundle"] }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool { action != .openLinked || !bundle.dossiers.isEmpty }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        [listen(after: desk.changes.mark), load()]
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeBundle): return [.pop()]
        case .action(.refreshBundle): return [load()]
        case .action(.openLinked):
            guard bundle.dossiers.indices.contains(cursor) else { return [] }
            let linked = bundle.dossiers[cursor]
            return [.push(DossierScreen(desk: desk, id: linked.id, code: linked.code))]
        case .message(.loaded(let result)): return loaded(result)
        case .message(.news(let news)):
            let isHere = news.changes.contains { change in bundle.dossiers.contains { $0.id == change.id } }
            return [listen(after: news.mark)] + (isHere || news.mustReload ? [load()] : [])
        case .input(.key(let key)):
            let last = max(0, bundle.dossiers.count - 1)
            switch key.code {
            case .up: cursor = max(0, cursor - 1)
            case .down: cursor = min(last, cursor + 1)
            case .home: cursor = 0
            case .end: cursor = last
            default: break
            }
            return []
        case .input(.mouse(let mouse)):
            switch drawn.click(mouse, bar: cursor, count: bundle.dossiers.count) {
            case .open: return handle(.action(.openLinked), context)
            case .row(let row): cursor = row
            case nil: break
            }
            return []
        case .input(.scan(let scan)): return DossierScreen.open(scan: scan, desk: desk, context.language)
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : [load()]
        case .input, .action, .hangup: return []
        }
    }

    private func load() -> Effect<Message> {
        let (desk, origin) = (desk, origin)
        return .run(id: "bundle") {
            .loaded(await desk.ask { client throws(APIError) in try await client.dossier(origin) })
        }
    }

    private func listen(after mark: Int) -> Effect<Message> {
        let changes = desk.changes
        return .watch(id: "news") { .news(await changes.next(after: mark)) }
    }

    private mutating func loaded(_ result: Result<Dossier, APIError>) -> [Effect<Message>] {
        switch result {
        case .success(let dossier):
            problem = nil
            // The cursor stays on its dossier.
            let chosen = bundle.dossiers.indices.contains(cursor) ? bundle.dossiers[cursor].id : nil
            if let fresh = dossier.bundle, !fresh.dossiers.isEmpty { bundle = fresh }
            cursor = bundle.dossiers.firstIndex { $0.id == chosen } ?? 0
            return []
        case .failure(let error):
            problem = Strings.Bundle.lost
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let width = canvas.size.columns - 2
        var row = 0
        for line in SafeText.wrapped(bundle.procedure.name, to: width) {
            canvas.put(line, at: Point(1, row), role: .title)
            row += 1
        }
        row += 1
        let room = max(1, (canvas.size.rows - row - 1) / 3)
        let first = max(0, min(cursor - room + 1, bundle.dossiers.count - room))
        drawn.record(Rect(column: 1, row: row, columns: width, rows: room * 3), first: first, height: 3)
        for (index, linked) in bundle.dossiers.enumerated().dropFirst(first).prefix(room) {
            let isChosen = index == cursor
            let head = SafeText((isChosen ? "▸ " : "  ") + BundleLines.head(linked)).truncated(to: width)
            canvas.put(head.padded(to: width), at: Point(1, row), role: isChosen ? .selection : .text)
            let state = SafeText(BundleLines.state(linked, language)).truncated(to: width - 5)
            canvas.put(state, at: Point(6, row + 1), role: linked.waits ? .warning : .dim)
            row += 3
        }
        let hidden = bundle.count - bundle.dossiers.count
        if hidden > 0 {
            canvas.put(SafeText(Strings.Bundle.hidden(hidden).text(language)), at: Point(1, row), role: .dim)
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .warning) }
        return MessageLine(SafeText(Strings.Bundle.hint.text(context.language)))
    }
}
