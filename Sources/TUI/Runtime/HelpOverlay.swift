import Forms

/// The help that F1 shows over any screen: the keys that work there, from the action table.
struct HelpOverlay: Sendable {
    private let actions: [Action]
    private let language: Language
    private var scroll = 0

    init(actions: [Action], language: Language) {
        self.actions = actions
        self.language = language
    }

    /// Keys of the first column, text of the second; of an action with a long text more than one.
    func lines(columns: Int) -> [(keys: SafeText, text: SafeText)] {
        let keyWidth = self.keyWidth(columns: columns)
        var lines: [(keys: SafeText, text: SafeText)] = []
        for action in actions {
            let keys = SafeText(action.keys.map(\.label).joined(separator: ", ")).wrapped(to: keyWidth - 1)
            let text = SafeText(action.help.text(language)).wrapped(to: columns - keyWidth)
            for row in 0..<max(keys.count, text.count) {
                lines.append((row < keys.count ? keys[row] : "", row < text.count ? text[row] : ""))
            }
        }
        return lines
    }

    private func keyWidth(columns: Int) -> Int {
        let widest = actions.map { SafeText($0.keys.map(\.label).joined(separator: ", ")).width }.max() ?? 0
        return min(widest + 2, max(8, columns / 2))
    }

    /// Scrolls; false for a key that does not.
    mutating func press(_ key: Key, in size: Size) -> Bool {
        let area = area(in: size)
        let page = max(1, area.rows - 3)
        switch key.code {
        case .up: scroll -= 1
        case .down: scroll += 1
        case .pageUp: scroll -= page
        case .pageDown, .character(" "): scroll += page
        case .home: scroll = 0
        case .end: scroll = Int.max / 2
        default: return false
        }
        scroll = max(0, min(scroll, lines(columns: area.columns - 4).count - page))
        return true
    }

    private func area(in size: Size) -> Rect {
        let columns = min(size.columns - 4, 76)
        return Rect(size).centred(Size(columns: columns, rows: lines(columns: columns - 4).count + 3))
    }

    func draw(into canvas: inout Canvas) {
        let area = area(in: canvas.size)
        canvas.fill(area, role: .dialog)
        canvas.box(
            area, title: SafeText(RuntimeStrings.help.text(language)), role: .borderFocused, titleRole: .title
        )
        canvas.cursor = nil
        let inside = area.inside.inset(columns: 1, rows: 0)
        let keyWidth = keyWidth(columns: inside.columns)
        let page = max(0, inside.rows - 1)
        for (row, line) in lines(columns: inside.columns).dropFirst(scroll).prefix(page).enumerated() {
            let at = Point(inside.column, inside.row + row)
            canvas.put(line.keys, at: at, role: .key)
            canvas.put(
                line.text, at: at.offset(columns: keyWidth), role: .dialog,
                maxWidth: inside.columns - keyWidth)
        }
        canvas.put(
            SafeText(RuntimeStrings.closeHelp.text(language)), at: Point(inside.column, inside.endRow - 1),
            role: .dim, maxWidth: inside.columns)
    }
}

extension Stage {
    func openHelp() {
        var scopes = top?.helpScopes ?? []
        if !scopes.contains(ActionTable.globalScope) { scopes.append(ActionTable.globalScope) }
        let actions = table.visible(scopes: scopes).filter { isEnabled($0.id) }
        help = HelpOverlay(actions: actions, language: language)
    }

    /// While help is open, keys scroll or close it, and run nothing else but the program's own actions.
    func pressInHelp(_ key: Key) {
        if help?.press(key, in: screenSize) == true { return }
        let found = table.candidates(for: key, scopes: scopes, inField: false)
        if key == Key(.escape) || key == Key(.enter) || found.contains(.programHelp) { help = nil }
        for action in [ActionID.programRedraw, .programSuspend] where found.contains(action) {
            perform(action)
        }
    }
}
