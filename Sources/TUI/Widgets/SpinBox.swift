import Forms

/// A whole number of a small range, typed or stepped up and down (eForm SB-1). It never steps out of its range; what
/// is typed is judged like any other number.
public struct SpinBox: Widget, Hashable {
    public private(set) var line: TextLine
    public let rule: NumberRule
    private var bound: Phrase?

    /// - Parameter rule: Its `min` and `max` are the range.
    public init(_ rule: NumberRule, value: Int? = nil) {
        self.rule = rule
        line = TextLine(
            value.map { String($0) } ?? "",
            input: TextInput(maxLength: 20, alphabet: .amount, keepsStrangers: true))
    }

    public var text: String { line.text }
    public var notice: Phrase? { bound ?? line.notice }

    /// See ``TextLine/isSelected``.
    public var isSelected: Bool {
        get { line.isSelected }
        set { line.isSelected = newValue }
    }

    public mutating func setText(_ text: String) {
        bound = nil
        line.setText(text)
    }

    public mutating func leave() {
        bound = nil
        line.leave()
    }

    // MARK: - Input

    public static let actions: [Action] =
        TextLine.actions + [
            row("spin.up", "Tăng một bước", "One step up", "up"),
            row("spin.down", "Giảm một bước", "One step down", "down"),
        ]

    private static func row(_ id: ActionID, _ vi: String, _ en: String, _ key: String) -> Action {
        let phrase = Phrase(vi, en: en)
        return Action(
            id: id, name: phrase, help: phrase, keys: [Key(name: key)].compactMap { $0 }, scope: "spin",
            hidden: true)
    }

    private static let table = ActionTable(actions)

    public var scopes: [String] { ["spin"] + line.scopes }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        bound = nil
        if case .text("+") = input { return perform("spin.up") }
        if case .key(let key) = input,
            let action = Self.table.action(for: key, scopes: scopes, inField: false)
        {
            return perform(action)
        }
        return line.handle(input)
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        bound = nil
        switch action {
        case "spin.up": return step(1)
        case "spin.down": return step(-1)
        default: return line.perform(action)
        }
    }

    /// From nothing, or from what is no number, to the end that one comes from.
    private mutating func step(_ direction: Int) -> WidgetOutcome {
        let least = rule.min ?? Int.min
        let most = max(least, rule.max ?? Int.max)
        guard let number = Int(line.text) else {
            return write(direction > 0 ? rule.min ?? 0 : rule.max ?? 0)
        }
        let (moved, overflow) = number.addingReportingOverflow(direction * max(1, rule.step ?? 1))
        let held = min(max(overflow ? number : moved, least), most)
        guard held != number else {
            bound = direction > 0 ? ToolkitStrings.most(most) : ToolkitStrings.least(least)
            return .refused
        }
        return write(held)
    }

    private mutating func write(_ number: Int) -> WidgetOutcome {
        line.setText(String(number))
        return .changed
    }

    /// The arrows at the right end step up and down.
    public mutating func click(at point: Point, area: Rect) -> WidgetOutcome {
        switch area.endColumn - 1 - point.column {
        case 0: perform("spin.down")
        case 1: perform("spin.up")
        default: .ignored
        }
    }

    // MARK: - Drawing

    /// Columns for the longest number of the range, the cursor behind it, and the two arrows.
    public var width: Int {
        max(String(rule.min ?? 0).count, String(rule.max ?? 0).count) + 4
    }

    public func draw(
        into canvas: inout Canvas, area: Rect, isFocused: Bool, placeholder: SafeText? = nil,
        role: Role? = nil, glyphs: Glyphs = .unicode
    ) {
        let area = area.line(0)
        let parts = area.splitRight(area.columns > 4 ? 3 : 0)
        canvas.fill(area, role: role ?? (isFocused ? .fieldFocused : .field))
        let needed = DisplayWidth.of(text) + 1
        let place =
            !line.isEmpty && needed < parts.rest.columns ? parts.rest.splitRight(needed).right : parts.rest
        line.draw(
            into: &canvas, area: place, isFocused: isFocused, placeholder: placeholder, role: role,
            glyphs: glyphs)
        guard !parts.right.isEmpty else { return }
        canvas.put(glyphs.step.up, at: parts.right.origin.offset(columns: 1), role: .dim)
        canvas.put(glyphs.step.down, at: parts.right.origin.offset(columns: 2), role: .dim)
    }
}
