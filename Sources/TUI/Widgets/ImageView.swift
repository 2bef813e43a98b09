/// Draws pictures in half-block cells.
public enum ImageView {
    /// Draws a picture as large as it fits, in the middle of an area.
    ///
    /// Where the terminal has few colours the nearest are taken, and without colour the light of a cell shows as
    /// shades; ``Canvas/put(pixels:below:at:)`` says how.
    ///
    /// - Parameter view: The part of the area that is seen; all of it where nothing is said.
    public static func draw(
        _ image: PixelImage, into canvas: inout Canvas, area: Rect, within view: Rect? = nil
    ) {
        let size = image.fitted(columns: area.columns, rows: area.rows * 2)
        guard let small = image.scaled(width: size.width, height: size.height) else { return }
        let rows = (size.height + 1) / 2
        let origin = area.origin.offset(
            columns: (area.columns - size.width) / 2, rows: (area.rows - rows) / 2)
        let seen = view ?? area
        for row in 0..<rows where origin.row + row >= seen.row && origin.row + row < seen.endRow {
            for column in 0..<size.width {
                let above = small[column, row * 2]
                let below = row * 2 + 1 < size.height ? small[column, row * 2 + 1] : nil
                canvas.put(pixel: above, below: below, at: origin.offset(columns: column, rows: row))
            }
        }
    }
}
