import Forms

/// Paints the part of a laid-out page that is in view.
///
/// The state is handed to each step and not kept: a form is a large value, and a copy of it at every key is dear.
struct FormPainter {
    let layout: FormLayout
    let body: Rect
    let context: ScreenContext
    let glyphs: Glyphs
    /// The first row of the page in view.
    let top: Int
    /// Where the entry in focus stands on the screen: what opens, opens beside it.
    private(set) var anchor: Rect?

    init(_ state: FormState, layout: FormLayout, body: Rect, context: ScreenContext) {
        self.layout = layout
        self.body = body
        self.context = context
        glyphs = Glyphs.of(context)
        if let block = layout.block(of: state.stop, in: state) {
            var cursorRow = block.area.row
            // Of a block that is higher than the screen, the row with the cursor has to be in view.
            if case .field(let field) = block.content, block.area.rows > body.rows {
                cursorRow = field.entry.row + state[field.place].editor.cursorRow(in: field.entry.size)
            }
            let tops = state.geometry.tops(of: layout, height: body.rows)
            top = FormLayout.top(tops, showing: block.area, cursorRow: cursorRow, height: body.rows)
        } else {
            top = 0
        }
    }

    /// As it was made for the last frame.
    init(_ frame: FormGeometry.Frame, context: ScreenContext) {
        layout = frame.layout
        body = frame.body
        top = frame.top
        self.context = context
        glyphs = Glyphs.of(context)
    }

    private func screen(_ point: Point) -> Point {
        Point(body.column + point.column, body.row + point.row - top)
    }

    /// Where a part of the page stands on the screen.
    func screen(_ rect: Rect) -> Rect { Rect(origin: screen(rect.origin), size: rect.size) }

    private func isInView(_ area: Rect) -> Bool {
        area.row < top + body.rows && area.endRow > top
    }

    mutating func paint(_ state: FormState, _ canvas: inout Canvas) {
        let backdrop = FormBackdrop(state, top: top, isASCII: context.ascii)
        state.geometry.backdrop.put(backdrop, into: &canvas, area: body) { canvas in
            paintBackdrop(focusGroup: backdrop.focusGroup, &canvas)
        }
        var painted = 0
        for block in layout.blocks(in: top..<top + body.rows) where isInView(block.area) {
            painted += 1
            switch block.content {
            case .field(let field): paint(field, state, &canvas)
            case .button(let stop): paint(stop, at: screen(block.area.origin), state, &canvas)
            case .text: break
            }
        }
        state.geometry.count(blocks: painted)
    }

    /// The entry of one field, as it is after a key.
    ///
    /// - Returns: Its rows on the grid.
    mutating func paintTyped(
        _ field: FormLayout.Field, _ state: FormState, _ canvas: inout Canvas
    ) -> Range<Int> {
        paint(field, state, &canvas)
        var rows = screen(field.entry).row..<screen(field.entry).endRow
        if let counter = field.counter.map({ screen($0).row }) {
            rows = min(rows.lowerBound, counter)..<max(rows.upperBound, counter + 1)
        }
        return (rows.lowerBound + canvas.place.row)..<(rows.upperBound + canvas.place.row)
    }

    /// What the layout alone says: frames, names of fields, instructions, errors, units.
    private func paintBackdrop(focusGroup: Int?, _ canvas: inout Canvas) {
        for box in layout.boxes where isInView(box.area) {
            let hasFocus = box.group == focusGroup
            canvas.box(
                screen(box.area), title: box.title, role: hasFocus ? .borderFocused : .border,
                titleRole: .title)
        }
        for block in layout.blocks(in: top..<top + body.rows) where isInView(block.area) {
            if case .field(let field) = block.content { paintWords(of: field, &canvas) }
            for line in block.lines { canvas.put(line.text, at: screen(line.at), role: line.role) }
        }
    }

    private func paintWords(of field: FormLayout.Field, _ canvas: inout Canvas) {
        for (line, text) in field.label.enumerated() {
            let at = screen(field.labelAt).offset(rows: line)
            let used = canvas.put(text, at: at, role: .label)
            if line == field.label.count - 1, field.isRequired {
                canvas.put("*", at: at.offset(columns: used + 1), role: .required)
            }
        }
        if let unit = field.unit {
            let area = screen(field.entry)
            canvas.put(unit, at: Point(area.endColumn + 1, area.row), role: .dim)
        }
    }

