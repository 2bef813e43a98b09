import Forms

/// One line of text under edit: a grapheme cursor, undo, and a limit that refuses visibly (eForm TF-2).
///
/// Nothing is lost silently: what finds no room, or is not of the entry's alphabet, is told in `notice`.
public struct TextLine: Widget, Hashable {
    public private(set) var buffer: TextBuffer
    public var input: TextInput
    /// Shown as dots, as passwords are (eForm TF-4), until `isRevealed`.
    public var isSecret: Bool
    public var isRevealed = false
    /// All of the text is selected: what is typed or pasted next takes its place, as one step of undo. Anything
    /// else begins to edit what is there.
    public var isSelected = false
    /// Why the last input was refused, in whole or in part, or is doubtful; nil once something else was done.
    public private(set) var notice: Phrase?
    private var composer = Composer()
    /// A character was just taken out: letters that follow at once come from the terminal's own method.
    private var hasErased = false

    public init(_ text: String = "", input: TextInput = TextInput(), isSecret: Bool = false) {
        buffer = TextBuffer(text)
        self.input = input
        self.isSecret = isSecret
    }

    public var text: String { buffer.text }
    public var isEmpty: Bool { buffer.isEmpty }
    public var cursor: Int { buffer.cursor }

    /// Replaces the text from outside, as one step of undo. No limit holds: what a draft or a source brought
    /// is shown as it is, and judged by the validator.
    public mutating func setText(_ text: String) {
        notice = nil
        isSelected = false
        composer.forget()
        buffer.setText(text)
    }

    /// Replaces text and cursor as a part of the edit just made, as entries do that write their text in a
    /// fixed shape while it is typed.
    mutating func reshape(_ characters: [Character], cursor: Int) {
        buffer.reshape(characters, cursor: cursor)
    }

    /// Ends the step of undo under way, and forgets the notice.
    public mutating func leave() {
        buffer.finish(&composer)
        buffer.closeStep()
        notice = nil
        isSelected = false
    }

    /// What the next key does, where it goes to the end of the text as it stands there.
    ///
    /// - Parameters:
    ///   - hasPlaceholder: an empty line shows something of its own.
    ///   - advances: the last character that has room hands the focus on.
    func end(typing: TypingOptions, hasPlaceholder: Bool, advances: Bool) -> LineEnd? {
        guard !isSecret, !isSelected, cursor == buffer.count else { return nil }
        let isComposed = typing.method != .off && input.composes
        let isFull = buffer.count >= input.maxLength - (advances ? 1 : 0)
        let isPlain = buffer.characters.last.map { $0.unicodeScalars.count == 1 } ?? false
        return LineEnd(
            alphabet: isComposed || isFull ? nil : input.alphabet, uppercase: input.uppercase,
            erases: isPlain && (buffer.count > 1 || !hasPlaceholder))
    }

    // MARK: - Input

    public static var actions: [Action] { TextActions.line }
    public var scopes: [String] { [TextActions.scope] }

    public mutating func handle(_ input: Input) -> WidgetOutcome {
        switch input {
        case .text(let text): return type(text)
        case .paste(let text): return paste(text)
        case .key(let key):
            guard let action = TextActions.table.action(for: key, scopes: scopes, inField: false) else {
                return .ignored
            }
            return perform(action)
        default: return .ignored
        }
    }

    public mutating func perform(_ action: ActionID) -> WidgetOutcome {
        composer.forget()
        hasErased = action == "text.backspace"
        // Delete takes out what is selected; every other key begins to edit it.
        if isSelected, action == "text.delete" {
            isSelected = false
            notice = nil
            return buffer.kill(0..<buffer.count) ? .changed : .handled
        }
        guard let outcome = buffer.perform(action, line: 0..<buffer.count) else { return .ignored }
        isSelected = false
        notice = nil
        return outcome
    }

    /// Takes typed characters one by one, however many come at once: what the entry does not take is told, and
    /// keeps nothing else out.
    private mutating func type(_ typed: String) -> WidgetOutcome {
        notice = nil
        if let outcome = compose(typed) { return outcome }
        var text = input.uppercase ? typed.uppercased() : typed
        let stranger = text.first { !input.alphabet.accepts($0) }
        if stranger != nil, !input.keepsStrangers { text.removeAll { !input.alphabet.accepts($0) } }
        if let stranger { notice = ToolkitStrings.refused(stranger, by: input.alphabet) }
        guard !text.isEmpty else { return .refused }
        let before = buffer.count
        let replaces = isSelected
        let refused = buffer.insert(text, limit: input.maxLength, replacing: replaces)
        isSelected = false
        if refused > 0 {
            notice = ToolkitStrings.full(input.maxLength)
        } else if notice == nil, input.keepsStrangers,
            let stranger = buffer.characters.first(where: { !input.alphabet.accepts($0) })
        {
            notice = ToolkitStrings.refused(stranger, by: input.alphabet)
        }
        return refused > 0 && !replaces && buffer.count == before ? .refused : .changed
    }

    /// Takes typed keys through the built-in method.
    ///
    /// - Returns: nil where they are to be taken as they come: no method is on, the entry holds codes, or a method
    ///   of the terminal has composed them already.
    private mutating func compose(_ typed: String) -> WidgetOutcome? {
        let isRewritten = hasErased && typed.count > 1
        hasErased = false
        let options = TypingOptions.current
        guard options.method != .off, input.composes, !isSecret, !isRewritten,
            typed.utf8.allSatisfy({ $0 < 0x80 })
        else {
            composer.forget()
            return nil
        }
        composer.options = options
        var refused = 0
        for key in input.uppercase ? typed.uppercased() : typed {
            refused += buffer.compose(
                key, with: &composer, limit: input.maxLength, replacing: isSelected)
            isSelected = false
        }
        if refused > 0 { notice = ToolkitStrings.full(input.maxLength) }
        return refused == typed.count ? .refused : .changed
    }

    private mutating func paste(_ pasted: String) -> WidgetOutcome {
        notice = nil
        composer.forget()
        guard let text = input.prepared(paste: pasted) else {
            notice = ToolkitStrings.pasteRefused(by: input.alphabet)
            return .refused
        }
        guard !text.isEmpty else { return .handled }
        let before = isSelected ? 0 : buffer.count
        buffer.closeStep()
        let refused = buffer.insert(text, limit: input.maxLength, kind: .block, replacing: isSelected)
        isSelected = false
        guard refused > 0 else { return .changed }
        let taken = buffer.count - before
        notice = ToolkitStrings.pasteCut(taken: taken, refused: refused, limit: input.maxLength)
        return taken == 0 ? .refused : .changed
    }
}
