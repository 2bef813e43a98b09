import Forms

/// Text of any length to read: wraps to its area and scrolls.
public struct Pager: Widget {
    /// A paragraph with its look.
    public struct Paragraph: Hashable, Sendable {
        public var text: Phrase
        public var role: Role

        public init(_ text: Phrase, role: Role = .text) {
            self.text = text
            self.role = role
        }
    }

    public let paragraphs: [Paragraph]
    public private(set) var offset = 0
    let drawn = DrawnArea()
    /// As many rows as the whole text took at the last drawing.
    private let whole = DrawnArea()

    public init(_ paragraphs: [Paragraph]) {
        self.paragraphs = paragraphs
    }

    public init(_ text: Phrase, role: Role = .text) {
        self.init([Paragraph(text, role: role)])
    }

    public static let actions: [Action] = [
        row("pager.close", "Đóng", "Close", "esc", "enter"),
        row("pager.up", "Lên", "Up", "up"),
        row("pager.down", "Xuống", "Down", "down"),
        row("pager.page_up", "Lên một trang", "Page up", "pgup"),
        row("pager.page_down", "Xuống một trang", "Page down", "pgdn", "space"),
        row("pager.first", "Về đầu", "To the start", "home"),
        row("pager.last", "Về cuối", "To the end", "end"),
    ]

    private static let table = ActionTable(actions)

    private static func row(_ id: ActionID, _ vi: String, _ en: String, _ keys: String...) -> Action {
        let phrase = Phrase(vi, en: en)
        return Action(
            id: id, name: phrase, help: phrase, keys: keys.compactMap { Key(name: $0) }, scope: "pager",
            hidden: id != "pager.close", priority: 50)
    }

    public var scopes: [String] { ["pager"] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text(" "): return perform("pager.page_down")
        case .key(let key):
            guard let action = Self.table.action(for: key, scopes: scopes, inField: false) else {
                return .ignored
            }
            return perform(action)
        case .mouse(let mouse) where mouse.kind == .scrollUp: return perform("pager.up")
        case .mouse(let mouse) where mouse.kind == .scrollDown: return perform("pager.down")
        default: return .ignored
        }
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        let size = drawn.size ?? Size(columns: 76, rows: 18)
        let last = max(0, (whole.size?.rows ?? height(columns: size.columns, .vi)) - size.rows)
        switch action {
        case "pager.close": return .cancelled
        case "pager.up": offset = max(0, min(offset, last) - 1)
        case "pager.down": offset = min(last, offset + 1)
        case "pager.page_up": offset = max(0, min(offset, last) - max(1, size.rows - 1))
        case "pager.page_down": offset = min(last, offset + max(1, size.rows - 1))
        case "pager.first": offset = 0
        case "pager.last": offset = last
        default: return .ignored
        }
        return .handled
    }

    private func lines(columns: Int, _ language: Language) -> [(text: SafeText, role: Role)] {
        paragraphs.flatMap { paragraph in
            SafeText.wrapped(paragraph.text.text(language), to: columns).map { ($0, paragraph.role) }
        }
    }

    /// The rows that the whole text takes at a width.
    public func height(columns: Int, _ language: Language) -> Int {
        lines(columns: columns, language).count
    }

    /// Draws what fits, with a scroll bar in the last column where there is more.
    public func draw(into canvas: inout Canvas, area: Rect, context: ScreenContext) {
        let parts = area.splitRight(1)
        drawn.record(parts.rest)
        let lines = lines(columns: parts.rest.columns, context.language)
        whole.record(Rect(column: 0, row: 0, columns: 1, rows: lines.count))
        let first = min(offset, max(0, lines.count - area.rows))
        for row in 0..<min(area.rows, lines.count - first) {
            let line = lines[first + row]
            canvas.put(line.text, at: area.origin.offset(rows: row), role: line.role)
        }
        ScrollBar.draw(
            into: &canvas, area: parts.right, total: lines.count, first: first, glyphs: Glyphs.of(context))
    }
}
