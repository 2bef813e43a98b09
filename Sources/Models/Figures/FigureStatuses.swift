/// Where the period report counts each national status.
public struct FigureStatuses: Hashable, Sendable {
    public enum Column: Hashable, Sendable {
        /// Neither received nor refused yet.
        case waiting
        case refused
        case processing
        case supplement
        case payment
        case stopped
        case done
    }

    private var columns: [Int: Column]
    /// Those of the work being done while the result waits: the end that counts before all others.
    private var finished: Set<Int>

    public init(columns: [Int: Column], finished: Set<Int>) {
        self.columns = columns
        self.finished = finished
    }

    /// Nil for a status that the catalogue does not know; it is counted nowhere.
    public func column(_ status: Int) -> Column? { columns[status] }

    public func isFinished(_ status: Int) -> Bool { finished.contains(status) }
}
