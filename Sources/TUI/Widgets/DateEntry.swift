import Forms

/// A date, typed in any usual shape (`31/12/1990`, `1/2/90`, `3112`) and shown as DD/MM/YYYY (eForm DP-1),
/// or chosen from a calendar; or two of them, the first and the last of a range.
public struct DateEntry: Widget, Hashable {
    public private(set) var line: TextLine
    public var first: LocalDate?
    public var last: LocalDate?

    /// Two dates, `01/01/2026 - 01/02/2026`.
    public let isRange: Bool

    public init(
        _ text: String = "", first: LocalDate? = nil, last: LocalDate? = nil, isRange: Bool = false
    ) {
        let length = isRange ? 40 : 20
        line = TextLine(text, input: TextInput(maxLength: length, alphabet: .date, keepsStrangers: true))
        self.isRange = isRange
        self.first = first
        self.last = last
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

    /// The day that the text means.
    ///
    /// - Parameter today: Gives the year where none was typed.
    public func date(today: LocalDate) -> LocalDate? {
        isRange ? range(today: today)?.from : LocalDate(typed: line.text, reference: today)
    }

    /// The two days that the text means; nil where it is no range, or turned round.
    public func range(today: LocalDate) -> DateRange? {
        let field = Field(id: "", label: "", kind: .dateRange(DateRule()))
        guard isRange, case .success(.text(let iso)?) = FieldParser.parse(line.text, as: field, today: today)
        else { return nil }
        return DateRange(iso: iso)
    }

    /// Writes what was typed as DD/MM/YYYY; a text that is no date is left as it is.
    public mutating func leave(today: LocalDate) {
        let display = isRange ? range(today: today)?.display : date(today: today)?.display
        if let display, display != line.text { line.reshape(Array(display), cursor: display.count) }
        line.leave()
    }

    /// The calendar for this entry, on the day that stands here.
    public func calendar(today: LocalDate) -> CalendarPopup {
        CalendarPopup(day: date(today: today), today: today, first: first, last: last, isRange: isRange)
    }

    public static var actions: [Action] { TextLine.actions }
    public var scopes: [String] { line.scopes }

    public mutating func handle(_ input: Input) -> WidgetOutcome { line.handle(input) }
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
