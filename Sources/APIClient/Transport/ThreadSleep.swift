import Glibc

/// Waits on a thread of its own, which sleeps in the kernel until the time is over or the task is cancelled.
///
/// The waits of Swift's own clocks start libdispatch's housekeeping, which then wakes the program once a second for
/// good. Waits here are seldom: the pause before a second try, the quiet before a draft is sent.
enum ThreadSleep {
    /// Returns after the span; throws at once when the task is cancelled.
    static func sleep(for span: Duration) async throws {
        try Task.checkCancellation()
        guard let wait = Wait() else { return try await ContinuousClock().sleep(for: span) }
        await withTaskCancellationHandler {
            await withCheckedContinuation { wait.begin(span, $0) }
        } onCancel: {
            wait.end()
        }
        try Task.checkCancellation()
    }

    private final class Wait: Sendable {
        /// Something to read at the first end ends the wait.
        private let ends: (read: Int32, write: Int32)

        init?() {
            var ends: [Int32] = [-1, -1]
            let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
            guard socketpair(AF_UNIX, kind | Int32(SOCK_NONBLOCK.rawValue), 0, &ends) == 0 else { return nil }
            self.ends = (ends[0], ends[1])
        }

        deinit {
            close(ends.read)
            close(ends.write)
        }

        func end() {
            var byte: UInt8 = 1
            _ = write(ends.write, &byte, 1)
        }

        private final class Job: Sendable {
            let wait: Wait
            let until: ContinuousClock.Instant
            let continuation: CheckedContinuation<Void, Never>

            init(
                _ wait: Wait, until: ContinuousClock.Instant, _ continuation: CheckedContinuation<Void, Never>
            ) {
                self.wait = wait
                self.until = until
                self.continuation = continuation
            }
        }

        func begin(_ span: Duration, _ continuation: CheckedContinuation<Void, Never>) {
            let job = Unmanaged.passRetained(Job(self, until: .now + span, continuation))
            var thread = pthread_t()
            let failure = withUnsafeTemporaryAllocation(of: sigset_t.self, capacity: 2) { masks -> Int32 in
                guard let all = masks.baseAddress else { return ENOMEM }
                // Signals are for the thread that waits for the terminal; faults stay open.
                let before = all + 1
                sigfillset(all)
                for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS] {
                    sigdelset(all, fault)
                }
                pthread_sigmask(SIG_SETMASK, all, before)
                defer { pthread_sigmask(SIG_SETMASK, before, nil) }
                return pthread_create(&thread, nil, Wait.main, job.toOpaque())
            }
            if failure == 0 {
                pthread_detach(thread)
            } else {
                // No thread to be had: a wait cut short does less harm than one that never ends.
                job.release()
                continuation.resume()
            }
        }

        private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
            raw in
            guard let raw else { return nil }
            let job = Unmanaged<Job>.fromOpaque(raw).takeRetainedValue()
            while true {
                let left = ContinuousClock.now.duration(to: job.until)
                guard left > .zero else { break }
                let parts = left.components
                let milliseconds = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000 + 1
                var waits = pollfd(fd: job.wait.ends.read, events: Int16(POLLIN), revents: 0)
                if poll(&waits, 1, Int32(clamping: milliseconds)) > 0 { break }
            }
            job.continuation.resume()
            return nil
        }
    }
}
