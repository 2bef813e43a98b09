import Forms

/// What is wrong with a user's keymap file; all of it, not only the first.
public struct KeymapError: Error, Hashable, Sendable {
    public var problems: [Phrase]
}
