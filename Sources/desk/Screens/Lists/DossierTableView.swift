import Forms
import Models
import TUI

/// Draws a list of dossiers: one line each, columns as the width allows.
enum DossierTableView {
    private struct Column {
        var title: Phrase
        var width: Int
        var text: (SearchItem) -> String
        var role: (SearchItem) -> Role
    }

    /// Of the first column, which always stands there.
    private static let codeWidth = 22
    /// Where the line of titles is kept among the rows.
    private static let headerIndex = -1

    /// - Parameters:
    ///   - area: The first line is the header.
    ///   - due: What the time is that each has to keep.
    static func draw(
        _ table: DossierTable, into canvas: inout Canvas, area: Rect, isFocused: Bool = true,
        live: DossierTableLive = DossierTableLive(), marked: Set<ID> = [], due: Phrase = Strings.Queue.due,
        _ context: ScreenContext
    ) {
        let now = Instant(seconds: context.now)
        // Worked out only where a row has to be drawn anew.
        lazy var columns = columns(width: area.columns - 2, now: now, due: due, context.language)
        // Terms run out and turn urgent with the clock.
        let variant = Int(context.now / 60) * 2 + (context.language == .vi ? 0 : 1)
        let shape = RowStrips.Shape(version: table.version, columns: area.columns, variant: variant)
        let (header, body) = area.splitTop(1)
        table.strips.put(headerIndex, shape, into: &canvas, area: header) { canvas in
            var at = area.column + 1
            for column in columns {
                canvas.put(
                    SafeText(column.title.text(context.language)).truncated(to: column.width),
                    at: Point(at, area.row), role: .label)
                at += column.width + 1
            }
        }
        guard body.rows > 0 else { return }
        let first = table.first(rows: body.rows)
        table.drawn.record(body, first: first)
        for row in 0..<min(body.rows, table.items.count - first) {
            let index = first + row
            let line = body.line(row)
            let item = table.items[index]
            let mark = live.marks[item.id]
            let isMarked = marked.contains(item.id)
            func code() -> SafeText {
                // Behind the code, so that no colour alone tells of it.
                let chosen: SafeText = isMarked ? SafeText(" ") + Glyphs.of(context).success : .empty
                let signs = chosen + (mark.map { sign(of: $0, context) } ?? .empty)
                return SafeText(item.code).truncated(to: codeWidth - signs.width) + signs
            }
            func draw(_ canvas: inout Canvas) {
                var at = area.column + 1
                for column in columns {
                    let isCode = at == area.column + 1
                    let text = isCode ? code() : SafeText(column.text(item)).truncated(to: column.width)
                    let role = mark == .gone ? .dim : isMarked && isCode ? .match : column.role(item)
                    canvas.put(text, at: Point(at, line.row), role: role)
                    at += column.width + 1
                }
            }
            // A row with a mark is drawn anew: marks come and go without a new version.
            if mark == nil, !isMarked {
                table.strips.put(index, shape, into: &canvas, area: line) { draw(&$0) }
            } else {
                draw(&canvas)
            }
            guard index == table.cursor else { continue }
            // The code and not the blanks behind it: each change of looks costs a slow line what ten letters do.
            let lit = Rect(column: line.column + 1, row: line.row, columns: code().width, rows: 1)
            ListMark.draw(
                into: &canvas, line: line, lit: lit, isFocused: isFocused, glyphs: Glyphs.of(context))
        }
        ScrollBar.draw(
            into: &canvas,
            area: Rect(column: area.endColumn - 1, row: body.row, columns: 1, rows: body.rows),
            total: table.items.count, first: first, role: .border, glyphs: Glyphs.of(context))
    }

    /// Behind the code, so that no colour alone tells of it.
    private static func sign(of mark: DossierTableLive.Mark, _ context: ScreenContext) -> SafeText {
        switch mark {
        case .changed: context.ascii ? "*" : "•"
        case .gone: context.ascii ? "x" : "×"
        }
    }

