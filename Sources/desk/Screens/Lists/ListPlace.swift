import TUI

/// Where the bar of a list stands and from which row on the list is seen. It knows no rows, only how many there are.
struct ListPlace: Sendable, Equatable {
    private(set) var cursor = 0
    private(set) var offset = 0
    /// Where its rows were drawn last.
    let drawn = DrawnList()

    /// So near to the end the next page is fetched, so that Down never waits.
    static let nearEnd = 30

    /// Moves the bar by a key; false where the key means something else.
    mutating func handle(_ key: Key, count: Int, rows: Int) -> Bool {
        guard key.modifiers.isEmpty else { return false }
        let page = max(1, rows - 1)
        switch key.code {
        case .up: move(to: cursor - 1, count: count, rows: rows)
        case .down: move(to: cursor + 1, count: count, rows: rows)
        case .pageUp: move(to: cursor - page, count: count, rows: rows)
        case .pageDown: move(to: cursor + page, count: count, rows: rows)
        case .home: move(to: 0, count: count, rows: rows)
        case .end: move(to: count - 1, count: count, rows: rows)
        default: return false
        }
        return true
    }

    /// A click puts the bar on its row; true where it was there already, so that the row is to be opened.
    ///
    /// - Parameter isFocused: The bar is in this list, and not in another one of the screen.
    /// - Returns: nil where the mouse means nothing here.
    mutating func point(_ mouse: Mouse, count: Int, isFocused: Bool = true) -> Bool? {
        switch drawn.click(mouse, bar: isFocused ? cursor : nil, count: count) {
        case .open: return true
        case .row(let row):
            // What was clicked is in view: the list stays where it is.
            cursor = row
            return false
        case nil: return nil
        }
    }

    mutating func move(to row: Int, count: Int, rows: Int) {
        guard count > 0 else { return }
        cursor = min(max(0, row), count - 1)
        guard cursor < offset || cursor >= offset + rows else { return }
        // Half a window at once: what comes next is seen before it is reached, and on a slow line a key seldom
        // costs more than its two marks.
        let half = max(1, rows) / 2
        let wanted = cursor < offset ? cursor - (rows - 1 - half) : cursor - half
        offset = max(0, min(wanted, count - rows))
    }

    /// The rows are others now: the bar goes to where its row is, else it stays on its place. It keeps its line of the
    /// screen.
    mutating func stay(on index: Int?, count: Int) {
        let line = cursor - offset
        cursor = index ?? min(cursor, max(0, count - 1))
        offset = max(0, cursor - line)
    }

    /// The first row that is drawn where so many have room.
    func first(count: Int, rows: Int) -> Int {
        Self.offset(min(offset, max(0, count - rows)), cursor: cursor, rows: rows)
    }

    func isNearEnd(of count: Int) -> Bool { cursor + Self.nearEnd >= count }

    /// For lists that keep their bar themselves: from which row they are seen, so that it stays in view.
    static func offset(_ offset: Int, cursor: Int, rows: Int) -> Int {
        if cursor < offset { return cursor }
        return cursor >= offset + rows ? cursor - max(1, rows) + 1 : offset
    }
}
