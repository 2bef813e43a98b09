import Synchronization

/// Where a list was last drawn and from which row on: what a click in it means.
///
/// Like ``DrawnArea`` it is shared by the copies of what holds it and no part of its value; two are always equal.
public final class DrawnList: Sendable, Equatable {
    public enum Click: Sendable, Equatable {
        /// The bar is wanted on this row.
        case row(Int)
        /// The row under the bar was clicked: it is to be opened.
        case open
    }

    private let drawn = DrawnArea()
    private let first = Atomic<Int>(0)
    private let height = Atomic<Int>(1)

    public init() {}

    public static func == (_: DrawnList, _: DrawnList) -> Bool { true }

    /// Leaves what was drawn.
    ///
    /// - Parameters:
    ///   - area: The rows alone, without titles.
    ///   - first: The number of the row on the first line.
    ///   - height: The lines of a row.
    public func record(_ area: Rect, first: Int, height: Int = 1) {
        drawn.record(area)
        self.first.store(first, ordering: .relaxed)
        self.height.store(max(1, height), ordering: .relaxed)
    }

    /// Nothing of it is on the screen.
    public func forget() { drawn.forget() }

    /// Rows in view at the last drawing.
    public var rows: Int { (drawn.size?.rows ?? 0) / height.load(ordering: .relaxed) }

    /// What a press of the left button means; nil where it is none or none in this list.
    ///
    /// - Parameter bar: The row under the bar; nil where the bar is elsewhere.
    public func click(_ mouse: Mouse, bar: Int?, count: Int) -> Click? {
        guard mouse.kind == .press, mouse.button == 1, let area = drawn.area, area.contains(mouse.position)
        else { return nil }
        let line = (mouse.position.row - area.row) / height.load(ordering: .relaxed)
        let row = first.load(ordering: .relaxed) + line
        guard row < count else { return nil }
        return row == bar ? .open : .row(row)
    }
}
