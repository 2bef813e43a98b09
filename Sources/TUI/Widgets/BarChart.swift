import Forms

/// Numbers as bars: a day's work hour by hour, queues side by side.
public struct BarChart: Hashable, Sendable {
    public struct Bar: Hashable, Sendable {
        public var label: SafeText
        /// Negative counts as 0.
        public var value: Int
        public var role: Role

        public init(label: SafeText, value: Int, role: Role = .chart) {
            self.label = label
            self.value = max(0, value)
            self.role = role
        }
    }

    public enum Orientation: Hashable, Sendable { case upright, flat }

    public var bars: [Bar]
    public var orientation: Orientation

    public init(_ bars: [Bar], orientation: Orientation = .upright) {
        self.bars = bars
        self.orientation = orientation
    }

    private var highest: Int { max(1, bars.reduce(0) { max($0, $1.value) }) }

    /// Draws the bars over the whole area; numbers stand beside them, so that the chart can be read without
    /// its picture. Bars that do not fit are left out at the end.
    public func draw(into canvas: inout Canvas, area: Rect, context: ScreenContext) {
        guard !area.isEmpty, !bars.isEmpty else { return }
        let glyphs = Glyphs.of(context)
        canvas.clip(to: area) { canvas in
            switch orientation {
            case .upright: drawUpright(into: &canvas, area: area, glyphs)
            case .flat: drawFlat(into: &canvas, area: area, glyphs)
            }
        }
    }

    private func drawUpright(into canvas: inout Canvas, area: Rect, _ glyphs: Glyphs) {
        let labels = bars.reduce(1) { max($0, $1.label.width, String($1.value).count) }
        let step = max(labels + 1, min(area.columns / bars.count, 8))
        let height = area.rows - 2
        guard height > 0 else { return drawFlat(into: &canvas, area: area, glyphs) }
        let eighths = glyphs.bars.count
        for (index, bar) in bars.enumerated() {
            let column = area.column + index * step
            guard column + labels <= area.endColumn else { break }
            let size = scaled(bar.value, to: height * eighths)
            let width = max(1, step - 1)
            for row in 0..<height {
                let filled = min(max(0, size - row * eighths), eighths)
                guard filled > 0 else { break }
                let at = Point(column, area.row + 1 + height - 1 - row)
                for offset in 0..<width {
                    canvas.put(glyphs.bars[filled - 1], at: at.offset(columns: offset), role: bar.role)
                }
            }
            let top = (size + eighths - 1) / eighths
            let number = SafeText(String(bar.value)).padded(to: width, .centre)
            canvas.put(number, at: Point(column, area.row + height - top), role: bar.value > 0 ? .text : .dim)
            canvas.put(
                bar.label.padded(to: width, .centre), at: Point(column, area.endRow - 1), role: .label)
        }
    }

    private func drawFlat(into canvas: inout Canvas, area: Rect, _ glyphs: Glyphs) {
        let labels = min(bars.reduce(0) { max($0, $1.label.width) }, area.columns / 2)
        let numbers = bars.reduce(0) { max($0, ToolkitStrings.grouped($1.value).count) }
        let room = max(0, area.columns - labels - numbers - 2)
        for (row, bar) in bars.prefix(area.rows).enumerated() {
            let at = area.origin.offset(rows: row)
            canvas.put(bar.label.truncated(to: labels), at: at, role: .label)
            let number = SafeText(ToolkitStrings.grouped(bar.value)).padded(to: numbers, .right)
            canvas.put(number, at: at.offset(columns: labels + 1), role: bar.value > 0 ? .text : .dim)
            let length = scaled(bar.value, to: room)
            let strip = Rect(
                column: at.column + labels + numbers + 2, row: at.row, columns: length, rows: 1)
            canvas.fill(strip, with: glyphs.bar, role: bar.role)
        }
    }

    /// At least 1 for what is not 0, so that little is not shown as nothing.
    private func scaled(_ value: Int, to most: Int) -> Int {
        guard value > 0, most > 0 else { return 0 }
        let (product, overflow) = value.multipliedReportingOverflow(by: most)
        return max(1, overflow ? most : product / highest)
    }
}
