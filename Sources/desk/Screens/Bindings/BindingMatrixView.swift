import Forms
import Models
import TUI

extension BindingMatrixScreen {
    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let count =
            rows.isEmpty && isBusy
            ? Strings.Common.loading
            : Strings.Bindings.loaded(total ?? rows.count, marked: marked.count)
        let head = Phrase(
            vi: "\(Strings.Bindings.group(stateName).text(.vi)) · \(unit.name)",
            en: "\(Strings.Bindings.group(stateName).text(.en)) · \(unit.name)")
        let area = ColumnList.head(into: &canvas, head, count: count, context)
        let (box, rest) = area.splitTop(1)
        let label = SafeText(Strings.Officers.find.text(language))
        canvas.put(label, at: Point(1, box.row), role: .label)
        query.draw(
            into: &canvas,
            area: Rect(
                column: label.width + 2, row: box.row, columns: box.columns - label.width - 3, rows: 1),
            isFocused: true, placeholder: SafeText(Strings.Bindings.placeholder.text(language)),
            glyphs: Glyphs.of(context))
        let cursor = canvas.cursor
        defer { canvas.cursor = cursor }
        guard !rows.isEmpty else {
            let words = problem ?? (isBusy ? Strings.Common.loading : Strings.Bindings.none)
            return ColumnList.say(
                words, role: problem == nil ? .dim : .error, into: &canvas, area: rest, language)
        }
        let glyphs = Glyphs.of(context)
        let list = ColumnList(
            titles: [Strings.Bindings.code, Strings.Bindings.procedure]
                + BindingWords.roles.map(Strings.Bindings.short),
            widths: Self.widths(rest.columns - 2))
        list.draw(into: &canvas, area: rest, count: rows.count, place: place, context) { index in
            let row = rows[index]
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
        if let notice = query.notice {
            return MessageLine(SafeText(notice.text(language)), role: .warning)
        }
        if let problem, !rows.isEmpty { return MessageLine(SafeText(problem.text(language)), role: .error) }
        guard let row = selected else { return nil }
        let gaps = row.cells.filter { $0.today.count == 0 }.map(\.name)
        guard gaps.isEmpty else {
            let words = Strings.Bindings.gaps(gaps).text(language)
            return MessageLine(SafeText(words), role: .error, isAboutInput: false)
        }
        return MessageLine(SafeText("\(row.procedure.name) · \(row.field.name)"), waits: true)
    }
}
