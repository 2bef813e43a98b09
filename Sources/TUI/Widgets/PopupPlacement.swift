/// Where a list or calendar opens beside its field (eForm DD-5): below where there is room, else above,
/// and smaller where neither has enough.
public enum PopupPlacement {
    /// - Parameters:
    ///   - anchor: The field.
    ///   - bounds: The area that the popup may cover.
    ///   - size: What the popup would like.
    public static func area(anchor: Rect, in bounds: Rect, size: Size) -> Rect {
        let below = max(0, bounds.endRow - max(bounds.row, anchor.endRow))
        let above = max(0, min(bounds.endRow, anchor.row) - bounds.row)
        let opensUp = below < size.rows && above > below
        let rows = min(size.rows, opensUp ? above : below)
        let columns = min(size.columns, bounds.columns)
        let column = max(bounds.column, min(anchor.column, bounds.endColumn - columns))
        let row = opensUp ? min(bounds.endRow, anchor.row) - rows : max(bounds.row, anchor.endRow)
        return Rect(column: column, row: row, columns: columns, rows: rows)
    }
}