    // MARK: - Buttons

    private mutating func paint(
        _ stop: FormStop, at point: Point, _ state: FormState, _ canvas: inout Canvas
    ) {
        var button: Button
        switch stop {
        case .submit:
            button = Button(state.submitLabel ?? ToolkitStrings.submit)
            button.isWorking = state.working
        case .addRow(let group):
            button = Button(state.index.groups[group].repeats?.addLabel ?? ToolkitStrings.ok)
            button.isEnabled = !state.working
        case .removeRow(let group, _):
            button = Button(state.index.groups[group].repeats?.removeLabel ?? ToolkitStrings.cancel)
            button.isEnabled = !state.working
        case .reveal, .field: return
        }
        let hasFocus = stop == state.stop
        let width = button.draw(into: &canvas, at: point, isFocused: hasFocus, context: context)
        if hasFocus { anchor = Rect(origin: point, size: Size(columns: width, rows: 1)) }
    }

    // MARK: - Fields

    private mutating func paint(_ field: FormLayout.Field, _ state: FormState, _ canvas: inout Canvas) {
        let definition = state.index.field(field.place)
        let hasFocus = state.stop == .field(state.id(of: field.place))
        let area = screen(field.entry)
        if hasFocus { anchor = area }
        if definition.locked || definition.computed != nil {
            paintLocked(state[field.place], area, field.place, state, &canvas)
        } else if hasFocus, state.isSelected(field.place) {
            var selected = state[field.place]
            selected.editor.select()
            paintEntry(selected, definition, field, area, hasFocus, state, &canvas)
        } else {
            paintEntry(state[field.place], definition, field, area, hasFocus, state, &canvas)
        }
        if let counter = field.counter, case .box(let box) = state[field.place].editor {
            canvas.put(SafeText(box.counter.text(context.language)), at: screen(counter), role: .dim)
        }
        if let reveal = field.reveal, case .line(let line) = state[field.place].editor {
            let button = Button(line.isRevealed ? ToolkitStrings.hide : ToolkitStrings.show)
            let isFocused = state.stop == .reveal(state.id(of: field.place))
            let width = button.draw(
                into: &canvas, at: screen(reveal), isFocused: isFocused, context: context)
            if isFocused { anchor = Rect(origin: screen(reveal), size: Size(columns: width, rows: 1)) }
        }
        if let source = state[field.place].source, field.mark.columns > 0 {
            let text = glyphs.filled + SafeText(" ") + SafeText(source.text(context.language))
            // Half a name says less than none; the message line has all of it.
            let shown = text.width <= field.mark.columns ? text : glyphs.filled
            canvas.put(shown, at: screen(field.mark.origin), role: .filled)
        }
    }

    private func paintLocked(
        _ entry: FormEntry, _ area: Rect, _ place: EntryPlace, _ state: FormState, _ canvas: inout Canvas
    ) {
        let role: Role = if case .number = entry.editor { .money } else { .text }
        let text: SafeText
        switch entry.editor {
        case .pick(let picked): text = state.pickedText(place, picked).text
        case .radio(let group):
            text = group.choices.first { $0.value == group.selected }?.label ?? .empty
        case .check(let box):
            text = (box.isOn ? glyphs.check.on : glyphs.check.off) + SafeText(" ") + box.label
        case .checks(let boxes):
            let names = boxes.choices.filter { boxes.chosen.contains($0.value) }.map(\.label.string)
            text = SafeText(names.joined(separator: ", "))
        case .slider(let slider): text = slider.text(context.language) ?? .empty
        case .files(let list): text = SafeText(list.files.map(\.name).joined(separator: ", "))
        case .line(let line) where line.isSecret:
            // As many marks whatever its length: that is nobody's to know either.
            text = line.isEmpty ? .empty : SafeText("********")
        case .line, .box, .date, .time, .number, .spin, .none:
            for (line, text) in SafeText.wrapped(entry.editor.text ?? "", to: area.columns).enumerated() {
                canvas.put(text, at: area.origin.offset(rows: line), role: role)
            }
            return
        }
        canvas.put(text.truncated(to: area.columns), at: area.origin, role: role)
    }

