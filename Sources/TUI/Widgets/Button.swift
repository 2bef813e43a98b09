import Forms

/// A button: pressed once, it shows that it works, and can't be pressed again meanwhile (eForm BT-2).
public struct Button: Widget, Hashable {
    public var label: Phrase
    /// A sentence for the message line where the label alone does not say it (BT-1).
    public var help: Phrase?
    public var isWorking = false
    public var isEnabled = true

    public init(_ label: Phrase, help: Phrase? = nil) {
        self.label = label
        self.help = help
    }

    public static let actions: [Action] = [
        Action(
            "button.press", Phrase("Bấm", en: "Press"),
            help: Phrase("Bấm nút đang sáng.", en: "Presses the lit button."), keys: "enter", "space",
            scope: "button", hidden: true)
    ]

    public var scopes: [String] { ["button"] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text(" "), .key(Key(.enter)): perform("button.press")
        default: .ignored
        }
    }

    /// `.accepted` where it is pressed; `.refused` while it works or can't be used.
    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        guard action == "button.press" else { return .ignored }
        guard isEnabled, !isWorking else { return .refused }
        return .accepted
    }

    private func text(_ language: Language, spinnerFrame: Int, _ glyphs: Glyphs) -> SafeText {
        let name = label.text(language)
        // Round, so that it is told apart without colour and where the terminal knows no dim text.
        guard isEnabled else { return SafeText("( " + name + " )") }
        guard isWorking else { return SafeText("[ " + name + " ]") }
        let sign = Spinner.sign(frame: spinnerFrame, glyphs: glyphs)
        return SafeText("[") + sign + SafeText(name) + SafeText("…]")
    }

    public func width(_ language: Language) -> Int {
        DisplayWidth.of(label.text(language)) + 4
    }

    /// - Returns: the columns used.
    @discardableResult
    public func draw(
        into canvas: inout Canvas, at point: Point, isFocused: Bool, maxWidth: Int? = nil,
        context: ScreenContext
    ) -> Int {
        let glyphs = Glyphs.of(context)
        let role: Role = !isEnabled ? .disabled : isFocused ? .buttonFocused : .button
        var shown = text(context.language, spinnerFrame: context.spinnerFrame, glyphs)
        if let maxWidth { shown = shown.truncated(to: maxWidth) }
        if isFocused { canvas.cursor = point.offset(columns: min(2, max(0, shown.width - 1))) }
        return canvas.put(shown, at: point, role: role)
    }
}
