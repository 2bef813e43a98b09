import Forms

extension PickList {
    var showsFilter: Bool {
        isSearch || items.items.count >= Self.filterShownFrom || !query.isEmpty
    }

    /// Where the list opens beside its field.
    public func area(anchor: Rect, in bounds: Rect) -> Rect {
        let labels = max(items.width, emptyLabel?.width ?? 0, isMultiple ? 16 : 0)
        let marks = isMultiple ? 4 : 0
        let columns = max(anchor.columns, labels + marks + 5, showsFilter ? 42 : 0)
        return PopupPlacement.area(
            anchor: anchor, in: bounds, size: Size(columns: columns, rows: lines + 2))
    }

    /// The rows inside the frame that the whole list asks for.
    private var lines: Int { min(max(1, rows.count), Self.maximumRows) + (showsFilter ? 1 : 0) }

    /// Where only a line or two are left there is no room for a frame; a list of one entry needs no more than three.
    private func isFramed(_ area: Rect) -> Bool { area.rows >= min(4, lines + 2) }

    /// The rows of the list itself in an area that the whole popup has.
    func body(of area: Rect) -> Rect {
        let inside = isFramed(area) ? area.inside : area
        return showsFilter && inside.rows > 1 ? inside.splitTop(1).rest : inside
    }

    /// The row of the list under a point of the screen.
    public func row(at point: Point, in area: Rect) -> Int? {
        let body = body(of: area)
        guard body.contains(point) else { return nil }
        let row = first(rows: body.rows) + point.row - body.row
        return rows.indices.contains(row) ? row : nil
    }

    /// Draws the open list. The real cursor stands in the filter, or on the lit row where there is none.
    public func draw(into canvas: inout Canvas, area: Rect, context: ScreenContext) {
        guard !area.isEmpty else { return }
        let glyphs = Glyphs.of(context)
        canvas.fill(area, role: .dialog)
        if isFramed(area) { canvas.box(area, role: .borderFocused) }
        let inside = isFramed(area) ? area.inside : area
        let body = body(of: area)
        drawn.record(body)
        let first = first(rows: body.rows)
        canvas.cursor = body.origin.offset(rows: max(0, highlighted - first))
        if showsFilter && body.rows < inside.rows { drawFilter(into: &canvas, area: inside.line(0), context) }
        if rows.isEmpty {
            let words: Phrase
            if isSearch {
                words =
                    query.isEmpty
                    ? ToolkitStrings.searchHint
                    : isLoading || isStale ? ToolkitStrings.searching : ToolkitStrings.nothingFound
            } else {
                words =
                    isLoading
                    ? ToolkitStrings.loading
                    : query.isEmpty ? ToolkitStrings.noOptions : ToolkitStrings.noMatch
            }
            let text = SafeText(words.text(context.language)).truncated(to: body.columns)
            canvas.put(text, at: body.origin, role: .dim)
            return
        }
        for line in 0..<min(body.rows, rows.count - first) {
            drawRow(first + line, into: &canvas, area: body.line(line), context, glyphs)
        }
        if isFramed(area) {
            let bar = Rect(column: area.endColumn - 1, row: body.row, columns: 1, rows: body.rows)
            ScrollBar.draw(
                into: &canvas, area: bar, total: rows.count, first: first, role: .borderFocused,
                glyphs: glyphs)
        }
    }

    /// The list is scrolled by key; drawing only mends what a smaller window has put out of sight.
    func first(rows height: Int) -> Int {
        guard height > 0 else { return 0 }
        var first = min(offset, max(0, rows.count - height))
        if highlighted < first { first = highlighted }
        if highlighted >= first + height { first = highlighted - height + 1 }
        return first
    }

    /// What stands beside the filter: how many are shown or chosen, or how a search stands.
    private var remark: Phrase {
        if isSearch {
            return isLoading || isStale
                ? ToolkitStrings.searching : query.isEmpty ? ToolkitStrings.popular : Phrase("")
        }
        if isMultiple && !chosen.isEmpty { return ToolkitStrings.chosen(chosen.count) }
        return ToolkitStrings.shown(
            rows.count { if case .item = $0 { true } else { false } }, of: items.items.count)
    }

    private func drawFilter(into canvas: inout Canvas, area: Rect, _ context: ScreenContext) {
        let language = context.language
        let right = SafeText(remark.text(language))
        let parts = area.splitRight(min(right.width, area.columns / 2), gap: 1)
        canvas.put(right.truncated(to: parts.right.columns), at: parts.right.origin, role: .dim)
        query.draw(
            into: &canvas, area: parts.rest, isFocused: true,
            placeholder: SafeText(
                (isSearch ? ToolkitStrings.searchHint : ToolkitStrings.filterHint).text(language)),
            glyphs: Glyphs.of(context))
    }

    private func drawRow(
        _ row: Int, into canvas: inout Canvas, area: Rect, _ context: ScreenContext, _ glyphs: Glyphs
    ) {
        let isLit = row == highlighted
        let role: Role = isLit ? .selection : .dialog
        canvas.fill(area, role: role)
        var at = area.origin.offset(columns: 1)
        let room = area.columns - 2
        switch rows[row] {
        case .empty:
            canvas.put((emptyLabel ?? .empty).truncated(to: room), at: at, role: isLit ? .selection : .dim)
        case .selectAll, .deselectAll:
            let words =
                rows[row] == .selectAll ? ToolkitStrings.selectAll : ToolkitStrings.deselectAll
            let text = SafeText(words.text(context.language)).truncated(to: room)
            canvas.put(text, at: at, role: isLit ? .selection : .link)
        case .item(let index):
            let item = items.items[index]
            let isChosen = chosen.contains(item.value)
            if isMultiple {
                let mark = isChosen ? glyphs.check.on : glyphs.check.off
                at.column += canvas.put(mark, at: at, role: role) + 1
            } else if isChosen {
                canvas.put(glyphs.next, at: area.origin, role: role)
            }
            canvas.put(item.label.truncated(to: area.endColumn - 1 - at.column), at: at, role: role)
        }
    }
}
