import Forms

/// A number on a scale, set by keys or by a click, and shown beside it as it changes (eForm SL-1).
///
/// A lying scale begins with its least value, an upright one has it at the bottom. There is no value before one
/// is set: a form that was only gone through says nothing.
public struct Slider: Widget, Hashable {
    public let rule: SliderRule
    /// The step that the value is at, from 0 for the least.
    private var index: Int?
    /// Digits typed one after the other.
    private var typed = ""
    /// Why the last input was refused.
    public private(set) var notice: Phrase?

    public init(_ rule: SliderRule, value: Int? = nil) {
        self.rule = rule
        set(value)
    }

    /// Steps from the least value to the greatest; 0 for a scale that is none. No scale has more than 2⁴⁰: what a
    /// definition says beyond that would overflow, and lies out of sight anyway.
    public var steps: Int {
        let (span, overflow) = rule.max.subtractingReportingOverflow(rule.min)
        return overflow || span < 0 ? 0 : Swift.min(span / Swift.max(1, rule.step), 1 << 40)
    }

    public var value: Int? { index.map(value(at:)) }

    private func value(at index: Int) -> Int { rule.min + index * Swift.max(1, rule.step) }

    /// Puts a value on the scale, the nearest step where it lies between two; nil takes it off.
    public mutating func set(_ value: Int?) {
        typed = ""
        notice = nil
        guard let value else {
            index = nil
            return
        }
        guard value > rule.min else {
            index = 0
            return
        }
        let (distance, overflow) = value.subtractingReportingOverflow(rule.min)
        let step = Swift.max(1, rule.step)
        let nearest = overflow ? steps : distance / step + (distance % step > step / 2 ? 1 : 0)
        index = Swift.min(nearest, steps)
    }

    public mutating func leave() {
        typed = ""
        notice = nil
    }

    // MARK: - Input

    public static let actions: [Action] = [
        row("slider.less", "Giảm một bước", "One step less", "left", scope: "slider"),
        row("slider.more", "Tăng một bước", "One step more", "right", scope: "slider"),
        row("slider.much_less", "Giảm mười bước", "Ten steps less", "ctrl-left", scope: "slider"),
        row("slider.much_more", "Tăng mười bước", "Ten steps more", "ctrl-right", scope: "slider"),
        row("slider.least", "Nhỏ nhất", "Least", "home", scope: "slider"),
        row("slider.most", "Lớn nhất", "Most", "end", scope: "slider"),
        row("slider.down", "Giảm một bước", "One step less", "down", scope: "slider_upright"),
        row("slider.up", "Tăng một bước", "One step more", "up", scope: "slider_upright"),
    ]

    private static let table = ActionTable(actions)

    private static func row(
        _ id: ActionID, _ vi: String, _ en: String, _ key: String, scope: String
    ) -> Action {
        let phrase = Phrase(vi, en: en)
        return Action(
            id: id, name: phrase, help: phrase, keys: [Key(name: key)].compactMap { $0 }, scope: scope,
            hidden: true)
    }

