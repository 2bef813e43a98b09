extension Stage {
    /// Below this the screen only says that it is too small.
    static let smallest = Size(columns: 40, rows: 10)

    /// The whole screen as it is now.
    public func draw() -> Canvas {
        needsDraw = false
        drawnBare = nil
        var canvas = buffers.take(size)
        defer { buffers.keep(canvas) }
        guard !isTooSmall else {
            canvas.put(RuntimeStrings.tooSmall(language), at: .zero, role: .warning)
            return canvas
        }
        guard let entry = entries.last else { return canvas }
        var context = context(owner: entry.id)
        if entry.screen.fillsTerminal, help == nil, toasts.current == nil {
            context.size = size
            entry.screen.draw(into: &canvas, context)
            return canvas
        }
        let message = message(of: entry.screen, context)
        // What a message takes is not covered but given up by the screen: what stands at its end moves up.
        context.size.rows -= max(0, message.lines.count - 1)
        let titles = entries.map(\.screen.title)
        canvas.within(Rect(column: 0, row: 0, columns: size.columns, rows: 1)) { canvas in
            chrome.drawStatus(into: &canvas, titles: titles, context)
        }
        canvas.cursor = nil
        canvas.within(Rect(origin: Point(0, 1), size: context.size)) { canvas in
            entry.screen.draw(into: &canvas, context)
            help?.draw(into: &canvas)
        }
        if !context.busy.isEmpty {
            canvas.put(spinner(context), at: Point(size.columns - 2, size.rows - 2), role: .dim)
        }
        for (row, line) in message.lines.enumerated() {
            canvas.put(line, at: Point(1, 1 + context.size.rows + row), role: message.role)
        }
        drawKeyBar(into: &canvas)
        if ascii { canvas.simplifySigns() }
        if help == nil, toasts.current == nil { drawnBare = entry.id }
        return canvas
    }

    /// What a typed key changes first, over the frame before: the field that it went to. nil where there is no such
    /// field, and where something lies over it.
    ///
    /// It is on the screen while all the rest, which seldom changes with a key, is still being worked out: ``draw()``
    /// has to follow, and sends what is different then.
    public func drawTyped() -> (canvas: Canvas, rows: Range<Int>)? {
        guard needsDraw, !isTooSmall, help == nil, toasts.current == nil, let entry = entries.last,
            entry.id == drawnBare, var canvas = buffers.takeLast(size)
        else { return nil }
        guard let rows = entry.screen.drawTyped(into: &canvas, context(owner: entry.id)) else {
            buffers.giveBack(canvas)
            return nil
        }
        if ascii { canvas.simplifySigns() }
        buffers.keep(canvas)
        return (canvas, rows)
    }

    /// Gets ready for the next typed key, once the frame that ``draw()`` made is shown.
    public func prepareTyped() {
        if drawnBare != nil { buffers.level() }
    }

    /// What the next key shows first, if it is one of those that need no thought; to be asked once a frame is shown.
    func foreseen() -> ForeseenKey? {
        guard !needsDraw, help == nil, let entry = entries.last, entry.id == drawnBare,
            let frame = buffers.last,
            frame.size == size, let line = entry.screen.lineEnd(context(owner: entry.id))
        else { return nil }
        return ForeseenKey(line, on: frame)
    }

    /// How long no key has come when they are said to rest, in milliseconds.
    static let rest: Int64 = 200

    /// Rows that a message takes at most.
    private static let messageRows = 3

    /// What the message line says. A message that is longer than its line has more of them, so that the half that
    /// says what to do is not lost.
    private func message(
        of screen: any Screen, _ context: ScreenContext
    ) -> (lines: [SafeText], role: Role) {
        let text: SafeText
        let role: Role
        if let toast = toasts.current {
            (text, role) = (Self.signed(toast.text, toast.role, context), toast.role)
        } else if let line = screen.messageLine(context) {
            guard isTimely(line) else { return ([], .text) }
            text = Self.signed(line.text, line.role, isAboutInput: line.isAboutInput, context)
            role = line.role
        } else {
            return ([], .text)
        }
        let room = size.columns - (context.busy.isEmpty ? 2 : 4)
        guard text.width > room else { return ([text], role) }
        var lines = text.wrapped(to: room)
        if lines.count > Self.messageRows {
            let rest = lines[(Self.messageRows - 1)...].dropFirst().reduce(lines[Self.messageRows - 1]) {
                $0 + SafeText(" ") + $1
            }
            lines = Array(lines[..<(Self.messageRows - 1)]) + [rest.truncated(to: room)]
        }
        return (lines, role)
    }

    /// An input error, a system error and a success are told apart by sign, wherever colours are not (eForm VA-3).
    private static func signed(
        _ text: SafeText, _ role: Role, isAboutInput: Bool = false, _ context: ScreenContext
    ) -> SafeText {
        let glyphs = Glyphs.of(context)
        let sign: SafeText
        switch role {
        case .error: sign = isAboutInput ? glyphs.error : glyphs.failure
        case .success: sign = glyphs.success
        default: return text
        }
        return text.isEmpty ? text : sign + SafeText(" ") + text
    }

    /// What waits for the keys to rest is drawn then, and until then not at all: the words of the row before
    /// would be wrong.
    private func isTimely(_ line: MessageLine) -> Bool {
        guard line.waits, line != restedLine else { return true }
        guard let key = lastKey, time.milliseconds < key + Self.rest else {
            restedLine = line
            return true
        }
        restedLine = nil
        restDue = key + Self.rest
        return false
    }

    private func spinner(_ context: ScreenContext) -> SafeText {
        let frames: [SafeText] = context.ascii ? ["|", "/", "-", "\\"] : ["◐", "◓", "◑", "◒"]
        return frames[context.spinnerFrame % frames.count]
    }

    private func drawKeyBar(into canvas: inout Canvas) {
        let row = size.rows - 1
        let area = Rect(column: 0, row: row, columns: size.columns, rows: 1)
        let items = keyBarItems()
        drawnKeyBar.put(items, into: &canvas, area: area) { canvas in
            canvas.fill(area, role: .keyLabel)
            var column = 1
            for item in items {
                column += canvas.put(item.key, at: Point(column, row), role: .key) + 1
                column += canvas.put(item.name, at: Point(column, row), role: .keyLabel) + 2
            }
        }
    }

    private func keyBarItems() -> [ActionTable.KeyBarItem] {
        guard let screen = top else { return [] }
        return keyBar.items(
            of: table, scopes: scopes, width: size.columns, language: language,
            enabled: { screen.enabled($0) }, name: { screen.name(of: $0) })
    }

    /// The action that the key bar shows at this column.
    func keyBarAction(at wanted: Int) -> ActionID? {
        var column = 1
        for item in keyBarItems() {
            let end = column + item.width - 2
            if (column..<end).contains(wanted) { return item.action }
            column = end + 2
        }
        return nil
    }

    /// The title of the window: that of the topmost screen.
    public var title: SafeText { entries.last?.screen.title ?? .empty }
}
