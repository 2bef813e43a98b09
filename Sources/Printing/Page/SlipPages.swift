import Models

/// The pages of one copy of a slip.
struct SlipPages {
    private let frame: PageFrame
    private let pages: [[Paginator.Placed]]

    init(
        setter: Typesetter, content: SlipContent, copyLabel: String, barcode: Code128, symbol: QRSymbol
    ) {
        frame = PageFrame(
            setter: setter, geometry: .a5, marks: content.marks,
            foot: content.foot, isTraining: content.isTraining,
            numbersOnlyPage: false)
        let header = SlipHeader(setter: setter, content: content, copyLabel: copyLabel, barcode: barcode)
        let head = frame.runningHead(
            [content.heading, content.codeLine, copyLabel].filter { !$0.isEmpty }.joined(separator: " · "))
        let foot = SlipFoot(setter: setter, content: content, symbol: symbol).row()
        func pages(_ size: Double) -> [[Paginator.Placed]] {
            Paginator.pages(
                header.rows() + SlipBody(setter: setter, size: size).rows(content.blocks),
                height: PageGeometry.a5.bodyHeight, head: head, foot: foot)
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
        frame.draw(pages[index], page: index, of: count, on: canvas, x: x)
    }
}
