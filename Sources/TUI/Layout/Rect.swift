/// An area of the screen. The splitting functions never make an area of negative size: what does not fit
/// is empty, so that layout code needs no checks for small windows.
public struct Rect: Hashable, Sendable {
    public var origin: Point
    public var size: Size

    public init(origin: Point, size: Size) {
        self.origin = origin
        self.size = size
    }

    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.init(
            origin: Point(column: column, row: row), size: Size(columns: columns, rows: rows))
    }

    /// The area that a whole canvas of `size` covers.
    public init(_ size: Size) {
        self.init(origin: .zero, size: size)
    }

    public var column: Int { origin.column }
    public var row: Int { origin.row }
    public var columns: Int { size.columns }
    public var rows: Int { size.rows }
    /// First column right of the area.
    public var endColumn: Int { origin.column + size.columns }
    /// First row below the area.
    public var endRow: Int { origin.row + size.rows }
    public var isEmpty: Bool { size.columns == 0 || size.rows == 0 }

    public func contains(_ point: Point) -> Bool {
        point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
    }

    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Rect(
            column: left, row: top,
            columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
    }

    /// The area without a margin on every side.
    public func inset(columns: Int, rows: Int) -> Rect {
        Rect(
            column: column + columns, row: row + rows,
            columns: self.columns - 2 * columns, rows: self.rows - 2 * rows)
    }

    /// The inside of a box drawn around this area.
    public var inside: Rect { inset(columns: 1, rows: 1) }

    /// One row of the area, counted from its top; empty where the area has no such row.
    public func line(_ index: Int) -> Rect {
        guard index >= 0, index < rows else {
            return Rect(column: column, row: row, columns: columns, rows: 0)
        }
        return Rect(column: column, row: row + index, columns: columns, rows: 1)
    }

    /// The topmost `count` rows, and the rest below them.
    public func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
        let taken = max(0, min(count, rows))
        return (
            Rect(column: column, row: row, columns: columns, rows: taken),
            Rect(column: column, row: row + taken, columns: columns, rows: rows - taken)
        )
    }

    /// The lowest `count` rows, and the rest above them.
    public func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
        let taken = max(0, min(count, rows))
        let parts = splitTop(rows - taken)
        return (parts.top, parts.rest)
    }

    /// The leftmost `count` columns, and the rest right of them after `gap` blank columns.
    public func splitLeft(_ count: Int, gap: Int = 0) -> (left: Rect, rest: Rect) {
        let taken = max(0, min(count, columns))
        let skipped = min(taken + max(0, gap), columns)
        return (
            Rect(column: column, row: row, columns: taken, rows: rows),
            Rect(column: column + skipped, row: row, columns: columns - skipped, rows: rows)
        )
    }

    /// The rightmost `count` columns, and the rest left of them before `gap` blank columns.
    public func splitRight(_ count: Int, gap: Int = 0) -> (rest: Rect, right: Rect) {
        let taken = max(0, min(count, columns))
        let left = max(0, columns - taken - max(0, gap))
        return (
            Rect(column: column, row: row, columns: left, rows: rows),
            Rect(column: endColumn - taken, row: row, columns: taken, rows: rows)
        )
    }

    /// Columns side by side in the given proportions, `gap` blank columns between them. The columns that
    /// do not divide go to the parts on the left.
    public func columns(_ weights: [Int], gap: Int = 0) -> [Rect] {
        let total = weights.reduce(0) { $0 + max(0, $1) }
        guard total > 0 else { return weights.map { _ in Rect(origin: origin, size: .zero) } }
        let room = max(0, columns - max(0, gap) * (weights.count - 1))
        var widths = weights.map { room * max(0, $0) / total }
        var left = room - widths.reduce(0, +)
        for index in widths.indices where left > 0 && weights[index] > 0 {
            widths[index] += 1
            left -= 1
        }
        var at = column
        return widths.map { width in
            defer { at += width + max(0, gap) }
            return Rect(column: at, row: row, columns: min(width, max(0, endColumn - at)), rows: rows)
        }
    }

    /// An area of `size` in the middle of this one, cut where it is larger.
    public func centred(_ size: Size) -> Rect {
        let width = min(size.columns, columns)
        let height = min(size.rows, rows)
        return Rect(
            column: column + (columns - width) / 2, row: row + (rows - height) / 2,
            columns: width, rows: height)
    }
}
