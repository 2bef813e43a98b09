import Forms
import Models
import TUI

/// The dossiers of an act on many, each with how it stands with it, in as many lines as its words need.
///
/// What can't be done stands first, to be seen before the rest is.
struct OutcomeList: Sendable {
    private(set) var rows: [OutcomeRow]
    private(set) var offset = 0

    init(_ rows: [OutcomeRow]) {
        self.rows = rows
        order()
    }

    /// Changes rows; those that can't be done come to the top, and the list is seen from there.
    mutating func update(_ change: (inout OutcomeRow) -> Void) {
        for index in rows.indices { change(&rows[index]) }
        order()
        offset = 0
    }

    private mutating func order() { rows = rows.filter(\.isRefused) + rows.filter { !$0.isRefused } }

    // MARK: - Lines

    /// A line of the list: a dossier, or a further line of what is said of it.
    private struct Line {
        var row: OutcomeRow
        var words: SafeText
        var isFirst: Bool
    }

    /// Code, name and the words behind them, by the width that there is.
    private struct Columns {
        var name: Int
        var words: Int

        init(_ width: Int) {
            // A wide screen shows a name whole.
            name = min(40, max(18, width / 4))
            words = 28 + name
        }
    }

    private func lines(width: Int, _ language: Language) -> [Line] {
        let columns = Columns(width)
        return rows.flatMap { row in
            let text = SafeText(row.words.text(language))
            // Beside the name, or all of it below where it doesn't fit there.
            guard text.width > max(0, width - columns.words - 2) else {
                return [Line(row: row, words: text, isFirst: true)]
            }
            return [Line(row: row, words: .empty, isFirst: true)]
                + text.wrapped(to: max(20, width - 6)).map { Line(row: row, words: $0, isFirst: false) }
        }
    }

    func lineCount(width: Int, _ language: Language) -> Int { lines(width: width, language).count }

    /// Scrolls by a key; false where the key means something else.
    ///
    /// - Parameter rows: Those of the list on the screen.
    mutating func scroll(_ key: Key, rows: Int, width: Int, _ language: Language) -> Bool {
        guard key.modifiers.isEmpty else { return false }
        let (count, page) = (lineCount(width: width, language), max(1, rows))
        switch key.code {
        case .up: offset -= 1
        case .down: offset += 1
        case .pageUp: offset -= max(1, page - 1)
        case .pageDown: offset += max(1, page - 1)
        case .home: offset = 0
        case .end: offset = count
        default: return false
        }
        offset = max(0, min(offset, count - page))
        return true
    }

    func draw(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let lines = lines(width: area.columns, context.language)
        let (columns, glyphs) = (Columns(area.columns), Glyphs.of(context))
        let first = max(0, min(offset, lines.count - area.rows))
        for (index, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
            let (sign, role) = line.row.look(glyphs)
            let at = area.origin.offset(columns: 1, rows: index)
            guard line.isFirst else {
                canvas.put(line.words, at: at.offset(columns: 4), role: role)
                continue
            }
            canvas.put(sign, at: at, role: role)
            canvas.put(SafeText(line.row.code).truncated(to: 24), at: at.offset(columns: 2), role: .link)
            canvas.put(SafeText(line.row.name).truncated(to: columns.name), at: at.offset(columns: 27))
            canvas.put(line.words, at: at.offset(columns: columns.words), role: role)
        }
        ScrollBar.draw(
            into: &canvas, area: area.splitRight(1).right, total: lines.count, first: first, role: .border,
            glyphs: glyphs)
    }
}
