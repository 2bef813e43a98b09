import Forms

/// The keys that edit text, declared once for every entry that holds text.
///
/// Those that a text field always takes for itself (arrows, Home, End, Backspace, Delete) stand here too, so
/// that help and documentation show them.
public enum TextActions {
    public static let scope = "text"

    public static let line: [Action] = [
        row("text.left", "Sang trái", "Left", "left"),
        row("text.right", "Sang phải", "Right", "right"),
        row("text.start", "Về đầu dòng", "To the start of the line", "home", "ctrl-a"),
        row("text.end", "Về cuối dòng", "To the end of the line", "end", "ctrl-e"),
        row("text.word_left", "Về trước một từ", "One word back", "ctrl-left", "alt-b"),
        row("text.word_right", "Tới một từ", "One word on", "ctrl-right", "alt-f"),
        row("text.backspace", "Xóa ký tự trước", "Erase the character before", "backspace"),
        row("text.delete", "Xóa ký tự tại con trỏ", "Erase the character at the cursor", "delete"),
        row("text.kill_to_start", "Xóa đến đầu dòng", "Erase to the start of the line", "ctrl-u"),
        row("text.kill_to_end", "Xóa đến cuối dòng", "Erase to the end of the line", "ctrl-k"),
        row("text.kill_word", "Xóa một từ", "Erase a word", "ctrl-w", "alt-backspace"),
        row("text.undo", "Hoàn tác", "Undo", "ctrl-_", "alt-z"),
        row("text.redo", "Làm lại", "Redo", "alt-shift-z", "alt-y"),
    ]

    /// Looked up by widgets that are handed a key which ran no action.
    static let table = ActionTable(line)

    private static func row(_ id: ActionID, _ vi: String, _ en: String, _ keys: String...) -> Action {
        let phrase = Phrase(vi, en: en)
        return Action(
            id: id, name: phrase, help: phrase, keys: keys.compactMap { Key(name: $0) }, scope: scope,
            hidden: true)
    }
}

extension TextBuffer {
    /// Runs an editing action on a line of the text.
    ///
    /// - Parameter line: The line that the cursor is in, without its line end.
    /// - Returns: nil where it is no editing action.
    mutating func perform(_ action: ActionID, line: Range<Int>) -> WidgetOutcome? {
        switch action {
        case "text.left": move(to: cursor - 1)
        case "text.right": move(to: cursor + 1)
        case "text.start": move(to: line.lowerBound)
        case "text.end": move(to: line.upperBound)
        case "text.word_left": move(to: wordStart)
        case "text.word_right": move(to: wordEnd)
        case "text.backspace": return backspace() ? .changed : .handled
        case "text.delete": return delete() ? .changed : .handled
        case "text.kill_to_start": return kill(line.lowerBound..<cursor) ? .changed : .handled
        case "text.kill_to_end":
            // At the end of a line, the line end itself goes, as in editors.
            let end = cursor == line.upperBound ? min(count, cursor + 1) : line.upperBound
            return kill(cursor..<end) ? .changed : .handled
        case "text.kill_word": return kill(wordStart..<cursor) ? .changed : .handled
        case "text.undo": return undo() ? .changed : .handled
        case "text.redo": return redo() ? .changed : .handled
        default: return nil
        }
        return .handled
    }
}
