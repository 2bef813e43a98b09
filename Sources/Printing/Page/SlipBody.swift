import Models

/// Sets the blocks of a slip's body as rows.
struct SlipBody {
    let setter: Typesetter
    /// Of the text, in points.
    let size: Double

    private static let width = PageGeometry.a5.bodyWidth
    private static let countColumn = 14 * PageGeometry.millimetre

    private var text: BodyText { BodyText(setter: setter, size: size, width: Self.width) }

    func rows(_ blocks: [SlipBlock]) -> [Row] {
        var rows: [Row] = []
        for block in blocks {
            // Signatures on a page of their own could be put under anything.
            if case .signatures = block, let last = rows.indices.last { rows[last].staysWithNext = true }
            var added = self.rows(block)
            if !added.isEmpty { added[0].gap = max(added[0].gap, rows.isEmpty ? 8 : text.gap) }
            rows += added
        }
        return rows
    }

    private func rows(_ block: SlipBlock) -> [Row] {
        switch block {
        case .field(let field): text.rows(field)
        case .pair(let first, let second): text.rows(first, second)
        case .paragraph(let paragraph): text.rows(paragraph, text.plain, alignment: .justified)
        case .list(let label, let items): listRows(label, items)
        case .papers(let label, let papers): paperRows(label, papers)
        case .table(let table): TableSetter(text: text).rows(DeclarationTable(table))
        case .signatures(let signatures): [text.signatures(signatures)]
        }
    }

    private func listRows(_ label: String, _ items: [String]) -> [Row] {
        var rows = text.heading(label + ":", text.plain)
        if items.isEmpty { return rows + text.blankLines(2) }
        let indent = numberWidth(items.count)
        for (index, item) in items.enumerated() {
            var lines = text.rows(item, text.plain, x: indent, alignment: .justified)
            number(index + 1, on: &lines, indent: indent)
            rows += lines
        }
        return rows
    }

    private func numberWidth(_ count: Int) -> Double {
        setter.width("\(max(count, 9)). ", text.plain) + 2
    }

    /// Puts the entry's number before its first line.
    private func number(_ number: Int, on rows: inout [Row], indent: Double) {
        guard let first = rows.first, let line = setter.lines("\(number).", text.plain).first else { return }
        rows[0].gap = 1.2
        rows[0].draw = { canvas, x, y in
            canvas.draw(line, x: x + indent - line.width - 4, y: y)
            first.draw(canvas, x, y)
        }
    }

    private func paperRows(_ label: String, _ papers: [SlipPaper]) -> [Row] {
        let columns = Self.width - 2 * Self.countColumn
        var rows = text.heading(label + ":", text.plain)
        if papers.isEmpty { return rows + text.blankLines(2) }
        let titles = [Words.originals, Words.copies].map {
            setter.lines($0, text.small, width: Self.countColumn, alignment: .centre).first
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
            var runs = [TextRun(paper.name, text.plain)]
            if let note = paper.note {
                runs.append(TextRun(" (\(note))", text.hint))
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
                count == 0 ? "-" : String(count), text.plain, width: Self.countColumn, alignment: .centre
            ).first
        }
        return BodyText.kept(
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
}