    /// The ground of an entry with the sign that it opens something.
    ///
    /// - Returns: The part before the sign.
    private func paintOpener(_ area: Rect, _ role: Role, _ canvas: inout Canvas) -> Rect {
        let parts = area.splitRight(area.columns > 4 ? 2 : 0)
        canvas.fill(area, role: role)
        canvas.put(glyphs.open, at: parts.right.origin.offset(columns: 1), role: .dim, maxWidth: 1)
        return parts.rest
    }

    private func paintEntry(
        _ entry: FormEntry, _ field: Field, _ laid: FormLayout.Field, _ area: Rect, _ hasFocus: Bool,
        _ state: FormState, _ canvas: inout Canvas
    ) {
        let role: Role? = hasFocus ? nil : entry.source != nil ? .filled : nil
        var placeholder = (field.placeholder?.text(context.language)).map { SafeText($0) }
        switch entry.editor {
        case .line(let line):
            line.draw(
                into: &canvas, area: area, isFocused: hasFocus, placeholder: placeholder, role: role,
                glyphs: glyphs)
        case .box(let box):
            box.draw(
                into: &canvas, area: area, isFocused: hasFocus, placeholder: placeholder, role: role,
                glyphs: glyphs)
        case .number(let number):
            number.draw(
                into: &canvas, area: area, isFocused: hasFocus, placeholder: placeholder, role: role,
                glyphs: glyphs)
        case .date(let date):
            let pattern = date.isRange ? ToolkitStrings.dateRangePattern : ToolkitStrings.datePattern
            placeholder = placeholder ?? SafeText(pattern.text(context.language))
            let rest = paintOpener(area, role ?? (hasFocus ? .fieldFocused : .field), &canvas)
            date.draw(
                into: &canvas, area: rest, isFocused: hasFocus, placeholder: placeholder, role: role,
                glyphs: glyphs)
        case .time(let time):
            let pattern = time.isRange ? ToolkitStrings.timeRangePattern : ToolkitStrings.timePattern
            placeholder = placeholder ?? SafeText(pattern.text(context.language))
            let rest = paintOpener(area, role ?? (hasFocus ? .fieldFocused : .field), &canvas)
            time.draw(
                into: &canvas, area: rest, isFocused: hasFocus, placeholder: placeholder, role: role,
                glyphs: glyphs)
        case .spin(let box):
            box.draw(
                into: &canvas, area: area, isFocused: hasFocus, placeholder: placeholder, role: role,
                glyphs: glyphs)
        case .slider(let slider):
            slider.draw(into: &canvas, area: area, isFocused: hasFocus, role: role, context: context)
        case .files(let list):
            list.draw(
                into: &canvas, area: area, isFocused: hasFocus, role: role ?? .text, context: context)
        case .radio(let group):
            group.draw(into: &canvas, area: area, isFocused: hasFocus, role: role ?? .text, glyphs: glyphs)
        case .check(let box):
            box.draw(into: &canvas, area: area, isFocused: hasFocus, role: role ?? .text, glyphs: glyphs)
            if laid.isRequired {
                let used = box.label.wrapped(to: max(1, area.columns - 4)).last?.width ?? 0
                canvas.put("*", at: Point(area.column + 5 + used, area.endRow - 1), role: .required)
            }
        case .checks(let boxes):
            boxes.draw(
                into: &canvas, area: area, isFocused: hasFocus, role: role ?? .text,
                language: context.language, glyphs: glyphs)
        case .pick(let picked):
            let shown = state.pickedText(laid.place, picked)
            let ground = role ?? (hasFocus ? .fieldFocused : .field)
            let rest = paintOpener(area, ground, &canvas)
            let textRole: Role = shown.isEmpty ? .placeholder : ground
            canvas.put(shown.text.truncated(to: rest.columns), at: area.origin, role: textRole)
            if hasFocus { canvas.cursor = area.origin }
        case .none: break
        }
    }
}
