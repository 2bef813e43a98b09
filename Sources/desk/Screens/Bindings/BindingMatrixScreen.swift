import APIClient
import Forms
import Models
import TUI

/// Who does which step of which procedure in one unit: found as one types, narrowed by what nobody does, changed a row or
/// many rows at a time.
struct BindingMatrixScreen: Screen {
    enum Message: Sendable {
        /// The administrator has stopped typing.
        case pause(BindingQuery)
        case loaded(BindingQuery, Result<BindingMatrix, APIError>)
        case loadedMore(BindingQuery, Result<BindingMatrix, APIError>)
    }

    /// What one key turns through; nil is all.
    static let states: [String?] = [nil, "gaps", "bound", "unbound"]
    /// So many rows come at once; the next ones are asked for before the bar is there.
    static let page = 100

    let desk: Desk
    let unit: UnitRef
    private(set) var query = TextLine()
    private(set) var rows: [BindingRow] = []
    /// Marked rows by their processes: they stay marked when the filter is another.
    private(set) var marked: [ID: BindingRow] = [:]
    private(set) var total: Int?
    var place = ListPlace()
    private var state = 0
    private var nextCursor: String?
    private var isLoading = true
    /// All that the filter lets through are to be marked, when they are there.
    private var marksAll = false
    private(set) var problem: Phrase?

    init(desk: Desk, unit: UnitRef) {
        self.desk = desk
        self.unit = unit
    }

    var title: SafeText { desk.title(Strings.Bindings.title) }
    var scopes: [String] { ["bindings"] + query.scopes }
    var capturesText: Bool { true }
    var wheelIsArrows: Bool { true }
    var selected: BindingRow? { rows.indices.contains(place.cursor) ? rows[place.cursor] : nil }
    var isBusy: Bool { isLoading }
    var stateName: String? { Self.states[state] }
    private var asked: BindingQuery { BindingQuery(text: query.text.trimmed, state: stateName) }
    /// What an act is about: the marked rows, or the one under the bar.
    private var chosen: [BindingRow] {
        marked.isEmpty
            ? selected.map { [$0] } ?? []
            : marked.values.sorted { $0.procedure.code < $1.procedure.code }
    }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openBindings, .markBinding, .markAllBindings: selected != nil
        case .planBindings: !chosen.isEmpty
        case .clearBindingMarks: !marked.isEmpty
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(let action):
            if let effects = handle(action) { return effects }
            return edited(query.perform(action))
        case .message(let message): return handle(message)
        case .input(.key(let key))
        where place.handle(key, count: rows.count, rows: ColumnList.rows(of: context.size.rows) - 1):
            return more()
        case .input(.mouse(let mouse)):
            guard let opens = place.point(mouse, count: rows.count) else { return [] }
            return opens ? handle(.openBindings) ?? [] : more()
        case .input(let input): return edited(query.handle(input))
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            if result is BindingsChange { marked = [:] }
            return [load()]
        case .hangup: return []
        }
    }

    /// nil where the action is one of the box.
    private mutating func handle(_ action: ActionID) -> [Effect<Message>]? {
        switch action {
        case .openBindings:
            return selected.map { [.push(BindingRowScreen(desk: desk, unit: unit, row: $0))] } ?? []
        case .markBinding:
            guard let row = selected else { return [.bell] }
            if marked.removeValue(forKey: row.process) == nil { marked[row.process] = row }
            place.move(to: place.cursor + 1, count: rows.count, rows: max(1, place.drawn.rows))
            return more()
        case .markAllBindings:
            marksAll = true
            return markAll()
        case .clearBindingMarks:
            marked = [:]
            return []
        case .planBindings:
            guard !chosen.isEmpty else { return [.bell] }
            return [.push(TaskScreen(desk: desk, task: BindingTask(unit: unit, rows: chosen)))]
        case .bindingChanges: return [.push(BindingChangeListScreen(desk: desk))]
        case .otherBindings:
            state = (state + 1) % Self.states.count
            (rows, place, total) = ([], ListPlace(), nil)
            return [.cancel(id: "pause"), load()]
        case .refreshBindings: return [load()]
        case .closeBindings: return [.pop()]
        default: return nil
        }
    }

    private mutating func handle(_ message: Message) -> [Effect<Message>] {
        switch message {
        case .pause(let asked): return asked == self.asked ? [load()] : []
        case .loaded(let asked, let result):
            // An older answer never lies over a newer one.
            guard asked == self.asked else { return [] }
            isLoading = false
            switch result {
            case .success(let page):
                let before = selected?.process
                problem = nil
                (rows, nextCursor, total) = (page.items, page.nextCursor, page.total)
                renewMarks(page.items)
                place.stay(on: rows.firstIndex { $0.process == before } ?? 0, count: rows.count)
                return markAll()
            case .failure(let error): return failed(error)
            }
        case .loadedMore(let asked, let result):
            guard asked == self.asked else { return [] }
            isLoading = false
            switch result {
            case .success(let page):
                let known = Set(rows.map(\.process))
                rows += page.items.filter { !known.contains($0.process) }
                nextCursor = page.nextCursor
                renewMarks(page.items)
                return marksAll ? markAll() : more()
            case .failure(let error): return failed(error)
            }
        }
    }

    private mutating func renewMarks(_ fresh: [BindingRow]) {
        for row in fresh where marked[row.process] != nil { marked[row.process] = row }
    }

    /// Marks all that the filter lets through, once the last of them is there.
    private mutating func markAll() -> [Effect<Message>] {
        guard marksAll else { return [] }
        if nextCursor != nil { return fetchNext() }
        marksAll = false
        let fresh = rows.filter { marked[$0.process] == nil }
        for row in fresh { marked[row.process] = row }
        return []
    }

    private mutating func failed(_ error: APIError) -> [Effect<Message>] {
        problem = error.words
        marksAll = false
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
    }

    private mutating func edited(_ outcome: WidgetOutcome) -> [Effect<Message>] {
        let bell: [Effect<Message>] = query.notice == nil ? [] : [.bell]
        guard outcome == .changed else { return bell }
        marksAll = false
        return [.after(id: "pause", seconds: LookupScreen.debounce, .pause(asked))] + bell
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let (desk, asked, unit) = (desk, asked, unit.code)
        return .run(id: "load") {
            .loaded(
                asked,
                await desk.ask { client throws(APIError) in
                    try await client.bindingMatrix(unit: unit, asked, limit: Self.page)
                })
        }
    }

    private mutating func more() -> [Effect<Message>] {
        place.isNearEnd(of: rows.count) ? fetchNext() : []
    }

    private mutating func fetchNext() -> [Effect<Message>] {
        guard !isLoading, let next = nextCursor else { return [] }
        isLoading = true
        let (desk, asked, unit) = (desk, asked, unit.code)
        let limit = marksAll ? 200 : Self.page
        return [
            .run(id: "more") {
                .loadedMore(
                    asked,
                    await desk.ask { client throws(APIError) in
                        try await client.bindingMatrix(unit: unit, asked, cursor: next, limit: limit)
                    })
            }
        ]
    }
}
