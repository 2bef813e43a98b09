/// A box to tick and what stands behind it.
public struct DeclarationOption: Codable, Hashable, Sendable {
    public var label: String
    public var isTicked: Bool

    public init(_ label: String, isTicked: Bool) {
        self.label = label
        self.isTicked = isTicked
    }
}
