import Models

/// The lower end of a slip's last page: the QR and what the citizen has to know.
struct SlipFoot {
    let setter: Typesetter
    let content: SlipContent
    let symbol: QRSymbol

    private static let side = 21 * PageGeometry.millimetre

    func row() -> Row {
        let style = TextStyle(size: 8.5)
        let textX = Self.side + 6
        let texts = content.notes.isEmpty ? [Words.scanForCode] : content.notes
        let lines = texts.flatMap { text in
            setter.lines(text, style, width: PageGeometry.a5.bodyWidth - textX, leading: 1.3)
        }
        let textHeight = lines.reduce(0) { $0 + $1.height }
        let height = max(Self.side, textHeight) + 3
        return Row(gap: 6, height: height) { canvas, x, y in
            canvas.rule(from: x, to: x + PageGeometry.a5.bodyWidth, y: y, thickness: 0.4)
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
