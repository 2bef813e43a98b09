import APIClient
import Glibc

/// One program on its way: started, fed, listened to and waited for by a thread of its own.
final class ChildJob: Sendable {
    typealias Continuation = CheckedContinuation<ChildProcess.Outcome?, Never>

    private let path: String
    private let arguments: [String]
    private let input: ChildProcess.Input
    private let longestOutput: Int
    private let seconds: Int
    private let grace: Int
    /// A byte in it ends the wait: the task was cancelled.
    private let wake: (read: Int32, write: Int32)

    init(
        path: String, arguments: [String], input: ChildProcess.Input, longestOutput: Int, seconds: Int,
        grace: Int,
        wake: (read: Int32, write: Int32)
    ) {
        self.path = path
        self.arguments = arguments
        self.input = input
        self.longestOutput = longestOutput
        self.seconds = seconds
        self.grace = grace
        self.wake = wake
    }

    deinit {
        close(wake.read)
        close(wake.write)
    }

    private final class Start: Sendable {
        let job: ChildJob
        let continuation: Continuation

        init(_ job: ChildJob, _ continuation: Continuation) {
            self.job = job
            self.continuation = continuation
        }
    }

    func start(_ continuation: Continuation) {
        let start = Unmanaged.passRetained(Start(self, continuation))
        var thread = pthread_t()
        let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { raw in
            guard let raw else { return nil }
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_BLOCK, &all, nil)
            let start = Unmanaged<Start>.fromOpaque(raw).takeRetainedValue()
            start.continuation.resume(returning: start.job.work())
            return nil
        }
        if pthread_create(&thread, nil, main, start.toOpaque()) == 0 {
            pthread_detach(thread)
        } else {
            start.release()
            continuation.resume(returning: nil)
        }
    }

    /// From any thread, at any time.
    func cancel() {
        var byte: UInt8 = 1
        send(wake.write, &byte, 1, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }

    // MARK: On the thread

    private func work() -> ChildProcess.Outcome? {
        guard var talk = ChildTalk(input: input, longestOutput: longestOutput, wake: wake.read) else {
            return nil
        }
        defer { talk.closeAll() }
        let started = talk.spawn(path, arguments: arguments)
        guard let pid = started else { return nil }
        var outcome = ChildProcess.Outcome(code: 0, complaint: "")
        let end = Self.milliseconds() + Int64(seconds) * 1000
        switch talk.untilEnd(end) {
        case .ended: break
        case .timedOut: outcome.isTimedOut = true
        case .cancelled: outcome.isCancelled = true
        }
        var status: Int32 = 0
        if outcome.isTimedOut || outcome.isCancelled {
            finish(pid, &status, within: grace)
        } else if !wait(pid, &status, until: end) {
            // Its outputs may close before the program ends, or stay open in a child of its own.
            outcome.isTimedOut = true
            finish(pid, &status, within: grace)
        }
        outcome.code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
        outcome.complaint = String(decoding: talk.complaint, as: UTF8.self)
        outcome.output = talk.output
        return outcome
    }

    /// Asks the program to end, and kills it where it does not.
    private func finish(_ pid: pid_t, _ status: inout Int32, within seconds: Int) {
        if seconds > 0 {
            kill(pid, SIGTERM)
            if wait(pid, &status, until: Self.milliseconds() + Int64(seconds) * 1000) { return }
        }
        kill(pid, SIGKILL)
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    }

    private func wait(_ pid: pid_t, _ status: inout Int32, until end: Int64) -> Bool {
        var ended = waitpid(pid, &status, WNOHANG)
        while ended == 0 && Self.milliseconds() < end {
            usleep(5_000)
            ended = waitpid(pid, &status, WNOHANG)
        }
        return ended != 0
    }

    static func milliseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
