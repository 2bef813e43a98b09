import Models

/// Sets the blocks of a slip's body as rows.
struct SlipBody {
    let setter: Typesetter
    /// Of the text, in points.
    let size: Double

    private var plain: TextStyle { TextStyle(size: size) }
    private var strong: TextStyle { TextStyle(size: size, isBold: true) }
    private var hint: TextStyle { TextStyle(size: size - 1, isItalic: true) }
    private var small: TextStyle { TextStyle(size: size - 2, isItalic: true) }
    /// White between blocks.
    private var gap: Double { size * 0.2 }
    /// At least so much of a dotted line is left to write on.
    private static let shortestDots = 20 * PageGeometry.millimetre
    private static let countColumn = 14 * PageGeometry.millimetre
    private static let signatureRoom = 13 * PageGeometry.millimetre
    private static let width = PageGeometry.bodyWidth

    func rows(_ blocks: [SlipBlock]) -> [Row] {
        var rows: [Row] = []
        for block in blocks {
            // Signatures on a page of their own could be put under anything.
            if case .signatures = block, let last = rows.indices.last { rows[last].staysWithNext = true }
            var added = self.rows(block)
            if !added.isEmpty { added[0].gap = max(added[0].gap, rows.isEmpty ? 8 : gap) }
            rows += added
        }
        return rows
    }

    private func rows(_ block: SlipBlock) -> [Row] {
        switch block {
        case .field(let field): rows(field)
        case .pair(let first, let second): rows(first, second)
        case .paragraph(let text): textRows([TextRun(text, plain)], alignment: .justified)
        case .list(let label, let items): listRows(label, items)
        case .papers(let label, let papers): paperRows(label, papers)
        case .signatures(let signatures): [signatureRow(signatures)]
        }
    }

    private func textRows(
        _ runs: [TextRun], x: Double = 0, width: Double = Self.width,
        alignment: Typesetter.Alignment = .left
    ) -> [Row] {
        Self.kept(
            setter.lines(runs, width: width, alignment: alignment).map { line in
                Row(height: line.height) { canvas, left, y in canvas.draw(line, x: left + x, y: y) }
            })
    }

    /// The first two lines of a paragraph stay together, and so do the last two.
    private static func kept(_ rows: [Row]) -> [Row] {
        var rows = rows
        if rows.count > 1 {
            rows[0].staysWithNext = true
            rows[rows.count - 2].staysWithNext = true
        }
        return rows
    }

    private func runs(_ field: SlipField) -> [TextRun] {
        let value = field.value.map { TextRun($0, field.isStrong ? strong : plain) }
        return [TextRun(field.label + ": ", plain)] + (value.map { [$0] } ?? [])
    }

    private func rows(_ field: SlipField) -> [Row] {
        if field.value != nil { return textRows(runs(field)) }
        return [dottedRow(field, x: 0, end: Self.width)].compactMap { $0 }
    }

    /// A label with a dotted line up to `end`; nil where the label takes the room.
    private func dottedRow(_ field: SlipField, x: Double, end: Double) -> Row? {
        guard let line = setter.lines(runs(field), width: nil).first, x + line.width < end else { return nil }
        return Row(height: line.height) { canvas, left, y in
            canvas.draw(line, x: left + x, y: y)
            canvas.dots(from: left + x + line.width, to: left + end, y: y + line.ascent)
        }
    }

    private func rows(_ first: SlipField, _ second: SlipField) -> [Row] {
        func needed(_ field: SlipField) -> Double {
            let width = setter.lines(runs(field), width: nil).first?.width ?? 0
            return field.value == nil ? width + Self.shortestDots : width
        }
        func stacked() -> [Row] {
            var below = rows(second)
            if !below.isEmpty { below[0].gap = gap }
            return rows(first) + below
        }
        let space = 12.0
        let split = max(Self.width / 2, needed(first) + space)
        guard split + needed(second) <= Self.width else { return stacked() }
        func row(_ field: SlipField, x: Double, end: Double) -> Row? {
            if field.value == nil { return dottedRow(field, x: x, end: end) }
            return textRows(runs(field), x: x, width: end - x + 1).first
        }
        guard let left = row(first, x: 0, end: split - space),
            let right = row(second, x: split, end: Self.width)
        else { return stacked() }
        return [
            Row(height: max(left.height, right.height)) { canvas, x, y in
                left.draw(canvas, x, y)
                right.draw(canvas, x, y)
            }
        ]
    }

