/// What a text of several lines accepts, and how many lines it is drawn with (eForm TA-2, TA-3).
public struct TextAreaRule: Hashable, Sendable {
    public var minRows: Int
    public var maxRows: Int
    /// In characters, line ends included.
    public var maxLength: Int

    public init(minRows: Int = 3, maxRows: Int = 8, maxLength: Int = 2000) {
        self.minRows = minRows
        self.maxRows = maxRows
        self.maxLength = maxLength
    }
}