    public var scopes: [String] { rule.vertical ? ["slider_upright", "slider"] : ["slider"] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text("+"): return perform("slider.more")
        case .text("-") where typed.isEmpty && rule.min >= 0: return perform("slider.less")
        case .text(let text): return type(text)
        case .paste(let text): return paste(text)
        case .key(Key(.backspace)), .key(Key(.delete)):
            guard index != nil else { return .handled }
            set(nil)
            return .changed
        case .key(let key):
            guard let action = Self.table.action(for: key, scopes: scopes, inField: false) else {
                return .ignored
            }
            return perform(action)
        default: return .ignored
        }
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        switch action {
        case "slider.less", "slider.down": move(by: -1)
        case "slider.more", "slider.up": move(by: 1)
        case "slider.much_less": move(by: -10)
        case "slider.much_more": move(by: 10)
        case "slider.least": move(to: 0)
        case "slider.most": move(to: steps)
        default: .ignored
        }
    }

    /// The first key puts the value at the end that it begins from.
    private mutating func move(by distance: Int) -> WidgetOutcome {
        guard let index else { return move(to: 0) }
        return move(to: Swift.min(Swift.max(0, index + distance), steps))
    }

    private mutating func move(to next: Int) -> WidgetOutcome {
        typed = ""
        notice = nil
        guard next != index else { return .handled }
        index = next
        return .changed
    }

    private mutating func paste(_ text: String) -> WidgetOutcome {
        guard let number = Int(text.filter { !$0.isWhitespace }), number >= rule.min, number <= rule.max
        else {
            notice = ToolkitStrings.scale(rule)
            return .refused
        }
        let before = index
        set(number)
        return index == before ? .handled : .changed
    }

    /// Digits that follow each other are one number: "4", "0" is 40.
    private mutating func type(_ text: String) -> WidgetOutcome {
        notice = nil
        for start in typed.isEmpty ? [text] : [typed + text, text] {
            if start == "-", rule.min < 0 {
                typed = start
                return .handled
            }
            guard let number = Int(start), number <= rule.max else { continue }
            // "1" may be the beginning of "15" on a scale from 10 to 20.
            guard number >= rule.min else {
                typed = start
                return .handled
            }
            let before = index
            set(number)
            typed = start
            return index == before ? .handled : .changed
        }
        notice = ToolkitStrings.scale(rule)
        return .refused
    }

    /// Sets the value that stands at a point, as a click does.
    public mutating func click(at point: Point, area: Rect, _ language: Language) -> WidgetOutcome {
        let length = rule.vertical ? area.rows : trackArea(area, language).columns
        let place =
            rule.vertical
            ? area.endRow - 1 - point.row : point.column - trackArea(area, language).column
        guard length > 1, (0..<length).contains(place) else { return .ignored }
        return move(to: Int((Double(place) / Double(length - 1) * Double(steps)).rounded()))
    }

    // MARK: - Size

    /// Rows that the scale takes: one, or as many as an upright one has steps, between 3 and 9.
    public var height: Int { rule.vertical ? Swift.min(Swift.max(3, steps + 1), 9) : 1 }

    /// The row that the cursor stands in.
    func cursorRow(rows: Int) -> Int {
        rule.vertical ? rows - 1 - (index.map { place($0, length: rows) } ?? 0) : 0
    }

    /// Columns that the scale asks for with its ends and its value.
    public func width(_ language: Language) -> Int {
        let value = valueWidth(language)
        return rule.vertical ? 2 + Swift.max(value, String(rule.max).count) : endsWidth + 22 + 2 + value
    }

    private var endsWidth: Int { String(rule.min).count + 1 + 1 + String(rule.max).count }

    private func valueWidth(_ language: Language) -> Int {
        Swift.max(
            text(rule.min, language).width, text(rule.max, language).width,
            DisplayWidth.of(ToolkitStrings.choose.text(language)))
    }

    private func text(_ value: Int, _ language: Language) -> SafeText {
        SafeText(ToolkitStrings.grouped(value) + (rule.unit.map { " " + $0.text(language) } ?? ""))
    }

    /// The value as it is shown, with its unit; nil where there is none.
    func text(_ language: Language) -> SafeText? { value.map { text($0, language) } }

    // MARK: - Drawing

    /// The scale itself between its two ends, in a lying slider's area.
    private func trackArea(_ area: Rect, _ language: Language) -> Rect {
        let start = String(rule.min).count + 1
        let columns = area.columns - endsWidth - 2 - valueWidth(language)
        // Without room for the ends there are none.
        guard columns >= 5 else {
            let bare = Swift.max(2, area.columns - valueWidth(language) - 1)
            return Rect(column: area.column, row: area.row, columns: bare, rows: 1)
        }
        // Steps of one width, where there is room for them.
        let even = steps > 0 && steps < columns ? (columns - 1) / steps * steps + 1 : columns
        return Rect(column: area.column + start, row: area.row, columns: even, rows: 1)
    }

    private func place(_ index: Int, length: Int) -> Int {
        steps > 0 ? Int((Double(index) / Double(steps) * Double(length - 1)).rounded()) : 0
    }

    /// Every step where there is room between two, else the quarters.
    private func ticks(length: Int) -> [Int] {
        guard rule.ticks, length > 2 else { return [] }
        if steps > 0, steps * 2 <= length - 1 { return (0...steps).map { place($0, length: length) } }
        return (0...4).map { Int((Double($0) / 4 * Double(length - 1)).rounded()) }
    }

    public func draw(
        into canvas: inout Canvas, area: Rect, isFocused: Bool, role: Role? = nil, context: ScreenContext
    ) {
        guard !area.isEmpty else { return }
        let glyphs = Glyphs.of(context)
        let role = role ?? (isFocused ? .fieldFocused : .field)
        if rule.vertical {
            drawUpright(into: &canvas, area: area, isFocused, role, glyphs.scale, context.language)
        } else {
            drawAcross(into: &canvas, area: area.line(0), isFocused, role, glyphs.scale, context.language)
        }
    }

    private func drawAcross(
        into canvas: inout Canvas, area: Rect, _ isFocused: Bool, _ role: Role, _ scale: Glyphs.Scale,
        _ language: Language
    ) {
        let track = trackArea(area, language)
        canvas.fill(track, with: scale.across.line, role: role)
        for place in ticks(length: track.columns) {
            canvas.put(scale.across.tick, at: track.origin.offset(columns: place), role: role)
        }
        canvas.put(scale.across.start, at: track.origin, role: role)
        canvas.put(scale.across.end, at: Point(track.endColumn - 1, track.row), role: role)
        if let index {
            let at = track.origin.offset(columns: place(index, length: track.columns))
            canvas.put(scale.knob, at: at, role: role)
            if isFocused { canvas.cursor = at }
        } else if isFocused {
            canvas.cursor = track.origin
        }
        var column = track.endColumn + 1
        if track.column > area.column {
            canvas.put(SafeText(String(rule.min)), at: area.origin, role: .dim)
            column += canvas.put(SafeText(String(rule.max)), at: Point(column, area.row), role: .dim) + 2
        }
        drawValue(into: &canvas, at: Point(column, area.row), area.endColumn - column, language)
    }

    private func drawUpright(
        into canvas: inout Canvas, area: Rect, _ isFocused: Bool, _ role: Role, _ scale: Glyphs.Scale,
        _ language: Language
    ) {
        let bottom = area.endRow - 1
        let track = Rect(column: area.column, row: area.row, columns: 1, rows: area.rows)
        canvas.fill(track, with: scale.upright.line, role: role)
        for place in ticks(length: area.rows) {
            canvas.put(scale.upright.tick, at: Point(area.column, bottom - place), role: role)
        }
        canvas.put(scale.upright.top, at: area.origin, role: role)
        canvas.put(scale.upright.bottom, at: Point(area.column, bottom), role: role)
        let room = area.columns - 2
        let knob = index.map { bottom - place($0, length: area.rows) }
        for (row, value) in [(area.row, rule.max), (bottom, rule.min)] where row != knob {
            canvas.put(SafeText(String(value)), at: Point(area.column + 2, row), role: .dim, maxWidth: room)
        }
        let at = Point(area.column, knob ?? bottom)
        if knob != nil { canvas.put(scale.knob, at: at, role: role) }
        let valueRow = knob ?? area.row + area.rows / 2
        drawValue(into: &canvas, at: Point(area.column + 2, valueRow), room, language)
        if isFocused { canvas.cursor = at }
    }

    private func drawValue(
        into canvas: inout Canvas, at point: Point, _ room: Int, _ language: Language
    ) {
        guard let text = text(language) else {
            let words = SafeText(ToolkitStrings.choose.text(language))
            canvas.put(words, at: point, role: .placeholder, maxWidth: max(0, room))
            return
        }
        canvas.put(text, at: point, role: .title, maxWidth: max(0, room))
    }
}
