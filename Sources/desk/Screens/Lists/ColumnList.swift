import Forms
import TUI

/// Draws a list in columns: a line of titles, rows of text with the bar on one, and a scroll bar.
struct ColumnList {
    struct Row {
        var texts: [String]
        var role: Role = .text
        /// Of each column, where they are not the same.
        var roles: [Role] = []
    }

    var titles: [Phrase]
    var widths: [Int]

    /// - Parameters:
    ///   - area: Its first line takes the titles.
    ///   - row: Gives a row by its number; asked only for those in view.
    func draw(
        into canvas: inout Canvas, area: Rect, count: Int, place: ListPlace, _ context: ScreenContext,
        row: (Int) -> Row
    ) {
        put(Row(texts: titles.map { $0.text(context.language) }, role: .label), at: area.row, &canvas, area)
        let body = area.splitTop(1).rest
        guard body.rows > 0 else { return }
        let first = place.first(count: count, rows: body.rows)
        place.drawn.record(body, first: first)
        for index in 0..<max(0, min(body.rows, count - first)) {
            let item = row(first + index)
            put(item, at: body.row + index, &canvas, area)
            guard first + index == place.cursor else { continue }
            let line = body.line(index)
            ListMark.draw(
                into: &canvas, line: line,
                lit: Rect(column: line.column + 1, row: line.row, columns: widths.first ?? 0, rows: 1),
                isFocused: true, glyphs: Glyphs.of(context))
        }
        ScrollBar.draw(
            into: &canvas,
            area: Rect(column: area.endColumn - 1, row: body.row, columns: 1, rows: body.rows),
            total: count, first: first, role: .border, glyphs: Glyphs.of(context))
    }

    private func put(_ item: Row, at row: Int, _ canvas: inout Canvas, _ area: Rect) {
        var column = area.column + 1
        for (index, (text, width)) in zip(item.texts, widths).enumerated() {
            let role = item.roles.indices.contains(index) ? item.roles[index] : item.role
            canvas.put(SafeText(text).truncated(to: width), at: Point(column, row), role: role)
            column += width + 1
        }
    }

    /// The rows that the list has on a screen of so many, below a heading and the titles.
    static func rows(of screen: Int) -> Int { screen - 2 }

    /// A heading with what there is to count on its right; the rest is the list's.
    static func head(
        into canvas: inout Canvas, _ title: Phrase, count: Phrase, _ context: ScreenContext
    ) -> Rect {
        let area = canvas.bounds
        let right = SafeText(count.text(context.language))
        canvas.put(SafeText(title.text(context.language)), at: Point(1, 0), role: .title)
        canvas.put(right, at: Point(area.columns - right.width - 1, 0), role: .dim)
        return area.splitTop(1).rest
    }

    /// Words in place of a list that has no rows.
    static func say(_ words: Phrase, role: Role, into canvas: inout Canvas, area: Rect, _ language: Language)
    {
        for (row, line) in SafeText.wrapped(words.text(language), to: area.columns - 4).enumerated() {
            canvas.put(line, at: Point(2, area.row + 1 + row), role: role)
        }
    }
}
