import APIClient
import Forms
import Models
import TUI

/// A box and the list that answers it: asked for once one has stopped typing, page by page, narrowed by one key.
///
/// It knows which question its rows are the answer to. While another one is typed nothing is selected, so that no key acts on
/// a row of other words; Enter then waits for the answer, and nobody has to wait before pressing it (eForm SE-2).
struct SearchList<Row: Sendable>: Sendable {
    /// What was typed, and what it was narrowed to.
    struct Question: Sendable, Equatable {
        var text: String
        var state: String?
    }

    struct Found: Sendable {
        var items: [Row]
        var nextCursor: String?
        /// How many there are; with the first page only, where the server counts.
        var total: Int?
    }

    typealias Answer = Result<Found, APIError>

    enum Message: Sendable {
        /// One has stopped typing.
        case pause(Question)
        case loaded(Question, Answer)
        case loadedMore(Question, Answer)
    }

    /// Of what one key turns through; nil is all.
    let states: [String?]
    private let id: @Sendable (Row) -> String
    private let fetch: @Sendable (Question, _ cursor: String?) async -> Answer

    private(set) var box = TextLine()
    private(set) var items: [Row] = []
    private(set) var total: Int?
    private(set) var problem: Phrase?
    private(set) var isLoading = true
    private var place = ListPlace()
    private var state = 0
    private var nextCursor: String?
    /// What the rows answer; nil before the first answer.
    private var answered: Question?
    /// Pressed before the answer was there.
    private var waiting: ActionID?

    /// - Parameter id: What a row is known by: the bar stays on it, and none is shown twice.
    init(
        states: [String?] = [nil], id: @escaping @Sendable (Row) -> String,
        fetch: @escaping @Sendable (Question, _ cursor: String?) async -> Answer
    ) {
        self.states = states
        self.id = id
        self.fetch = fetch
    }

    var question: Question { Question(text: box.text.trimmed, state: states[state]) }
    /// Whether the rows are the answer to what stands in the box.
    var isAnswered: Bool { answered == question }
    var isWhole: Bool { nextCursor == nil }
    /// The row under the bar, where it is one of what was asked.
    var selected: Row? {
        isAnswered && items.indices.contains(place.cursor) ? items[place.cursor] : nil
    }
    /// Whether a key for a row has one, or may get one.
    var offersRow: Bool { selected != nil || !isAnswered }

    // MARK: - Asking

    mutating func load() -> Effect<Message> {
        isLoading = true
        let (fetch, question) = (fetch, question)
        return .run(id: "load") { .loaded(question, await fetch(question, nil)) }
    }

    /// The next page, where there is one and none is under way.
    mutating func loadMore() -> [Effect<Message>] {
        guard !isLoading, isAnswered, let next = nextCursor else { return [] }
        isLoading = true
        let (fetch, question) = (fetch, question)
        return [.run(id: "more") { .loadedMore(question, await fetch(question, next)) }]
    }

    /// The same words among the rows of the next state.
    mutating func turn() -> [Effect<Message>] {
        state = (state + 1) % states.count
        (items, total, place) = ([], nil, ListPlace())
        return [.cancel(id: "pause"), load()]
    }

    /// For a key that has no row: it waits for the answer to what was typed, which is asked for at once.
    mutating func wait(for action: ActionID) -> [Effect<Message>] {
        guard !isAnswered else { return [.bell] }
        waiting = action
        return [.cancel(id: "pause"), load()]
    }

    /// Puts other words into the box, and asks.
    mutating func search(_ text: String) -> [Effect<Message>] {
        box.setText(text)
        return [.cancel(id: "pause"), load()]
    }

    mutating func moveDown() -> [Effect<Message>] {
        place.move(to: place.cursor + 1, count: items.count, rows: max(1, place.drawn.rows))
        return moreNearEnd()
    }

    private mutating func moreNearEnd() -> [Effect<Message>] {
        place.isNearEnd(of: items.count) ? loadMore() : []
    }

    // MARK: - Events

