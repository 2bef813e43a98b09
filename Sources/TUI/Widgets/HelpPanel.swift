import Forms

/// A box with text to read, over whatever is on the screen.
public struct HelpPanel: Widget {
    public let title: Phrase
    public private(set) var pager: Pager

    public init(title: Phrase, _ paragraphs: [Pager.Paragraph]) {
        self.title = title
        pager = Pager(paragraphs)
    }

    public static var actions: [Action] { Pager.actions }
    public var scopes: [String] { pager.scopes }

    public mutating func handle(_ input: Input) -> WidgetOutcome { pager.handle(input) }
    public mutating func perform(_ action: ActionID) -> WidgetOutcome { pager.perform(action) }

    /// As large as its text asks for, in the middle of what there is.
    public func area(in bounds: Rect, _ language: Language) -> Rect {
        let columns = min(bounds.columns, 76)
        let rows = pager.height(columns: max(1, columns - 5), language) + 2
        return bounds.centred(Size(columns: columns, rows: rows))
    }

    public func draw(into canvas: inout Canvas, in bounds: Rect, context: ScreenContext) {
        let area = area(in: bounds, context.language)
        canvas.fill(area, role: .dialog)
        canvas.box(
            area, title: SafeText(title.text(context.language)), role: .borderFocused, titleRole: .title)
        canvas.cursor = nil
        let inside = area.inside.inset(columns: 1, rows: 0)
        canvas.clip(to: area.inside) { pager.draw(into: &$0, area: inside, context: context) }
    }
}
