import APIClient
import Forms
import Models
import TUI

/// What is reported as wrong in the sources, for the administrators who own them (eForm AF-3).
struct MismatchListScreen: Screen {
    enum Message: Sendable {
        case loaded(Result<Page<Mismatch>, APIError>)
        case loadedMore(Result<Page<Mismatch>, APIError>)
        case revealed(Result<Mismatch, APIError>)
        case saved(TableFile.Outcome)
    }

    let desk: Desk
    private(set) var items: [Mismatch] = []
    private var place = ListPlace()
    private var nextCursor: String?
    private var showsAll = false
    private var isLoading = true
    private var problem: Phrase?

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Mismatch.title) }
    var scopes: [String] { ["mismatches"] }
    var wheelIsArrows: Bool { true }
    var cursor: Int { place.cursor }
    private var selected: Mismatch? { items.indices.contains(cursor) ? items[cursor] : nil }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openMismatch, .saveMismatches: selected != nil
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.openMismatch):
            // The list shows nobody whole. Opening one to handle it is the purpose, which the audit keeps.
            guard let id = selected?.id else { return [] }
            let desk = desk
            return [
                .run(id: "reveal") {
                    .revealed(
                        await desk.ask { client throws(APIError) in
                            try await client.revealMismatch(id, purpose: Strings.Mismatch.handle.text(.vi))
                        })
                }
            ]
        case .message(.revealed(.success(let mismatch))):
            return [.push(MismatchScreen(desk: desk, mismatch: mismatch))]
        case .message(.revealed(.failure(let error))):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .action(.allMismatches):
            showsAll.toggle()
            place = ListPlace()
            items = []
            return [load()]
        case .action(.refreshMismatches): return [load()]
        case .action(.saveMismatches):
            let (desk, state, language) = (desk, showsAll ? nil : "open", context.language)
            return [
                .run(id: "save") {
                    .saved(
                        await desk.saveTable(as: Strings.Tables.mismatches, in: language) {
                            client throws(APIError) in
                            try await client.mismatchTable(state: state, in: language)
                        })
                }
            ]
        case .message(.saved(let outcome)): return Effect.told(outcome, desk, context.language)
        case .action(.closeMismatches): return [.pop()]
        case .input(.key(let key)):
            let rows = ColumnList.rows(of: context.size.rows)
            return place.handle(key, count: items.count, rows: rows) ? more() : []
        case .input(.mouse(let mouse)):
            guard let opens = place.point(mouse, count: items.count) else { return [] }
            return opens ? handle(.action(.openMismatch), context) : more()
        case .message(.loaded(.success(let page))):
            let before = selected?.id
            isLoading = false
            problem = nil
            (items, nextCursor) = (page.items, page.nextCursor)
            place.stay(on: items.firstIndex { $0.id == before }, count: items.count)
            return []
        case .message(.loadedMore(.success(let page))):
            isLoading = false
            let known = Set(items.map(\.id))
            items += page.items.filter { !known.contains($0.id) }
            nextCursor = page.nextCursor
            return []
        case .message(.loaded(.failure(let error))), .message(.loadedMore(.failure(let error))):
            isLoading = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return [load()]
        case .input, .action, .hangup: return []
        }
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let (desk, state) = (desk, showsAll ? nil : "open")
        return .run(id: "load") {
            .loaded(
                await desk.ask { client throws(APIError) in
                    try await client.mismatches(state: state, limit: 100)
                })
        }
    }

    private mutating func more() -> [Effect<Message>] {
        guard !isLoading, let next = nextCursor, place.isNearEnd(of: items.count) else { return [] }
        isLoading = true
        let (desk, state) = (desk, showsAll ? nil : "open")
        return [
            .run(id: "more") {
                .loadedMore(
                    await desk.ask { client throws(APIError) in
                        try await client.mismatches(state: state, cursor: next, limit: 100)
                    })
            }
        ]
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let count =
            items.isEmpty && isLoading
            ? Strings.Common.loading : Strings.Mismatch.loaded(items.count, more: nextCursor != nil)
        let area = ColumnList.head(
            into: &canvas, showsAll ? Strings.Mismatch.all : Strings.Mismatch.open, count: count, context)
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Mismatch.none)
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: area, language)
        }
        let list = ColumnList(
            titles: [
                Strings.Mismatch.at, Strings.Mismatch.unit, Strings.Mismatch.field, Strings.Mismatch.values,
                Strings.Mismatch.state,
            ], widths: Self.widths(area.columns - 2))
        list.draw(into: &canvas, area: area, count: items.count, place: place, context) { index in
            let item = items[index]
            let state = item.resolution == nil ? Strings.Mismatch.waiting : Strings.Mismatch.handled
            return ColumnList.Row(
                texts: [
                    item.at.display, item.unit.name, item.field,
                    item.sourceValue + " → " + item.correctValue, state.text(language),
                ], role: item.resolution == nil ? .text : .dim)
        }
    }

    /// When, where, which, what, how it stands; what is left goes to the values.
    private static func widths(_ columns: Int) -> [Int] {
        let fixed = columns < 100 ? [16, 12, 12, 10] : [16, 26, 20, 10]
        let values = max(8, columns - fixed.reduce(0, +) - 5)
        return [fixed[0], fixed[1], fixed[2], values, fixed[3]]
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, !items.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let item = selected else { return nil }
        return MessageLine(
            SafeText(
                [item.unit.name, item.reportedBy.name].joined(separator: " · ")), waits: true)
    }
}
