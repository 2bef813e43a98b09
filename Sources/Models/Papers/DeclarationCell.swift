/// An entry of a declaration's table.
public struct DeclarationCell: Codable, Hashable, Sendable {
    /// Empty where nothing was answered.
    public var text: String
    /// Whether it is what was typed and cannot be right.
    public var isWrong: Bool

    public init(_ text: String, isWrong: Bool = false) {
        self.text = text
        self.isWrong = isWrong
    }
}
