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
    }

    let desk: Desk
    private(set) var items: [Mismatch] = []
    private(set) var cursor = 0
    private var offset = 0
    private var nextCursor: String?
    private var showsAll = false
    private var isLoading = true
    private var problem: Phrase?

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Mismatch.title) }
    var scopes: [String] { ["mismatches"] }
    private var selected: Mismatch? { items.indices.contains(cursor) ? items[cursor] : nil }

    func enabled(_ action: ActionID) -> Bool { action == .openMismatch ? selected != nil : true }

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
            cursor = 0
            items = []
            return [load()]
        case .action(.refreshMismatches): return [load()]
        case .action(.closeMismatches): return [.pop()]
        case .input(.key(let key)): return moves(key, rows: context.size.rows - 2) ? more() : []
        case .message(.loaded(.success(let page))):
            let before = selected?.id
            isLoading = false
            problem = nil
            (items, nextCursor) = (page.items, page.nextCursor)
            cursor = items.firstIndex { $0.id == before } ?? min(cursor, max(0, items.count - 1))
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

    private mutating func moves(_ key: Key, rows: Int) -> Bool {
        guard key.modifiers.isEmpty, !items.isEmpty else { return false }
        let page = max(1, rows - 1)
        let target: Int
        switch key.code {
        case .up: target = cursor - 1
        case .down: target = cursor + 1
        case .pageUp: target = cursor - page
        case .pageDown: target = cursor + page
        case .home: target = 0
        case .end: target = items.count - 1
        default: return false
        }
        cursor = min(max(0, target), items.count - 1)
        offset = DossierTable.offset(offset, cursor: cursor, rows: max(1, rows))
        return true
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
        guard !isLoading, let next = nextCursor, cursor + DossierTable.nearEnd >= items.count else {
            return []
        }
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
        let area = canvas.bounds
        let language = context.language
        let count =
            items.isEmpty && isLoading
            ? Strings.Common.loading : Strings.Mismatch.loaded(items.count, more: nextCursor != nil)
        let right = SafeText(count.text(language))
        let heading = showsAll ? Strings.Mismatch.all : Strings.Mismatch.open
        canvas.put(SafeText(heading.text(language)), at: Point(1, 0), role: .title)
        canvas.put(right, at: Point(area.columns - right.width - 1, 0), role: .dim)
        let (_, rest) = area.splitTop(1)
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Mismatch.none)
            for (row, line) in SafeText.wrapped(words.text(language), to: area.columns - 4).enumerated() {
                canvas.put(line, at: Point(2, rest.row + 1 + row), role: problem == nil ? .dim : .error)
            }
            return
        }
        let widths = Self.widths(area.columns - 2)
        put(
            [
                Strings.Mismatch.at, Strings.Mismatch.unit, Strings.Mismatch.field, Strings.Mismatch.values,
                Strings.Mismatch.state,
            ].map { $0.text(language) }, widths, at: rest.row, .label, &canvas)
        let (_, body) = rest.splitTop(1)
        guard body.rows > 0 else { return }
        let first = DossierTable.offset(
            min(offset, max(0, items.count - body.rows)), cursor: cursor, rows: body.rows)
        for row in 0..<min(body.rows, items.count - first) {
            let item = items[first + row]
            let state = item.resolution == nil ? Strings.Mismatch.waiting : Strings.Mismatch.handled
            put(
                [
                    item.at.display, item.unit.name, item.field,
                    item.sourceValue + " → " + item.correctValue, state.text(language),
                ], widths, at: body.row + row, item.resolution == nil ? .text : .dim, &canvas)
            guard first + row == cursor else { continue }
            let line = body.line(row)
            ListMark.draw(
                into: &canvas, line: line,
                lit: Rect(column: line.column + 1, row: line.row, columns: widths[0], rows: 1),
                isFocused: true, glyphs: Glyphs.of(context))
        }
        ScrollBar.draw(
            into: &canvas,
            area: Rect(column: area.endColumn - 1, row: body.row, columns: 1, rows: body.rows),
            total: items.count, first: first, role: .border, glyphs: Glyphs.of(context))
    }

    /// When, where, which, what, how it stands; what is left goes to the values.
    private static func widths(_ columns: Int) -> [Int] {
        let fixed = columns < 100 ? [16, 12, 12, 10] : [16, 26, 20, 10]
        let values = max(8, columns - fixed.reduce(0, +) - 5)
        return [fixed[0], fixed[1], fixed[2], values, fixed[3]]
    }

    private func put(
        _ texts: [String], _ widths: [Int], at row: Int, _ role: Role, _ canvas: inout Canvas
    ) {
        var column = 1
        for (text, width) in zip(texts, widths) {
            canvas.put(SafeText(text).truncated(to: width), at: Point(column, row), role: role)
            column += width + 1
        }
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