    /// - Returns: What the click on the row under the bar opens is not said here but by `opens`.
    mutating func handle(
        _ input: Input, _ context: ScreenContext
    ) -> (effects: [Effect<Message>], opens: Bool) {
        switch input {
        case .key(let key)
        where place.handle(key, count: items.count, rows: ColumnList.rows(of: context.size.rows) - 1):
            return (moreNearEnd(), false)
        case .mouse(let mouse):
            guard let opens = place.point(mouse, count: items.count) else { return ([], false) }
            return opens ? ([], true) : (moreNearEnd(), false)
        default: return (edited(box.handle(input)), false)
        }
    }

    /// An action of the box.
    mutating func perform(_ action: ActionID) -> [Effect<Message>] { edited(box.perform(action)) }

    private mutating func edited(_ outcome: WidgetOutcome) -> [Effect<Message>] {
        let bell: [Effect<Message>] = box.notice == nil ? [] : [.bell]
        guard outcome == .changed else { return bell }
        waiting = nil
        return [.after(id: "pause", seconds: LookupScreen.debounce, .pause(question))] + bell
    }

    /// - Returns: An action is one that waited for this answer, and has its row now: the only one that was found.
    mutating func handle(
        _ message: Message, _ desk: Desk
    ) -> (effects: [Effect<Message>], action: ActionID?) {
        switch message {
        case .pause(let asked): return (asked == question ? [load()] : [], nil)
        case .loaded(let asked, let answer):
            // An older answer never lies over a newer one.
            guard asked == question else { return ([], nil) }
            isLoading = false
            defer { waiting = nil }
            switch answer {
            case .success(let found):
                let before = selected.map(id)
                problem = nil
                (items, nextCursor, total) = (found.items, found.nextCursor, found.total)
                answered = asked
                place.stay(on: items.firstIndex { id($0) == before } ?? 0, count: items.count)
                return ([], items.count == 1 ? waiting : nil)
            case .failure(let error):
                // What was found for other words is no answer to these.
                if !isAnswered { (items, total, nextCursor) = ([], nil, nil) }
                return (failed(error, desk), nil)
            }
        case .loadedMore(let asked, let answer):
            guard asked == question else { return ([], nil) }
            isLoading = false
            switch answer {
            case .success(let found):
                let known = Set(items.map(id))
                items += found.items.filter { !known.contains(id($0)) }
                nextCursor = found.nextCursor
                return (moreNearEnd(), nil)
            case .failure(let error): return (failed(error, desk), nil)
            }
        }
    }

    private mutating func failed(_ error: APIError, _ desk: Desk) -> [Effect<Message>] {
        problem = error.words
        return error == .unauthorised ? [.push(LoginScreen.again(desk))] : []
    }

    // MARK: - Drawing

    /// The heading, the box, and the list or what is to be said in its place.
    func draw(
        into canvas: inout Canvas, _ title: Phrase, loaded: Phrase, placeholder: Phrase, none: Phrase,
        _ context: ScreenContext, columns: (_ width: Int) -> ColumnList, row: (Row) -> ColumnList.Row
    ) {
        let language = context.language
        let count = items.isEmpty && isLoading ? Strings.Common.loading : loaded
        let area = ColumnList.head(into: &canvas, title, count: count, context)
        let (line, rest) = area.splitTop(1)
        let label = SafeText(Strings.Officers.find.text(language))
        canvas.put(label, at: Point(1, line.row), role: .label)
        box.draw(
            into: &canvas,
            area: Rect(
                column: label.width + 2, row: line.row, columns: line.columns - label.width - 3, rows: 1),
            isFocused: true, placeholder: SafeText(placeholder.text(language)), glyphs: Glyphs.of(context))
        let cursor = canvas.cursor
        defer { canvas.cursor = cursor }
        guard !items.isEmpty else {
            let words = problem ?? (isLoading ? Strings.Common.loading : none)
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: rest, language)
        }
        columns(rest.columns - 2)
            .draw(into: &canvas, area: rest, count: items.count, place: place, context) { row(items[$0]) }
    }

    /// What the box or the server objects to, where the list does not say it.
    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let notice = box.notice {
            return MessageLine(SafeText(notice.text(context.language)), role: .warning)
        }
        guard let problem, !items.isEmpty else { return nil }
        return MessageLine(SafeText(problem.text(context.language)), role: .error)
    }
}
