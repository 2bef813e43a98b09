import Models

/// The head of a slip: who issues it, the state's name and motto, the title, the code and its bars.
///
/// NĐ 30/2020/NĐ-CP, Phụ lục I: the issuer at the left with a rule of a third to half its line below, the
/// state's name and motto at the right with a rule as long as the motto, number and date on one line.
struct SlipHeader {
    let setter: Typesetter
    let content: SlipContent
    let copyLabel: String
    let barcode: Code128

    private static let leftShare = 0.42
    private static let gutter = 6.0

    func rows() -> [Row] {
        [issuerAndState(), title(), code(), copy()].compactMap { $0 }.map { row in
            var row = row
            row.staysWithNext = true
            return row
        }
    }

    private func issuerAndState() -> Row {
        let width = PageGeometry.a5.bodyWidth
        let leftWidth = (width - Self.gutter) * Self.leftShare
        let rightWidth = width - Self.gutter - leftWidth
        let size = stateSize(rightWidth)
        let capitals = TextStyle(size: size)
        let bold = TextStyle(size: size, isBold: true)
        let authority = setter.balanced(content.authority, capitals, width: leftWidth)
        let desk = setter.balanced(content.desk, bold, width: leftWidth)
        let nation = setter.lines(SlipContent.nation, bold, width: rightWidth, alignment: .centre)
        let motto = setter.lines(
            SlipContent.motto, TextStyle(size: size + 1, isBold: true), width: rightWidth,
            alignment: .centre)
        let number = setter.lines(
            content.number, TextStyle(size: size + 0.7), width: leftWidth, alignment: .centre)
        let date = setter.lines(
            content.placeAndDate, TextStyle(size: size + 0.7, isItalic: true), width: rightWidth,
            alignment: .centre)
        let leftRule = (desk.last?.width ?? 0) * 0.45
        let rightRule = motto.last?.width ?? 0
        let ruleRoom = 5.0
        let lower =
            max(Self.height(authority + desk), Self.height(nation + motto)) + ruleRoom + 2
        return Row(height: lower + max(Self.height(number), Self.height(date))) { canvas, x, y in
            let right = x + leftWidth + Self.gutter
            let leftEnd = canvas.draw(authority + desk, x: x, y: y)
            let middle = x + leftWidth / 2
            canvas.rule(from: middle - leftRule / 2, to: middle + leftRule / 2, y: leftEnd + ruleRoom / 2)
            let rightEnd = canvas.draw(nation + motto, x: right, y: y)
            let rightMiddle = right + rightWidth / 2
            canvas.rule(
                from: rightMiddle - rightRule / 2, to: rightMiddle + rightRule / 2,
                y: rightEnd + ruleRoom / 2)
            canvas.draw(number, x: x, y: y + lower)
            canvas.draw(date, x: right, y: y + lower)
        }
    }

    /// The largest size, 7 to 9.5 points, at which the state's name stands on one line, as it has to.
    private func stateSize(_ width: Double) -> Double {
        let reference = setter.width(SlipContent.nation, TextStyle(size: 10, isBold: true))
        return min(max((width / reference * 10 * 4).rounded(.down) / 4, 7), 9.5)
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
