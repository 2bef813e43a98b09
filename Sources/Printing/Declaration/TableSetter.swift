import Models

/// Sets a table as rows: its head is repeated on every page, and a cell of any length goes on over pages.
struct TableSetter {
    let text: BodyText

    private static let padding = 3.0
    /// No word asks for more of the table's width than this: a longer one is broken.
    private static let widestWord = 0.3
    /// An entry of more characters takes what room there is.
    private static let longestMeasured = 60
    /// A row of more lines may be parted between pages.
    private static let keptLines = 8

    /// - Parameters:
    ///   - numbers: What stands before each row; nil counts them.
    ///   - sums: So many rows at the end sum the others up and have no number of their own.
    ///   - amounts: Columns whose figures stand one under another, to the right.
    func rows(
        _ table: DeclarationTable, numbers: [Int]? = nil, sums: Int = 0, amounts: Set<Int> = []
    ) -> [Row] {
        let size = text.size - (table.columns.count > 6 ? 2.5 : 1.5)
        let style = TextStyle(size: size)
        let strong = TextStyle(size: size, isBold: true)
        let last = numbers?.max() ?? table.rows.count
        let widths = widths(table, upTo: last, style, strong)
        let titles = [DeclarationContent.rowNumber] + table.columns.map(\.title)
        var head = strips(titles, widths, strong, least: 0) { _ in .centre }
        for index in head.indices { head[index].staysWithNext = true }
        var rows = head
        for (index, row) in table.rows.enumerated() {
            let cells =
                [index >= table.rows.count - sums ? "" : String(numbers?[index] ?? index + 1)]
                + row.map { $0.text + ($0.isWrong && !$0.text.isEmpty ? DeclarationContent.wrongMark : "") }
            // The first column is the row's number.
            var strips = strips(cells, widths, style, least: size * 2) { column in
                column == 0 ? .centre : amounts.contains(column - 1) ? .right : .left
            }
            if strips.count <= Self.keptLines {
                for index in strips.indices.dropLast() { strips[index].staysWithNext = true }
            } else {
                strips = BodyText.kept(strips)
            }
            for index in strips.indices { strips[index].pageHead = head }
            // The last row does not begin a page alone.
            if index == table.rows.count - 1, index > 0, let last = rows.indices.last {
                rows[last].staysWithNext = true
            }
            rows += strips
        }
        return rows
    }

    /// One strip for each line of the row's longest cell.
    private func strips(
        _ cells: [String], _ widths: [Double], _ style: TextStyle, least: Double,
        alignment: (Int) -> Typesetter.Alignment
    ) -> [Row] {
        let cells = zip(cells, widths).enumerated().map { index, cell in
            let (words, width) = cell
            return words.isEmpty
                ? []
                : words.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
                    text.setter.lines(
                        String(line), style, width: width - 2 * Self.padding,
                        alignment: alignment(index))
                }
        }
        let count = max(cells.map(\.count).max() ?? 0, 1)
        var edges = [0.0]
        for width in widths { edges.append((edges.last ?? 0) + width) }
        let end = edges.last ?? 0
        return (0..<count).map { index in
            let above = index == 0 ? Self.padding : 0
            let below = index == count - 1 ? Self.padding : 0
            let lines = cells.map { index < $0.count ? $0[index] : nil }
            let tallest = lines.compactMap { $0?.height }.max() ?? style.size * 1.2
            let height = max(above + tallest + below, count == 1 ? least : 0)
            return Row(
                height: height,
                draw: { canvas, x, y in
                    for (edge, line) in zip(edges, lines) {
                        if let line { canvas.draw(line, x: x + edge + Self.padding, y: y + above) }
                    }
                    for edge in edges { canvas.upright(x: x + edge, from: y, to: y + height) }
                    if index == 0 { canvas.rule(from: x, to: x + end, y: y) }
                    if index == count - 1 { canvas.rule(from: x, to: x + end, y: y + height) }
                },
                drawLast: { canvas, x, y in canvas.rule(from: x, to: x + end, y: y + height) })
        }
    }

    /// Of the number's column and the others; together the body's width.
    ///
    /// Each column gets what its longest word needs; what is left goes to those whose entries are longer.
    private func widths(
        _ table: DeclarationTable, upTo number: Int, _ style: TextStyle, _ strong: TextStyle
    ) -> [Double] {
        let around = 2 * Self.padding + 1
        let first =
            max(
                text.setter.width(DeclarationContent.rowNumber, strong),
                text.setter.width(String(number), style)) + around
        let room = text.width - first
        let needs = table.columns.enumerated().map { index, column in
            let cells = table.rows.map { $0[index].text }
            let least = min(
                max(longestWord([column.title], strong), longestWord(cells, style)),
                text.width * Self.widestWord)
            let longest = cells.map { min($0.count, Self.longestMeasured) }.max() ?? 0
            let usual = Double(max(longest, column.characters)) * style.size * 0.48
            // A title is best on two lines.
            let title = text.setter.width(column.title, strong) * 0.55
            return (least: least + around, wanted: max(least, usual, title) + around)
        }
        let least = needs.reduce(0) { $0 + $1.least }
        if least > room { return [first] + needs.map { $0.least * room / least } }
        let surplus = needs.map { $0.wanted - $0.least + 1 }
        let all = surplus.reduce(0, +)
        return [first] + zip(needs, surplus).map { $0.least + (room - least) * $1 / all }
    }

    private func longestWord(_ texts: [String], _ style: TextStyle) -> Double {
        var longest: Substring = ""
        for text in texts where text.utf8.count > longest.utf8.count {
            for word in text.split(whereSeparator: { $0 == " " || $0.isNewline })
            where word.count > longest.count { longest = word }
        }
        return text.setter.width(String(longest.prefix(Self.longestMeasured)), style)
    }
}
