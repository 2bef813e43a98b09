/// The rows of a repeating group.
public struct DeclarationTable: Codable, Hashable, Sendable {
    public var columns: [DeclarationColumn]
    /// Each with as many cells as there are columns; a row of empty ones is to be filled in by hand.
    public var rows: [[DeclarationCell]]

    public init(columns: [DeclarationColumn], rows: [[DeclarationCell]]) {
        self.columns = columns
        self.rows = rows
    }
}
