/// The lower end of a paper's last page: the QR and what the citizen has to know.
struct PageFoot {
    let setter: Typesetter
    let texts: [String]
    let symbol: QRSymbol
    /// In points.
    let width: Double

    private static let side = 21 * PageGeometry.millimetre

    func row() -> Row {
        let style = TextStyle(size: 8.5)
        let textX = Self.side + 6
        let lines = texts.flatMap { text in
            setter.lines(text, style, width: width - textX, leading: 1.3)
        }
        let textHeight = lines.reduce(0) { $0 + $1.height }
        let height = max(Self.side, textHeight) + 3
        return Row(gap: 6, height: height) { [width] canvas, x, y in
            canvas.rule(from: x, to: x + width, y: y, thickness: 0.4)
            // The quiet zone hangs over the edge, so that the symbol itself is flush with the text.
            let module = Self.side / Double(symbol.width + 2 * QRSymbol.quietZone)
            canvas.draw(
                symbol, x: x - Double(QRSymbol.quietZone) * module, y: y + 3, side: Self.side)
            var top = y + 3 + max((Self.side - textHeight) / 2, 0)
            for line in lines {
                canvas.draw(line, x: x + textX, y: top)
                top += line.height
            }
        }
    }
}
