import Forms

/// One box to tick.
public struct CheckBox: Widget, Hashable {
    public var isOn: Bool
    public var label: SafeText

    public init(isOn: Bool = false, label: SafeText = .empty) {
        self.isOn = isOn
        self.label = label
    }

    public static var actions: [Action] { ChoiceActions.all }
    public var scopes: [String] { [ChoiceActions.scope] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text(" "): return perform("choice.choose")
        case .text("x"), .text("X"): return set(true)
        case .key(Key(.backspace)), .key(Key(.delete)): return set(false)
        default: return .ignored
        }
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        guard action == "choice.choose" else { return .ignored }
        isOn.toggle()
        return .changed
    }

    private mutating func set(_ value: Bool) -> WidgetOutcome {
        guard isOn != value else { return .handled }
        isOn = value
        return .changed
    }

    public func draw(
        into canvas: inout Canvas, area: Rect, isFocused: Bool, role: Role = .text, glyphs: Glyphs = .unicode
    ) {
        let role: Role = isFocused ? .fieldFocused : role
        canvas.put(isOn ? glyphs.check.on : glyphs.check.off, at: area.origin, role: role)
        for (row, line) in label.wrapped(to: max(1, area.columns - 4)).prefix(area.rows).enumerated() {
            canvas.put(line, at: area.origin.offset(columns: 4, rows: row), role: role)
        }
        if isFocused { canvas.cursor = area.origin.offset(columns: 1) }
    }
}
