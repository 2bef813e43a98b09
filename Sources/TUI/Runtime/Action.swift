import Forms

/// Something the officer can do with a key. Declared once; dispatch, key bar, help, documentation and the
/// user's keymap all read the same row.
public struct Action: Sendable, Hashable {
    public var id: ActionID
    /// One or two words, for the key bar.
    public var name: Phrase
    /// A sentence, for help.
    public var help: Phrase
    /// The first is the one that the key bar shows. Every F-key has a twin with Ctrl or Alt, because
    /// desktops and terminals take some F-keys for themselves.
    public var keys: [Key]
    /// Where the keys hold: "global", "form", "home" …
    public var scope: String
    /// Not in the key bar; help shows it all the same.
    public var hidden: Bool
    /// Higher is shown first where the key bar has no room for all.
    public var priority: Int
    /// Names given as keys that are none; ``ActionTable/problems()`` tells of them.
    private(set) var misspelt: [String] = []

    public init(
        id: ActionID, name: Phrase, help: Phrase, keys: [Key], scope: String, hidden: Bool = false,
        priority: Int = 0
    ) {
        self.id = id
        self.name = name
        self.help = help
        self.keys = keys
        self.scope = scope
        self.hidden = hidden
        self.priority = priority
    }

    /// The same with keys by their names.
    public init(
        _ id: ActionID, _ name: Phrase, help: Phrase, keys: String..., scope: String, hidden: Bool = false,
        priority: Int = 0
    ) {
        self.init(
            id: id, name: name, help: help, keys: keys.compactMap { Key(name: $0) }, scope: scope,
            hidden: hidden, priority: priority)
        misspelt = keys.filter { Key(name: $0) == nil }
    }
}
