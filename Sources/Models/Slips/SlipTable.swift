/// A table of a slip's body. Its texts are clean (`SlipText`); a new line in a cell begins a line.
public struct SlipTable: Hashable, Sendable {
    public var titles: [String]
    public var rows: [[String]]

    public init(titles: [String], rows: [[String]]) {
        self.titles = titles
        self.rows = rows
    }
}
