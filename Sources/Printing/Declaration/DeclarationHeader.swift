import Models

/// The upper part of a declaration: the form's number, the state's name and motto, the title, the addressee;
/// the QR of a dossier at the left.
struct DeclarationHeader {
    let text: BodyText
    let content: DeclarationContent
    /// Nil while there is no code.
    let symbol: QRSymbol?

    private static let side = 21 * PageGeometry.millimetre

    func rows() -> [Row] {
        var rows = [top()]
        rows += block(
            text.setter.balanced(content.title, TextStyle(size: 14, isBold: true), width: text.width), gap: 16
        )
        if let code = content.codeLine {
            rows += block(centred(code, TextStyle(size: 11, isBold: true)), gap: 3)
        }
        rows += addressee()
        for index in rows.indices { rows[index].staysWithNext = true }
        if let opening = content.opening {
            var lines = text.rows(opening, text.plain, alignment: .justified)
            if !lines.isEmpty { lines[0].gap = 8 }
            rows += lines
        }
        return rows
    }

    /// The number at the right, the state's name and motto in the middle below it, the QR at the left.
    private func top() -> Row {
        let width = text.width
        let beside = symbol == nil ? 0 : Self.side
        let number =
            content.number.map {
                text.setter.lines($0, TextStyle(size: 11, isBold: true), width: width - beside - 6)
            } ?? []
        let nation = centred(SlipContent.nation, TextStyle(size: 12.5, isBold: true))
        let motto = centred(SlipContent.motto, TextStyle(size: 13.5, isBold: true))
        let rule = motto.last?.width ?? 0
        let below = number.isEmpty ? 0.0 : 4
        let natural = (number + nation + motto).reduce(below + 4) { $0 + $1.height }
        return Row(height: max(natural, beside)) { canvas, x, y in
            if let symbol {
                // The quiet zone hangs over the edge, so that the symbol itself is flush with the text.
                let module = Self.side / Double(symbol.width + 2 * QRSymbol.quietZone)
                canvas.draw(symbol, x: x - Double(QRSymbol.quietZone) * module, y: y, side: Self.side)
            }
            var top = y
            for line in number {
                canvas.draw(line, x: x + width - line.width - line.x, y: top)
                top += line.height
            }
            top = canvas.draw(nation + motto, x: x, y: top + below)
            canvas.rule(from: x + (width - rule) / 2, to: x + (width + rule) / 2, y: top + 2)
        }
    }

    private func addressee() -> [Row] {
        guard let addressee = content.addressee else { return [] }
        let written = DeclarationContent.addressing + addressee.text
        if addressee.isOpen {
            let indent = 15 * PageGeometry.millimetre
            let field = SlipField(DeclarationContent.addressing + addressee.text, nil)
            if var row = text.dottedRow(
                field, x: indent, end: text.width - indent, least: 25 * PageGeometry.millimetre,
                separator: " ")
            {
                row.gap = 10
                return [row]
            }
        }
        let end = addressee.isOpen ? " ……………………………" : ""
        return block(centred(written + end, text.plain), gap: 10)
    }

    private func centred(_ words: String, _ style: TextStyle) -> [TextLine] {
        text.setter.lines(words, style, width: text.width, alignment: .centre)
    }

    private func block(_ lines: [TextLine], gap: Double) -> [Row] {
        lines.enumerated().map { index, line in
            Row(gap: index == 0 ? gap : 0, height: line.height) { canvas, x, y in
                canvas.draw(line, x: x, y: y)
            }
        }
    }
}
