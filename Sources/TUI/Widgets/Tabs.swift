/// Pages side by side, one of them open.
public struct Tabs: Hashable, Sendable {
    public struct Tab: Hashable, Sendable {
        public var title: SafeText
        /// Something on it is wrong: the sign stands beside the title.
        public var hasError: Bool

        public init(title: SafeText, hasError: Bool = false) {
            self.title = title
            self.hasError = hasError
        }
    }

    public var tabs: [Tab]
    public var selected: Int

    public init(_ tabs: [Tab], selected: Int = 0) {
        self.tabs = tabs
        self.selected = selected
    }

    private func text(_ index: Int) -> SafeText {
        let tab = tabs[index]
        return SafeText("\(index + 1) ") + tab.title + (tab.hasError ? SafeText(" !") : .empty)
    }

    /// Draws the titles in one line. Where not all fit, only the open one keeps its title and the others
    /// their numbers.
    ///
    /// - Returns: where each tab stands, for the mouse; tabs beyond the edge are empty.
    @discardableResult
    public func draw(into canvas: inout Canvas, area: Rect) -> [Rect] {
        let area = area.line(0)
        let whole = tabs.indices.map(text)
        let isTight = whole.reduce(0) { $0 + $1.width + 3 } > area.columns
        var column = area.column
        return tabs.indices.map { index in
            var text = whole[index]
            if isTight && index != selected {
                text = SafeText("\(index + 1)") + (tabs[index].hasError ? SafeText("!") : .empty)
            }
            let room = area.endColumn - column
            guard room > 0, !area.isEmpty else { return Rect(origin: area.origin, size: .zero) }
            // Brackets, so that the open page is seen without colour.
            let isOpen = index == selected
            let shown =
                (isOpen ? SafeText("[") + text + SafeText("]") : SafeText(" ") + text + SafeText(" "))
                .truncated(to: room)
            canvas.put(shown, at: Point(column, area.row), role: isOpen ? .tabSelected : .tab)
            defer { column += shown.width + 1 }
            return Rect(column: column, row: area.row, columns: shown.width, rows: 1)
        }
    }
}
