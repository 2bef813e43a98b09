import Forms

/// A month to choose a day from (eForm DP-2): month and year by keys, today marked, and days out of the
/// allowed range can't be reached (DP-3). For a range of days it asks for the first one and then, from there on,
/// for the last (DP-1).
public struct CalendarPopup: Widget, Hashable {
    public private(set) var day: LocalDate
    public let today: LocalDate
    public let first: LocalDate?
    public let last: LocalDate?
    /// Two days are chosen.
    public let isRange: Bool
    /// The first day of a range, once it is chosen.
    public private(set) var from: LocalDate?

    /// - Parameter day: The day that is lit at first; moved into the range where it lies outside.
    public init(
        day: LocalDate?, today: LocalDate, first: LocalDate? = nil, last: LocalDate? = nil,
        isRange: Bool = false
    ) {
        self.today = today
        self.isRange = isRange
        self.first = first
        self.last = last
        self.day = day ?? today
        self.day = held(self.day)
    }

    /// Whether any day can be chosen at all.
    public var hasChoice: Bool {
        guard let first, let last else { return true }
        return first <= last
    }

    /// What was chosen of two days; nil before that.
    public var range: DateRange? {
        from.flatMap { DateRange(from: $0, to: day) }
    }

    public func isAllowed(_ day: LocalDate) -> Bool {
        (from.map { day >= $0 } ?? true) && (first.map { day >= $0 } ?? true)
            && (last.map { day <= $0 } ?? true)
    }

    private func held(_ day: LocalDate) -> LocalDate {
        if let from, day < from { return from }
        if let first, day < first { return first }
        if let last, day > last { return last }
        return day
    }

    // MARK: - Input

