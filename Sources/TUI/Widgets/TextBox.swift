import Forms

/// Text of several lines under edit: wraps, scrolls up and down and never sideways (eForm TA-2), and counts
/// characters and words (TA-1).
public struct TextBox: Widget {
    public private(set) var buffer: TextBuffer
    /// In characters, line ends included.
    public var maxLength: Int
    /// The box grows with its text between these (TA-2, TA-3).
    public var rows: ClosedRange<Int>
    /// The rows that the officer asked for, within the limits; nil follows the text (TA-2).
    public private(set) var chosenRows: Int?
    /// Why the last input was refused, in whole or in part; nil once something else was done.
    public private(set) var notice: Phrase?
    let drawn = DrawnArea()
    private var composer = Composer()
    private var hasErased = false

    public init(_ text: String = "", maxLength: Int = 2000, rows: ClosedRange<Int> = 3...8) {
        buffer = TextBuffer(text)
        self.maxLength = maxLength
        self.rows = rows
    }

    public var text: String { buffer.text }
    public var isEmpty: Bool { buffer.isEmpty }

    public var words: Int {
        var count = 0
        var inWord = false
        for character in buffer.characters {
            let isBlank = character.isWhitespace
            if !isBlank && !inWord { count += 1 }
            inWord = !isBlank
        }
        return count
    }

    /// Replaces the text from outside, as one step of undo; no limit holds.
    public mutating func setText(_ text: String) {
        notice = nil
        composer.forget()
        buffer.setText(text)
    }

    /// Ends the step of undo under way, and forgets the notice.
    public mutating func leave() {
        buffer.finish(&composer)
        buffer.closeStep()
        notice = nil
    }

    /// The rows that the text asks for at a width, within the limits.
    public func height(columns: Int) -> Int {
        let lines = chosenRows ?? TextWrap(buffer.characters, columns: columns).lines.count
        return min(max(lines, rows.lowerBound), rows.upperBound)
    }

    // MARK: - Input

    public static let actions: [Action] =
        TextActions.line + [
            row("text.up", "Lên một dòng", "One line up", "up"),
            row("text.down", "Xuống một dòng", "One line down", "down"),
            row("text.page_up", "Lên một trang chữ", "One page of text up", "pgup"),
            row("text.page_down", "Xuống một trang chữ", "One page of text down", "pgdn"),
            row("text.newline", "Xuống dòng mới", "New line", "enter"),
            row("textbox.higher", "Ô cao thêm một dòng", "One row higher", "alt-+", "alt-="),
            row("textbox.lower", "Ô thấp bớt một dòng", "One row lower", "alt--"),
        ]

    private static let table = ActionTable(actions)

    private static func row(_ id: ActionID, _ vi: String, _ en: String, _ keys: String...) -> Action {
        let phrase = Phrase(vi, en: en)
        return Action(
            id: id, name: phrase, help: phrase, keys: keys.compactMap { Key(name: $0) }, scope: "textbox",
            hidden: true)
    }

