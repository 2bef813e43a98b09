import Forms
import Models
import TUI

extension BindingMatrixScreen {
    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let state = list.question.state
        let head = Phrase(
            vi: "\(Strings.Bindings.group(state).text(.vi)) · \(unit.name)",
            en: "\(Strings.Bindings.group(state).text(.en)) · \(unit.name)")
        let glyphs = Glyphs.of(context)
        list.draw(
            into: &canvas, head,
            loaded: Strings.Bindings.loaded(list.total ?? list.items.count, marked: marked.count),
            placeholder: Strings.Bindings.placeholder, none: Strings.Bindings.none, context
        ) { width in
            ColumnList(
                titles: [Strings.Bindings.code, Strings.Bindings.procedure]
                    + BindingWords.roles.map(Strings.Bindings.short),
                widths: Self.widths(width))
        } row: { row in
            let isMarked = marked[row.process] != nil
            // Behind the code, so that no colour alone tells of it.
            let sign = isMarked ? " " + glyphs.success.string : ""
            let cells = BindingWords.roles.map { role in
                BindingWords.cell(row, role, in: unit, gap: glyphs.failure.string, language)
            }
            return ColumnList.Row(
                texts: [row.procedure.code + sign, row.procedure.name] + cells.map(\.text),
                roles: [isMarked ? .match : .link, .text] + cells.map { $0.isGap ? .error : .text })
        }
    }

    /// Code and name, then a column for each role.
    private static func widths(_ columns: Int) -> [Int] {
        let role = columns < 100 ? 9 : 18
        let roles = BindingWords.roles.map { _ in role }
        return [10, max(8, columns - 11 - roles.reduce(0) { $0 + $1 + 1 })] + roles
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        if let line = list.messageLine(context) { return line }
        guard let row = list.selected else { return nil }
        let gaps = row.cells.filter { $0.today.count == 0 }.map(\.name)
        guard gaps.isEmpty else {
            let words = Strings.Bindings.gaps(gaps).text(language)
            return MessageLine(SafeText(words), role: .error, isAboutInput: false)
        }
        return MessageLine(SafeText("\(row.procedure.name) · \(row.field.name)"), waits: true)
    }
}