    public static var actions: [Action] { CalendarActions.all }
    public var scopes: [String] { [CalendarActions.scope] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text(" "): return perform("calendar.accept")
        case .text("+"): return perform("calendar.year_on")
        case .text("-"): return perform("calendar.year_back")
        case .key(let key):
            guard let action = CalendarActions.table.action(for: key, scopes: scopes, inField: false) else {
                return .ignored
            }
            return perform(action)
        default: return .ignored
        }
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        switch action {
        case "calendar.accept": return choose()
        case "calendar.cancel", "calendar.next_field", "calendar.previous_field": return .cancelled
        case "calendar.today": day = held(today)
        case "calendar.left": day = held(day.adding(days: -1))
        case "calendar.right": day = held(day.adding(days: 1))
        case "calendar.up": day = held(day.adding(days: -7))
        case "calendar.down": day = held(day.adding(days: 7))
        case "calendar.month_back": day = held(moved(months: -1))
        case "calendar.month_on": day = held(moved(months: 1))
        case "calendar.year_back": day = held(moved(months: -12))
        case "calendar.year_on": day = held(moved(months: 12))
        default: return .ignored
        }
        return .handled
    }

    /// Takes the lit day: the only one, the last of a range, or the first, after which the last is asked for.
    private mutating func choose() -> WidgetOutcome {
        guard hasChoice, isAllowed(day) else { return .refused }
        guard isRange, from == nil else { return .accepted }
        from = day
        return .handled
    }

    /// The same day of another month; its last one where it has no such day.
    private func moved(months: Int) -> LocalDate {
        let index = day.year * 12 + day.month - 1 + months
        let year = index / 12
        let month = index % 12 + 1
        let last = LocalDate.days(in: month, of: year)
        return LocalDate(year: year, month: month, day: min(day.day, last)) ?? day
    }

    /// Chooses what stands at a point, as a click does: a day, or the arrows of month and year.
    public mutating func click(at point: Point, area: Rect) -> WidgetOutcome {
        let inside = area.inside
        if point.row == inside.row {
            return perform(
                point.column < inside.column + inside.columns / 2
                    ? "calendar.month_back" : "calendar.month_on")
        }
        let week = point.row - inside.row - 2
        let weekday = (point.column - inside.column - 1) / 3
        guard (0..<6).contains(week), (0..<7).contains(weekday), let start = gridStart else {
            return .ignored
        }
        let clicked = start.adding(days: week * 7 + weekday)
        guard clicked.month == day.month, isAllowed(clicked) else { return .refused }
        day = clicked
        return choose()
    }

    // MARK: - Drawing

    /// Frame, month, days of the week, six weeks, and the range where there is one.
    public var size: Size {
        Size(columns: Self.columns, rows: 10 + max(footerLines(.vi).count, footerLines(.en).count))
    }

    private static let columns = 25

    private var hasFooter: Bool { isRange || first != nil || last != nil }

    /// Which day of a range is asked for, else the days that can be chosen.
    private var footer: Phrase {
        guard isRange else { return ToolkitStrings.allowed(from: first?.display, to: last?.display) }
        return ToolkitStrings.rangeStep(from: from?.display)
    }

    /// Two days have no room in one line.
    private func footerLines(_ language: Language) -> [SafeText] {
        hasFooter ? SafeText.wrapped(footer.text(language), to: Self.columns - 2) : []
    }

    public func area(anchor: Rect, in bounds: Rect) -> Rect {
        PopupPlacement.area(anchor: anchor, in: bounds, size: size)
    }

    /// The Monday that the first week of the month begins with.
    private var gridStart: LocalDate? {
        LocalDate(year: day.year, month: day.month, day: 1).map { $0.adding(days: 1 - $0.weekday) }
    }

    public func draw(into canvas: inout Canvas, area: Rect, context: ScreenContext) {
        let glyphs = Glyphs.of(context)
        canvas.fill(area, role: .dialog)
        canvas.box(area, role: .borderFocused)
        canvas.clip(to: area) { drawMonth(into: &$0, area: area.inside, context, glyphs) }
    }

    private func drawMonth(
        into canvas: inout Canvas, area: Rect, _ context: ScreenContext, _ glyphs: Glyphs
    ) {
        let title = SafeText(ToolkitStrings.month(day.month, day.year).text(context.language))
        canvas.put(title.padded(to: area.columns, .centre), at: area.origin, role: .title)
        canvas.put(glyphs.previous, at: area.origin.offset(columns: 1), role: .key)
        canvas.put(glyphs.next, at: area.origin.offset(columns: area.columns - 2), role: .key)
        // A window too low for the whole month keeps the week of the lit day in view.
        let week = gridStart.map { $0.days(to: day) / 7 } ?? 0
        let header = area.rows >= 8 ? 2 : 1
        let below = area.rows > 8 ? footerLines(context.language).prefix(area.rows - 8) : []
        let weeksInView = max(1, area.rows - header - below.count)
        if header == 2 {
            canvas.put(
                SafeText(ToolkitStrings.weekdays.text(context.language)),
                at: area.origin.offset(columns: 1, rows: 1), role: .label)
        }
        let firstWeek = max(0, min(week - weeksInView + 1, 5))
        for line in 0..<min(weeksInView, 6) {
            drawWeek(firstWeek + line, into: &canvas, at: area.origin.offset(rows: header + line))
        }
        for (row, line) in below.enumerated() {
            canvas.put(line, at: Point(area.column, area.endRow - below.count + row), role: .dim)
        }
    }

    private func drawWeek(_ week: Int, into canvas: inout Canvas, at point: Point) {
        guard let start = gridStart else { return }
        for weekday in 0..<7 {
            let date = start.adding(days: week * 7 + weekday)
            guard date.month == day.month, date.year == day.year else { continue }
            let at = point.offset(columns: 1 + weekday * 3)
            let isLit = date == day
            let isBetween = from.map { date >= $0 && date < day } ?? false
            let role: Role =
                isLit
                ? .selection
                : isBetween ? .tabSelected : !isAllowed(date) ? .disabled : date == today ? .match : .dialog
            canvas.put(SafeText(String(date.day)).padded(to: 2, .right), at: at, role: role)
            // Signs beside colour: today carries a mark, the lit day the real cursor, a forbidden day none.
            if isBetween { canvas.put("-", at: at.offset(columns: 2), role: role) }
            if date == today { canvas.put("*", at: at.offset(columns: 2), role: role) }
            if isLit { canvas.cursor = at.offset(columns: 1) }
        }
    }
}
