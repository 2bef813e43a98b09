import Models

/// The upper part of a declaration: the form's number, the state's name and motto, the title, the addressee.
struct DeclarationHeader {
    let text: BodyText
    let content: DeclarationContent

    func rows() -> [Row] {
        var rows = number() + state()
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

    /// At the right, above everything else.
    private func number() -> [Row] {
        guard let number = content.number else { return [] }
        let lines = text.setter.lines(number, TextStyle(size: 11, isBold: true), width: text.width)
        return lines.map { line in
            Row(height: line.height + 2) { [width = text.width] canvas, x, y in
                canvas.draw(line, x: x + width - line.width - line.x, y: y)
            }
        }
    }

    private func state() -> [Row] {
        let motto = centred(SlipContent.motto, TextStyle(size: 13.5, isBold: true))
        let rule = motto.last?.width ?? 0
        let middle = text.width / 2
        return block(centred(SlipContent.nation, TextStyle(size: 12.5, isBold: true)), gap: 4)
            + block(motto, gap: 0)
            + [
                Row(height: 4) { canvas, x, y in
                    canvas.rule(from: x + middle - rule / 2, to: x + middle + rule / 2, y: y + 2)
                }
            ]
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
