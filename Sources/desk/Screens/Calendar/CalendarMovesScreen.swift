import APIClient
import Forms
import Models
import TUI

/// What the last change of a calendar's year did to due dates: many are moved after the change itself, in batches, so this
/// list grows until the run has ended.
struct CalendarMovesScreen: Screen {
    enum Message: Sendable {
        case loaded(isMore: Bool, Result<CalendarMoves, APIError>)
    }

    let desk: Desk
    let unit: UnitRef
    let year: Int
    private(set) var moves: CalendarMoves?
    private var place = ListPlace()
    private var isLoading = false
    private var problem: Phrase?

    init(desk: Desk, unit: UnitRef, year: Int) {
        self.desk = desk
        self.unit = unit
        self.year = year
    }

    var title: SafeText { desk.title(Strings.Calendar.title) }
    var scopes: [String] { ["work_calendar_moves"] }
    var wheelIsArrows: Bool { true }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeCalendarMoves): return [.pop()]
        case .action(.refreshCalendarMoves): return isLoading ? [] : [load()]
        case .message(.loaded(let isMore, .success(let found))):
            isLoading = false
            problem = nil
            let known = isMore ? moves?.items ?? [] : []
            moves = found
            moves?.items = known + found.items
            return []
        case .message(.loaded(_, .failure(let error))):
            isLoading = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .resumed(let result):
            if result as? LoginResult == .other { return [.popToRoot] }
            return moves == nil ? [load()] : []
        case .input(.key(let key)):
            return place.handle(key, count: count, rows: context.size.rows - 3) ? more() : []
        case .input(.mouse(let mouse)): return place.point(mouse, count: count) == nil ? [] : more()
        case .input, .action, .hangup: return []
        }
    }

    private var count: Int { moves?.items.count ?? 0 }

    private mutating func more() -> [Effect<Message>] {
        guard !isLoading, let next = moves?.nextCursor, place.isNearEnd(of: count) else { return [] }
        return [load(after: next)]
    }

    private mutating func load(after cursor: String? = nil) -> Effect<Message> {
        isLoading = true
        let (desk, unit, year) = (desk, unit.code, year)
        return .run(id: "moves") {
            .loaded(
                isMore: cursor != nil,
                await desk.ask { client throws(APIError) in
                    try await client.calendarMoves(
                        unit: unit, year: year, cursor: cursor, limit: CalendarReviewScreen.page)
                })
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let width = canvas.size.columns - 2
        canvas.put(
            SafeText(Strings.Calendar.days(unit.name, year).text(language)).truncated(to: width),
            at: Point(1, 0), role: .title)
        guard let moves else {
            return ColumnList.say(
                problem ?? Strings.Common.loading, role: problem == nil ? .dim : .error, into: &canvas,
                area: canvas.bounds.splitTop(1).rest, language)
        }
        let state =
            moves.version == nil
            ? Strings.Calendar.neverChanged
            : Strings.Calendar.movedBy(
                moves.changed, tickets: moves.tickets, isOver: moves.finishedAt != nil, moves.reason ?? "")
        canvas.put(
            SafeText(state.text(language)).truncated(to: width), at: Point(1, 1),
            role: moves.version != nil && moves.finishedAt == nil ? .warning : .text)
        guard !moves.items.isEmpty else { return }
        CalendarMoveList.draw(
            moves.items, into: &canvas, area: canvas.bounds.splitTop(2).rest, place: place, context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        if let problem { return MessageLine(SafeText(problem.text(language)), role: .error) }
        let words =
            moves?.version != nil && moves?.finishedAt == nil
            ? Strings.Calendar.goesOn : Strings.Calendar.closes
        return MessageLine(SafeText(words.text(language)))
    }
}
