import Synchronization

/// Rows of a list as they were drawn last: a key that only moves the bar formats none of them anew.
///
/// Never part of a list's value. Copies of a list share it, and every change of what a list shows takes a new
/// version from here, so that no copy is ever shown the rows of another.
public final class RowStrips: Sendable {
    /// What rows look the same for: one state of the list, in one width.
    public struct Shape: Hashable, Sendable {
        /// Of ``RowStrips/nextVersion()``.
        public var version: Int
        public var columns: Int
        /// What else a row's look depends on: the minute, the language.
        public var variant: Int

        public init(version: Int, columns: Int, variant: Int = 0) {
            self.version = version
            self.columns = columns
            self.variant = variant
        }
    }

    private struct State {
        var version = 0
        var shape: Shape?
        var strips: [Int: [Cell]] = [:]
    }

    /// Enough for the tallest window and for going up and down in it.
    private static let limit = 200

    private let state = Mutex(State())

    public init() {}

    /// To be taken whenever rows, columns or the language are others.
    public func nextVersion() -> Int {
        state.withLock {
            $0.version += 1
            return $0.version
        }
    }

    /// Puts a row as it was drawn before, or has it drawn and keeps it.
    ///
    /// - Parameters:
    ///   - area: One row of the screen, blank before.
    ///   - draw: Draws the row into that area, without any mark of the bar.
    public func put(
        _ index: Int, _ shape: Shape, into canvas: inout Canvas, area: Rect, draw: (inout Canvas) -> Void
    ) {
        let known = state.withLock { $0.shape == shape ? $0.strips[index] : nil }
        if let known {
            canvas.put(strip: known, at: area.origin)
            return
        }
        draw(&canvas)
        let strip = canvas.strip(area)
        // Of a row that is clipped only a part is there to be kept.
        guard strip.count == area.columns else { return }
        state.withLock { state in
            if state.shape != shape || state.strips.count >= Self.limit {
                state.shape = shape
                state.strips = [:]
            }
            state.strips[index] = strip
        }
    }
}
