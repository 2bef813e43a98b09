import APIClient
import Forms
import Models
import TUI

/// What a unit collected in a month as a picture: a bar for each day, the day under the mark told below, the month's sums
/// beside it.
struct CollectionMonthScreen: Screen {
    enum Message: Sendable {
        case loaded(LocalDate, Result<CollectionMonth, APIError>)
    }

    let desk: Desk
    /// The day under the mark.
    private(set) var day: LocalDate
    private(set) var month: CollectionMonth?
    private var problem: Phrase?

    init(desk: Desk, day: LocalDate) {
        self.desk = desk
        self.day = day
    }

    var title: SafeText { desk.title(Strings.Reconciling.monthTitle) }
    var scopes: [String] { ["collection_month"] }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .monthAfter: month(after: 1) != nil
        case .openDay: month != nil && day <= desk.today
        default: true
        }
    }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [load()] }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.openDay): return month == nil ? [] : [.pop(result: day)]
        case .action(.monthBefore):
            day = day.adding(days: -day.day)
            return turn()
        case .action(.monthAfter):
            guard let next = month(after: 1) else { return [.bell] }
            day = next
            return turn()
        case .action(.refreshMonth): return [load()]
        case .action(.closeMonth): return [.pop()]
        case .input(.key(let key)):
            move(key)
            return []
        case .message(.loaded(let asked, _)) where !isSameMonth(asked): return []
        case .message(.loaded(_, .success(let month))):
            (self.month, problem) = (month, nil)
            return []
        case .message(.loaded(_, .failure(let error))):
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .resumed(let result):
            return result as? LoginResult == .other ? [.popToRoot] : [load()]
        case .input, .action, .hangup: return []
        }
    }

    private func isSameMonth(_ other: LocalDate) -> Bool { other.iso.prefix(7) == day.iso.prefix(7) }

    /// The first day of a later month; nil where it has not begun.
    private func month(after count: Int) -> LocalDate? {
        let next = day.adding(days: 32 - day.day)
        let first = next.adding(days: 1 - next.day)
        return first <= desk.today ? first : nil
    }

    private mutating func turn() -> [Effect<Message>] {
        (month, problem) = (nil, nil)
        return [load()]
    }

    private mutating func move(_ key: Key) {
        guard key.modifiers.isEmpty, let days = month?.days, let first = days.first, let last = days.last
        else {
            return
        }
        switch key.code {
        case .left: day = max(first.date, day.adding(days: -1))
        case .right: day = min(last.date, day.adding(days: 1))
        case .up: day = max(first.date, day.adding(days: -7))
        case .down: day = min(last.date, day.adding(days: 7))
        case .home: day = first.date
        case .end: day = last.date
        default: return
        }
    }

    private func load() -> Effect<Message> {
        let (desk, day) = (desk, day)
        return .run(id: "load") {
            .loaded(
                day, await desk.ask { client throws(APIError) in try await client.collectionMonth(of: day) })
        }
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let total = month.map { Money($0.days.reduce(0) { $0 + $1.net }).display } ?? ""
        let area = ColumnList.head(
            into: &canvas, Strings.Reconciling.month(day.month, day.year),
            count: month == nil ? Strings.Common.loading : Strings.Reconciling.monthNet(total), context)
        guard let month else {
            let words = problem ?? Strings.Common.loading
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: area, language)
        }
        let below = CollectionChart.words(month, on: day, language).flatMap { line in
            SafeText.wrapped(line.text, to: area.columns - 2).map { (text: $0, role: line.role) }
        }
        let (chart, rest) = area.splitTop(max(0, area.rows - below.count - 1))
        CollectionChart.draw(month, mark: day, into: &canvas, area: chart.inset(columns: 1, rows: 0), context)
        for (row, line) in below.prefix(rest.rows).enumerated() {
            canvas.put(line.text, at: Point(1, rest.row + row), role: line.role)
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return MessageLine(SafeText(Strings.Reconciling.monthHint.text(context.language)))
    }
}
