import Forms
import Models
import TUI

/// A month's days as upright bars over their numbers, of what is left after refunds. A day on which more was given back
/// than came in hangs no bar down: it has a sign, and its words say how much.
enum CollectionChart {
    private static let axis = 12

    static func draw(
        _ month: CollectionMonth, mark: LocalDate, into canvas: inout Canvas, area: Rect,
        _ context: ScreenContext
    ) {
        let days = month.days
        guard !days.isEmpty, area.rows >= 4, area.columns > axis + days.count else { return }
        let step = min(6, (area.columns - axis) / days.count)
        let rows = area.rows - 2
        let most = max(1, days.map(\.net).max() ?? 1)
        let base = area.row + rows
        for (row, amount) in [(0, most), (rows / 2, most - most * (rows / 2) / max(1, rows))] where rows > 0 {
            canvas.put(
                SafeText(Money(amount).grouped).padded(to: axis - 1, .right),
                at: Point(area.column, area.row + row), role: .dim)
        }
        for (index, day) in days.enumerated() {
            let column = area.column + axis + index * step
            let width = max(1, step - 1)
            let isMarked = day.date == mark
            if day.net < 0 {
                put("▼", "-", width, Point(column, base - 1), .warning, &canvas, context)
            } else if day.net > 0 {
                let eighths = max(1, day.net * rows * 8 / most)
                for row in 0..<(eighths + 7) / 8 {
                    put(
                        glyph(min(8, eighths - row * 8)), "#", width, Point(column, base - 1 - row),
                        isMarked ? .money : .chart, &canvas, context)
                }
            }
            // The mark is a sign too, and no colour alone.
            if isMarked { put("▲", "^", 1, Point(column, base), .title, &canvas, context) }
            // In pairs of columns every second number has no room.
            guard step >= 3 || index.isMultiple(of: 2) else { continue }
            canvas.put(
                SafeText("\(day.date.day)"), at: Point(column, base + 1), role: isMarked ? .title : .dim)
        }
    }

    private static func put(
        _ text: String, _ ascii: String, _ count: Int, _ at: Point, _ role: Role, _ canvas: inout Canvas,
        _ context: ScreenContext
    ) {
        let piece = context.ascii ? ascii : text
        canvas.put(SafeText(String(repeating: piece, count: count)), at: at, role: role)
    }

    private static func glyph(_ eighths: Int) -> String {
        ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][max(1, eighths) - 1]
    }

    /// The day and the month in words: below the picture, and all that plain mode has of it.
    static func words(
        _ month: CollectionMonth, on date: LocalDate, _ language: Language
    ) -> [(text: String, role: Role)] {
        let all = month.days.reduce(into: CollectionDay(date: date)) { sum, day in
            sum.cash += day.cash
            sum.transfer += day.transfer
            sum.online += day.online
            sum.cod += day.cod
            sum.refunded += day.refunded
            sum.receipts += day.receipts
        }
        let day = month.days.first { $0.date == date } ?? CollectionDay(date: date)
        let name = Strings.Common.weekday(date.weekday).text(language) + ", " + date.display
        return [
            (name + ": " + Strings.Reconciling.sums(day).text(language), .text),
            (
                Strings.Reconciling.wholeMonth.text(language) + ": "
                    + Strings.Reconciling.sums(all).text(language), .money
            ),
        ]
    }
}