    /// The row in one line, with what its columns may have no room for. A step that is called like its status is
    /// not said twice.
    ///
    /// - Parameter why: Why a search found it.
    static func detail(of item: SearchItem, _ language: Language, now: Instant, why: Phrase? = nil)
        -> SafeText
    {
        let step = item.stepName == item.statusName ? nil : item.stepName
        return SafeText(
            [
                why?.text(language), item.dueWarning(at: now)?.text(language), item.procedureName,
                item.statusTitle.text(language), step,
            ]
            .compactMap(\.self).joined(separator: " · "))
    }

    /// The day, of today and tomorrow the word for it; of a dossier that waits to be received, the hour too: its limit is
    /// counted in working hours.
    private static func dueText(_ item: SearchItem, _ now: Instant, _ language: Language) -> String {
        guard let due = item.dueAt else { return "" }
        if item.status != 1, !item.isOverdue(at: now), item.dueState(at: now)?.role == .dueSoon {
            let isToday = due.date == now.date
            return (isToday ? Strings.Queue.today : Strings.Queue.tomorrow).text(language)
        }
        guard item.status == 1 else { return due.date.display + (item.isOverdue(at: now) ? " !" : "") }
        return due.clock + " " + due.date.display.prefix(5) + (item.isOverdue(at: now) ? "!" : "")
    }

    /// Code and name always; due time, status and procedure as there is room. What is left goes to name and
    /// procedure.
    private static func columns(width: Int, now: Instant, due dueTitle: Phrase, _ language: Language)
        -> [Column]
    {
        var columns: [Column] = [
            Column(title: Strings.Queue.code, width: codeWidth, text: \.code, role: { _ in .link }),
            Column(title: Strings.Queue.applicant, width: 20, text: \.applicantName, role: { _ in .text }),
        ]
        func used() -> Int { columns.reduce(0) { $0 + $1.width + 1 } }
        let due = Column(
            // The sign says overdue where there is no colour.
            title: dueTitle, width: 12,
            text: { dueText($0, now, language) },
            role: { item in
                item.isOverdue(at: now) ? .overdue : item.dueState(at: now)?.role ?? .dim
            })
        let left = Column(
            title: Strings.Queue.left, width: 16,
            text: { $0.dueState(at: now)?.words?.text(language) ?? "" },
            role: { item in
                item.isOverdue(at: now) ? .overdue : item.dueState(at: now)?.role ?? .dim
            })
        let procedure = Column(
            title: Strings.Queue.procedure, width: 18, text: \.procedureName, role: { _ in .text })
        let status = Column(
            title: Strings.Queue.status, width: 18, text: { $0.statusTitle.text(language) },
            role: { _ in .dim })
        let step = Column(title: Strings.Queue.step, width: 18, text: \.stepName, role: { _ in .dim })
        let accepted = Column(
            title: Strings.Queue.accepted, width: 16, text: { $0.acceptedAt?.display ?? "" },
            role: { _ in .dim })
        for candidate in [due, procedure, status, step, left, accepted]
        where used() + candidate.width <= width {
            columns.append(candidate)
        }
        // In the order that is read: what, who, which, where it stands, until when.
        let order: [Phrase] = [
            Strings.Queue.code, Strings.Queue.applicant, Strings.Queue.procedure, Strings.Queue.step,
            Strings.Queue.status, Strings.Queue.accepted, dueTitle, Strings.Queue.left,
        ]
        columns.sort { a, b in
            (order.firstIndex(of: a.title) ?? 0) < (order.firstIndex(of: b.title) ?? 0)
        }
        var rest = width - used() + 1
        for title in [Strings.Queue.procedure, Strings.Queue.applicant] {
            guard rest > 0, let index = columns.firstIndex(where: { $0.title == title }) else { continue }
            let most = title == Strings.Queue.procedure ? 60 : 40
            let extra = min(
                title == Strings.Queue.procedure ? rest * 2 / 3 : rest, most - columns[index].width)
            columns[index].width += max(0, extra)
            rest -= max(0, extra)
        }
        return columns
    }
}
