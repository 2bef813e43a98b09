import Forms

/// Rows in columns, thousands of them: only those in view are formatted.
///
/// The bar stays on its row by the row's id, not its number: a list that is fetched anew under it does not
/// put another row under the officer's finger.
public struct Table<Row: Identifiable & Sendable>: Widget where Row.ID: Sendable {
    public var columns: [TableColumn<Row>] {
        didSet { version = strips.nextVersion() }
    }
    /// What is said where there is no row.
    public var emptyText: Phrase
    /// Rows there are.
    public private(set) var count: Int
    /// The row under the bar, from 0; 0 in an empty table.
    public private(set) var selected = 0
    /// Whether these are all rows there are; if not, more is fetched when the end comes near.
    public var isComplete = true
    private var provider: @Sendable (Int) -> Row
    private var offset = 0
    let drawn = DrawnArea()
    private let strips = RowStrips()
    /// Of columns and rows, for what was drawn of them.
    private var version = 0

    public init(
        columns: [TableColumn<Row>], rows: [Row] = [], emptyText: Phrase = ToolkitStrings.noOptions
    ) {
        self.init(columns: columns, count: rows.count, emptyText: emptyText) { rows[$0] }
    }

    /// - Parameter row: Gives a row by its number, 0 to `count - 1`; asked only for those in view.
    public init(
        columns: [TableColumn<Row>], count: Int, emptyText: Phrase = ToolkitStrings.noOptions,
        row: @escaping @Sendable (Int) -> Row
    ) {
        self.columns = columns
        self.emptyText = emptyText
        self.count = max(0, count)
        provider = row
    }

    public func row(_ index: Int) -> Row? {
        (0..<count).contains(index) ? provider(index) : nil
    }

    public var selectedRow: Row? { row(selected) }

    /// What of the row under the bar could not be read at the last drawing, because it was cut or its column had
    /// no room: for the message line or a line of details (eForm UX-5). nil where the row shows all it has.
    public func selectedText(_ language: Language) -> SafeText? {
        guard let row = selectedRow, let size = drawn.size else { return nil }
        let shown = TableColumn.fit(columns, into: max(1, size.columns - 2))
        var hidden: SafeText?
        for (index, column) in columns.enumerated() {
            let text = column.text(row)
            guard text.width > shown.first(where: { $0.index == index })?.width ?? 0 else { continue }
            let title = SafeText(column.title.text(language))
            let part = title.isEmpty ? text : title + SafeText(": ") + text
            hidden = hidden.map { $0 + SafeText(" · ") + part } ?? part
        }
        return hidden
    }

    /// Shows other rows; the bar stays on its row, or on the same place where that has gone.
    public mutating func replace(_ rows: [Row]) {
        replace(count: rows.count) { rows[$0] }
    }

    public mutating func replace(count: Int, row: @escaping @Sendable (Int) -> Row) {
        let id = selectedRow?.id
        let place = selected - offset
        self.count = max(0, count)
        provider = row
        version = strips.nextVersion()
        selected = min(selected, max(0, self.count - 1))
        guard let id, selectedRow?.id != id else { return keepInView() }
        if let found = (0..<self.count).first(where: { provider($0).id == id }) {
            selected = found
            offset = max(0, found - place)
        }
        keepInView()
    }

    /// Puts the bar on a row; false where there is none with this id.
    @discardableResult
    public mutating func select(id: Row.ID) -> Bool {
        guard let found = (0..<count).first(where: { provider($0).id == id }) else { return false }
        move(to: found)
        return true
    }

    /// The end of what is loaded is near, and there is more to fetch.
    public var wantsMore: Bool {
        !isComplete && selected + pageRows >= count
    }

    // MARK: - Input

