/// What stands around the body on every page: marks above it, the form's name and the page number below.
struct PageFrame {
    let setter: Typesetter
    let geometry: PageGeometry
    /// What sets the print apart; empty for a first one that counts.
    let marks: [String]
    /// At the lower left; empty: nothing.
    let foot: String
    let isTraining: Bool
    /// Whether a single page is numbered too.
    let numbersOnlyPage: Bool

    /// Draws one page with its left edge at `x`.
    func draw(
        _ rows: [Paginator.Placed], page index: Int, of count: Int, on canvas: Canvas, x: Double = 0
    ) {
        if isTraining, let line = setter.lines(Words.watermark, TextStyle(size: 80, isBold: true)).first {
            canvas.watermark(line, centreX: x + geometry.width / 2, centreY: geometry.height / 2)
        }
        drawMarks(canvas, x)
        for (position, placed) in rows.enumerated() {
            let (left, top) = (x + geometry.left, geometry.top + placed.y)
            placed.row.draw(canvas, left, top)
            if position == rows.count - 1 { placed.row.drawLast?(canvas, left, top) }
        }
        drawFoot(index, of: count, canvas, x)
    }

    /// On every page but the first: which paper this is a part of.
    func runningHead(_ text: String) -> [Row] {
        let width = geometry.bodyWidth
        let lines = setter.lines(text, TextStyle(size: 8.5, isItalic: true), width: width)
        return lines.map { line in
            Row(height: line.height) { canvas, x, y in canvas.draw(line, x: x, y: y) }
        } + [
            Row(height: 8) { canvas, x, y in canvas.rule(from: x, to: x + width, y: y + 2, thickness: 0.4) }
        ]
    }

    /// Framed, above everything else.
    private func drawMarks(_ canvas: Canvas, _ x: Double) {
        guard !marks.isEmpty,
            let line = setter.lines(
                marks.joined(separator: " · ").uppercased(), TextStyle(size: 8, isBold: true)
            ).first
        else { return }
        let left = x + geometry.left + (geometry.bodyWidth - line.width) / 2
        let top = geometry.marksBaseline - line.ascent
        canvas.draw(line, x: left, y: top)
        canvas.frame(x: left - 5, y: top - 1, width: line.width + 10, height: line.height + 2)
    }

    private func drawFoot(_ index: Int, of count: Int, _ canvas: Canvas, _ x: Double) {
        let style = TextStyle(size: 7.5)
        let left = x + geometry.left
        if !foot.isEmpty, let line = setter.lines(foot, style).first {
            canvas.draw(line, x: left, y: geometry.footBaseline - line.ascent)
        }
        if count > 1 || numbersOnlyPage,
            let line = setter.lines(Words.page(index + 1, of: count), style).first
        {
            canvas.draw(
                line, x: left + geometry.bodyWidth - line.width, y: geometry.footBaseline - line.ascent)
        }
    }
}
