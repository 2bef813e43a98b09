import Forms
import TUI

/// Fields outside of repeating groups by their id alone, as desk's own forms name them.
extension FormState {
    @discardableResult
    mutating func focus(field: String) -> Bool { focus(FieldPath(field)) }

    /// Something stands there, even if it is wrong.
    func holdsText(_ field: String) -> Bool { rawText(field)?.isEmpty == false }

    /// The answer as a text that is not empty.
    func text(_ field: String) -> String? {
        guard let text = answers.text(field), !text.isEmpty else { return nil }
        return text
    }
}
