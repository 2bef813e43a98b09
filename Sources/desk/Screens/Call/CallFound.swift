import APIClient
import Forms
import Models
import TUI

/// What was found for what the caller says: dossiers, answers, and the caller's earlier tickets, in one list.
struct CallFound: Sendable {
    enum Row: Sendable {
        case dossier(SearchItem)
        case answer(ScriptAnswer)
        case ticket(Ticket)
    }

    private(set) var rows: [Row] = []
    private(set) var cursor = 0
    private var offset = 0
    private let drawn = DrawnList()

    var selected: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }

    /// Questions come first where the words are those of a question: where no dossier was found they are all there is.
    mutating func replace(dossiers: [SearchItem], answers: [ScriptAnswer], tickets: [Ticket]) {
        rows = dossiers.map(Row.dossier) + answers.map(Row.answer) + tickets.map(Row.ticket)
        (cursor, offset) = (0, 0)
    }

    /// The caller's tickets, once each, below all else.
    mutating func add(_ tickets: [Ticket]) {
        let known = Set(
            rows.compactMap { row in if case .ticket(let ticket) = row { ticket.id } else { nil } })
        rows += tickets.filter { !known.contains($0.id) }.map(Row.ticket)
    }

    mutating func handle(_ key: Key, rows visible: Int) -> Bool {
        guard key.modifiers.isEmpty, !rows.isEmpty else { return false }
        let target: Int
        switch key.code {
        case .up: target = cursor - 1
        case .down: target = cursor + 1
        case .pageUp: target = cursor - max(1, visible - 1)
        case .pageDown: target = cursor + max(1, visible - 1)
        default: return false
        }
        cursor = min(max(0, target), rows.count - 1)
        offset = ListPlace.offset(offset, cursor: cursor, rows: max(1, visible))
        return true
    }

    /// True where the row under the bar was clicked, so that it is to be opened; nil where the mouse means nothing here.
    mutating func point(_ mouse: Mouse) -> Bool? {
        switch drawn.click(mouse, bar: cursor, count: rows.count) {
        case .open: return true
        case .row(let row):
            cursor = row
            return false
        case nil: return nil
        }
    }

    func draw(into canvas: inout Canvas, area: Rect, isFocused: Bool, _ context: ScreenContext) {
        let language = context.language
        let first = ListPlace.offset(
            min(offset, max(0, rows.count - area.rows)), cursor: cursor, rows: area.rows)
        drawn.record(area, first: first)
        for line in 0..<min(area.rows, rows.count - first) {
            let rect = area.line(line)
            let row = rows[first + line]
            let mark = SafeText(row.mark.text(language))
            canvas.put(mark, at: Point(rect.column + 1, rect.row), role: .key)
            let tail = SafeText(row.tail(language, now: Instant(seconds: context.now)))
            let room = rect.columns - 6 - (tail.isEmpty ? 0 : tail.width + 1)
            let head = SafeText(row.head).truncated(to: max(4, room))
            canvas.put(head, at: Point(rect.column + 4, rect.row), role: row.role)
            canvas.put(
                tail, at: Point(rect.endColumn - tail.width - 1, rect.row),
                role: row.tailRole(now: Instant(seconds: context.now)))
            guard first + line == cursor else { continue }
            ListMark.draw(
                into: &canvas, line: rect,
                lit: Rect(column: rect.column + 4, row: rect.row, columns: head.width, rows: 1),
                isFocused: isFocused, glyphs: Glyphs.of(context))
        }
        ScrollBar.draw(
            into: &canvas, area: Rect(column: area.endColumn - 1, row: area.row, columns: 1, rows: area.rows),
            total: rows.count, first: first, role: .border, glyphs: Glyphs.of(context))
    }
}

extension CallFound.Row {
    var mark: Phrase {
        switch self {
        case .dossier: Strings.Call.dossierMark
        case .answer: Strings.Call.questionMark
        case .ticket: Strings.Call.ticketMark
        }
    }

    /// What it is, in one line.
    var head: String {
        switch self {
        case .dossier(let item): item.code + "  " + item.applicantName + " · " + item.procedureName
        case .answer(let answer): answer.question
        case .ticket(let ticket): ticket.code + "  " + ticket.subject
        }
    }

    func tail(_ language: Language, now: Instant) -> String {
        switch self {
        case .dossier(let item):
            (item.isOverdue(at: now) ? "! " : "") + item.statusTitle.text(language)
        case .answer: ""
        case .ticket(let ticket): TicketLine.state(ticket, now: now, language)
        }
    }

    fileprivate var role: Role {
        if case .answer = self { .text } else { .link }
    }

    fileprivate func tailRole(now: Instant) -> Role {
        switch self {
        case .dossier(let item): item.isOverdue(at: now) ? .overdue : .dim
        case .answer: .dim
        case .ticket(let ticket): TicketLine.role(ticket, now: now)
        }
    }
}
