import Forms

/// A whole number or an amount of money: grouped by thousands while it is typed, at the right of its field.
public struct NumberEntry: Widget, Hashable {
    public private(set) var line: TextLine
    /// Whether thousands are grouped with points.
    public let isGrouped: Bool

    /// 15 digits and their points: more than any amount there is, and far from overflow.
    static let maximumLength = 20

    public init(_ text: String = "", isGrouped: Bool = true) {
        self.isGrouped = isGrouped
        line = TextLine(
            text, input: TextInput(maxLength: Self.maximumLength, alphabet: .amount, keepsStrangers: true))
        regroup()
    }

    public var text: String { line.text }
    public var notice: Phrase? { line.notice }

    /// See ``TextLine/isSelected``.
    public var isSelected: Bool {
        get { line.isSelected }
        set { line.isSelected = newValue }
    }

    public mutating func setText(_ text: String) {
        line.setText(text)
        regroup()
    }

    public mutating func leave() {
        line.leave()
    }

    public static var actions: [Action] { TextLine.actions }
    public var scopes: [String] { line.scopes }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        if case .key(let key) = input {
            guard let action = TextActions.table.action(for: key, scopes: scopes, inField: false) else {
                return .ignored
            }
            return perform(action)
        }
        let outcome = line.handle(input)
        if outcome == .changed { regroup() }
        return outcome
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        switch action {
        case "text.backspace" where isGrouped && characterBefore == ".":
            // The point belongs to the grouping; what one means to erase is the digit before it.
            _ = line.perform("text.left")
        case "text.delete" where isGrouped && characterAtCursor == ".":
            _ = line.perform("text.right")
        default: break
        }
        let outcome = line.perform(action)
        // What undo and redo bring back is in shape already, and must not become a step of its own.
        if outcome == .changed, action != "text.undo", action != "text.redo" { regroup() }
        return outcome
    }

    private var characterBefore: Character? {
        line.cursor > 0 ? line.buffer.characters[line.cursor - 1] : nil
    }

    private var characterAtCursor: Character? {
        line.cursor < line.buffer.count ? line.buffer.characters[line.cursor] : nil
    }

    /// Writes the points anew and leaves the cursor at the same digit. A text that is no plain number is left
    /// as it was typed.
    private mutating func regroup() {
        guard isGrouped else { return }
        let characters = line.buffer.characters
        let digits = characters.filter { $0 != "." }
        guard !digits.isEmpty, digits.count <= 15, digits.allSatisfy(TextInput.Alphabet.isDigit) else {
            return
        }
        var grouped: [Character] = []
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { grouped.append(".") }
            grouped.append(digit)
        }
        guard grouped != characters else { return }
        let digitsAfter = characters[line.cursor...].count { $0 != "." }
        var cursor = grouped.count
        var seen = 0
        while cursor > 0, seen < digitsAfter {
            cursor -= 1
            if grouped[cursor] != "." { seen += 1 }
        }
        line.reshape(grouped, cursor: cursor)
    }

    /// Draws the number at the right of its area.
    public func draw(
        into canvas: inout Canvas, area: Rect, isFocused: Bool, placeholder: SafeText? = nil,
        role: Role? = nil, glyphs: Glyphs = .unicode
    ) {
        let area = area.line(0)
        let width = DisplayWidth.of(text)
        let needed = width + 1
        guard !line.isEmpty, needed < area.columns else {
            line.draw(
                into: &canvas, area: area, isFocused: isFocused, placeholder: placeholder, role: role,
                glyphs: glyphs)
            return
        }
        canvas.fill(area, role: role ?? (isFocused ? .fieldFocused : .field))
        // The last column stays free for the cursor after the last digit.
        let part = area.splitRight(needed).right
        line.draw(into: &canvas, area: part, isFocused: isFocused, role: role, glyphs: glyphs)
    }
}
