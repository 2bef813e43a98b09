import Forms
import TUI

/// Fields outside of repeating groups by their id alone, as desk's own forms name them.
extension FormState {
    mutating func set(_ field: String, to answer: Answer?) { set(FieldPath(field), to: answer) }

    @discardableResult
    mutating func focus(field: String) -> Bool { focus(FieldPath(field)) }

    func source(of field: String) -> String? { source(of: FieldPath(field)) }

    func isTyped(_ field: String) -> Bool { isTyped(FieldPath(field)) }

    /// Something stands there, even if it is wrong.
    func holdsText(_ field: String) -> Bool { rawText(FieldPath(field))?.isEmpty == false }

    /// The answer as a text that is not empty.
    func text(_ field: String) -> String? {
        guard let text = answers.text(field), !text.isEmpty else { return nil }
        return text
    }
}
