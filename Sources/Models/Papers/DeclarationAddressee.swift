/// Behind “Kính gửi:”.
public struct DeclarationAddressee: Codable, Hashable, Sendable {
    public var text: String
    /// Whether it names a kind of authority only, so that a dotted line for the name follows.
    public var isOpen: Bool

    public init(_ text: String, isOpen: Bool) {
        self.text = text
        self.isOpen = isOpen
    }
}