    public static var actions: [Action] { TableActions.all }
    public var scopes: [String] { [TableActions.scope] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .key(let key):
            guard let action = TableActions.table.action(for: key, scopes: scopes, inField: false) else {
                return .ignored
            }
            return perform(action)
        case .mouse(let mouse): return point(mouse)
        default: return .ignored
        }
    }

    /// `.accepted` where the row is opened.
    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        switch action {
        case "table.up": move(to: selected - 1)
        case "table.down": move(to: selected + 1)
        case "table.page_up": move(to: selected - max(1, pageRows - 1))
        case "table.page_down": move(to: selected + max(1, pageRows - 1))
        case "table.first": move(to: 0)
        case "table.last": move(to: count - 1)
        case "table.open": return count > 0 ? .accepted : .handled
        default: return .ignored
        }
        return .handled
    }

    private mutating func point(_ mouse: Mouse) -> WidgetOutcome {
        guard let area = drawn.area else { return .ignored }
        switch mouse.kind {
        case .scrollUp: return perform("table.up")
        case .scrollDown: return perform("table.down")
        case .press where mouse.button == 1 && area.contains(mouse.position):
            let row = first(rows: area.rows) + mouse.position.row - area.row
            guard row < count else { return .handled }
            if row == selected { return .accepted }
            move(to: row)
            return .handled
        default: return .ignored
        }
    }

    /// Rows in view at the last drawing.
    private var pageRows: Int { drawn.size?.rows ?? 10 }

    private mutating func move(to row: Int) {
        selected = max(0, min(row, count - 1))
        keepInView()
    }

    private mutating func keepInView() {
        offset = first(rows: pageRows)
    }

    private func first(rows: Int) -> Int {
        guard rows > 0 else { return selected }
        var first = min(max(0, offset), max(0, count - rows))
        if selected < first { first = selected }
        if selected >= first + rows { first = selected - rows + 1 }
        return first
    }

    // MARK: - Drawing

    /// Draws a line of titles and the rows that fit below it, with a scroll bar in the last column.
    public func draw(into canvas: inout Canvas, area: Rect, isFocused: Bool, context: ScreenContext) {
        let glyphs = Glyphs.of(context)
        let parts = area.splitTop(1)
        let body = parts.rest
        drawn.record(Rect(column: body.column, row: body.row, columns: area.columns, rows: body.rows))
        let columns = TableColumn.fit(columns, into: max(1, area.columns - 2))
        var column = area.column + 1
        for fitted in columns {
            let title = SafeText(fitted.column.title.text(context.language)).padded(
                to: fitted.width, fitted.column.alignment)
            canvas.put(title, at: Point(column, area.row), role: .label, maxWidth: area.endColumn - column)
            column += fitted.width + 2
        }
        guard count > 0 else {
            let text = SafeText(emptyText.text(context.language)).truncated(to: max(0, area.columns - 2))
            if !body.isEmpty { canvas.put(text, at: body.origin.offset(columns: 1), role: .dim) }
            return
        }
        let first = first(rows: body.rows)
        let shape = RowStrips.Shape(version: version, columns: area.columns)
        for line in 0..<max(0, min(body.rows, count - first)) {
            let index = first + line
            let row = body.line(line)
            strips.put(index, shape, into: &canvas, area: row) { draw(index, columns, into: &$0, area: row) }
            if index == selected { mark(into: &canvas, area: row, columns, isFocused: isFocused, glyphs) }
        }
        ScrollBar.draw(
            into: &canvas, area: body.splitRight(1).right, total: count, first: first, glyphs: glyphs)
    }

    private func draw(
        _ index: Int, _ columns: [TableColumn<Row>.Fitted], into canvas: inout Canvas, area: Rect
    ) {
        let row = provider(index)
        var column = area.column + 1
        for fitted in columns {
            // The text alone has the look: blanks beside it would be underlined with it.
            let text = fitted.column.text(row).truncated(to: fitted.width)
            let missing = fitted.width - text.width
            let start =
                switch fitted.column.alignment {
                case .left: 0
                case .right: missing
                case .centre: missing / 2
                }
            canvas.put(
                text, at: Point(column + start, area.row), role: fitted.column.role(row),
                maxWidth: area.endColumn - 1 - column)
            column += fitted.width + 2
        }
    }

    /// Lights the text of the first column.
    private func mark(
        into canvas: inout Canvas, area: Rect, _ columns: [TableColumn<Row>.Fitted], isFocused: Bool,
        _ glyphs: Glyphs
    ) {
        var lit = Rect(column: area.column + 1, row: area.row, columns: 0, rows: 1)
        if let first = columns.first, let row = selectedRow {
            let width = first.column.text(row).width
            lit.size.columns = min(width, first.width)
            if first.column.alignment == .right { lit.origin.column += max(0, first.width - width) }
        }
        ListMark.draw(into: &canvas, line: area, lit: lit, isFocused: isFocused, glyphs: glyphs)
    }
}
