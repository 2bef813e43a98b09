/// A place on the screen, counted from 0 at the top left. May lie outside of any canvas.
public struct Point: Hashable, Sendable {
    public var column: Int
    public var row: Int

    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// Short form for call sites that place many texts.
    public init(_ column: Int, _ row: Int) {
        self.init(column: column, row: row)
    }

    public static let zero = Point(column: 0, row: 0)

    public func offset(columns: Int = 0, rows: Int = 0) -> Point {
        Point(column: column + columns, row: row + rows)
    }
}
