/// A column of a table on paper.
public struct PaperColumn: Codable, Hashable, Sendable {
    /// The id of a field of the group.
    public var field: String
    /// In place of the field's label, which may be too long for a column.
    public var title: Phrase?

    public init(_ field: String, title: Phrase? = nil) {
        self.field = field
        self.title = title
    }
}
