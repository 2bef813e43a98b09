import Models

/// The pages of one copy of a slip.
struct SlipPages {
    private let setter: Typesetter
    private let content: SlipContent
    private let pages: [[Paginator.Placed]]

    init(
        setter: Typesetter, content: SlipContent, copyLabel: String, barcode: Code128, symbol: QRSymbol
    ) {
        self.setter = setter
        self.content = content
        let header = SlipHeader(setter: setter, content: content, copyLabel: copyLabel, barcode: barcode)
        let head = Self.runningHead(setter, content, copyLabel)
        let foot = SlipFoot(setter: setter, content: content, symbol: symbol).row()
        func pages(_ size: Double) -> [[Paginator.Placed]] {
            Paginator.pages(
                header.rows() + SlipBody(setter: setter, size: size).rows(content.blocks),
                height: PageGeometry.bodyHeight, head: head, foot: foot)
        }
        let natural = pages(Self.size)
        // What fills more than two pages is not going to fit on one.
        let smaller = natural.count == 2 ? Self.smallerSizes : []
        self.pages = smaller.lazy.map(pages).first { $0.count == 1 } ?? natural
    }

    /// Of the body's text, in points.
    private static let size = 10.5
    /// Tried in turn where they bring a copy from two pages to one: a slip is best one sheet.
    private static let smallerSizes = [10, 9.5, 9]

    var count: Int { pages.count }

    func draw(_ index: Int, on canvas: Canvas, x: Double) {
        if content.isTraining,
            let line = setter.lines(
                Words.watermark, TextStyle(size: 80, isBold: true)
            ).first
        {
            canvas.watermark(line, centreX: x + PageGeometry.width / 2, centreY: PageGeometry.height / 2)
        }
        drawMarks(canvas, x)
        for placed in pages[index] {
            placed.row.draw(canvas, x + PageGeometry.left, PageGeometry.top + placed.y)
        }
        drawFoot(index, canvas, x)
    }

    /// On every page but the first: which paper this is a part of.
    private static func runningHead(
        _ setter: Typesetter, _ content: SlipContent, _ copyLabel: String
    ) -> [Row] {
        let parts = [content.form.title, content.codeLine, copyLabel].filter { !$0.isEmpty }
        let lines = setter.lines(
            parts.joined(separator: " · "), TextStyle(size: 8.5, isItalic: true),
            width: PageGeometry.bodyWidth)
        var rows = lines.map { line in
            Row(height: line.height) { canvas, x, y in canvas.draw(line, x: x, y: y) }
        }
        rows.append(
            Row(height: 8) { canvas, x, y in
                canvas.rule(from: x, to: x + PageGeometry.bodyWidth, y: y + 2, thickness: 0.4)
            })
        return rows
    }

    /// What sets the print apart, framed, above everything else on each page.
    private func drawMarks(_ canvas: Canvas, _ x: Double) {
        guard !content.marks.isEmpty,
            let line = setter.lines(
                content.marks.joined(separator: " · ").uppercased(), TextStyle(size: 8, isBold: true)
            ).first
        else { return }
        let left = x + PageGeometry.left + (PageGeometry.bodyWidth - line.width) / 2
        let top = PageGeometry.marksBaseline - line.ascent
        canvas.draw(line, x: left, y: top)
        canvas.frame(x: left - 5, y: top - 1, width: line.width + 10, height: line.height + 2)
    }

    private func drawFoot(_ index: Int, _ canvas: Canvas, _ x: Double) {
        let style = TextStyle(size: 7.5)
        let left = x + PageGeometry.left
        if let line = setter.lines(Words.formNumber(content.form.rawValue), style).first {
            canvas.draw(line, x: left, y: PageGeometry.footBaseline - line.ascent)
        }
        if count > 1, let line = setter.lines(Words.page(index + 1, of: count), style).first {
            canvas.draw(
                line, x: left + PageGeometry.bodyWidth - line.width,
                y: PageGeometry.footBaseline - line.ascent)
        }
    }
}
