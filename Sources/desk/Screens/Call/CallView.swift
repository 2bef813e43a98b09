import Forms
import Models
import TUI

/// Draws a call: what is asked for and what was found above, the card below; beside it where it is wide.
enum CallView {
    private static let cardRows = 10
    private static let wide = 120

    private static func isWide(_ size: Size) -> Bool { size.columns >= wide }

    private static func areas(_ size: Size) -> (found: Rect, card: Rect) {
        let body = Rect(size).splitTop(2).rest
        if isWide(size) {
            let (left, right) = body.splitLeft(size.columns * 3 / 5)
            return (left, right)
        }
        let (found, card) = body.splitTop(max(3, body.rows - cardRows))
        return (found, card)
    }

    /// So many rows of what was found are seen at once.
    static func resultRows(_ size: Size) -> Int { max(1, areas(size).found.rows) }
    static func resultColumns(_ size: Size) -> Int { areas(size).found.columns }

    static func draw(_ screen: CallScreen, into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        drawHead(screen, into: &canvas, context)
        let label = SafeText(Strings.Call.prompt.text(language))
        canvas.put(label, at: Point(1, 1), role: .label)
        screen.query.draw(
            into: &canvas,
            area: Rect(
                column: label.width + 3, row: 1, columns: canvas.size.columns - label.width - 5, rows: 1),
            isFocused: screen.focus == .search,
            placeholder: SafeText(Strings.Call.placeholder.text(language)), glyphs: Glyphs.of(context))
        let cursor = screen.focus == .search ? canvas.cursor : nil
        let (foundArea, cardArea) = areas(canvas.size)
        if let verification = screen.verification {
            FormView.draw(verification, into: &canvas, rect: foundArea, context: context)
        } else {
            drawFound(screen, into: &canvas, area: foundArea, context)
        }
        let verificationCursor = screen.focus == .verification ? canvas.cursor : nil
        FormView.draw(
            screen.card.form, into: &canvas, rect: cardArea, context: context, popupArea: canvas.bounds)
        if let cursor = cursor ?? verificationCursor { canvas.cursor = cursor }
    }

    private static func drawHead(_ screen: CallScreen, into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let card = screen.card
        let length = Int(max(0, context.now - card.startedAt.seconds))
        let head = Strings.Call.begun(card.startedAt.clock, Strings.Call.length(length)).text(language)
        let left = 1 + canvas.put(SafeText(head), at: Point(1, 0), role: .title)
        var end = canvas.size.columns - 1
        if let dossier = card.dossier {
            let (mark, words, role): (String, Phrase, Role) =
                card.isVerified
                ? (context.ascii ? "*" : "●", Strings.Call.verified, .success)
                : (context.ascii ? "o" : "○", Strings.Call.unverified, .warning)
            let right = SafeText("\(dossier.code) \(mark) \(words.text(language))")
            end = max(left + 1, end - right.width)
            canvas.put(right, at: Point(end, 0), role: role)
        }
        guard let to = card.ticketTo else { return }
        // Where there is no room for whom it goes to, that there is one.
        let (long, short) = (Strings.Call.ticketReady(UnitName.short(to)), Strings.Call.ticketMark)
        let room = end - left - 2
        let text = SafeText(long.text(language))
        canvas.put(
            text.width <= room ? text : SafeText("+" + short.text(language)), at: Point(left + 1, 0),
            role: .warning)
    }

    private static func drawFound(
        _ screen: CallScreen, into canvas: inout Canvas, area: Rect, _ context: ScreenContext
    ) {
        guard screen.shown == nil else {
            let lines = lines(screen, columns: area.columns, context)
            for (row, line) in lines.dropFirst(screen.scroll).prefix(area.rows).enumerated() {
                canvas.put(line.text, at: Point(area.column + 2, area.row + row), role: line.role)
            }
            ScrollBar.draw(
                into: &canvas,
                area: Rect(column: area.endColumn - 1, row: area.row, columns: 1, rows: area.rows),
                total: lines.count, first: screen.scroll, role: .border, glyphs: Glyphs.of(context))
            return
        }
        guard screen.found.rows.isEmpty else {
            var area = area
            if screen.isSuggesting {
                let (head, rest) = area.splitTop(1)
                let words = SafeText(Strings.Call.asked.text(context.language))
                canvas.put(words, at: Point(head.column + 1, head.row), role: .dim)
                area = rest
            }
            return screen.found.draw(into: &canvas, area: area, isFocused: screen.focus == .search, context)
        }
        let (words, role) = emptyWords(screen)
        let lines = SafeText.wrapped(words.text(context.language), to: area.columns - 4)
        for (row, line) in lines.prefix(area.rows).enumerated() {
            canvas.put(line, at: Point(area.column + 2, area.row + row), role: role)
        }
    }

    /// What there is to say in place of a list. That there is nothing only the server can have said.
    private static func emptyWords(_ screen: CallScreen) -> (Phrase, Role) {
        if let unanswered = screen.unanswered { return (unanswered.why, .error) }
        if screen.isSearching { return (Strings.Call.searching, .dim) }
        guard let answered = screen.answered else { return (Strings.Call.help, .dim) }
        return (Strings.Call.nothing(answered, screen.understood), .warning)
    }

    /// What lies open, wrapped: each sentence begins a line.
    static func lines(_ screen: CallScreen, columns: Int, _ context: ScreenContext) -> [(
        text: SafeText, role: Role
    )] {
        let width = max(10, columns - 5)
        let language = context.language
        func wrap(_ text: String, _ role: Role) -> [(text: SafeText, role: Role)] {
            SafeText.wrapped(text, to: width).map { ($0, role) }
        }
        switch screen.shown {
        case .answer(let answer)?:
            let version = Strings.Call.scriptVersion(answer.script, answer.version).text(language)
            let source = [answer.procedure?.name, version].compactMap(\.self)
            return wrap(answer.question, .title) + wrap(answer.answer, .text)
                + wrap(source.joined(separator: " · "), .dim)
        case .readout(let readout)?:
            let late = readout.isOverdue ? wrap(Strings.Spoken.overdueInCall.text(language), .warning) : []
            return readout.sentences.flatMap { wrap($0.text(language), .text) } + late
        case .loading(let dossier)?:
            return wrap(dossier.code, .title) + wrap(Strings.Common.loading.text(language), .dim)
        case nil: return []
        }
    }
}

extension CallScreen {
    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        CallView.draw(self, into: &canvas, context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        if let problem { return MessageLine(SafeText(problem.text(language)), role: .error) }
        if let notice = query.notice, focus == .search {
            return MessageLine(SafeText(notice.text(language)), role: .warning)
        }
        switch focus {
        case .card: return card.form.messageLine(language)
        case .verification: return verification?.messageLine(language)
        case .search:
            let words =
                isKeeping
                ? Strings.Slip.saving
                : shown == nil
                    ? Strings.Call.help
                    : shown?.readout == nil ? Strings.Call.helpOpen : Strings.Call.helpReadout
            return MessageLine(SafeText(words.text(language)), waits: true)
        }
    }
}
