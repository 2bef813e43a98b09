import Forms

/// A column of boxes, any of which may be ticked (eForm CB-1), with one line that ticks or unticks all where
/// there are many (CB-2).
public struct CheckBoxes: Widget {
    public var choices: [Choice]
    /// In the order of the choices.
    public private(set) var chosen: [String]
    public private(set) var cursor = 0

    /// From so many options on there is a line for all of them.
    static let manyFrom = 4

    public init(_ choices: [Choice], chosen: [String] = []) {
        self.choices = choices
        self.chosen = chosen
    }

    public mutating func set(_ values: [String]) {
        chosen = values
    }

    var hasAllLine: Bool { choices.count >= Self.manyFrom }
    private var isAllChosen: Bool { choices.allSatisfy { chosen.contains($0.value) } }
    private var lineCount: Int { choices.count + (hasAllLine ? 1 : 0) }

    public func height(columns: Int) -> Int {
        choices.reduce(hasAllLine ? 1 : 0) { $0 + lines($1, columns).count }
    }

    /// The row that the cursor stands in.
    func cursorRow(columns: Int) -> Int {
        choices.prefix(cursor).reduce(0) { $0 + lines($1, columns).count }
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
            guard let index = Choice.index(typed: text, in: choices) else { return .ignored }
            cursor = index
            return toggle(choices[index].value)
        case .key(let key):
            guard let action = ChoiceActions.table.action(for: key, scopes: scopes, inField: false) else {
                return .ignored
            }
            return perform(action)
        default: return .ignored
        }
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        switch action {
        case "choice.choose":
            if cursor < choices.count { return toggle(choices[cursor].value) }
            return setAll(!isAllChosen)
        case "choice.up", "choice.previous":
            guard cursor > 0 else { return .ignored }
            cursor -= 1
            return .handled
        case "choice.down", "choice.next":
            guard cursor < lineCount - 1 else { return .ignored }
            cursor += 1
            return .handled
        case "choice.all": return setAll(true)
        case "choice.none": return setAll(false)
        default: return .ignored
        }
    }

    /// Puts the cursor on the first or the last line, as when one comes from above or from below.
    public mutating func enter(fromBelow: Bool) {
        cursor = fromBelow ? max(0, lineCount - 1) : 0
    }

    private mutating func toggle(_ value: String) -> WidgetOutcome {
        if chosen.contains(value) {
            chosen.removeAll { $0 == value }
        } else {
            let values = chosen + [value]
            let known = choices.map(\.value).filter(values.contains)
            chosen = known + values.filter { !known.contains($0) }
        }
        return .changed
    }

    private mutating func setAll(_ isOn: Bool) -> WidgetOutcome {
        let values = isOn ? choices.map(\.value) : []
        guard values != chosen else { return .handled }
        chosen = values
        return .changed
    }

    /// Ticks what stands at a point, as a click does.
    public mutating func click(at point: Point, area: Rect) -> WidgetOutcome {
        guard let index = option(at: point, area: area) else { return .ignored }
        cursor = index
        return perform("choice.choose")
    }

    /// Which line stands at a point: a choice, or the one for all of them.
    func option(at point: Point, area: Rect) -> Int? {
        var row = area.row
        for index in 0..<lineCount {
            let rows = index < choices.count ? lines(choices[index], area.columns).count : 1
            if (row..<row + rows).contains(point.row) { return index }
            row += rows
        }
        return nil
    }

    // MARK: - Drawing

    public func draw(
        into canvas: inout Canvas, area: Rect, isFocused: Bool, role: Role = .text,
        language: Language = .vi, glyphs: Glyphs = .unicode
    ) {
        var row = area.row
        for (index, choice) in choices.enumerated() {
            let isHere = isFocused && index == cursor
            let role: Role = isHere ? .fieldFocused : role
            let mark = chosen.contains(choice.value) ? glyphs.check.on : glyphs.check.off
            canvas.put(mark, at: Point(area.column, row), role: role)
            if isHere { canvas.cursor = Point(area.column + 1, row) }
            for line in lines(choice, area.columns) {
                canvas.put(line, at: Point(area.column + 4, row), role: role)
                row += 1
            }
        }
        guard hasAllLine else { return }
        let isHere = isFocused && cursor >= choices.count
        let words = isAllChosen ? ToolkitStrings.deselectAll : ToolkitStrings.selectAll
        canvas.put(
            SafeText(words.text(language)).truncated(to: area.columns), at: Point(area.column, row),
            role: isHere ? .buttonFocused : .link)
        if isHere { canvas.cursor = Point(area.column, row) }
    }
}
