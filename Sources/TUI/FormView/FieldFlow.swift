import Forms

/// Lays the fields of one row of a group out: labels in a column, entries in another, and two short fields
/// side by side where both fit into a half.
struct FieldFlow {
    let state: FormState
    let group: Int
    let row: Int
    /// The first column of the group's inside.
    let left: Int
    /// The columns of the group's inside.
    let width: Int
    private(set) var blocks: [FormLayout.Block] = []

    /// A field before it has a place.
    fileprivate struct Cell {
        var place: EntryPlace
        var field: Field
        /// Columns that the entry wants; nil takes what there is.
        var entry: Int?
        var label: SafeText
        /// Columns after the entry for unit, button and mark.
        var after: Int
        var isRequired: Bool

        var labelWidth: Int { label.width + (isRequired ? 2 : 0) }
    }

    init(state: FormState, group: Int, row: Int, left: Int, width: Int) {
        self.state = state
        self.group = group
        self.row = row
        self.left = left
        self.width = width
    }

    /// - Returns: the first row below.
    mutating func lay(from start: Int) -> Int {
        let cells = cells(row: row)
        // Over all rows of the group, so that their labels stand in one column.
        let cap = max(8, width * 2 / 5)
        let all = state.groups[group].rows.indices.flatMap { $0 == self.row ? cells : self.cells(row: $0) }
        let labelColumn = all.filter(\.hasLabelColumn).map(\.labelWidth).filter { $0 <= cap }.max() ?? 0
        let half = (width - 2) / 2
        let room = width - half - 2
        let (lines, rightLabel) = pairs(cells, labelColumn, half: half, room: room)
        var row = start
        for line in lines {
            if let right = line.right {
                let rightAt = Point(left + half + 2, row)
                let b = place(right, at: rightAt, columns: room, labelColumn: rightLabel)
                // Where nothing stands below the field on the right, the text under the left one may go on there.
                let a = place(
                    line.left, at: Point(left, row), columns: half, labelColumn: labelColumn,
                    below: b == 1 ? width : half)
                row += max(a, b)
            } else {
                row += place(line.left, at: Point(left, row), columns: width, labelColumn: labelColumn)
            }
        }
        blocks.sort { ($0.area.row, $0.area.column) < ($1.area.row, $1.area.column) }
        return row
    }

    private func cells(row: Int) -> [Cell] {
        state.index.groups[group].definition.fields.indices.compactMap { field in
            let place = EntryPlace(group: group, row: row, field: field)
            return state[place].isVisible ? cell(place) : nil
        }
    }

    /// Puts two short fields side by side wherever both fit, and the right ones' labels into one column.
    private func pairs(
        _ cells: [Cell], _ labelColumn: Int, half: Int, room: Int
    ) -> (lines: [(left: Cell, right: Cell?)], rightLabel: Int) {
        var alone: Set<Int> = []
        while true {
            var lines: [(left: Cell, right: Cell?)] = []
            for cell in cells {
                if let last = lines.last, last.right == nil, fits(last.left, labelColumn, half),
                    fits(cell, cell.labelWidth, room), !alone.contains(cell.place.field)
                {
                    lines[lines.count - 1].right = cell
                } else {
                    lines.append((cell, nil))
                }
            }
            let rightLabel = lines.compactMap { $0.right?.labelWidth }.max() ?? 0
            let misfits = lines.compactMap(\.right).filter { !fits($0, rightLabel, room) }
            if misfits.isEmpty { return (lines, rightLabel) }
            alone.formUnion(misfits.map(\.place.field))
        }
    }

    private func fits(_ cell: Cell, _ labelColumn: Int, _ room: Int) -> Bool {
        guard let entry = cell.entry, cell.hasLabelColumn, cell.labelWidth <= labelColumn else {
            return false
        }
        return labelColumn + 1 + entry + cell.after <= room
    }

    private func cell(_ place: EntryPlace) -> Cell {
        let entry = state[place]
        let field = state.index.field(place)
        // Room for "▪ thẻ" or "▪ card" after fields that may be filled in.
        var after = field.sources.isEmpty && entry.source == nil ? 0 : 7
        let columns = FieldWidth.columns(field, entry, state.language)
        // A long entry gives way to the whole name of its source.
        if let source = entry.source, columns == nil {
            after = max(after, min(24, DisplayWidth.of(source.text(state.language)) + 3))
        }
        switch field.kind {
        case .money: after += 2
        case .password: after += 9
        default: break
        }
        let isRequired = entry.isRequired && state.isOpen(place)
        return Cell(
            place: place, field: field, entry: columns,
            label: SafeText(field.label.text(state.language)), after: after, isRequired: isRequired)
    }

    // MARK: - One field

