import Models

/// Sets what the bodies of all papers have in common as rows: paragraphs, fields, signatures.
struct BodyText {
    let setter: Typesetter
    /// Of the text, in points.
    let size: Double
    /// Of the body, in points.
    let width: Double

    var plain: TextStyle { TextStyle(size: size) }
    var strong: TextStyle { TextStyle(size: size, isBold: true) }
    var hint: TextStyle { TextStyle(size: size - 1, isItalic: true) }
    var small: TextStyle { TextStyle(size: size - 2, isItalic: true) }
    /// White between blocks.
    var gap: Double { size * 0.2 }
    /// At least so much of a dotted line is left to write on.
    private static let shortestDots = 20 * PageGeometry.millimetre
    private static let signatureRoom = 13 * PageGeometry.millimetre

    /// A paragraph of at least two lines is not parted after its first or before its last.
    func rows(
        _ runs: [TextRun], x: Double = 0, width: Double? = nil, alignment: Typesetter.Alignment = .left
    ) -> [Row] {
        Self.kept(
            setter.lines(runs, width: width ?? self.width - x, alignment: alignment).map { line in
                Row(height: line.height) { canvas, left, y in canvas.draw(line, x: left + x, y: y) }
            })
    }

    func rows(
        _ text: String, _ style: TextStyle, x: Double = 0, alignment: Typesetter.Alignment = .left
    ) -> [Row] {
        rows([TextRun(text, style)], x: x, alignment: alignment)
    }

    /// A heading, on one page with what follows it.
    func heading(_ text: String, _ style: TextStyle, alignment: Typesetter.Alignment = .justified) -> [Row] {
        rows(text, style, alignment: alignment).map { row in
            var row = row
            row.staysWithNext = true
            return row
        }
    }

    /// The first two lines of a paragraph stay together, and so do the last two.
    static func kept(_ rows: [Row]) -> [Row] {
        var rows = rows
        if rows.count > 1 {
            rows[0].staysWithNext = true
            rows[rows.count - 2].staysWithNext = true
        }
        return rows
    }

    private func runs(_ field: SlipField, separator: String = ": ") -> [TextRun] {
        let label = field.label.isEmpty ? "" : field.label + separator
        let value = field.value.map { TextRun($0, field.isStrong ? strong : plain) }
        return [TextRun(label, plain)] + (value.map { [$0] } ?? [])
    }

    /// - Parameter blankLines: dotted lines where there is no value.
    func rows(_ field: SlipField, blankLines: Int = 1) -> [Row] {
        if field.value != nil { return rows(runs(field)) }
        if let row = dottedRow(field, x: 0, end: width, least: Self.shortestDots / 2) {
            return [row] + self.blankLines(blankLines - 1)
        }
        return heading(field.label + ":", plain, alignment: .left) + self.blankLines(max(blankLines, 1))
    }

    /// Lines to fill by hand.
    func blankLines(_ count: Int) -> [Row] {
        let height = size * 1.5
        let row = Row(height: height) { [width] canvas, x, y in
            canvas.dots(from: x, to: x + width, y: y + height - 3)
        }
        return Array(repeating: row, count: max(count, 0))
    }

    /// A label with a dotted line up to `end`; nil where the label leaves less than `least` of it.
    func dottedRow(
        _ field: SlipField, x: Double, end: Double, least: Double = 0, separator: String = ": "
    ) -> Row? {
        guard let line = setter.lines(runs(field, separator: separator), width: nil).first,
            x + line.width + least < end
        else { return nil }
        return Row(height: line.height) { canvas, left, y in
            canvas.draw(line, x: left + x, y: y)
            canvas.dots(from: left + x + line.width, to: left + end, y: y + line.ascent)
        }
    }

    /// Two fields on one line where it has the room, below each other where it has not.
    func rows(_ first: SlipField, _ second: SlipField) -> [Row] {
        func stacked() -> [Row] {
            var below = rows(second)
            if !below.isEmpty { below[0].gap = gap }
            return rows(first) + below
        }
        return sideBySide(first, second).map { [$0] } ?? stacked()
    }

    /// Two fields on one line; nil where it has not the room.
    func sideBySide(_ first: SlipField, _ second: SlipField) -> Row? {
        func needed(_ field: SlipField) -> Double {
            let width = setter.lines(runs(field), width: nil).first?.width ?? 0
            return field.value == nil ? width + Self.shortestDots : width
        }
        let space = 12.0
        let split = max(width / 2, needed(first) + space)
        guard split + needed(second) <= width else { return nil }
        func row(_ field: SlipField, x: Double, end: Double) -> Row? {
            if field.value == nil { return dottedRow(field, x: x, end: end) }
            return rows(runs(field), x: x, width: end - x + 1).first
        }
        guard let left = row(first, x: 0, end: split - space),
            let right = row(second, x: split, end: width)
        else { return nil }
        return Row(height: max(left.height, right.height)) { canvas, x, y in
            left.draw(canvas, x, y)
            right.draw(canvas, x, y)
        }
    }

    /// Side by side; a single one at the right.
    func signatures(_ signatures: [SlipSignature]) -> Row {
        let column = width / Double(max(signatures.count, 2))
        // Four titles beside each other are set smaller, or they would be torn into many lines.
        let step = signatures.count > 2 ? 1.5 : 0
        let title = TextStyle(size: size - step, isBold: true)
        let hint = TextStyle(size: size - 1 - step, isItalic: true)
        func lines(_ text: String?, _ style: TextStyle) -> [TextLine] {
            guard let text, !text.isEmpty else { return [] }
            return setter.balanced(text, style, width: column - 6)
        }
        func height(_ lines: [TextLine]) -> Double { lines.reduce(0) { $0 + $1.height } }
        let set = signatures.map { signature in
            (
                date: lines(signature.date, hint),
                above: lines(signature.title, title) + lines(signature.hint, hint),
                name: lines(signature.name, title)
            )
        }
        let dateHeight = set.map { height($0.date) }.max() ?? 0
        let titleTop = dateHeight > 0 ? dateHeight + gap : 0
        let nameTop = titleTop + (set.map { height($0.above) }.max() ?? 0) + Self.signatureRoom
        let total = nameTop + max(set.map { height($0.name) }.max() ?? 0, size * 1.2)
        return Row(gap: 8, height: total) { canvas, x, y in
            for (index, signature) in set.enumerated() {
                let left = x + 3 + (set.count == 1 ? column : Double(index) * column)
                canvas.draw(signature.date, x: left, y: y)
                canvas.draw(signature.above, x: left, y: y + titleTop)
                canvas.draw(signature.name, x: left, y: y + nameTop)
            }
        }
    }
}
