import Models

/// The head of a slip: who issues it, the state's name and motto, the title, the code and its bars.
struct SlipHeader {
    let setter: Typesetter
    let content: SlipContent
    let copyLabel: String
    let barcode: Code128

    func rows() -> [Row] {
        [issuer(), title(), code(), copy()].compactMap { $0 }.map { row in
            var row = row
            row.staysWithNext = true
            return row
        }
    }

    private func issuer() -> Row {
        IssuerBlock(
            setter: setter, width: PageGeometry.a5.bodyWidth, largest: 9.5, authority: content.authority,
            desk: content.desk, number: content.number, placeAndDate: content.placeAndDate
        ).row()
    }

    private func title() -> Row {
        let lines = setter.balanced(
            content.title, TextStyle(size: 13, isBold: true), width: PageGeometry.a5.bodyWidth)
        return Row(gap: 9, height: Self.height(lines)) { canvas, x, y in
            canvas.draw(lines, x: x, y: y)
        }
    }

    private func code() -> Row {
        let line = setter.lines(
            content.codeLine, TextStyle(size: 10.5, isBold: true), width: PageGeometry.a5.bodyWidth,
            alignment: .centre)
        let height = 8 * PageGeometry.millimetre
        let room = PageGeometry.a5.bodyWidth
        let modules = Double(barcode.width + 2 * Code128.quietZone)
        // A third of a millimetre where there is room: what hand-held scanners read from any desk printer.
        let module = min(0.33 * PageGeometry.millimetre, room / modules)
        let textHeight = Self.height(line)
        return Row(gap: 1, height: textHeight + 3 + height) { canvas, x, y in
            canvas.draw(line, x: x, y: y)
            canvas.draw(
                barcode, x: x + (room - Double(barcode.width) * module) / 2, y: y + textHeight + 3,
                module: module, height: height)
        }
    }

    private func copy() -> Row? {
        if copyLabel.isEmpty { return nil }
        let lines = setter.lines(
            "(\(copyLabel))", TextStyle(size: 9.5, isItalic: true), width: PageGeometry.a5.bodyWidth,
            alignment: .centre)
        return Row(gap: 3, height: Self.height(lines)) { canvas, x, y in
            canvas.draw(lines, x: x, y: y)
        }
    }

    private static func height(_ lines: [TextLine]) -> Double {
        lines.reduce(0) { $0 + $1.height }
    }
}
