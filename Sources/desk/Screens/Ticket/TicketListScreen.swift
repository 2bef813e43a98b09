import APIClient
import Forms
import Models
import TUI

/// The tickets that the officer has to answer, or that his hotline waits for: what presses most comes first.
struct TicketListScreen: Screen {
    enum Message: Sendable {
        case loaded(String?, Result<Page<Ticket>, APIError>)
        case loadedMore(String?, Result<Page<Ticket>, APIError>)
        case saved(TableFile.Outcome)
    }

    /// What one key turns through; nil is all.
    static let groups: [String?] = ["open", "overdue", "answered", "closed", nil]

    let desk: Desk
    private(set) var items: [Ticket] = []
    private(set) var cursor = 0
    private var offset = 0
    private let drawn = DrawnList()
    private var group = 0
    private var nextCursor: String?
    private var isLoading = true
    private var problem: Phrase?

    init(desk: Desk) {
        self.desk = desk
    }

    var title: SafeText { desk.title(Strings.Ticket.title) }
    var scopes: [String] { ["tickets"] }
    var wheelIsArrows: Bool { true }
    private var selected: Ticket? { items.indices.contains(cursor) ? items[cursor] : nil }
    private var state: String? { Self.groups[group] }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .openTicket, .saveTickets: selected != nil
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.openTicket):
            return selected.map { [.push(TicketScreen(desk: desk, id: $0.id, code: $0.code))] } ?? []
        case .action(.otherTickets):
            group = (group + 1) % Self.groups.count
            (items, cursor, offset) = ([], 0, 0)
            return [load()]
        case .action(.refreshTickets): return [load()]
        case .action(.saveTickets):
            let (desk, state, language) = (desk, state, context.language)
            return [
                .run(id: "save") {
                    .saved(
                        await desk.saveTable(as: Strings.Tables.tickets, in: language) {
                            client throws(APIError) in
                            try await client.ticketTable(state: state, in: language)
                        })
                }
            ]
        case .message(.saved(let outcome)): return Effect.told(outcome, desk, context.language)
        case .action(.closeTickets): return [.pop()]
        case .input(.key(let key)): return moves(key, rows: context.size.rows - 2) ? more() : []
        case .input(.mouse(let mouse)):
            switch drawn.click(mouse, bar: cursor, count: items.count) {
            case .open: return handle(.action(.openTicket), context)
            case .row(let row):
                cursor = row
                return more()
            case nil: return []
            }
        case .message(.loaded(let asked, let result)):
            // An older answer never lies over a newer one.
            guard asked == state else { return [] }
            isLoading = false
            switch result {
            case .success(let page):
                let before = selected?.id
                problem = nil
                (items, nextCursor) = (page.items, page.nextCursor)
                cursor = items.firstIndex { $0.id == before } ?? min(cursor, max(0, items.count - 1))
                return []
            case .failure(let error): return failed(error)
            }
        case .message(.loadedMore(let asked, let result)):
            guard asked == state else { return [] }
            isLoading = false
            switch result {
            case .success(let page):
                let known = Set(items.map(\.id))
                items += page.items.filter { !known.contains($0.id) }
                nextCursor = page.nextCursor
                return []
            case .failure(let error): return failed(error)
            }
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return [load()]
        case .input, .action, .hangup: return []
        }
    }

    private mutating func failed(_ error: APIError) -> [Effect<Message>] {
        problem = error.words
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
    }

    private mutating func moves(_ key: Key, rows: Int) -> Bool {
        guard key.modifiers.isEmpty, !items.isEmpty else { return false }
        let target: Int
        switch key.code {
        case .up: target = cursor - 1
        case .down: target = cursor + 1
        case .pageUp: target = cursor - max(1, rows - 1)
        case .pageDown: target = cursor + max(1, rows - 1)
        case .home: target = 0
        case .end: target = items.count - 1
        default: return false
        }
        cursor = min(max(0, target), items.count - 1)
        offset = ListPlace.offset(offset, cursor: cursor, rows: max(1, rows))
        return true
    }

    private mutating func load() -> Effect<Message> {
        isLoading = true
        let (desk, state) = (desk, state)
        return .run(id: "load") {
            .loaded(
                state,
                await desk.ask { client throws(APIError) in try await client.tickets(state: state, limit: 100)
                })
        }
    }

    private mutating func more() -> [Effect<Message>] {
        guard !isLoading, let next = nextCursor, cursor + ListPlace.nearEnd >= items.count else { return [] }
        isLoading = true
        let (desk, state) = (desk, state)
        return [
            .run(id: "more") {
                .loadedMore(
                    state,
                    await desk.ask { client throws(APIError) in
                        try await client.tickets(state: state, cursor: next, limit: 100)
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
            ? Strings.Common.loading : Strings.Ticket.loaded(items.count, more: nextCursor != nil)
        let right = SafeText(count.text(language))
        canvas.put(SafeText(Strings.Ticket.group(state).text(language)), at: Point(1, 0), role: .title)
        canvas.put(right, at: Point(area.columns - right.width - 1, 0), role: .dim)
        let (_, rest) = area.splitTop(1)
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : Strings.Ticket.none)
            for (row, line) in SafeText.wrapped(words.text(language), to: area.columns - 4).enumerated() {
                canvas.put(line, at: Point(2, rest.row + 1 + row), role: problem == nil ? .dim : .error)
            }
            return
        }
        let (head, body) = rest.splitTop(1)
        let widths = Self.widths(area.columns - 2)
        put(
            [Strings.Ticket.code, Strings.Ticket.state, Strings.Ticket.subject, Strings.Ticket.to].map {
                $0.text(language)
            }, widths, at: head.row, .label, .label, &canvas)
        guard body.rows > 0 else { return }
        let now = Instant(seconds: context.now)
        let first = ListPlace.offset(
            min(offset, max(0, items.count - body.rows)), cursor: cursor, rows: body.rows)
        drawn.record(body, first: first)
        for row in 0..<min(body.rows, items.count - first) {
            let ticket = items[first + row]
            put(
                [
                    ticket.code, TicketLine.state(ticket, now: now, language), ticket.subject,
                    UnitName.short(ticket.to.name),
                ], widths, at: body.row + row, .text, TicketLine.role(ticket, now: now), &canvas)
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

    /// Code, state, subject, unit; what is left goes to the subject.
    private static func widths(_ columns: Int) -> [Int] {
        let fixed = columns < 100 ? [18, 20, 14] : [20, 20, 30]
        return [fixed[0], fixed[1], max(8, columns - fixed.reduce(0, +) - 4), fixed[2]]
    }

    private func put(
        _ texts: [String], _ widths: [Int], at row: Int, _ role: Role, _ stateRole: Role,
        _ canvas: inout Canvas
    ) {
        var column = 1
        for (index, (text, width)) in zip(texts, widths).enumerated() {
            canvas.put(
                SafeText(text).truncated(to: width), at: Point(column, row),
                role: index == 1 ? stateRole : role)
            column += width + 1
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, !items.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let ticket = selected else { return nil }
        return MessageLine(
            SafeText(
                [ticket.kind.name, Strings.Ticket.due.text(context.language) + " " + ticket.dueAt.display]
                    .joined(separator: " · ")), waits: true)
    }
}
