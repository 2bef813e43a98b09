import Forms
import Models
import TUI

/// Draws a queue: its name, filter and counts in the head, then the list.
extension QueueScreen {
    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let area = canvas.bounds
        let language = context.language
        let right = SafeText(counts(language))
        canvas.put(right, at: Point(area.columns - right.width - 1, 0), role: .dim)
        let room = area.columns - right.width - 4
        let name = canvas.put(
            SafeText(inbox.title.text(language)), at: Point(1, 0), role: .title, maxWidth: room)
        if let words = filter.words(language) {
            let cut = (Glyphs.of(context).next + " " + SafeText(words)).truncated(to: max(0, room - name - 2))
            canvas.put(cut, at: Point(name + 3, 0), role: .match)
        }
        let (_, rest) = area.splitTop(1)
        if table.isEmpty {
            let nothing = filter.isActive ? Strings.Filter.nothing : Strings.Queue.empty
            let words = problem ?? (isLoading ? Strings.Common.loading : nothing)
            for (row, line) in SafeText.wrapped(words.text(language), to: area.columns - 4).enumerated() {
                canvas.put(line, at: Point(2, rest.row + 1 + row), role: problem == nil ? .dim : .error)
            }
            return
        }
        DossierTableView.draw(
            table, into: &canvas, area: rest, live: live, marked: marked,
            due: ["new", "online"].contains(inbox.slug) ? Strings.Queue.answerBy : Strings.Queue.due, context)
    }

    /// How many there are, are marked, and have come since.
    private func counts(_ language: Language) -> String {
        guard !table.isEmpty || !isLoading else { return Strings.Common.loading.text(language) }
        var parts = [Strings.Queue.loaded(table.items.count, more: table.hasMore)]
        if !marked.isEmpty { parts.insert(Strings.Bulk.marked(marked.count), at: 0) }
        if let sign = live.sign { parts.insert(sign, at: 0) }
        return parts.map { $0.text(language) }.joined(separator: " · ")
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem, !table.isEmpty {
            return MessageLine(SafeText(problem.text(context.language)), role: .error)
        }
        guard let item = table.selected else { return nil }
        return MessageLine(
            DossierTableView.detail(of: item, context.language, now: Instant(seconds: context.now)),
            waits: true)
    }
}
