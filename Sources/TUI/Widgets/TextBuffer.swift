import Forms

/// Text under edit and the place of the cursor, counted in what a reader calls characters.
///
/// The text is NFC at every moment, also where a mark is typed after its letter, so that what is stored
/// compares and counts the same everywhere.
public struct TextBuffer: Hashable, Sendable {
    public private(set) var characters: [Character] = []
    /// The characters as a string: kept, since each frame shows it.
    public private(set) var text = ""
    /// 0 before the first character, `characters.count` after the last.
    public private(set) var cursor = 0
    public private(set) var history = TextHistory()
    private var scalars = 0

    /// A character may carry this many scalars on average before more are refused: a tower of marks is one
    /// character to a reader, but not to a store.
    static let scalarsPerCharacter = 4

    public init(_ text: String = "") {
        self.text = Normalization.nfc(text)
        characters = Array(self.text)
        scalars = Self.scalars(in: characters)
        cursor = characters.count
    }

    public var isEmpty: Bool { characters.isEmpty }
    public var count: Int { characters.count }

    /// Puts text in at the cursor, as much of it as the limit leaves room for.
    ///
    /// - Parameter replacing: Takes all that stands there out, as a part of the same edit.
    /// - Returns: How many characters found no room. Nothing else is ever left out.
    public mutating func insert(
        _ text: String, limit: Int, kind: TextEdit.Kind = .typing, replacing: Bool = false
    ) -> Int {
        // A mark joins the letter before it, so that letter is written anew together with the text.
        let joined = !replacing && joinsPrevious(text)
        let head = joined ? String(characters[cursor - 1]) : ""
        var added = Array(Normalization.nfc(head + text))
        let start = replacing ? 0 : joined ? cursor - 1 : cursor
        let end = replacing ? characters.count : cursor
        let removedCount = end - start
        let removedScalars = Self.scalars(in: characters[start..<end])
        let room = max(0, limit - (characters.count - removedCount))
        var refused = max(0, added.count - room)
        added.removeLast(refused)
        var scalarRoom = limit * Self.scalarsPerCharacter - (scalars - removedScalars)
        var fitting = 0
        for character in added {
            scalarRoom -= character.unicodeScalars.count
            if scalarRoom < 0 { break }
            fitting += 1
        }
        refused += added.count - fitting
        added.removeLast(added.count - fitting)
        if joined, added.isEmpty { return max(1, refused - 1) }
        guard !added.isEmpty else { return refused }
        if replacing { history.close() }
        replace(start..<end, with: added, kind: kind)
        return refused
    }

    /// Puts another text in the place of all of it. One step of undo.
    public mutating func setText(_ text: String) {
        let next = Array(Normalization.nfc(text))
        guard next != characters else { return }
        replace(0..<characters.count, with: next, kind: .block)
    }

    /// Writes the text in another shape (points between thousands) as a part of the edit just made, so that
    /// both are undone as one.
    mutating func reshape(_ next: [Character], cursor: Int) {
        guard let last = history.last else {
            characters = next
            text = String(next)
            self.cursor = cursor
            return
        }
        var before = characters
        before.replaceSubrange(
            last.position..<last.position + last.inserted.count, with: last.removed)
        history.replaceLast(
            TextEdit(
                kind: .typing, position: 0, removed: before, inserted: next,
                cursorBefore: last.cursorBefore, cursorAfter: cursor))
        scalars += Self.scalars(in: next) - Self.scalars(in: characters)
        characters = next
        text = String(next)
        self.cursor = cursor
    }

    /// Takes out the character before the cursor.
    public mutating func backspace() -> Bool {
        erase(cursor - 1..<cursor)
    }

    /// Takes out the character at the cursor.
    public mutating func delete() -> Bool {
        erase(cursor..<cursor + 1)
    }

    /// Takes out a stretch; one step of undo by itself.
    public mutating func kill(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= count else { return false }
        replace(range, with: [], kind: .block)
        return true
    }

    private mutating func erase(_ range: Range<Int>) -> Bool {
        guard range.lowerBound >= 0, range.upperBound <= count else { return false }
        replace(range, with: [], kind: .erasing)
        return true
    }

    mutating func replace(_ range: Range<Int>, with added: [Character], kind: TextEdit.Kind) {
        let edit = TextEdit(
            kind: kind, position: range.lowerBound, removed: Array(characters[range]), inserted: added,
            cursorBefore: cursor, cursorAfter: range.lowerBound + added.count)
        apply(edit)
        history.record(edit)
    }

    private mutating func apply(_ edit: TextEdit) {
        let end = edit.position + edit.removed.count
        let isAtEnd = end == characters.count
        characters.replaceSubrange(edit.position..<end, with: edit.inserted)
        // The usual case costs what is typed, not what stands there.
        if isAtEnd {
            text.unicodeScalars.removeLast(Self.scalars(in: edit.removed))
            for character in edit.inserted { text.append(character) }
        } else {
            text = String(characters)
        }
        scalars += Self.scalars(in: edit.inserted) - Self.scalars(in: edit.removed)
        cursor = edit.cursorAfter
    }

    // MARK: - Undo

    public mutating func undo() -> Bool {
        guard let edit = history.undo() else { return false }
        apply(edit)
        return true
    }

    public mutating func redo() -> Bool {
        guard let edit = history.redo() else { return false }
        apply(edit)
        return true
    }

    /// Ends the step of undo that is being built, as when a field is left.
    public mutating func closeStep() {
        history.close()
    }

    // MARK: - The cursor

    public mutating func move(to position: Int) {
        let held = min(max(0, position), count)
        guard held != cursor else { return }
        cursor = held
        history.close()
    }

    /// The start of the word before the cursor.
    public var wordStart: Int {
        var position = cursor
        while position > 0, !Self.isWord(characters[position - 1]) { position -= 1 }
        while position > 0, Self.isWord(characters[position - 1]) { position -= 1 }
        return position
    }

    /// The end of the word after the cursor.
    public var wordEnd: Int {
        var position = cursor
        while position < count, !Self.isWord(characters[position]) { position += 1 }
        while position < count, Self.isWord(characters[position]) { position += 1 }
        return position
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }

    /// Whether the text starts with something that belongs to the character before it: a mark, a joiner, the
    /// vowel of a syllable block. Plain Latin letters are told apart without a look at the neighbour.
    private func joinsPrevious(_ text: String) -> Bool {
        guard cursor > 0, let scalar = text.unicodeScalars.first, scalar.value >= 0x300,
            !(0x1E00...0x1EFF).contains(scalar.value)
        else { return false }
        return (String(characters[cursor - 1]) + String(scalar)).count == 1
    }

    private static func scalars(in characters: some Sequence<Character>) -> Int {
        characters.reduce(0) { $0 + $1.unicodeScalars.count }
    }
}
