/// One change of a text: what was taken out and put in at a place, and where the cursor stood.
///
/// Undo is kept as changes, not as copies of the text, so that a long text under edit stays small.
public struct TextEdit: Hashable, Sendable {
    /// Why the text changed. Neighbouring edits of one kind are undone together.
    public enum Kind: Hashable, Sendable {
        case typing
        case erasing
        /// A paste, a kill, a replacement: always undone by itself.
        case block
    }

    public var kind: Kind
    /// In characters from the start of the text.
    public var position: Int
    public var removed: [Character]
    public var inserted: [Character]
    public var cursorBefore: Int
    public var cursorAfter: Int

    /// Takes the following edit into this one where a person would call both one act: letters of one word,
    /// backspaces in a row.
    ///
    /// Vietnamese input methods send Backspace and then the recomposed letters, so an erasing edit that
    /// takes back the end of what was just typed belongs to the typing.
    public mutating func merge(_ next: TextEdit) -> Bool {
        guard kind != .block, next.kind != .block, next.cursorBefore == cursorAfter else { return false }
        switch (kind, next.kind) {
        case (.typing, .typing):
            guard next.removed.isEmpty, next.position == position + inserted.count else {
                return mergeRewrite(next)
            }
            if let last = inserted.last, last.isWhitespace, next.inserted.first?.isWhitespace == false {
                return false
            }
            inserted += next.inserted
        case (.typing, .erasing):
            let end = position + inserted.count
            guard next.position >= position, next.position + next.removed.count == end else { return false }
            inserted.removeLast(next.removed.count)
        case (.erasing, .erasing):
            if next.position + next.removed.count == position {
                position = next.position
                removed = next.removed + removed
            } else if next.position == position {
                removed += next.removed
            } else {
                return false
            }
        case (.erasing, .typing), (.block, _), (_, .block):
            return false
        }
        cursorAfter = next.cursorAfter
        return true
    }

    /// A typed mark that joined the letter before it: the tail of the inserted text is written anew.
    private mutating func mergeRewrite(_ next: TextEdit) -> Bool {
        let end = position + inserted.count
        guard next.position >= position, next.position + next.removed.count == end else { return false }
        inserted.removeLast(next.removed.count)
        inserted += next.inserted
        cursorAfter = next.cursorAfter
        return true
    }

    /// Nothing is left of it: it was typed and taken back.
    public var isEmpty: Bool { removed.isEmpty && inserted.isEmpty }

    public var inverse: TextEdit {
        TextEdit(
            kind: kind, position: position, removed: inserted, inserted: removed, cursorBefore: cursorAfter,
            cursorAfter: cursorBefore)
    }
}
