import Forms

/// The help that F1 shows over any screen: the keys that work there, from the action table.
public struct HelpOverlay: Sendable {
    public struct Line: Hashable, Sendable {
        public var keys: SafeText
        public var text: SafeText
    }

    public private(set) var lines: [Line]
    var scroll = 0

    init(actions: [Action], language: Language) {
        lines = actions.map { action in
            Line(
                keys: SafeText(action.keys.map(\.label).joined(separator: ", ")),
                text: SafeText(action.help.text(language)))
        }
    }

    mutating func press(_ key: Key, rows: Int) -> Bool {
        switch key.code {
        case .up: scroll -= 1
        case .down: scroll += 1
        case .pageUp: scroll -= rows
        case .pageDown, .character(" "): scroll += rows
        case .home: scroll = 0
        case .end: scroll = lines.count
        default: return false
        }
        scroll = max(0, min(scroll, lines.count - 1))
        return true
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let area = canvas.bounds.centred(
            Size(columns: min(canvas.size.columns - 4, 76), rows: min(canvas.size.rows, lines.count + 3)))
        canvas.fill(area, role: .dialog)
        canvas.box(area, title: SafeText(RuntimeStrings.help.text(context.language)), role: .borderFocused)
        let inside = area.inside
        let keyWidth = min((lines.map(\.keys.width).max() ?? 0) + 2, inside.columns / 2)
        for (row, line) in lines.dropFirst(scroll).prefix(max(0, inside.rows - 1)).enumerated() {
            let at = Point(inside.column, inside.row + row)
            canvas.put(line.keys.truncated(to: keyWidth - 1), at: at, role: .key)
            canvas.put(
                line.text.truncated(to: inside.columns - keyWidth), at: at.offset(columns: keyWidth),
                role: .dialog)
        }
        canvas.put(
            SafeText(RuntimeStrings.closeHelp.text(context.language)),
            at: Point(inside.column, inside.endRow - 1), role: .dim, maxWidth: inside.columns)
        canvas.cursor = nil
    }
}

extension Stage {
    func openHelp() {
        let actions = table.visible(scopes: scopes).filter { isEnabled($0.id) }
        help = HelpOverlay(actions: actions, language: language)
    }

    func pressInHelp(_ key: Key) {
        if help?.press(key, rows: max(1, screenSize.rows - 3)) == true { return }
        let closes = key == Key(.escape) || key == Key(.enter)
        let found = table.action(for: key, scopes: scopes, inField: false)
        if closes || found == .programHelp { help = nil }
        if let found, found == .programRedraw || found == .programSuspend { perform(found) }
    }
}
