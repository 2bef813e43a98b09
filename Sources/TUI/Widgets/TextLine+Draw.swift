import Forms

extension TextLine {
    /// Draws the line into the first row of an area, and puts the real cursor there where it has the focus.
    ///
    /// A text longer than the area is moved by half a width at a time; `‹` and `›` say that there is more.
    public func draw(
        into canvas: inout Canvas, area: Rect, isFocused: Bool, placeholder: SafeText? = nil,
        role: Role? = nil, glyphs: Glyphs = .unicode
    ) {
        let area = area.line(0)
        guard !area.isEmpty else { return }
        let role = role ?? (isFocused ? .fieldFocused : .field)
        canvas.fill(area, role: role)
        if isEmpty {
            if let placeholder {
                let shown = placeholder.truncated(to: area.columns)
                canvas.put(shown, at: area.origin, role: .placeholder)
            }
            if isFocused { canvas.cursor = area.origin }
            return
        }
        let textRole: Role = isFocused && isSelected ? .selection : role
        let shown = display(upTo: buffer.count, glyphs)
        let before =
            if !isFocused { 0 } else if cursor == buffer.count { shown.width } else {
                display(upTo: cursor, glyphs).width
            }
        let room = area.columns
        guard shown.width + (isFocused ? 1 : 0) > room else {
            canvas.put(shown, at: area.origin, role: textRole)
            if isFocused { canvas.cursor = area.origin.offset(columns: before) }
            return
        }
        guard room > 4 else {
            let offset = max(0, before - room + 1)
            canvas.put(shown.slice(from: offset, columns: room), at: area.origin, role: textRole)
            if isFocused { canvas.cursor = area.origin.offset(columns: before - offset) }
            return
        }
        let inner = room - 2
        let step = inner / 2
        let offset = before < inner ? 0 : ((before - inner) / step + 1) * step
        canvas.put(
            shown.slice(from: offset, columns: inner), at: area.origin.offset(columns: 1), role: textRole)
        if offset > 0 { canvas.put(glyphs.more.left, at: area.origin, role: role) }
        if offset + inner < shown.width {
            canvas.put(glyphs.more.right, at: area.origin.offset(columns: room - 1), role: role)
        }
        if isFocused { canvas.cursor = area.origin.offset(columns: 1 + before - offset) }
    }

    private func display(upTo end: Int, _ glyphs: Glyphs) -> SafeText {
        if isSecret && !isRevealed {
            return SafeText(String(repeating: glyphs.secret, count: end))
        }
        return SafeText(end == buffer.count ? text : String(buffer.characters[..<end]))
    }
}
