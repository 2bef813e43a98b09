import Forms

/// A date, typed in any usual shape (`31/12/1990`, `1/2/90`, `3112`) and shown as DD/MM/YYYY (eForm DP-1),
/// or chosen from a calendar.
public struct DateEntry: Widget, Hashable {
    public private(set) var line: TextLine
    public var first: LocalDate?
    public var last: LocalDate?

    public init(_ text: String = "", first: LocalDate? = nil, last: LocalDate? = nil) {
        line = TextLine(text, input: TextInput(maxLength: 20, alphabet: .date, keepsStrangers: true))
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
        LocalDate(typed: line.text, reference: today)
    }

    /// Writes what was typed as DD/MM/YYYY; a text that is no date is left as it is.
    public mutating func leave(today: LocalDate) {
        if let date = date(today: today), date.display != line.text {
            line.reshape(Array(date.display), cursor: date.display.count)
        }
        line.leave()
    }

    /// The calendar for this entry, on the day that stands here.
    public func calendar(today: LocalDate) -> CalendarPopup {
        CalendarPopup(day: date(today: today), today: today, first: first, last: last)
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
