/// A label and what was answered.
public struct DeclarationField: Codable, Hashable, Sendable {
    /// Empty where the options say it all.
    public var label: String
    /// Nil: dotted lines, to be filled in by hand. Line ends begin new paragraphs.
    public var value: String?
    /// Whether the value is what was typed and cannot be right; it is printed all the same, and marked.
    public var isWrong: Bool
    /// Boxes to tick; the value, where there is one, follows them.
    public var options: [DeclarationOption]
    /// Dotted lines where there is no value.
    public var blankLines: Int
    /// Whether two such may share a line.
    public var isShort: Bool

    public init(
        label: String, value: String? = nil, isWrong: Bool = false, options: [DeclarationOption] = [],
        blankLines: Int = 1, isShort: Bool = false
    ) {
        self.label = label
        self.value = value
        self.isWrong = isWrong
        self.options = options
        self.blankLines = blankLines
        self.isShort = isShort
    }
}
