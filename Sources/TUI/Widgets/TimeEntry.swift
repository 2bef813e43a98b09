import Forms

/// A time of day, typed in any usual shape (`8`, `830`, `8:30`, `8h30`, `8:30 CH`) and shown as HH:MM, of 24 hours or of
/// 12 with SA and CH (eForm TP-1), or chosen from a list; or two of them, the first and the last of a range.
public struct TimeEntry: Widget, Hashable {
    public private(set) var line: TextLine
    public var rule: TimeRule
    /// Two times, `08:00 - 11:30`.
    public let isRange: Bool

    public init(_ text: String = "", rule: TimeRule = TimeRule(), isRange: Bool = false) {
        let length = isRange ? 40 : 20
        line = TextLine(text, input: TextInput(maxLength: length, alphabet: .time, keepsStrangers: true))
        self.rule = rule
        self.isRange = isRange
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
    }

    /// The time that the text means, the first one of a range; nil where it is none.
    public var time: LocalTime? {
        isRange ? range?.from : LocalTime(typed: line.text)
    }

    /// The two times that the text means; nil where it is no range, or turned round.
    public var range: TimeRange? {
        let field = Field(id: "", label: "", kind: .timeRange(TimeRule(clock: rule.clock)))
        // No part of a time depends on the day.
        let day = LocalDate(epochDay: 0)
        guard isRange, case .success(.text(let iso)?) = FieldParser.parse(line.text, as: field, today: day)
        else { return nil }
        return TimeRange(iso: iso)
    }

    /// Writes what was typed as HH:MM; a text that is no time is left as it is.
    public mutating func leave() {
        let display = isRange ? range?.display(clock: rule.clock) : time?.display(clock: rule.clock)
        if let display, display != line.text { line.reshape(Array(display), cursor: display.count) }
        line.leave()
    }

    // MARK: - Suggestions

    public func isAllowed(_ time: LocalTime, from: LocalTime? = nil) -> Bool {
        (rule.min.map { time >= $0 } ?? true) && (rule.max.map { time <= $0 } ?? true)
            && (from.map { time >= $0 } ?? true)
    }

    /// The times of the list: from the first that is allowed on, so many minutes apart.
    ///
    /// - Parameter from: The first time of a range, of which the last is asked for.
    public func suggestions(from: LocalTime? = nil) -> [LocalTime] {
        let first = rule.min?.minuteOfDay ?? 0
        let step = min(max(1, rule.step), 720)
        return stride(from: first, to: 1440, by: step).compactMap { minute in
            LocalTime(minuteOfDay: minute).flatMap { isAllowed($0, from: from) ? $0 : nil }
        }
    }

    /// The list of times, "Bây giờ" at its head where that is allowed (eForm TP-2).
    public func list(now: LocalTime, language: Language, from: LocalTime? = nil) -> PickList {
        let clock = rule.clock
        var items = suggestions(from: from).map {
            PickItems.Item(value: $0.iso, label: SafeText($0.display(clock: clock)))
        }
        if isAllowed(now, from: from) {
            let label = ToolkitStrings.now.text(language) + " " + now.display(clock: clock)
            items.removeAll { $0.value == now.iso }
            items.insert(PickItems.Item(value: now.iso, label: SafeText(label)), at: 0)
        }
        let current = from == nil ? time : range?.to
        return PickList(PickItems(items), chosen: current.map { [$0.iso] } ?? [])
    }

    /// Writes the present time; false where it is not allowed. Of a range the part that the cursor is in.
    mutating func setNow(_ now: LocalTime) -> Bool {
        guard isAllowed(now) else { return false }
        let shown = now.display(clock: rule.clock)
        guard isRange else {
            setText(shown)
            return true
        }
        // Of a dash alone both parts are empty, and are parts.
        let parts = line.text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
            .map(String.init)
        let isFirst = line.cursor <= parts[0].count && parts.count != 1 || line.isEmpty
        if isFirst {
            setText(parts.count > 1 ? shown + " -" + parts[1] : shown + " - ")
        } else {
            var first = parts[0]
            while first.last == " " { first.removeLast() }
            setText(first + " - " + shown)
        }
        return true
    }

    // MARK: - Input

    public static let actions: [Action] =
        TextLine.actions + [
            Action(
                "time.now", ToolkitStrings.now,
                help: Phrase("Ghi giờ hiện tại vào ô.", en: "Writes the present time."), keys: "alt-g",
                scope: "time", priority: 52)
        ]

    public var scopes: [String] { ["time"] + line.scopes }

    public mutating func handle(_ input: Input) -> WidgetOutcome { line.handle(input) }

    /// `time.now` is left to whoever knows the clock.
    public mutating func perform(_ action: ActionID) -> WidgetOutcome { line.perform(action) }

    public func draw(
        into canvas: inout Canvas, area: Rect, isFocused: Bool, placeholder: SafeText? = nil,
        role: Role? = nil, glyphs: Glyphs = .unicode
    ) {
        line.draw(
            into: &canvas, area: area, isFocused: isFocused, placeholder: placeholder, role: role,
            glyphs: glyphs)
    }
}

extension LocalTime {
    /// The time in Việt Nam, which is seven hours ahead of UTC all the year round.
    ///
    /// - Parameter seconds: Since 1970, UTC.
    public init(secondsUTC seconds: Int64) {
        let ofDay = (seconds + 7 * 3600) % 86_400
        let minute = Int((ofDay + 86_400) % 86_400) / 60
        self = LocalTime(minuteOfDay: minute) ?? LocalTime.midnight
    }

    private static let midnight: LocalTime = {
        guard let time = LocalTime(hour: 0, minute: 0) else { preconditionFailure("00:00 is a time") }
        return time
    }()
}
