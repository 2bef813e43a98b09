import TUI
import Testing

/// The canvas shows exactly `golden`; blanks at the ends of lines and empty lines at the end do not count.
public func expectScreen(
    _ canvas: Canvas, _ golden: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    compare(canvas.text(), golden, blank: " ", sourceLocation)
}

/// The canvas's grid of role letters is exactly `golden`; `.text` at the ends of lines does not count.
public func expectRoles(
    _ canvas: Canvas, _ golden: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    compare(canvas.roles(), golden, blank: Role.text.letter, sourceLocation)
}

/// Draws on a canvas of its own: for tests of widgets, which need no screen.
public func canvas(_ columns: Int, _ rows: Int, _ draw: (inout Canvas) -> Void) -> Canvas {
    var canvas = Canvas(size: Size(columns: columns, rows: rows))
    draw(&canvas)
    return canvas
}

extension Canvas {
    /// How many cells differ from another canvas: what a terminal has to be sent at least. All of them where the
    /// sizes differ.
    public func changedCells(from other: Canvas) -> Int {
        guard size == other.size else { return size.columns * size.rows }
        let rows = 0..<size.rows
        return rows.reduce(0) { count, row in
            count + (0..<size.columns).count { self[Point($0, row)] != other[Point($0, row)] }
        }
    }
}

private func compare(
    _ actual: String, _ golden: String, blank: Character, _ sourceLocation: SourceLocation
) {
    let actual = trimmed(actual, blank)
    let expected = trimmed(golden, blank)
    guard actual != expected else { return }
    let first = zip(actual, expected).enumerated().first { $1.0 != $1.1 }?.offset
    let row = first ?? min(actual.count, expected.count)
    Issue.record(
        """
        The screen differs from line \(row + 1) on.
        expected:
        \(framed(expected.joined(separator: "\n")))
        actual:
        \(framed(actual.joined(separator: "\n")))
        """, sourceLocation: sourceLocation)
}

private func trimmed(_ text: String, _ blank: Character) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var line = line
        while line.last == " " || line.last == blank { line.removeLast() }
        return String(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
}

/// The text with a bar at the left, so that blank lines and indents are seen.
func framed(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "│\($0)" }.joined(separator: "\n")
}