    private func listRows(_ label: String, _ items: [String]) -> [Row] {
        var rows = heading(label)
        if items.isEmpty { return rows + blankRows() }
        let indent = numberWidth(items.count)
        for (index, item) in items.enumerated() {
            var lines = textRows(
                [TextRun(item, plain)], x: indent, width: Self.width - indent, alignment: .justified)
            number(index + 1, on: &lines, indent: indent)
            rows += lines
        }
        return rows
    }

    private func heading(_ label: String) -> [Row] {
        textRows([TextRun(label + ":", plain)], alignment: .justified).map { row in
            var row = row
            row.staysWithNext = true
            return row
        }
    }

    /// Lines to fill by hand.
    private func blankRows() -> [Row] {
        let height = size * 1.5
        let row = Row(height: height) { canvas, x, y in
            canvas.dots(from: x, to: x + Self.width, y: y + height - 3)
        }
        return [row, row]
    }

    private func numberWidth(_ count: Int) -> Double {
        setter.width("\(max(count, 9)). ", plain) + 2
    }

    /// Puts the entry's number before its first line.
    private func number(_ number: Int, on rows: inout [Row], indent: Double) {
        guard let first = rows.first, let line = setter.lines("\(number).", plain).first else { return }
        rows[0].gap = 1.2
        rows[0].draw = { canvas, x, y in
            canvas.draw(line, x: x + indent - line.width - 4, y: y)
            first.draw(canvas, x, y)
        }
    }

    private func paperRows(_ label: String, _ papers: [SlipPaper]) -> [Row] {
        let columns = Self.width - 2 * Self.countColumn
        var rows = heading(label)
        if papers.isEmpty { return rows + blankRows() }
        let titles = [Words.originals, Words.copies].map {
            setter.lines($0, small, width: Self.countColumn, alignment: .centre).first
        }
        let heading = rows[0]
        rows[0].draw = { canvas, x, y in
            heading.draw(canvas, x, y)
            for (index, title) in titles.enumerated() {
                guard let title else { continue }
                canvas.draw(title, x: x + columns + Double(index) * Self.countColumn, y: y + 2)
            }
        }
        let indent = numberWidth(papers.count)
        for (index, paper) in papers.enumerated() {
            var runs = [TextRun(paper.name, plain)]
            if let note = paper.note {
                runs.append(TextRun(" (\(note))", hint))
            }
            var lines = paperLines(runs, paper, x: indent, end: columns)
            number(index + 1, on: &lines, indent: indent)
            rows += lines
        }
        return rows
    }

    /// A paper's name; from the end of its last line dots lead to the two counts.
    private func paperLines(_ runs: [TextRun], _ paper: SlipPaper, x: Double, end: Double) -> [Row] {
        let lines = setter.lines(runs, width: end - x - 4)
        let counts = [paper.originals, paper.copies].map { count in
            setter.lines(
                count == 0 ? "-" : String(count), plain, width: Self.countColumn, alignment: .centre
            ).first
        }
        return Self.kept(
            lines.enumerated().map { index, line in
                Row(height: line.height) { canvas, left, y in
                    canvas.draw(line, x: left + x, y: y)
                    guard index == lines.count - 1 else { return }
                    let first = counts[0].map { left + end + $0.x - 4 } ?? left + end
                    canvas.dots(from: left + x + line.width + 3, to: first, y: y + line.ascent)
                    for (column, count) in counts.enumerated() {
                        guard let count else { continue }
                        let top = y + line.ascent - count.ascent
                        canvas.draw(count, x: left + end + Double(column) * Self.countColumn, y: top)
                    }
                }
            })
    }

    private func signatureRow(_ signatures: [SlipSignature]) -> Row {
        let column = Self.width / 2
        let set = signatures.map { signature in
            let title = setter.lines(
                signature.title, strong, width: column - 6, alignment: .centre)
            let hint = setter.lines(
                signature.hint, hint, width: column - 6, alignment: .centre)
            let name = signature.name.map {
                setter.lines($0, strong, width: column - 6, alignment: .centre)
            }
            return (above: title + hint, name: name ?? [])
        }
        func height(_ lines: [TextLine]) -> Double { lines.reduce(0) { $0 + $1.height } }
        let nameTop = (set.map { height($0.above) }.max() ?? 0) + Self.signatureRoom
        let total = nameTop + max(set.map { height($0.name) }.max() ?? 0, size * 1.2)
        return Row(gap: 8, height: total) { canvas, x, y in
            for (index, signature) in set.enumerated() {
                let left = x + 3 + (set.count == 1 ? column : Double(index) * column)
                var top = y
                for line in signature.above {
                    canvas.draw(line, x: left, y: top)
                    top += line.height
                }
                top = y + nameTop
                for line in signature.name {
                    canvas.draw(line, x: left, y: top)
                    top += line.height
                }
            }
        }
    }
}
