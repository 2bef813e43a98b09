/// The bar of a list: a sign before the row, a part of the row in another look, and the real cursor on the sign.
///
/// The rest of the row stays as it is. So it keeps its own looks (a term that has run out is still seen under the
/// bar), and a key on a slow line costs two marks and not two rows: about 115 bytes instead of 630 at 80 columns.
public enum ListMark {
    /// No more of a row is lit than this, in columns.
    public static let widest = 24

    /// Marks a row that is drawn already.
    ///
    /// - Parameters:
    ///   - line: The row of the screen; its first column is the sign's.
    ///   - lit: What of it takes the other look, best the text of its first column; cut at ``widest``.
    public static func draw(
        into canvas: inout Canvas, line: Rect, lit: Rect, isFocused: Bool, glyphs: Glyphs = .unicode
    ) {
        guard !line.isEmpty else { return }
        canvas.put(glyphs.next, at: line.origin, role: isFocused ? .selection : .dim)
        guard isFocused else { return }
        canvas.cursor = line.origin
        let area = lit.intersection(line)
        canvas.paint(
            Rect(column: area.column, row: area.row, columns: min(area.columns, widest), rows: area.rows),
            role: .selection)
    }
}
