import Forms
import Models
import TUI

/// Draws the look-up: the box, what it is narrowed to, and the list, or what there is to say in its place.
enum LookupView {
    /// So many rows of the list are seen at once.
    static func rows(_ screen: LookupScreen, _ size: Size) -> Int {
        max(1, size.rows - (screen.filter.isActive ? 3 : 2))
    }

    static func draw(_ screen: LookupScreen, into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let label = SafeText(Strings.Lookup.prompt.text(language))
        canvas.put(label, at: Point(1, 0), role: .label)
        let count = countWords(screen).map { SafeText($0.text(language)) } ?? .empty
        let field = Rect(
            column: label.width + 3, row: 0,
            columns: max(10, canvas.size.columns - label.width - count.width - 6), rows: 1)
        screen.query.draw(
            into: &canvas, area: field, isFocused: true,
            placeholder: SafeText(Strings.Lookup.placeholder.text(language)), glyphs: Glyphs.of(context))
        let cursor = canvas.cursor
        canvas.put(count, at: Point(field.endColumn + 1, 0), role: .dim)
        var rest = Rect(canvas.size).splitTop(1).rest
        if screen.filter.isActive {
            drawFilter(screen.filter, into: &canvas, area: rest.line(0), context)
            rest = rest.splitTop(1).rest
        }
        if !screen.suggestions.isEmpty, screen.problem == nil {
            drawSuggestions(screen, into: &canvas, area: field, context)
        } else if screen.table.isEmpty {
            let (words, role) = emptyWords(screen, context)
            for (row, line) in SafeText.wrapped(words.text(language), to: rest.columns - 4).enumerated() {
                canvas.put(line, at: Point(2, rest.row + 1 + row), role: role)
            }
        } else {
            DossierTableView.draw(screen.table, into: &canvas, area: rest, context)
        }
        canvas.cursor = cursor
    }

    private static func emptyWords(_ screen: LookupScreen, _ context: ScreenContext) -> (Phrase, Role) {
        if let problem = screen.problem { return (problem, .error) }
        if screen.isSearching {
            let slow = SlowServer.words(since: screen.searchingSince, now: context.now)
            return (slow ?? Strings.Lookup.searching, .dim)
        }
        guard let answered = screen.answered else { return (Strings.Lookup.help, .dim) }
        let nothing =
            answered.text.isEmpty
            ? Strings.Lookup.nothingFiltered : Strings.Lookup.nothing(answered.text, screen.understood)
        return (screen.filter.isActive ? Strings.Lookup.perhapsFiltered(nothing) : nothing, .warning)
    }

    /// Each part between bars; the last one is what the key takes off next. Those that find no room are counted.
    private static func drawFilter(
        _ filter: LookupFilter, into canvas: inout Canvas, area: Rect, _ context: ScreenContext
    ) {
        let language = context.language
        let key = SafeText(Strings.Lookup.unfilterHint.text(language))
        let hint = canvas.size.columns >= 60 ? key : .empty
        var column = area.column + 1
        column +=
            canvas.put(
                SafeText(Strings.Lookup.filtered.text(language)), at: Point(column, area.row), role: .label)
            + 1
        let end = area.endColumn - 1 - (hint.isEmpty ? 0 : hint.width + 2)
        let parts = filter.parts
        // As many columns for each as there are; a long name of a procedure leaves room for the others.
        let most = max(8, (end - column) / max(1, parts.count) - 3)
        let texts = parts.map { SafeText(filter.words($0).text(language)) }
        let isTight = texts.reduce(0) { $0 + $1.width + 3 } > end - column
        for (index, text) in texts.enumerated() {
            if index > 0 {
                column += canvas.put(" · ", at: Point(column, area.row), role: .border)
            }
            let room = max(0, end - column)
            let cut = text.truncated(to: isTight ? min(room, most) : room)
            column += canvas.put(cut, at: Point(column, area.row), role: .match)
        }
        canvas.put(hint, at: Point(area.endColumn - 1 - hint.width, area.row), role: .dim)
    }

    /// The list hangs below the box, as wide as it.
    private static func drawSuggestions(
        _ screen: LookupScreen, into canvas: inout Canvas, area: Rect, _ context: ScreenContext
    ) {
        let rows = min(screen.suggestions.count + 2, canvas.size.rows - 1)
        let box = Rect(column: area.column, row: 1, columns: area.columns, rows: rows)
        let title = screen.desk.recent.finds.isEmpty ? Strings.Lookup.popular : Strings.Lookup.recent
        canvas.box(
            box, title: SafeText(title.text(context.language)), role: .border,
            titleRole: .dim)
        let inside = box.inside
        let first = max(0, screen.suggestion - inside.rows + 1)
        screen.suggested.record(inside, first: first)
        for (row, find) in screen.suggestions.dropFirst(first).prefix(inside.rows).enumerated() {
            let isLit = first + row == screen.suggestion
            let line = inside.line(row)
            if isLit { canvas.fill(line, role: .selection) }
            let room = line.columns - 2
            let words: SafeText =
                switch find {
                case .find(.dossier(_, let code, let procedure)): SafeText(code + "  " + procedure)
                case .find(.query(let text)): SafeText("\"" + text + "\"")
                case .procedure(let code, let name): SafeText(code + "  " + name)
                }
            canvas.put(
                words.truncated(to: room), at: line.origin.offset(columns: 1),
                role: isLit ? .selection : .text)
        }
    }

    private static func countWords(_ screen: LookupScreen) -> Phrase? {
        guard screen.answered != nil, !screen.table.isEmpty else { return nil }
        return Strings.Lookup.found(screen.table.items.count, more: screen.table.hasMore)
    }
}

extension LookupScreen {
    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        LookupView.draw(self, into: &canvas, context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let notice = query.notice {
            return MessageLine(SafeText(notice.text(context.language)), role: .warning)
        }
        if let problem, !table.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        if !suggestions.isEmpty {
            let words = desk.recent.finds.isEmpty ? Strings.Lookup.popularHelp : Strings.Lookup.recentHelp
            return MessageLine(SafeText(words.text(context.language)))
        }
        if let item = table.selected {
            return MessageLine(
                DossierTableView.detail(
                    of: item, context.language, now: Instant(seconds: context.now), why: item.matched?.words),
                waits: true)
        }
        return MessageLine(SafeText(Strings.Lookup.help.text(context.language)))
    }
}
