import Forms

/// One choice of two to four (eForm RA-1). Longer lists are dropdowns.
///
/// Arrows move and choose at once, as in every radio group: left and right always, up and down where the options stand in a
/// column. Beyond the first and the last one, and where they stand side by side, up and down go on in the form. Space, a
/// digit or a first letter choose too.
public struct RadioGroup: Widget {
    public var choices: [Choice]
    public var selected: String?
    /// The option that Space would choose.
    public private(set) var cursor: Int
    /// Letters typed one after the other: "n" may be "nữ" or "nam", "na" is not.
    private var typed = ""
    let drawn = DrawnArea()

    public init(_ choices: [Choice], selected: String? = nil) {
        self.choices = choices
        self.selected = selected
        cursor = choices.firstIndex { $0.value == selected } ?? 0
    }

    /// The focus comes or goes: letters typed before belong to nothing.
    public mutating func leave() {
        typed = ""
    }

    public mutating func select(_ value: String?) {
        selected = value
        cursor = choices.firstIndex { $0.value == value } ?? 0
    }

    /// Whether the options stand side by side in so many columns.
    public func isHorizontal(columns: Int) -> Bool {
        choices.reduce(-2) { $0 + 4 + $1.label.width + 2 } <= columns
    }

    public func height(columns: Int) -> Int {
        if isHorizontal(columns: columns) { return 1 }
        return max(1, choices.reduce(0) { $0 + lines($1, columns).count })
    }

    private func lines(_ choice: Choice, _ columns: Int) -> [SafeText] {
        choice.label.wrapped(to: max(1, columns - 4))
    }

    // MARK: - Input

    public static var actions: [Action] { ChoiceActions.all }
    public var scopes: [String] { [ChoiceActions.scope] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text(" "): return perform("choice.choose")
        case .text(let text):
            for start in typed.isEmpty ? [text] : [typed + text, text] {
                guard let index = Choice.index(typed: start, in: choices) else { continue }
                let outcome = choose(index)
                typed = start
                return outcome
            }
            return .ignored
        case .key(Key(.backspace)) where !typed.isEmpty:
            // Input methods take a letter back to write it with its accent.
            typed.removeLast()
            return .handled
        case .key(let key):
            guard let action = ChoiceActions.table.action(for: key, scopes: scopes, inField: false) else {
                return .ignored
            }
            return perform(action)
        default: return .ignored
        }
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        guard !choices.isEmpty else { return .ignored }
        switch action {
        case "choice.choose":
            // Space on the choice that is there goes on to the next one, so that one key is enough.
            return choose(choices[cursor].value == selected ? (cursor + 1) % choices.count : cursor)
        case "choice.previous":
            return selected == nil ? choose(cursor) : choose(max(0, cursor - 1))
        case "choice.next":
            return selected == nil ? choose(cursor) : choose(min(choices.count - 1, cursor + 1))
        case "choice.up": return selected == nil ? .ignored : move(to: cursor - 1)
        case "choice.down": return move(to: selected == nil ? cursor : cursor + 1)
        default: return .ignored
        }
    }

    private mutating func move(to index: Int) -> WidgetOutcome {
        guard choices.indices.contains(index), let size = drawn.size, !isHorizontal(columns: size.columns)
        else { return .ignored }
        return choose(index)
    }

    private mutating func choose(_ index: Int) -> WidgetOutcome {
        cursor = index
        typed = ""
        guard choices[index].value != selected else { return .handled }
        selected = choices[index].value
        return .changed
    }

    /// Chooses what stands at a point, as a click does.
    public mutating func click(at point: Point, area: Rect) -> WidgetOutcome {
        option(at: point, area: area).map { choose($0) } ?? .ignored
    }

    /// Which choice stands at a point.
    func option(at point: Point, area: Rect) -> Int? {
        places(area).firstIndex { $0.contains(point) }
    }

    // MARK: - Drawing

    private func places(_ area: Rect) -> [Rect] {
        if isHorizontal(columns: area.columns) {
            var column = area.column
            return choices.map { choice in
                defer { column += choice.label.width + 6 }
                return Rect(column: column, row: area.row, columns: choice.label.width + 4, rows: 1)
            }
        }
        var row = area.row
        return choices.map { choice in
            let rows = lines(choice, area.columns).count
            defer { row += rows }
            return Rect(column: area.column, row: row, columns: area.columns, rows: rows)
        }
    }

    public func draw(
        into canvas: inout Canvas, area: Rect, isFocused: Bool, role: Role = .text, glyphs: Glyphs = .unicode
    ) {
        drawn.record(area)
        for (index, place) in places(area).enumerated() {
            let choice = choices[index]
            let isOn = choice.value == selected
            let isHere = isFocused && index == cursor
            let role: Role = isHere ? .fieldFocused : role
            canvas.put(isOn ? glyphs.radio.on : glyphs.radio.off, at: place.origin, role: role)
            for (line, text) in choice.label.wrapped(to: max(1, place.columns - 4)).enumerated() {
                canvas.put(text, at: place.origin.offset(columns: 4, rows: line), role: role)
            }
            if isHere { canvas.cursor = place.origin.offset(columns: 1) }
        }
    }
}
