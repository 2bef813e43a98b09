import CNcurses
import Glibc

/// Wakes the loop from any thread.
///
/// Effects hold it, so that one that answers after the program has ended does not write to a descriptor that
/// has meanwhile become something else.
final class WakeUp: Sendable {
    /// Readable after ``signal()``; -1 where the system has no descriptor left.
    let descriptor = cn_open_wakeup()

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    func signal() { cn_wake(descriptor) }

    func clear() { cn_clear_wakeups(descriptor) }
}
