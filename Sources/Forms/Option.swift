/// One choice of a radio group, checkbox group or dropdown.
public struct Option: Codable, Hashable, Sendable {
    /// What the answer holds.
    public var value: String
    public var label: Phrase
    public var help: Phrase?

    public init(value: String, label: Phrase, help: Phrase? = nil) {
        self.value = value
        self.label = label
        self.help = help
    }
}
