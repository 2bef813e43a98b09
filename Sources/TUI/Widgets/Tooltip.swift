import Forms

/// A short word about the element in focus, beside it (eForm TT-1). The same words stand in the help for F1 and on
/// the message line, so that it is never the only place of anything.
public enum Tooltip {
    /// Longer ones are no tooltips, in columns.
    public static let widest = 60

    /// Draws the words after the element where there is room, else below it, else above; where there is no room at
    /// all they are left out.
    ///
    /// - Parameters:
    ///   - anchor: The element.
    ///   - bounds: What may be covered.
    /// - Returns: Where it stands.
    @discardableResult
    public static func draw(
        _ text: Phrase, into canvas: inout Canvas, anchor: Rect, bounds: Rect, context: ScreenContext
    ) -> Rect? {
        let words = SafeText(text.text(context.language)).truncated(to: min(widest, bounds.columns - 2))
        let shown = SafeText(" ") + words + SafeText(" ")
        guard let area = place(width: shown.width, anchor: anchor, bounds: bounds) else { return nil }
        canvas.put(shown, at: area.origin, role: .tab)
        return area
    }

    static func place(width: Int, anchor: Rect, bounds: Rect) -> Rect? {
        let beside = anchor.endColumn + 1
        if beside + width <= bounds.endColumn, bounds.contains(anchor.origin) {
            return Rect(column: beside, row: anchor.row, columns: width, rows: 1)
        }
        let column = max(bounds.column, min(anchor.column, bounds.endColumn - width))
        for row in [anchor.endRow, anchor.row - 1]
        where row >= bounds.row && row < bounds.endRow && width <= bounds.columns {
            return Rect(column: column, row: row, columns: width, rows: 1)
        }
        return nil
    }
}
