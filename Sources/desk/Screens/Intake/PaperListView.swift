import Forms
import Models
import TUI

/// Draws the papers: tick, name, counts, digitised state; below them all of the selected paper's text.
enum PaperListView {
    /// - Parameter declaration: The id of the form that is filled in on page 4.
    static func draw(
        _ list: PaperList, declaration: String?, into canvas: inout Canvas, area: Rect,
        isFocused: Bool = true,
        _ context: ScreenContext
    ) {
        let language = context.language
        guard !list.isEmpty else {
            canvas.put(
                SafeText(Strings.Papers.none.text(language)), at: area.origin.offset(columns: 1), role: .dim)
            return
        }
        // Counts too far from their names are read in the wrong line.
        let area = area.splitLeft(min(area.columns, 116)).left
        let detail = detailLines(list, declaration: declaration, width: area.columns - 4, language)
        let below = min(detail.count + 2, max(0, area.rows - 4))
        let (body, rest) = area.splitTop(min(list.rows.count + 2, area.rows - below))
        drawTable(list, into: &canvas, area: body, isFocused: isFocused, context)
        drawDetail(detail, list, into: &canvas, area: rest.splitTop(below).top, language)
    }

    private static func drawTable(
        _ list: PaperList, into canvas: inout Canvas, area: Rect, isFocused: Bool, _ context: ScreenContext
    ) {
        let language = context.language
        let stateWidth = 12
        let countWidth = 6
        let nameWidth = max(10, area.columns - 6 - 2 * countWidth - stateWidth - 3)
        let originals = area.column + 6 + nameWidth
        let columns = [originals, originals + countWidth, originals + 2 * countWidth + 2]
        let header = area.line(0)
        canvas.put(
            SafeText(Strings.Papers.paper.text(language)), at: header.origin.offset(columns: 6), role: .label)
        let titles = [Strings.Papers.originals, Strings.Papers.copies, Strings.Papers.digitised]
        for (index, title) in titles.enumerated() {
            let text = SafeText(title.text(language))
            let shown = index < 2 ? text.padded(to: countWidth - 1, .right) : text
            // The head of the column that digits go to.
            let isCurrent = isFocused && list.column.rawValue == index
            canvas.put(shown, at: Point(columns[index], header.row), role: isCurrent ? .selection : .label)
        }
        let (_, rows) = area.splitTop(1)
        guard rows.rows > 0 else { return }
        let first = max(0, min(list.cursor - rows.rows / 2, list.rows.count - rows.rows))
        list.drawn.record(rows, first: first)
        for offset in 0..<min(rows.rows, list.rows.count - first) {
            let index = first + offset
            let row = list.rows[index]
            let line = rows.line(offset)
            let isSelected = index == list.cursor && isFocused
            let base: Role = isSelected ? .selection : .text
            canvas.fill(line, role: base)
            let mark: SafeText = row.isEnough ? "[x]" : row.isReceived ? "[-]" : "[ ]"
            let markRole: Role =
                isSelected
                ? .selection
                : row.isEnough ? .success : row.requirement.required ? .warning : .dim
            canvas.put(mark, at: line.origin.offset(columns: 1), role: markRole)
            let name = SafeText(row.requirement.name).truncated(to: nameWidth - 3)
            let used = canvas.put(name, at: line.origin.offset(columns: 6), role: base)
            if row.requirement.required {
                canvas.put(
                    " *", at: line.origin.offset(columns: 6 + used), role: isSelected ? .selection : .required
                )
            }
            for (column, count) in [(0, row.originals), (1, row.copies)] {
                let isCell = isSelected && list.column.rawValue == column
                let needed = column == 0 ? row.neededOriginals : row.requirement.copies
                let text: SafeText =
                    count == 0 && (!row.isReceived || row.isPresented) ? "·" : "\(count)"
                let role: Role =
                    isCell
                    ? .fieldFocused
                    : isSelected ? .selection : row.isReceived && count < needed ? .warning : base
                let cell = text.padded(to: countWidth - 2, .right)
                canvas.put(cell, at: Point(columns[column] + 1, line.row), role: role)
                if isCell { canvas.cursor = Point(columns[column] + countWidth - 2, line.row) }
            }
            let isCell = isSelected && list.column == .digitised
            let state = SafeText(stateName(row).text(language))
            canvas.put(
                state.truncated(to: stateWidth), at: Point(columns[2], line.row),
                role: isCell ? .fieldFocused : isSelected ? .selection : row.digitised == .none ? .dim : .text
            )
            if isCell { canvas.cursor = Point(columns[2], line.row) }
        }
    }

    private static func stateName(_ row: PaperList.Row) -> Phrase {
        switch row.digitised {
        case .none where row.isPresented: Strings.Papers.statePresented
        case .none: Strings.Papers.stateNone
        case .digitised: Strings.Papers.stateDigitised
        case .reused: Strings.Papers.stateReused
        case .reusedResult: Strings.Papers.stateReusedResult
        }
    }

    private static func detailLines(
        _ list: PaperList, declaration: String?, width: Int, _ language: Language
    ) -> [SafeText] {
        guard let row = list.selected else { return [] }
        let requirement = row.requirement
        var lines = SafeText(requirement.name).wrapped(to: width)
        var facts = [Strings.Papers.need(row.neededOriginals, requirement.copies).text(language)]
        if let template = requirement.template {
            let words =
                template == declaration ? Strings.Papers.templateIsDeclaration : Strings.Papers.template
            facts.append(words.text(language))
        }
        lines.append(SafeText(facts.joined(separator: "; ")))
        if let note = requirement.note { lines += SafeText.wrapped(note, to: width) }
        return lines
    }

    private static func drawDetail(
        _ lines: [SafeText], _ list: PaperList, into canvas: inout Canvas, area: Rect, _ language: Language
    ) {
        guard area.rows >= 3 else { return }
        let missing = list.missing.count
        let title =
            missing == 0
            ? Strings.Papers.complete(list.required.count) : Strings.Papers.missing(missing)
        canvas.box(
            area, title: SafeText(title.text(language)), role: .border,
            titleRole: missing == 0 ? .success : .warning)
        canvas.clip(to: area.inside) { canvas in
            for (index, line) in lines.enumerated() {
                canvas.put(line, at: Point(area.column + 2, area.row + 1 + index), role: .text)
            }
        }
    }
}
