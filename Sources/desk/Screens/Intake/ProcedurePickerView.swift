import Forms
import Models
import TUI

/// Draws page 2: the query, what matches, and below it the facts and cases of the procedure under the bar.
enum ProcedurePickerView {
    static func draw(
        _ picker: ProcedurePicker, load: Remote<Procedure>, catalogueIsLoading: Bool,
        into canvas: inout Canvas,
        area: Rect, _ context: ScreenContext
    ) {
        let language = context.language
        let label = SafeText(Strings.Procedure.find.text(language))
        canvas.put(label, at: Point(area.column + 1, area.row), role: .label)
        let hint = SafeText(
            picker.query.isEmpty
                ? Strings.Procedure.mostUsed.text(language)
                : Strings.Common.of(picker.matches.count, picker.items.count).text(language))
        let field = Rect(
            column: area.column + label.width + 3, row: area.row,
            columns: max(10, area.columns - label.width - hint.width - 7), rows: 1)
        picker.query.draw(
            into: &canvas, area: field, isFocused: picker.focus == .procedures,
            placeholder: SafeText(Strings.Procedure.placeholder.text(language)), glyphs: Glyphs.of(context))
        let cursor = canvas.cursor
        canvas.put(hint, at: Point(field.endColumn + 2, area.row), role: .dim)
        let (_, rest) = area.splitTop(2)
        let detail = detailSheet(picker, width: area.columns - 4, language)
        let detailRows = min(detail.sheet.lines.count + 2, max(0, rest.rows - 5))
        let (list, bottom) = rest.splitBottom(detailRows)
        drawList(picker, isLoading: catalogueIsLoading, into: &canvas, area: list, context)
        picker.drawnCases.forget()
        if bottom.rows >= 3 {
            canvas.box(
                bottom, title: detail.title, role: picker.focus == .cases ? .borderFocused : .border,
                titleRole: .title)
            let inside = bottom.inside.inset(columns: 1, rows: 0)
            // Where there are more cases than rows, the one under the bar stays in view.
            let offset = max(0, (detail.barLine ?? 0) - inside.rows + 1)
            detail.sheet.draw(into: &canvas, area: inside, offset: offset)
            if let cases = detail.cases {
                let shown = cases.clamped(to: offset..<offset + inside.rows)
                picker.drawnCases.record(
                    Rect(
                        column: inside.column, row: inside.row + shown.lowerBound - offset,
                        columns: inside.columns, rows: shown.count),
                    first: shown.lowerBound - cases.lowerBound)
            }
            if let bar = detail.barLine, bar - offset < inside.rows {
                canvas.paint(
                    Rect(
                        column: inside.column, row: inside.row + bar - offset, columns: inside.columns,
                        rows: 1),
                    role: .selection)
                canvas.cursor = Point(inside.column, inside.row + bar - offset)
            }
        }
        if picker.focus == .procedures { canvas.cursor = cursor }
    }

    private static func drawList(
        _ picker: ProcedurePicker, isLoading: Bool, into canvas: inout Canvas, area: Rect,
        _ context: ScreenContext
    ) {
        let language = context.language
        guard !picker.matches.isEmpty else {
            let words =
                picker.items.isEmpty && isLoading ? Strings.Common.loading : Strings.Procedure.nothing
            canvas.put(
                SafeText(words.text(language)), at: Point(area.column + 2, area.row),
                role: picker.items.isEmpty ? .dim : .warning)
            return
        }
        // The name is what a procedure is known by; time and fee stand in the box below in any case.
        let timeWidth = area.columns >= 110 ? 32 : 0
        let feeWidth = area.columns >= 130 ? 24 : 0
        let nameWidth =
            area.columns - 13 - (timeWidth > 0 ? timeWidth + 1 : 0) - (feeWidth > 0 ? feeWidth + 1 : 0)
        let first = max(0, min(picker.cursor - area.rows / 2, picker.matches.count - area.rows))
        picker.drawn.record(area, first: first)
        for (row, index) in picker.matches.dropFirst(first).prefix(area.rows).enumerated() {
            let item = picker.items[index]
            let isLit = first + row == picker.cursor
            let isChosen = picker.procedure?.code == item.code
            let line = area.line(row)
            let base: Role = isLit ? .selection : .text
            if isLit { canvas.fill(line, role: .selection) }
            let at = line.column + 1
            canvas.put(
                SafeText(isChosen ? "✓" : " "), at: Point(line.column, line.row),
                role: isLit ? .selection : .success)
            canvas.put(SafeText(item.code), at: Point(at, line.row), role: isLit ? .selection : .dim)
            canvas.put(SafeText(item.name).truncated(to: nameWidth), at: Point(at + 10, line.row), role: base)
            canvas.put(
                SafeText(item.timeText).truncated(to: timeWidth), at: Point(at + 11 + nameWidth, line.row),
                role: isLit ? .selection : .dim)
            canvas.put(
                SafeText(item.feeText).truncated(to: feeWidth),
                at: Point(at + 12 + nameWidth + timeWidth, line.row), role: isLit ? .selection : .money)
        }
        ScrollBar.draw(
            into: &canvas, area: Rect(column: area.endColumn - 1, row: area.row, columns: 1, rows: area.rows),
            total: picker.matches.count, first: first, role: .border, glyphs: Glyphs.of(context))
    }

    /// The procedure under the bar: its whole name, its facts; once it is taken, its cases, with the lines they stand on.
    private static func detailSheet(
        _ picker: ProcedurePicker, width: Int, _ language: Language
    ) -> (sheet: Sheet, title: SafeText, barLine: Int?, cases: Range<Int>?) {
        var sheet = Sheet(width: width)
        func say(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }
        if let procedure = picker.procedure, procedure.cases.count > 1,
            picker.focus == .cases || picker.highlighted?.code == procedure.code
        {
            sheet.text(procedure.name, role: .title)
            var barLine: Int?
            let first = sheet.lines.count
            for (index, option) in procedure.cases.enumerated() {
                if picker.focus == .cases, index == picker.caseCursor { barLine = sheet.lines.count }
                let isChosen = option.code == picker.caseCode
                let time = SafeText(option.time.words.text(language))
                let room = max(10, width - time.width - 8)
                sheet.line(
                    .init(SafeText("\(isChosen ? "(•)" : "( )") \(index + 1) "), isChosen ? .success : .text),
                    .init(SafeText(option.name).truncated(to: room).padded(to: room)), .init(time, .dim))
            }
            let shown =
                picker.focus == .cases
                ? picker.caseCursor : procedure.cases.firstIndex { $0.code == picker.caseCode }
            if let shown {
                let name = SafeText(procedure.cases[shown].name)
                let time = SafeText(procedure.cases[shown].time.words.text(language))
                // The bar's own line has cut it.
                if name.width > max(10, width - time.width - 8) { sheet.text(name.string, role: .dim) }
            }
            if let shown, let note = procedure.cases[shown].timeNote { sheet.text(note, role: .dim) }
            return (
                sheet, say(Strings.Procedure.cases), barLine, first..<first + procedure.cases.count
            )
        }
        guard let item = picker.highlighted else { return (sheet, .empty, nil, nil) }
        sheet.text(item.name, role: .title)
        sheet.pair(say(Strings.Procedure.field), item.field.name)
        sheet.pair(say(Strings.Procedure.time), item.timeText)
        sheet.pair(say(Strings.Procedure.fee), item.feeText, role: .money)
        return (sheet, SafeText(item.code), nil, nil)
    }
}
