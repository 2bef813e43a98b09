import Forms
import Models
import TUI

/// The acts that the process knows at a dossier's step, with their letters: the possible ones first, the others in
/// brackets and dim.
struct ActPanel: Sendable {
    var options: Remote<ActionOptions>
    /// The account's role does no step of any process: it is not refused anything here.
    var isForReading = false

    static let columnWidth = 26

    private var items: [ActionOption] {
        let items = (options.value?.items ?? []).filter { Self.letter($0.action) != nil }
        return items.filter(\.allowed) + items.filter { !$0.allowed }
    }

    private static func letter(_ verb: ProcessAction) -> String? {
        DeskActions.letters.first { $0.verb == verb }.map { DeskActions.keyLabel(.act($0.verb)) }
    }

    /// Rows that it wants in an area of so many columns, its title included.
    func rows(columns: Int, _ language: Language) -> Int {
        let across = max(1, columns / Self.columnWidth)
        guard items.isEmpty else { return 1 + (items.count + across - 1) / across }
        return 1 + SafeText.wrapped(words.text(language), to: columns).count
    }

    /// What stands in place of the acts.
    private var words: Phrase {
        if isForReading { return Strings.Act.readsOnly }
        return options.failure.map(Strings.Act.failed)
            ?? (options.isLoading ? Strings.Common.loading : Strings.Act.nothing)
    }

    func draw(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let language = context.language
        var sheet = Sheet(width: area.columns)
        sheet.section(SafeText(Strings.Act.panel.text(language)))
        sheet.draw(into: &canvas, area: area.splitTop(1).top, offset: 0)
        let body = area.splitTop(1).rest
        guard body.rows > 0 else { return }
        let items = items
        guard !items.isEmpty else {
            for (row, line) in SafeText.wrapped(words.text(language), to: body.columns).enumerated() {
                guard row < body.rows else { return }
                let isWarning = options.failure != nil && !isForReading
                canvas.put(line, at: body.origin.offset(rows: row), role: isWarning ? .warning : .dim)
            }
            return
        }
        let across = max(1, body.columns / Self.columnWidth)
        let width = body.columns / across
        for (index, item) in items.enumerated() {
            let row = index / across
            guard row < body.rows else { return }
            let at = body.origin.offset(columns: index % across * width, rows: row)
            draw(item, into: &canvas, at: at, width: width - 1, language)
        }
    }

    private func draw(
        _ item: ActionOption, into canvas: inout Canvas, at: Point, width: Int, _ language: Language
    ) {
        let letter = SafeText(Self.letter(item.action) ?? "")
        let name =
            language == .vi && !item.name.isEmpty ? item.name : Strings.Act.name(item.action).text(language)
        canvas.put(
            item.allowed ? " " + letter + " " : "(" + letter + ")", at: at,
            role: item.allowed ? .key : .disabled)
        // Where the whole name has no room, the desk's own shorter one says it.
        let own = Strings.Act.name(item.action).text(language)
        let shown = DisplayWidth.of(name) > width - 4 && DisplayWidth.of(own) <= width - 4 ? own : name
        canvas.put(
            SafeText(shown).truncated(to: width - 4), at: at.offset(columns: 4),
            role: item.allowed ? .text : .disabled)
    }
}
