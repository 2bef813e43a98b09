import APIClient
import Forms
import Models
import TUI

/// Who does which step of which procedure in one unit: found as one types, narrowed by what nobody does, changed a row or
/// many rows at a time.
struct BindingMatrixScreen: Screen {
    typealias Message = SearchList<BindingRow>.Message

    /// What one key turns through; nil is all.
    static let states: [String?] = [nil, "gaps", "bound", "unbound"]
    /// So many rows come at once; the next ones are asked for before the bar is there.
    static let page = 100

    let desk: Desk
    let unit: UnitRef
    private(set) var list: SearchList<BindingRow>
    /// Marked rows by their processes: they stay marked when the filter is another.
    private(set) var marked: [ID: BindingRow] = [:]
    /// All that the filter lets through are to be marked, when they are there.
    private var marksAll = false

    init(desk: Desk, unit: UnitRef) {
        self.desk = desk
        self.unit = unit
        list = SearchList(states: Self.states, id: \.process) { asked, cursor in
            await desk.ask { client throws(APIError) in
                let page = try await client.bindingMatrix(
                    unit: unit.code, BindingQuery(text: asked.text, state: asked.state), cursor: cursor,
                    limit: Self.page)
                return .init(items: page.items, nextCursor: page.nextCursor, total: page.total)
            }
        }
    }

    var title: SafeText { desk.title(Strings.Bindings.title) }
    var scopes: [String] { ["bindings"] + list.box.scopes }
    var capturesText: Bool { true }
    var wheelIsArrows: Bool { true }
    /// What an act is about: the marked rows, or the one under the bar.
    private var chosen: [BindingRow] {
        marked.isEmpty
            ? list.selected.map { [$0] } ?? []
            : marked.values.sorted { $0.procedure.code < $1.procedure.code }
    }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openBindings, .markAllBindings: list.offersRow
        case .markBinding: list.selected != nil
        case .planBindings: !marked.isEmpty || list.offersRow
        case .clearBindingMarks: !marked.isEmpty
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [list.load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(let action): return handle(action)
        case .message(let message):
            let (effects, action) = list.handle(message, desk)
            if list.problem != nil { marksAll = false }
            for row in list.items where marked[row.process] != nil { marked[row.process] = row }
            return effects + markAll() + (action.map { handle($0) } ?? [])
        case .input(let input):
            let before = list.question
            let (effects, opens) = list.handle(input, context)
            if list.question != before { marksAll = false }
            return effects + (opens ? handle(.openBindings) : [])
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            if result is BindingsChange { marked = [:] }
            return [list.load()]
        case .hangup: return []
        }
    }

    private mutating func handle(_ action: ActionID) -> [Effect<Message>] {
        switch action {
        case .openBindings:
            guard let row = list.selected else { return list.wait(for: action) }
            return [.push(BindingRowScreen(desk: desk, unit: unit, row: row))]
        case .markBinding:
            guard let row = list.selected else { return [.bell] }
            if marked.removeValue(forKey: row.process) == nil { marked[row.process] = row }
            return list.moveDown()
        case .markAllBindings:
            marksAll = true
            return list.isAnswered ? markAll() : list.wait(for: action)
        case .clearBindingMarks:
            marked = [:]
            return []
        case .planBindings:
            guard !chosen.isEmpty else { return list.wait(for: action) }
            return [.push(TaskScreen(desk: desk, task: BindingTask(unit: unit, rows: chosen)))]
        case .bindingChanges: return [.push(BindingChangeListScreen(desk: desk))]
        case .otherBindings:
            marksAll = false
            return list.turn()
        case .refreshBindings: return [list.load()]
        case .closeBindings: return [.pop()]
        default: return list.perform(action)
        }
    }

    /// Marks all that the filter lets through, once the last of them is there.
    private mutating func markAll() -> [Effect<Message>] {
        guard marksAll, list.isAnswered else { return [] }
        guard list.isWhole else { return list.loadMore() }
        marksAll = false
        for row in list.items where marked[row.process] == nil { marked[row.process] = row }
        return []
    }
}
