/// The bar at the right of what is longer than its area.
public enum ScrollBar {
    /// Draws the bar over a column of the given area; nothing where all is in view.
    ///
    /// - Parameters:
    ///   - area: One column wide, as high as what it belongs to.
    ///   - total: Rows there are.
    ///   - first: The first row in view, from 0.
    public static func draw(
        into canvas: inout Canvas, area: Rect, total: Int, first: Int, role: Role = .border,
        glyphs: Glyphs = .unicode
    ) {
        guard let thumb = thumb(rows: area.rows, total: total, first: first) else { return }
        func strip(_ rows: Range<Int>) -> Rect {
            Rect(column: area.column, row: area.row + rows.lowerBound, columns: 1, rows: rows.count)
        }
        canvas.fill(strip(0..<thumb.lowerBound), with: glyphs.scroll.track, role: role)
        canvas.fill(strip(thumb), with: glyphs.scroll.thumb, role: role)
        canvas.fill(strip(thumb.upperBound..<area.rows), with: glyphs.scroll.track, role: role)
    }

    /// The rows of the bar that stand for what is in view; nil where all is.
    static func thumb(rows: Int, total: Int, first: Int) -> Range<Int>? {
        guard rows > 0, total > rows else { return nil }
        let length = min(rows, max(1, rows * rows / total))
        let room = rows - length
        let last = total - rows
        // Only at the very ends does the thumb touch the ends of the bar.
        var start = last > 0 ? room * min(first, last) / last : 0
        if first > 0 && start == 0 && room > 1 { start = 1 }
        if first < last && start == room && room > 1 { start = room - 1 }
        return start..<start + length
    }
}