    /// - Parameter below: The columns that the lines under the entry may take, counted from the label on.
    /// - Returns: the rows that it takes.
    private mutating func place(
        _ cell: Cell, at origin: Point, columns: Int, labelColumn: Int, below: Int? = nil
    ) -> Int {
        if case .note = cell.field.kind { return placeNote(cell, at: origin, columns: columns) }
        var row = origin.row
        var label: [SafeText] = []
        let labelAt = Point(origin.column, row)
        let entryColumn = origin.column + (labelColumn > 0 ? labelColumn + 1 : 0)
        if cell.hasLabelColumn {
            if cell.labelWidth <= labelColumn {
                label = [cell.label]
            } else {
                // Too long for the column: above the entry, over the whole width.
                label = cell.label.wrapped(to: max(1, columns - 2))
                row += label.count
            }
        }
        let room = max(1, origin.column + columns - entryColumn)
        // A button beside the entry is never pushed out of the box.
        var beside = if case .password = cell.field.kind { 10 } else { 0 }
        // Nor is the mark of a value that was filled in: who said it is half of what it says.
        if state[cell.place].source != nil { beside = max(beside, cell.after) }
        let most = room - beside >= 4 ? room - beside : room
        let entryColumns = max(1, min(cell.entry ?? min(room - cell.after, FieldWidth.widest), most))
        let height = FieldWidth.rows(state[cell.place], cell.field, columns: entryColumns, state)
        let entry = Rect(column: entryColumn, row: row, columns: entryColumns, rows: height)
        row += height
        var field = FormLayout.Field(
            place: cell.place, label: label, labelAt: labelAt, isRequired: cell.isRequired, entry: entry,
            unit: nil, mark: Rect(column: 0, row: 0, columns: 0, rows: 0), counter: nil, reveal: nil)
        var after = entry.endColumn + 1
        if case .money = cell.field.kind {
            field.unit = "đ"
            after += 2
        }
        if case .password = cell.field.kind {
            field.reveal = Point(after, entry.row)
            after += 9
        }
        field.mark = Rect(
            column: after, row: entry.row, columns: max(0, origin.column + columns - after), rows: 1)
        if case .textArea = cell.field.kind, state.isOpen(cell.place) {
            field.counter = Point(entryColumn, row)
            row += 1
        }
        var lines: [FormLayout.Line] = []
        // Under the entry; from the label on only where a word would hardly fit.
        let belowEnd = origin.column + (below ?? columns)
        func add(_ text: SafeText, _ role: Role) {
            let textColumn = belowEnd - entryColumn >= 16 ? entryColumn : origin.column
            let textColumns = max(1, belowEnd - textColumn)
            for line in text.wrapped(to: textColumns) {
                lines.append(FormLayout.Line(text: line, role: role, at: Point(textColumn, row)))
                row += 1
            }
        }
        let issues = state[cell.place].issues.map { (Self.issueText($0, state.language), Self.role($0)) }
        for (text, role) in issues { add(text, role) }
        if FieldHint.isAlwaysShown(cell.field), let hint = FieldHint.text(cell.field)?.text(state.language),
            // A pattern's own words are both: once is enough.
            !issues.contains(where: { $0.0.string.hasSuffix(hint) })
        {
            add(SafeText(hint), .dim)
        }
        let area = Rect(column: origin.column, row: origin.row, columns: columns, rows: row - origin.row)
        blocks.append(FormLayout.Block(area: area, content: .field(field), lines: lines))
        return row - origin.row
    }

    private mutating func placeNote(_ cell: Cell, at origin: Point, columns: Int) -> Int {
        let words = [cell.field.label, cell.field.help].compactMap { $0?.text(state.language) }
        let text = words.flatMap { SafeText.wrapped($0, to: columns) }
        blocks.append(
            FormLayout.Block(
                area: Rect(origin: origin, size: Size(columns: columns, rows: text.count)), content: .text,
                lines: text.enumerated().map { line in
                    FormLayout.Line(text: line.element, role: .dim, at: origin.offset(rows: line.offset))
                }))
        return text.count
    }

    /// The mark tells errors and warnings apart from all else without colour (eForm G-2).
    static func issueText(_ issue: FieldIssue, _ language: Language) -> SafeText {
        let words = [issue.message, issue.hint].compactMap { $0?.text(language) }.joined(separator: " ")
        return SafeText((issue.severity == .error ? "! " : "▲ ") + words)
    }

    static func role(_ issue: FieldIssue) -> Role {
        issue.severity == .error ? .error : .warning
    }
}

extension FieldFlow.Cell {
    /// A single box carries its label itself.
    fileprivate var hasLabelColumn: Bool {
        switch field.kind {
        case .checkbox, .note: false
        default: true
        }
    }
}
