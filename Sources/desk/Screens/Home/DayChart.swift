import Forms
import Models
import TUI

/// The day as a picture: what came in by hour, and of each queue what is on time and what is overdue.
enum DayChart {
    /// Less than this shows nothing that a number would not.
    static let leastRows = 8

    /// - Parameters:
    ///   - intake: Where the hours go, frame and all.
    ///   - queues: Where the queues go.
    static func draw(
        _ day: DayFigures, into canvas: inout Canvas, intake: Rect, queues: Rect, _ context: ScreenContext
    ) {
        let language = context.language
        let count = day.hours.reduce(0) { $0 + $1.count }
        canvas.box(
            intake, title: SafeText(Strings.Figures.intake(count).text(language)), role: .border,
            titleRole: .title)
        canvas.box(
            queues, title: SafeText(Strings.Figures.queues.text(language)), role: .border, titleRole: .title)
        drawHours(day.hours, into: &canvas, area: intake.inside.inset(columns: 1, rows: 0), context)
        drawQueues(day.queues, into: &canvas, area: queues.inside.inset(columns: 1, rows: 0), context)
    }

    /// Upright bars that grow by eighths of a row; anything but nothing shows at least one.
    static func drawHours(
        _ hours: [DayFigures.Hour], into canvas: inout Canvas, area: Rect, _ context: ScreenContext
    ) {
        guard !hours.isEmpty, area.rows >= 3 else { return }
        let width = min(8, area.columns / hours.count)
        guard width > 0 else { return }
        let most = max(1, hours.map(\.count).max() ?? 1)
        let rows = area.rows - 2
        let step = (2 + width) / width
        for (index, hour) in hours.enumerated() {
            let column = area.column + index * width
            let bar = max(1, width - 1)
            let eighths = hour.count == 0 ? 0 : max(1, hour.count * rows * 8 / most)
            let height = (eighths + 7) / 8
            for row in 0..<height {
                let piece = glyph(min(8, eighths - row * 8), context)
                canvas.put(
                    SafeText(String(repeating: piece, count: bar)),
                    at: Point(column, area.row + rows - row), role: .chart)
            }
            if width >= 3, hour.count > 0 {
                canvas.put(
                    SafeText("\(hour.count)").truncated(to: bar), at: Point(column, area.row + rows - height),
                    role: .text)
            }
            if index % step == 0 {
                canvas.put(
                    SafeText(hour.hour < 10 ? "0\(hour.hour)" : "\(hour.hour)"),
                    at: Point(column, area.row + area.rows - 1), role: .dim)
            }
        }
    }

    private static func glyph(_ eighths: Int, _ context: ScreenContext) -> String {
        if context.ascii { return "#" }
        return ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][max(1, eighths) - 1]
    }

    /// The queues with something in them, those with overdue dossiers first.
    private static func drawQueues(
        _ queues: [DayFigures.Queue], into canvas: inout Canvas, area: Rect, _ context: ScreenContext
    ) {
        let language = context.language
        let full = queues.filter { $0.onTime + $0.overdue > 0 }
        let shown = full.filter { $0.overdue > 0 } + full.filter { $0.overdue == 0 }
        guard !shown.isEmpty else {
            canvas.put(SafeText(Strings.Figures.noWork.text(language)), at: area.origin, role: .dim)
            return
        }
        let hasBars = area.columns >= 56
        let nameWidth = hasBars ? 34 : max(8, area.columns - 12)
        let barWidth = hasBars ? area.columns - nameWidth - 13 : 0
        let most = max(1, shown.map { $0.onTime + $0.overdue }.max() ?? 1)
        for (row, queue) in shown.prefix(area.rows).enumerated() {
            let origin = area.line(row).origin
            let inbox = Inbox(slug: queue.slug, name: queue.name, count: 0)
            let whole = inbox.title.text(language)
            let name = DisplayWidth.of(whole) > nameWidth ? inbox.shortTitle.text(language) : whole
            canvas.put(SafeText(name).truncated(to: nameWidth), at: origin, role: .text)
            canvas.put(
                SafeText("\(queue.onTime)").padded(to: 6, .right), at: origin.offset(columns: nameWidth),
                role: queue.onTime == 0 ? .dim : .text)
            canvas.put(
                SafeText("\(queue.overdue)").padded(to: 6, .right), at: origin.offset(columns: nameWidth + 6),
                role: queue.overdue == 0 ? .dim : .overdue)
            guard hasBars else { continue }
            // No colour alone tells the two apart.
            let onTime = queue.onTime * barWidth / most
            let overdue = queue.overdue == 0 ? 0 : max(1, queue.overdue * barWidth / most)
            let (light, dark) = context.ascii ? ("#", "!") : ("█", "▒")
            let at = origin.offset(columns: nameWidth + 13)
            let length = canvas.put(
                SafeText(String(repeating: light, count: min(onTime, barWidth - overdue))), at: at,
                role: .chart)
            canvas.put(
                SafeText(String(repeating: dark, count: overdue)), at: at.offset(columns: length),
                role: .overdue
            )
        }
    }
}
