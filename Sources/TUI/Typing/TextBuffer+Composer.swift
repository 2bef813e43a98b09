extension TextBuffer {
    /// Takes a typed key through a composer. What it changes before the cursor is one edit, undone together with
    /// the word's other keys.
    ///
    /// - Returns: How many characters found no room.
    mutating func compose(
        _ key: Character, with composer: inout Composer, limit: Int, replacing: Bool
    ) -> Int {
        let change =
            replacing
            ? composer.type(key, after: [])
            : composer.type(key, after: characters[..<cursor], before: characters[cursor...])
        let added = Array(change.inserting)
        guard change.deleting > 0 else {
            return insert(change.inserting, limit: limit, replacing: replacing)
        }
        guard count - change.deleting + added.count <= limit else {
            composer.forget()
            return insert(String(key), limit: limit)
        }
        replace(cursor - change.deleting..<cursor, with: added, kind: .typing)
        return 0
    }

    /// The text is left: a word that is none stands as it was typed, as a part of the edit just made.
    mutating func finish(_ composer: inout Composer) {
        guard let change = composer.finish(after: characters[..<cursor]) else { return }
        let start = cursor - change.deleting
        let added = Array(change.inserting)
        let next = characters[..<start] + added + characters[cursor...]
        reshape(Array(next), cursor: start + added.count)
    }
}
