import APIClient
import Forms
import Models
import TUI

/// What a change of a calendar does to open dossiers: each with its appointment before and after. F10 makes it.
struct CalendarReviewScreen: Screen {
    enum Message: Sendable {
        case more(Result<CalendarChange, APIError>)
        case done(Result<CalendarChange, APIError>)
    }

    /// Dossiers that are fetched at a time.
    static let page = 100

    let desk: Desk
    let unit: UnitRef
    let year: Int
    private let put: CalendarPut
    private let revision: String
    private let key: ID
    private(set) var items: [CalendarChange.Item]
    /// So many dossiers and tickets.
    private(set) var count: (dossiers: Int, tickets: Int)
    private let apart: [String]
    private var nextCursor: String?
    private var place = ListPlace()
    /// What was made; nil as long as nothing was.
    private(set) var made: CalendarChange?
    private var isWorking = false
    private var problem: Phrase?

    init(
        desk: Desk, unit: UnitRef, year: Int, put: CalendarPut, revision: String, preview: CalendarChange
    ) {
        self.desk = desk
        self.unit = unit
        self.year = year
        self.put = put
        self.revision = revision
        key = desk.newID()
        items = preview.items
        count = (preview.changed ?? preview.items.count, preview.tickets ?? 0)
        apart = preview.apart
        nextCursor = preview.nextCursor
    }

    var title: SafeText { desk.title(Strings.Calendar.title) }
    var scopes: [String] { ["work_calendar_review"] }
    var wheelIsArrows: Bool { true }
    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .applyCalendar: made == nil && !isWorking
        case .reviewedMoves: made != nil
        default: true
        }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeCalendarReview): return [made.map { .pop(result: $0) } ?? .pop()]
        case .action(.reviewedMoves):
            return made == nil ? [.bell] : [.push(CalendarMovesScreen(desk: desk, unit: unit, year: year))]
        case .action(.applyCalendar): return enabled(.applyCalendar) ? [apply()] : [.bell]
        case .message(.done(.success(let change))):
            isWorking = false
            made = change
            count = (change.changed ?? count.dossiers, change.tickets ?? count.tickets)
            return []
        case .message(.done(.failure(let error))):
            isWorking = false
            if error == .unauthorised { return [.push(LoginScreen.again(desk))] }
            guard case .problem = error else {
                problem = Phrase(
                    error.words.text(.vi) + " " + Strings.Calendar.unknown.text(.vi),
                    en: error.words.text(.en) + " " + Strings.Calendar.unknown.text(.en))
                return [.bell]
            }
            problem = error.words
            return [.bell]
        case .message(.more(.success(let change))):
            isWorking = false
            let known = Set(items.map(\.id))
            items += change.items.filter { !known.contains($0.id) }
            nextCursor = change.nextCursor
            return []
        case .message(.more(.failure(let error))):
            isWorking = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .input(.key(let key)):
            let rows = context.size.rows - headRows - 1
            return place.handle(key, count: items.count, rows: rows) ? more() : []
        case .input(.mouse(let mouse)):
            return place.point(mouse, count: items.count) == nil ? [] : more()
        case .input, .action, .hangup: return []
        }
    }

    private mutating func apply() -> Effect<Message> {
        isWorking = true
        problem = nil
        return ask(isDry: false, key: key, cursor: nil, id: "apply") { .done($0) }
    }

    /// The next part of the list, as long as the change is only looked at.
    private mutating func more() -> [Effect<Message>] {
        guard made == nil, !isWorking, let next = nextCursor, place.isNearEnd(of: items.count) else {
            return []
        }
        isWorking = true
        return [ask(isDry: true, key: desk.newID(), cursor: next, id: "more") { .more($0) }]
    }

    private func ask(
        isDry: Bool, key: ID, cursor: String?, id: String,
        _ message: @escaping @Sendable (Result<CalendarChange, APIError>) -> Message
    ) -> Effect<Message> {
        let (desk, unit, year, put, revision) = (desk, unit.code, year, put, revision)
        return .run(id: id) {
            message(
                await desk.ask { client throws(APIError) in
                    try await client.putCalendar(
                        unit: unit, year: year, put, isDry: isDry, revision: revision, key: key,
                        cursor: cursor, limit: Self.page)
                })
        }
    }

    // MARK: - Drawing

    private var headRows: Int { apart.isEmpty ? 2 : 3 }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let width = canvas.size.columns - 2
        let title = Strings.Calendar.days(unit.name, year).text(language)
        canvas.put(SafeText(title).truncated(to: width), at: Point(1, 0), role: .title)
        let summary =
            made == nil
            ? Strings.Calendar.moves(count.dossiers, tickets: count.tickets)
            : Strings.Calendar.moved(count.dossiers, tickets: count.tickets)
        canvas.put(
            SafeText(summary.text(language)).truncated(to: width), at: Point(1, 1),
            role: made == nil ? .text : .success)
        if !apart.isEmpty {
            let words = Strings.Calendar.apart(apart.joined(separator: ", ")).text(language)
            canvas.put(SafeText(words).truncated(to: width), at: Point(1, 2), role: .dim)
        }
        guard !items.isEmpty else { return }
        CalendarMoveList.draw(
            items, into: &canvas, area: canvas.bounds.splitTop(headRows).rest, place: place, context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        if isWorking, made == nil { return MessageLine(SafeText(Strings.Calendar.working.text(language))) }
        if let problem { return MessageLine(SafeText(problem.text(language)), role: .error) }
        let words = made == nil ? Strings.Calendar.confirm : Strings.Calendar.madeHint
        return MessageLine(SafeText(words.text(language)))
    }
}
