import Forms
import Models
import TUI

/// A hotline's day as a picture: calls by hour, and by how they ended.
enum CallChart {
    static func draw(
        _ figures: CallFigures, into canvas: inout Canvas, hours: Rect, results: Rect,
        _ context: ScreenContext
    ) {
        let language = context.language
        canvas.box(
            hours, title: SafeText(Strings.Call.byHour(figures.total).text(language)), role: .border,
            titleRole: .title)
        DayChart.drawHours(
            figures.hours.map { DayFigures.Hour(hour: $0.hour, count: $0.count) }, into: &canvas,
            area: hours.inside.inset(columns: 1, rows: 0), context)
        guard !results.isEmpty else { return }
        canvas.box(
            results, title: SafeText(Strings.Call.byResult(figures.medianSeconds).text(language)),
            role: .border, titleRole: .title)
        let inside = results.inside.inset(columns: 1, rows: 0)
        let nameWidth = min(20, max(10, inside.columns - 12))
        let most = max(1, figures.results.map(\.count).max() ?? 1)
        for (row, outcome) in figures.results.prefix(inside.rows).enumerated() {
            let at = inside.line(row).origin
            canvas.put(
                SafeText(Strings.Call.name(outcome.result).text(language)).truncated(to: nameWidth), at: at,
                role: outcome.count == 0 ? .dim : .text)
            canvas.put(
                SafeText("\(outcome.count)").padded(to: 4, .right), at: at.offset(columns: nameWidth),
                role: outcome.count == 0 ? .dim : .text)
            canvas.put(
                HomeScreen.bar(
                    outcome.count, of: most, columns: max(0, inside.columns - nameWidth - 5), context),
                at: at.offset(columns: nameWidth + 5), role: .chart)
        }
    }
}
