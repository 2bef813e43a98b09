import Synchronization
import TUI

/// A clock that a test turns.
public final class ManualTime: TimeSource {
    private let state: Mutex<Int64>
    private let start: Int64

    /// - Parameter now: seconds since 1970; 09:41 in Việt Nam on 23/11/2026 where nothing is said.
    public init(now: Int64 = 1_795_401_660) {
        start = now
        state = Mutex(0)
    }

    public var now: Int64 { start + state.withLock { $0 } / 1000 }

    public var milliseconds: Int64 { state.withLock { $0 } }

    public func advance(milliseconds: Int64) {
        state.withLock { $0 += milliseconds }
    }
}
