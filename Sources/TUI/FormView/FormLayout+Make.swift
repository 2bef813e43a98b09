import Forms

extension FormLayout {
    /// From this width on, groups stand side by side.
    static let wideColumns = 120

    static func make(_ state: FormState, page: Int, columns: Int) -> FormLayout {
        var maker = Maker(state: state)
        maker.page(page, columns: columns)
        return FormLayout(rows: maker.rows, boxes: maker.boxes, blocks: maker.blocks)
    }

    private struct Maker {
        let state: FormState
        var rows = 0
        var boxes: [Box] = []
        var blocks: [Block] = []

        mutating func page(_ page: Int, columns: Int) {
            let shown = state.groups.indices.filter {
                state.index.groups[$0].page == page && state.groups[$0].isVisible
                    && state.pageIsVisible[page] && hasContent($0)
            }
            var row = 0
            var waiting: Int?
            let isWide = columns >= FormLayout.wideColumns
            let half = (columns - 1) / 2
            func isNarrow(_ group: Int) -> Bool { isWide && state.index.groups[group].repeats == nil }
            for (offset, group) in shown.enumerated() {
                if let left = waiting {
                    waiting = nil
                    let first = boxes.count
                    let a = box(left, at: Point(0, row), columns: half)
                    let b = box(group, at: Point(half + 1, row), columns: columns - half - 1)
                    let height = max(a, b)
                    for index in first..<boxes.count { boxes[index].area.size.rows = height }
                    row += height
                } else if isNarrow(group), shown.indices.contains(offset + 1), isNarrow(shown[offset + 1]) {
                    waiting = group
                } else {
                    row += box(group, at: Point(0, row), columns: columns)
                }
            }
            if page == state.lastPage, state.submitLabel != nil {
                blocks.append(
                    Block(
                        area: Rect(column: 0, row: row, columns: columns, rows: 1), content: .button(.submit))
                )
                row += 1
            }
            rows = row
        }

        private func hasContent(_ group: Int) -> Bool {
            state.index.groups[group].repeats != nil
                || state.groups[group].rows.contains { $0.entries.contains(where: \.isVisible) }
        }

        private func phrase(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(state.language)) }

        /// - Returns: the rows that the box takes.
        private mutating func box(_ group: Int, at origin: Point, columns: Int) -> Int {
            let info = state.index.groups[group]
            let left = origin.column + 2
            let width = max(1, columns - 4)
            var row = origin.row + 1
            if let help = info.definition.help {
                row += text(phrase(help), role: .dim, at: Point(left, row), columns: width)
            }
            for index in state.groups[group].rows.indices {
                if info.repeats != nil {
                    let heading = phrase(ToolkitStrings.row) + SafeText(" \(index + 1)")
                    row += text(heading, role: .title, at: Point(left, row), columns: width)
                }
                var fields = FieldFlow(state: state, group: group, row: index, left: left, width: width)
                row = fields.lay(from: row)
                blocks += fields.blocks
                if state.canRemoveRow(group) {
                    let rowID = state.groups[group].rows[index].id
                    button(.removeRow(group: group, rowID: rowID), at: Point(left, row), columns: width)
                    row += 1
                }
            }
            if state.canAddRow(group) {
                button(.addRow(group: group), at: Point(left, row), columns: width)
                row += 1
            }
            for issue in state.groups[group].issues {
                row += text(
                    FieldFlow.issueText(issue, state.language), role: FieldFlow.role(issue),
                    at: Point(left, row), columns: width)
            }
            let rows = row + 1 - origin.row
            boxes.append(
                Box(
                    group: group, area: Rect(origin: origin, size: Size(columns: columns, rows: rows)),
                    title: phrase(info.definition.title)))
            return rows
        }

        private mutating func button(_ stop: FormStop, at point: Point, columns: Int) {
            blocks.append(
                Block(
                    area: Rect(column: point.column, row: point.row, columns: columns, rows: 1),
                    content: .button(stop)))
        }

        private mutating func text(_ text: SafeText, role: Role, at point: Point, columns: Int) -> Int {
            let lines = text.wrapped(to: columns)
            blocks.append(
                Block(
                    area: Rect(column: point.column, row: point.row, columns: columns, rows: lines.count),
                    content: .text,
                    lines: lines.enumerated().map { Line(text: $1, role: role, at: point.offset(rows: $0)) }))
            return lines.count
        }
    }
}