    public var scopes: [String] { ["textbox", TextActions.scope] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text(let text): return insert(text, kind: .typing)
        case .paste(let text): return insert(text, kind: .block)
        case .key(let key):
            guard let action = Self.table.action(for: key, scopes: scopes, inField: false) else {
                return .ignored
            }
            return perform(action)
        default: return .ignored
        }
    }

    /// At the first line `text.up` is ignored, at the last `text.down`: whoever holds the box goes on.
    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        if action != "text.newline" { composer.forget() }
        hasErased = action == "text.backspace"
        switch action {
        case "text.up": return moveLine(by: -1)
        case "text.down": return moveLine(by: 1)
        case "text.page_up": return moveLine(by: -page)
        case "text.page_down": return moveLine(by: page)
        case "textbox.higher": return resize(by: 1)
        case "textbox.lower": return resize(by: -1)
        case "text.newline": return insert("\n", kind: .typing)
        default:
            let line = paragraph
            guard let outcome = buffer.perform(action, line: line) else { return .ignored }
            notice = nil
            return outcome
        }
    }

    /// Makes the box a row higher or lower than it was drawn.
    private mutating func resize(by difference: Int) -> WidgetOutcome {
        let now = chosenRows ?? drawn.size?.rows ?? rows.lowerBound
        let next = min(max(now + difference, rows.lowerBound), rows.upperBound)
        notice = nil
        guard next != now else {
            notice = difference > 0 ? ToolkitStrings.grown : ToolkitStrings.shrunk
            return .refused
        }
        chosenRows = next
        return .handled
    }

    private var page: Int { max(1, (drawn.size?.rows ?? rows.lowerBound) - 1) }

    /// The line of the text, from line end to line end, that the cursor is in.
    private var paragraph: Range<Int> {
        let characters = buffer.characters
        let start = characters[..<buffer.cursor].lastIndex(where: \.isNewline).map { $0 + 1 } ?? 0
        let end = characters[buffer.cursor...].firstIndex(where: \.isNewline) ?? characters.count
        return start..<end
    }

    private mutating func moveLine(by rows: Int) -> WidgetOutcome {
        let wrap = TextWrap(buffer.characters, columns: drawn.size?.columns ?? 60)
        let line = wrap.line(of: buffer.cursor)
        let target = min(max(0, line + rows), wrap.lines.count - 1)
        guard target != line else { return .ignored }
        notice = nil
        let column = columns(of: buffer.characters[wrap.lines[line].lowerBound..<buffer.cursor])
        let range = wrap.lines[target]
        var position = range.lowerBound
        var width = 0
        while position < range.upperBound {
            width += TextWrap.width(of: buffer.characters[position])
            if width > column { break }
            position += 1
        }
        // The end of a wrapped line is the start of the next one: stay before it.
        if position == range.upperBound, target + 1 < wrap.lines.count,
            wrap.lines[target + 1].lowerBound == position, position > range.lowerBound
        {
            position -= 1
        }
        buffer.move(to: position)
        return .handled
    }

    private func columns(of characters: some Sequence<Character>) -> Int {
        characters.reduce(0) { $0 + TextWrap.width(of: $1) }
    }

    private mutating func insert(_ text: String, kind: TextEdit.Kind) -> WidgetOutcome {
        notice = nil
        let before = buffer.count
        let options = TypingOptions.current
        let isRewritten = hasErased && text.count > 1
        hasErased = false
        if kind == .block { buffer.closeStep() }
        let cleaned = String(text.map { $0 == "\t" ? " " : $0.isNewline ? "\n" : $0 })
        var refused = 0
        if kind == .typing, options.method != .off, !isRewritten, text.utf8.allSatisfy({ $0 < 0x80 }) {
            composer.options = options
            for key in cleaned {
                refused += buffer.compose(key, with: &composer, limit: maxLength, replacing: false)
            }
        } else {
            composer.forget()
            refused = buffer.insert(cleaned, limit: maxLength, kind: kind)
        }
        guard refused > 0 else { return .changed }
        let taken = buffer.count - before
        notice =
            kind == .block
            ? ToolkitStrings.pasteCut(taken: taken, refused: refused, limit: maxLength)
            : ToolkitStrings.full(maxLength)
        return taken == 0 ? .refused : .changed
    }

    // MARK: - Drawing

    /// Draws the text into an area, with a scroll bar in its last column where it is longer, and the real
    /// cursor where it has the focus.
    public func draw(
        into canvas: inout Canvas, area: Rect, isFocused: Bool, placeholder: SafeText? = nil,
        role: Role? = nil, glyphs: Glyphs = .unicode
    ) {
        guard area.columns > 1, area.rows > 0 else { return }
        let role = role ?? (isFocused ? .fieldFocused : .field)
        canvas.fill(area, role: role)
        // The last column is the scroll bar's, always, so that the text never wraps anew when it appears.
        let columns = area.columns - 1
        drawn.record(Rect(column: area.column, row: area.row, columns: columns, rows: area.rows))
        if buffer.isEmpty {
            for (row, line) in (placeholder?.wrapped(to: columns) ?? []).prefix(area.rows).enumerated() {
                canvas.put(line, at: area.origin.offset(rows: row), role: .placeholder)
            }
            if isFocused { canvas.cursor = area.origin }
            return
        }
        let wrap = TextWrap(buffer.characters, columns: columns)
        let cursorLine = wrap.line(of: buffer.cursor)
        let first = isFocused ? Self.first(cursorLine, rows: area.rows, total: wrap.lines.count) : 0
        for row in 0..<min(area.rows, wrap.lines.count - first) {
            let line = SafeText(String(buffer.characters[wrap.lines[first + row]]))
            canvas.put(line, at: area.origin.offset(rows: row), role: role, maxWidth: columns)
        }
        if isFocused {
            let start = wrap.lines[cursorLine].lowerBound
            let column = min(self.columns(of: buffer.characters[start..<buffer.cursor]), columns)
            canvas.cursor = area.origin.offset(columns: column, rows: cursorLine - first)
        }
        let bar = Rect(column: area.endColumn - 1, row: area.row, columns: 1, rows: area.rows)
        ScrollBar.draw(
            into: &canvas, area: bar, total: wrap.lines.count, first: first, role: role, glyphs: glyphs)
    }

    /// The row of an area of that size that the cursor stands in.
    func cursorRow(columns: Int, rows: Int) -> Int {
        let wrap = TextWrap(buffer.characters, columns: max(1, columns))
        let line = wrap.line(of: buffer.cursor)
        return line - Self.first(line, rows: rows, total: wrap.lines.count)
    }

    /// The first line in view: the text is turned by whole views less one line, so that it stands still while
    /// the cursor moves within them.
    private static func first(_ line: Int, rows: Int, total: Int) -> Int {
        guard line >= rows else { return 0 }
        let step = max(1, rows - 1)
        let first = ((line - rows) / step + 1) * step
        return min(first, max(0, total - rows))
    }

    /// "12/2.000 ký tự, 3 từ" (eForm TA-1).
    public var counter: Phrase {
        ToolkitStrings.counter(characters: buffer.count, limit: maxLength, words: words)
    }
}
