/// What a search took the text for.
public struct SearchUnderstood: Codable, Hashable, Sendable {
    public var kind: SearchMatch
    /// As it was looked for: a code as it is printed, a telephone without blanks.
    public var text: String

    public init(kind: SearchMatch, text: String) {
        self.kind = kind
        self.text = text
    }
}
