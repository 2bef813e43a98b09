import APIClient
import Forms
import Models
import TUI

/// What Home shows a hotline's officer instead of queues: the day's calls, unfinished cards first, the open tickets with
/// their clocks, and the day as a picture.
struct HotlineBoard: Sendable {
    /// One row of the calls.
    enum Call: Sendable {
        case unfinished(Draft)
        case saved(HotlineCall)
    }

    var calls = Remote<[HotlineCall]>.none
    /// For the calls before those; nil where all of the day are listed.
    var callsCursor: String?
    var isLoadingCalls = false
    var tickets = Remote<[Ticket]>.none
    var figures: CallFigures?
    var callCursor = 0
    var ticketCursor = 0
    let drawnCalls = DrawnList()
    let drawnTickets = DrawnList()

    func rows(_ drafts: [Draft]) -> [Call] {
        drafts.map(Call.unfinished) + (calls.value ?? []).map(Call.saved)
    }

    /// Earlier calls, each once.
    mutating func append(_ page: Page<HotlineCall>) {
        let known = Set((calls.value ?? []).map(\.id))
        calls = .ready((calls.value ?? []) + page.items.filter { !known.contains($0.id) })
        callsCursor = page.nextCursor
    }

    mutating func settle(_ drafts: [Draft]) {
        callCursor = min(callCursor, max(0, rows(drafts).count - 1))
        ticketCursor = min(ticketCursor, max(0, (tickets.value?.count ?? 0) - 1))
    }

    // MARK: - Drawing

    func draw(
        into canvas: inout Canvas, drafts: [Draft], panel: HomeScreen.Panel, _ context: ScreenContext
    ) {
        let area = canvas.bounds
        let chartRows = area.rows >= 18 ? min(12, max(8, area.rows / 3)) : 0
        let (top, below) = area.splitTop(area.rows - chartRows)
        let left = area.columns >= 72 ? area.columns * 11 / 20 : area.columns
        let (calls, tickets) =
            area.columns >= 72 ? top.splitLeft(left) : top.splitTop(top.rows / 2)
        drawCalls(into: &canvas, area: calls, drafts, isFocused: panel == .queues, context)
        drawTickets(into: &canvas, area: tickets, isFocused: panel == .drafts, context)
        guard let figures, below.rows >= DayChart.leastRows else { return }
        let (hours, results) =
            area.columns >= 72 ? below.splitLeft(left) : (below, Rect(column: 0, row: 0, columns: 0, rows: 0))
        CallChart.draw(figures, into: &canvas, hours: hours, results: results, context)
    }

    private func drawCalls(
        into canvas: inout Canvas, area: Rect, _ drafts: [Draft], isFocused: Bool, _ context: ScreenContext
    ) {
        let language = context.language
        let today = Instant(seconds: context.now).date
        let day = "\(Strings.Common.weekday(today.weekday).text(language)) \(today.display)"
        let title = Strings.Call.today.text(language) + ", " + day
        let rows = rows(drafts)
        let inside = box(title, area, isFocused, into: &canvas)
        guard !rows.isEmpty else {
            return say(calls.failure, calls.isLoading, Strings.Call.noCalls, inside, into: &canvas, context)
        }
        let first = max(0, callCursor - inside.rows + 1)
        drawnCalls.record(inside, first: first)
        for (line, row) in rows.dropFirst(first).prefix(inside.rows).enumerated() {
            let rect = inside.line(line)
            let isLit = isFocused && first + line == callCursor
            if isLit { light(rect, area, into: &canvas) }
            let (head, tail, role): (String, String, Role)
            switch row {
            case .unfinished(let draft):
                let expiry = DraftExpiry(draft.expiresAt, now: Instant(seconds: context.now))
                let words = expiry.isSoon ? expiry.words : Strings.Call.unfinished
                (head, tail, role) = (
                    draft.updatedAt.clock + "  " + draft.title, words.text(language), .warning
                )
            case .saved(let call):
                let who = call.callerName ?? call.phone ?? Strings.Call.unknownNumber.text(language)
                let about = call.dossier?.code ?? Strings.Call.name(call.topic).text(language)
                (head, tail, role) = (
                    call.endedAt.clock + "  " + who + " · " + about,
                    Strings.Call.name(call.result).text(language), call.result == .ticket ? .warning : .dim
                )
            }
            put(head, tail, role, rect, isLit, into: &canvas)
        }
    }

    private func drawTickets(
        into canvas: inout Canvas, area: Rect, isFocused: Bool, _ context: ScreenContext
    ) {
        let language = context.language
        let inside = box(Strings.Call.openTickets.text(language), area, isFocused, into: &canvas)
        let items = tickets.value ?? []
        guard !items.isEmpty else {
            return say(
                tickets.failure, tickets.isLoading, Strings.Call.noTickets, inside, into: &canvas, context)
        }
        let now = Instant(seconds: context.now)
        let first = max(0, ticketCursor - inside.rows + 1)
        drawnTickets.record(inside, first: first)
        for (line, ticket) in items.dropFirst(first).prefix(inside.rows).enumerated() {
            let rect = inside.line(line)
            let isLit = isFocused && first + line == ticketCursor
            if isLit { light(rect, area, into: &canvas) }
            put(
                ticket.subject, TicketLine.state(ticket, now: now, language),
                TicketLine.role(ticket, now: now),
                rect, isLit, into: &canvas)
        }
    }

    private func box(_ title: String, _ area: Rect, _ isFocused: Bool, into canvas: inout Canvas) -> Rect {
        canvas.box(
            area, title: SafeText(title), role: isFocused ? .borderFocused : .border, titleRole: .title)
        return area.inside.inset(columns: 1, rows: 0)
    }

    private func light(_ line: Rect, _ area: Rect, into canvas: inout Canvas) {
        canvas.fill(
            Rect(column: area.column + 1, row: line.row, columns: area.columns - 2, rows: 1), role: .selection
        )
        canvas.cursor = line.origin
    }

    private func put(
        _ head: String, _ tail: String, _ role: Role, _ line: Rect, _ isLit: Bool, into canvas: inout Canvas
    ) {
        let tail = SafeText(tail)
        canvas.put(
            SafeText(head).truncated(to: max(4, line.columns - tail.width - 1)), at: line.origin,
            role: isLit ? .selection : .text)
        canvas.put(
            tail, at: Point(line.endColumn - tail.width, line.row), role: isLit ? .selection : role)
    }

    private func say(
        _ failure: Phrase?, _ isLoading: Bool, _ empty: Phrase, _ inside: Rect, into canvas: inout Canvas,
        _ context: ScreenContext
    ) {
        let words = failure ?? (isLoading ? Strings.Common.loading : empty)
        let lines = SafeText.wrapped(words.text(context.language), to: inside.columns)
        for (row, line) in lines.prefix(inside.rows).enumerated() {
            canvas.put(line, at: inside.origin.offset(rows: row), role: failure == nil ? .dim : .error)
        }
    }
}
