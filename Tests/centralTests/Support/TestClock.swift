import Models
import Synchronization

@testable import central

/// A clock that a test sets. It begins on a Monday morning in working hours.
final class TestClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ text: String = "2026-11-23T09:41:00+07:00") {
        instant = Mutex(Instant(rfc3339: text) ?? Instant(seconds: 0))
    }

    var now: Instant {
        get { instant.withLock { $0 } }
        set { instant.withLock { $0 = newValue } }
    }

    func advance(seconds: Int) {
        instant.withLock { $0 = $0.adding(seconds: seconds) }
    }

    var wallClock: WallClock { WallClock(now: { self.now }) }
}
