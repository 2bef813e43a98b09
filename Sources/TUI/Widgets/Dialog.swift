import Forms

/// A question over the screen: title, text, and buttons.
///
/// Where one of the answers can't be taken back, the focus is on a safe one at first: what is dangerous needs
/// a choice of its own, never just Enter.
public struct Dialog: Widget {
    public struct Button: Hashable, Sendable, Identifiable {
        public var id: String
        public var label: Phrase
        /// Can't be taken back.
        public var isDanger: Bool

        public init(_ id: String, _ label: Phrase, isDanger: Bool = false) {
            self.id = id
            self.label = label
            self.isDanger = isDanger
        }
    }

    public let title: Phrase
    public let buttons: [Button]
    public private(set) var selected: Int
    /// What was chosen is under way.
    public var isWorking = false
    private var pager: Pager
    /// Where the buttons were drawn.
    private let drawn: [DrawnArea]

    /// - Parameter buttons: From left to right. Escape means none of them.
    public init(title: Phrase, text: [Pager.Paragraph], buttons: [Button]) {
        self.title = title
        self.buttons = buttons
        drawn = buttons.map { _ in DrawnArea() }
        pager = Pager(text)
        let hasDanger = buttons.contains(where: \.isDanger)
        selected = hasDanger ? buttons.lastIndex { !$0.isDanger } ?? 0 : 0
    }

    public init(title: Phrase, text: Phrase, buttons: [Button]) {
        self.init(title: title, text: [Pager.Paragraph(text, role: .dialog)], buttons: buttons)
    }

    /// What `.accepted` means.
    public var chosen: String? {
        buttons.indices.contains(selected) ? buttons[selected].id : nil
    }

    // MARK: - Input

    public static let actions: [Action] = [
        row("dialog.press", "Chọn", "Choose", ["enter", "space"], isShown: true),
        row("dialog.cancel", "Đóng", "Close", ["esc"], isShown: true),
        row("dialog.left", "Nút trước", "Button before", ["left", "shift-tab"]),
        row("dialog.right", "Nút sau", "Next button", ["right", "tab"]),
        row("dialog.up", "Cuộn lên", "Scroll up", ["up"]),
        row("dialog.down", "Cuộn xuống", "Scroll down", ["down"]),
        row("dialog.page_up", "Lên một trang", "Page up", ["pgup"]),
        row("dialog.page_down", "Xuống một trang", "Page down", ["pgdn"]),
    ]

    private static let table = ActionTable(actions)

    private static func row(
        _ id: ActionID, _ vi: String, _ en: String, _ keys: [String], isShown: Bool = false
    ) -> Action {
        let phrase = Phrase(vi, en: en)
        return Action(
            id: id, name: phrase, help: phrase, keys: keys.compactMap { Key(name: $0) }, scope: "dialog",
            hidden: !isShown, priority: 50)
    }

    public var scopes: [String] { ["dialog"] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text(" "): return perform("dialog.press")
        case .text(let text):
            // The first letter of a button goes to it; it takes Enter to press it.
            guard
                let wanted = buttons.firstIndex(where: {
                    TextFold.fold($0.label.vi).hasPrefix(TextFold.fold(text))
                })
            else { return .ignored }
            selected = wanted
            return .handled
        case .key(let key):
            guard let action = Self.table.action(for: key, scopes: scopes, inField: false) else {
                return .ignored
            }
            return perform(action)
        case .mouse(let mouse): return point(mouse)
        default: return .ignored
        }
    }

    /// A click presses; the wheel scrolls a long text. Beside the buttons a click does nothing: a question wants an answer.
    private mutating func point(_ mouse: Mouse) -> WidgetOutcome {
        switch mouse.kind {
        case .scrollUp: return perform("dialog.up")
        case .scrollDown: return perform("dialog.down")
        case .press where mouse.button == 1 && !isWorking:
            guard let hit = drawn.firstIndex(where: { $0.area?.contains(mouse.position) == true }) else {
                return .handled
            }
            selected = hit
            return perform("dialog.press")
        default: return .ignored
        }
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        switch action {
        case "dialog.press": return buttons.isEmpty ? .cancelled : isWorking ? .refused : .accepted
        case "dialog.cancel": return isWorking ? .refused : .cancelled
        case "dialog.left": turn(-1)
        case "dialog.right": turn(1)
        case "dialog.up": return pager.perform("pager.up")
        case "dialog.down": return pager.perform("pager.down")
        case "dialog.page_up": return pager.perform("pager.page_up")
        case "dialog.page_down": return pager.perform("pager.page_down")
        default: return .ignored
        }
        return .handled
    }

    private mutating func turn(_ step: Int) {
        guard !buttons.isEmpty, !isWorking else { return }
        selected = (selected + step + buttons.count) % buttons.count
    }

    // MARK: - Drawing

    /// As large as its text asks for, in the middle of what there is; a long text scrolls above the buttons.
    public func area(in bounds: Rect, _ language: Language) -> Rect {
        let row = buttons.reduce(0) { $0 + DisplayWidth.of($1.label.text(language)) + 6 }
        let widest = pager.paragraphs.reduce(0) {
            max($0, min(60, DisplayWidth.of($1.text.text(language)) + 1))
        }
        let title = DisplayWidth.of(self.title.text(language)) + 6
        let columns = min(bounds.columns, max(30, widest + 4, row + 2, title))
        let text = pager.height(columns: max(1, columns - 5), language)
        let rows = text + 3 + buttonLines(columns: columns - 4, language).count
        return bounds.centred(Size(columns: columns, rows: rows))
    }

    private func buttonLines(columns: Int, _ language: Language) -> [[Int]] {
        var lines: [[Int]] = []
        var width = 0
        for (index, button) in buttons.enumerated() {
            let needed = DisplayWidth.of(button.label.text(language)) + 6
            if lines.isEmpty || width + needed > columns + 2 {
                lines.append([index])
                width = needed
            } else {
                lines[lines.count - 1].append(index)
                width += needed
            }
        }
        return lines
    }

    public func draw(into canvas: inout Canvas, bounds: Rect, context: ScreenContext) {
        let area = area(in: bounds, context.language)
        guard !area.isEmpty else { return }
        canvas.fill(area, role: .dialog)
        let hasDanger = buttons.contains(where: \.isDanger)
        canvas.box(
            area, title: SafeText(title.text(context.language)), role: .borderFocused,
            titleRole: hasDanger ? .error : .title)
        canvas.cursor = nil
        let inside = area.inside.inset(columns: 1, rows: 0)
        let lines = buttonLines(columns: inside.columns, context.language)
        let parts = inside.splitBottom(min(lines.count, max(1, inside.rows / 2)))
        let gap = parts.rest.rows > 1 ? 1 : 0
        let text = parts.rest.splitBottom(gap).rest
        canvas.clip(to: area.inside) { pager.draw(into: &$0, area: text, context: context) }
        for (row, line) in lines.suffix(parts.bottom.rows).enumerated() {
            var at = parts.bottom.origin.offset(rows: row)
            for index in line {
                var button = TUI.Button(buttons[index].label)
                button.isWorking = isWorking && index == selected
                let room = max(0, parts.bottom.endColumn - at.column)
                let used = button.draw(
                    into: &canvas, at: at, isFocused: index == selected, maxWidth: room, context: context)
                drawn[index].record(Rect(column: at.column, row: at.row, columns: used, rows: 1))
                at.column += used + 2
            }
        }
    }
}
