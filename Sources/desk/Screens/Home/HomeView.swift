import Forms
import Models
import TUI

/// Draws home: queues with counts and bars on the left, drafts on the right, or below where it is narrow; the day as a
/// picture below both, where there is room.
extension HomeScreen {
    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        if desk.isHotline {
            board.draw(into: &canvas, drafts: drafts, panel: panel, context)
            dialog?.draw(into: &canvas, bounds: canvas.bounds, context: context)
            return
        }
        let parts = parts(canvas.bounds)
        if let day, let chart = parts.chart {
            let (hours, shares) = chart.splitLeft(parts.queues.columns)
            DayChart.draw(day, into: &canvas, intake: hours, queues: shares, context)
        }
        drawQueues(into: &canvas, area: parts.queues, context)
        drawDrafts(into: &canvas, area: parts.drafts, context)
        dialog?.draw(into: &canvas, bounds: canvas.bounds, context: context)
    }

    private func parts(_ area: Rect) -> (queues: Rect, drafts: Rect, chart: Rect?) {
        guard area.columns >= 72 else {
            let (queues, drafts) = area.splitTop(min(area.rows * 3 / 5, (inboxes.value?.count ?? 4) + 2))
            return (queues, drafts, nil)
        }
        let (top, below) = area.splitTop(area.rows - chartRows(area))
        let (queues, drafts) = top.splitLeft(min(72, area.columns * 3 / 5))
        return (queues, drafts, below.isEmpty ? nil : below)
    }

    /// The rows of each list on a screen of this size; a draft takes two lines.
    func listRows(_ size: Size) -> (queues: Int, drafts: Int) {
        let parts = parts(Rect(size))
        return (max(1, parts.queues.inside.rows), max(1, parts.drafts.inside.rows / 2))
    }

    /// What the queues leave, a third of the page where it is high; 0 where that is too little for a picture.
    private func chartRows(_ area: Rect) -> Int {
        guard day != nil else { return 0 }
        let left = area.rows - max(4, inboxes.value?.count ?? 4) - 2
        return left < DayChart.leastRows ? 0 : min(left, max(DayChart.leastRows, area.rows / 3))
    }

    private func drawQueues(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let language = context.language
        let isFocused = panel == .queues
        let today = Instant(seconds: context.now).date
        let day = "\(Strings.Common.weekday(today.weekday).text(language)) \(today.display)"
        canvas.box(
            area, title: SafeText("\(Strings.Home.queues.text(language)), \(day)"),
            role: isFocused ? .borderFocused : .border, titleRole: .title)
        let inside = area.inside.inset(columns: 1, rows: 0)
        guard let inboxes = inboxes.value, !inboxes.isEmpty else {
            let (words, role): (Phrase, Role) =
                if let failure = self.inboxes.failure { (failure, .error) } else if self.inboxes.isLoading {
                    (Strings.Common.loading, .dim)
                } else { (Strings.Home.noQueues, .dim) }
            for (row, line) in SafeText.wrapped(words.text(language), to: inside.columns).enumerated() {
                canvas.put(line, at: inside.origin.offset(rows: row), role: role)
            }
            return
        }
        let nameWidth = min(
            34, max(16, inboxes.reduce(0) { max($0, SafeText($1.title.text(language)).width) }))
        let most = max(1, inboxes.map(\.count).max() ?? 1)
        let barWidth = max(0, inside.columns - nameWidth - 8)
        let first = queuePlace.first(count: inboxes.count, rows: inside.rows)
        queuePlace.drawn.record(inside, first: first)
        for (row, inbox) in inboxes.dropFirst(first).prefix(inside.rows).enumerated() {
            let isLit = first + row == queueCursor && isFocused
            let line = inside.line(row)
            let role = Self.role(of: inbox)
            if isLit {
                canvas.fill(
                    Rect(column: area.column + 1, row: line.row, columns: area.columns - 2, rows: 1),
                    role: .selection)
                canvas.cursor = line.origin
            }
            canvas.put(
                SafeText(inbox.title.text(language)).truncated(to: nameWidth), at: line.origin,
                role: isLit ? .selection : .text)
            canvas.put(
                SafeText("\(inbox.count)").padded(to: 6, .right), at: line.origin.offset(columns: nameWidth),
                role: isLit ? .selection : inbox.count == 0 ? .dim : role)
            let bar = Self.bar(inbox.count, of: most, columns: barWidth, context)
            canvas.put(
                bar, at: line.origin.offset(columns: nameWidth + 8),
                role: isLit ? .selection : role == .text ? .chart : role)
        }
    }

    /// A bar that grows by eighths of a column; anything but nothing shows at least one.
    static func bar(_ count: Int, of most: Int, columns: Int, _ context: ScreenContext) -> SafeText {
        guard count > 0, columns > 0 else { return .empty }
        if context.ascii { return SafeText(String(repeating: "#", count: max(1, count * columns / most))) }
        let eighths = max(1, count * columns * 8 / most)
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return SafeText(String(repeating: "█", count: eighths / 8) + parts[eighths % 8])
    }

    /// The queues that press have the colours of what presses.
    private static func role(of inbox: Inbox) -> Role {
        if inbox.slug == "overdue" { return .overdue }
        if inbox.slug == "due_soon" { return .dueSoon }
        return .text
    }

    private func drawDrafts(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let language = context.language
        let isFocused = panel == .drafts
        canvas.box(
            area, title: SafeText(Strings.Home.drafts.text(language)),
            role: isFocused ? .borderFocused : .border, titleRole: .title)
        let inside = area.inside.inset(columns: 1, rows: 0)
        if let draftProblem, drafts.isEmpty {
            let lines = SafeText.wrapped(draftProblem.text(language), to: inside.columns)
            for (row, line) in lines.prefix(inside.rows).enumerated() {
                canvas.put(line, at: inside.origin.offset(rows: row), role: .error)
            }
            return
        }
        guard !drafts.isEmpty else {
            canvas.put(SafeText(Strings.Home.noDrafts.text(language)), at: inside.origin, role: .dim)
            return
        }
        let first = draftPlace.first(count: drafts.count, rows: max(1, inside.rows / 2))
        draftPlace.drawn.record(inside, first: first, height: 2)
        ScrollBar.draw(
            into: &canvas,
            area: Rect(column: area.endColumn - 1, row: inside.row, columns: 1, rows: inside.rows),
            total: drafts.count * 2, first: first * 2, role: isFocused ? .borderFocused : .border,
            glyphs: Glyphs.of(context))
        for (row, draft) in drafts.dropFirst(first).prefix(inside.rows / 2).enumerated() {
            let isLit = first + row == draftCursor && isFocused
            let line = inside.line(row * 2)
            if isLit {
                canvas.fill(
                    Rect(column: area.column + 1, row: line.row, columns: area.columns - 2, rows: 2),
                    role: .selection)
                canvas.cursor = line.origin
            }
            let today = Instant(seconds: context.now).date
            let time = SafeText(
                draft.updatedAt.date == today ? draft.updatedAt.clock : draft.updatedAt.date.display)
            // "Nguyễn Thị Ánh · Đăng ký khai sinh": who above, what below.
            var parts = draft.title.components(of: " · ")
            let room = inside.columns - time.width - 1
            if parts.count == 1, DisplayWidth.of(parts[0]) > room {
                // A title of one part goes on below.
                let lines = SafeText.wrapped(parts[0], to: room).map(\.string)
                parts = [lines[0], lines.dropFirst().joined(separator: " ")]
            }
            canvas.put(
                SafeText(parts.first ?? "").truncated(to: room), at: line.origin,
                role: isLit ? .selection : .text)
            canvas.put(
                time, at: Point(inside.endColumn - time.width, line.row), role: isLit ? .selection : .dim)
            let expiry = DraftExpiry(draft.expiresAt, now: Instant(seconds: context.now))
            let left = SafeText(expiry.words.text(language))
            canvas.put(
                SafeText(parts.dropFirst().joined(separator: " · ")).truncated(
                    to: max(0, inside.columns - left.width - 1)),
                at: line.origin.offset(rows: 1), role: isLit ? .selection : .dim)
            canvas.put(
                left, at: Point(inside.endColumn - left.width, line.row + 1),
                role: isLit ? .selection : expiry.role)
        }
    }

    /// What the queue under the bar is made of, where its name alone does not say it.
    private var makeUp: Phrase? {
        switch selectedInbox?.slug {
        case "waiting_delivery": return unfetched.map { Strings.Home.unfetched($0.count) }
        case "waiting_payment": return Strings.Home.waitsForPayment
        case "open":
            func count(_ slug: String) -> Int { inboxes.value?.first { $0.slug == slug }?.count ?? 0 }
            let parts = ["new", "waiting_supplement", "waiting_payment", "waiting_delivery"].map(count)
            let all = count("open")
            return Strings.Home.makeUp(
                all, new: parts[0], supplement: parts[1], payment: parts[2], delivery: parts[3],
                others: max(0, all - parts.reduce(0, +)))
        default: return nil
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let draftProblem, !drafts.isEmpty {
            return MessageLine(SafeText(draftProblem.text(context.language)), role: .error)
        }
        if desk.isHotline, let number = desk.openCalls.next {
            return MessageLine(SafeText(Strings.Call.rings(number).text(context.language)), role: .warning)
        }
        // What ends is said before what can be done.
        if desk.isHotline || panel == .drafts, let draft = selectedDraft {
            return DraftExpiry(draft.expiresAt, now: Instant(seconds: context.now)).line(context.language)
        }
        if desk.isHotline {
            return MessageLine(SafeText(Strings.Call.homeHint.text(context.language)))
        }
        if panel == .queues, let words = makeUp {
            return MessageLine(SafeText(words.text(context.language)))
        }
        if let words = till.words {
            return MessageLine(SafeText(words.text(context.language)))
        }
        if let post {
            let words = Strings.Post.home(
                post[.toHandOver] ?? 0, post[.onTheWay] ?? 0, post[.failed] ?? 0)
            return MessageLine(SafeText(words.text(context.language)))
        }
        let waiting = [
            tickets.flatMap { $0.open > 0 ? Strings.Ticket.hint($0.open, $0.overdue) : nil },
            unfetched.map { Strings.Home.unfetched($0.count) },
        ].compactMap { $0?.text(context.language) }
        if !waiting.isEmpty {
            return MessageLine(
                SafeText(waiting.joined(separator: " · ")),
                role: tickets?.overdue ?? 0 > 0 ? .warning : .text)
        }
        let words = canTakeIn ? Strings.Home.hint : Strings.Home.hintLookup
        return MessageLine(SafeText(words.text(context.language)))
    }
}
