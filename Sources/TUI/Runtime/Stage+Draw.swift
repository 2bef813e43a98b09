extension Stage {
    /// Below this the screen only says that it is too small.
    static let smallest = Size(columns: 40, rows: 10)

    /// The whole screen as it is now.
    public func draw() -> Canvas {
        needsDraw = false
        var canvas = Canvas(size: size)
        guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
            canvas.put(RuntimeStrings.tooSmall(language), at: .zero, role: .warning)
            return canvas
        }
        guard let entry = entries.last else { return canvas }
        let context = context(owner: entry.id)

        var status = Canvas(size: Size(columns: size.columns, rows: 1))
        chrome.drawStatus(into: &status, titles: entries.map(\.screen.title), context)
        status.cursor = nil
        canvas.place(status, at: .zero)

        var body = Canvas(size: screenSize)
        entry.screen.draw(into: &body, context)
        help?.draw(into: &body, context)
        canvas.place(body, at: Point(0, 1))

        drawMessageLine(entry.screen, into: &canvas, context)
        drawKeyBar(into: &canvas)
        return canvas
    }

    private func drawMessageLine(_ screen: any Screen, into canvas: inout Canvas, _ context: ScreenContext) {
        let at = Point(1, size.rows - 2)
        var room = size.columns - 2
        if !context.busy.isEmpty {
            room -= 2
            canvas.put(spinner(context), at: Point(size.columns - 2, size.rows - 2), role: .dim)
        }
        if let toast = toasts.current {
            canvas.put(toast.text.truncated(to: room), at: at, role: toast.role)
        } else if let line = screen.messageLine(context) {
            canvas.put(line.text.truncated(to: room), at: at, role: line.role)
        }
    }

    private func spinner(_ context: ScreenContext) -> SafeText {
        let frames: [SafeText] = context.ascii ? ["|", "/", "-", "\\"] : ["◐", "◓", "◑", "◒"]
        return frames[context.spinnerFrame % frames.count]
    }

    private func drawKeyBar(into canvas: inout Canvas) {
        let row = size.rows - 1
        canvas.fill(Rect(column: 0, row: row, columns: size.columns, rows: 1), role: .keyLabel)
        var column = 1
        let items = table.keyBar(
            scopes: scopes, width: size.columns, language: language, enabled: { isEnabled($0) })
        for item in items {
            column += canvas.put(item.key, at: Point(column, row), role: .key) + 1
            column += canvas.put(item.name, at: Point(column, row), role: .keyLabel) + 2
        }
    }

    /// The title of the window: that of the topmost screen.
    public var title: SafeText { entries.last?.screen.title ?? .empty }
}
