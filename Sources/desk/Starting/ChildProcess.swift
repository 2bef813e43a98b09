import Glibc

/// Starts programs with a fixed argument list and never through a shell.
enum ChildProcess {
    /// What a program that ran to its end left behind.
    struct Outcome: Sendable, Equatable {
        /// The exit code; 128 and the signal's number where a signal ended it.
        var code: Int32
        /// The first 8 KiB of its standard error.
        var complaint: String
        /// Its standard output.
        var output: [UInt8] = []
        /// It was ended because its time was over.
        var isTimedOut = false
    }

    /// Starts `path` in a session of its own, so that a closed terminal doesn't take it along; its output is
    /// appended to `log`.
    static func startDetached(_ path: String, arguments: [String], log: String) throws(StartError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let started = spawn(path, arguments: arguments, actions: &actions, flags: sessionFlag)
        switch started {
        case .success(let pid): return pid
        case .failure(let failure): throw .spawn(path, reason: failure.reason)
        }
    }

    /// The longest output that is taken, in bytes; a program that writes more is ended as if its time were over.
    static let longestOutput = 32 << 20

    /// Runs `path` to its end with `input` on its standard input, on a thread of its own; after so many seconds
    /// it is killed. nil where it can't be started.
    static func run(_ path: String, arguments: [String], input: [UInt8], seconds: Int) async -> Outcome? {
        await withCheckedContinuation { (continuation: CheckedContinuation<Outcome?, Never>) in
            let job = Unmanaged.passRetained(
                Job(
                    path: path, arguments: arguments, input: input, seconds: seconds,
                    continuation: continuation))
            var thread = pthread_t()
            if pthread_create(&thread, nil, Job.main, job.toOpaque()) == 0 {
                pthread_detach(thread)
            } else {
                job.release()
                continuation.resume(returning: nil)
            }
        }
    }

    /// POSIX_SPAWN_SETSID, which glibc shows only with _GNU_SOURCE.
    private static let sessionFlag: Int32 = 0x80

    /// Two connected ends that no other child inherits. Sockets, because their close-on-exec flag comes with
    /// them: between `pipe` and `fcntl` another thread's child would inherit the end that must close.
    private static func makePipe() -> (read: Int32, write: Int32)? {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        return (ends[0], ends[1])
    }

    private struct SpawnFailure: Error { var reason: String }

    private static func spawn(
        _ path: String, arguments: [String], actions: inout posix_spawn_file_actions_t, flags: Int32
    ) -> Result<pid_t, SpawnFailure> {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        var none = sigset_t()
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes, Int16(flags | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        argv.append(nil)
        defer { argv.forEach { free($0) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, path, &actions, &attributes, argv, environ)
        return code == 0 ? .success(pid) : .failure(SpawnFailure(reason: String(cString: strerror(code))))
    }

    private final class Job: Sendable {
        let path: String
        let arguments: [String]
        let input: [UInt8]
        let seconds: Int
        let continuation: CheckedContinuation<Outcome?, Never>

        init(
            path: String, arguments: [String], input: [UInt8], seconds: Int,
            continuation: CheckedContinuation<Outcome?, Never>
        ) {
            self.path = path
            self.arguments = arguments
            self.input = input
            self.seconds = seconds
            self.continuation = continuation
        }

        static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { raw in
            guard let raw else { return nil }
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_BLOCK, &all, nil)
            let job = Unmanaged<Job>.fromOpaque(raw).takeRetainedValue()
            job.continuation.resume(returning: job.work())
            return nil
        }

        private func work() -> Outcome? {
            guard let toChild = ChildProcess.makePipe() else { return nil }
            guard let fromChild = ChildProcess.makePipe() else {
                close(toChild.read)
                close(toChild.write)
                return nil
            }
            guard let result = ChildProcess.makePipe() else {
                for end in [toChild.read, toChild.write, fromChild.read, fromChild.write] { close(end) }
                return nil
            }
            var actions = posix_spawn_file_actions_t()
            posix_spawn_file_actions_init(&actions)
            defer { posix_spawn_file_actions_destroy(&actions) }
            posix_spawn_file_actions_adddup2(&actions, toChild.read, 0)
            posix_spawn_file_actions_adddup2(&actions, result.write, 1)
            posix_spawn_file_actions_adddup2(&actions, fromChild.write, 2)
            let started = ChildProcess.spawn(path, arguments: arguments, actions: &actions, flags: 0)
            close(toChild.read)
            close(fromChild.write)
            close(result.write)
            guard case .success(let pid) = started else {
                close(toChild.write)
                close(fromChild.read)
                close(result.read)
                return nil
            }
            let end = Self.milliseconds() + Int64(seconds) * 1000
            let said = talk(toChild.write, fromChild.read, result.read, until: end)
            close(fromChild.read)
            close(result.read)
            // Its outputs may close before the program ends, or stay open in a child of its own.
            var status: Int32 = 0
            var ended = waitpid(pid, &status, WNOHANG)
            while ended == 0 && Self.milliseconds() < end {
                usleep(5_000)
                ended = waitpid(pid, &status, WNOHANG)
            }
            let isTimedOut = ended == 0
            if isTimedOut {
                kill(pid, SIGKILL)
                while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
            }
            let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
            return Outcome(
                code: code, complaint: String(decoding: said.complaint, as: UTF8.self), output: said.output,
                isTimedOut: isTimedOut)
        }

        /// Gives the child its input and takes what it says and complains about, until it closes both or the time
        /// is over. Closes `input`.
        private func talk(
            _ input: Int32, _ errors: Int32, _ result: Int32, until end: Int64
        ) -> (complaint: [UInt8], output: [UInt8]) {
            var rest = self.input[...]
            var complaint: [UInt8] = []
            var output: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 64 << 10)
            _ = fcntl(input, F_SETFL, O_NONBLOCK)
            var isOpen = !rest.isEmpty
            if !isOpen { close(input) }
            defer { if isOpen { close(input) } }
            var (hearsErrors, hearsResult) = (true, true)
            /// False where that end is closed.
            func take(_ descriptor: Int32, _ bytes: inout [UInt8], most: Int) -> Bool {
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0 && errno == EINTR { return true }
                guard count > 0 else { return false }
                bytes += buffer[..<min(count, max(0, most - bytes.count))]
                return true
            }
            while hearsErrors || hearsResult {
                let left = end - Self.milliseconds()
                guard left > 0, output.count < ChildProcess.longestOutput else { break }
                var waits = [
                    pollfd(fd: hearsErrors ? errors : -1, events: Int16(POLLIN), revents: 0),
                    pollfd(fd: hearsResult ? result : -1, events: Int16(POLLIN), revents: 0),
                    pollfd(fd: isOpen ? input : -1, events: Int16(POLLOUT), revents: 0),
                ]
                let count = poll(&waits, 3, Int32(clamping: left))
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { break }
                if isOpen, waits[2].revents != 0 {
                    // A child that ends early must not end desk with SIGPIPE: this thread blocks it, write says
                    // EPIPE.
                    let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
                    if count > 0 { rest = rest.dropFirst(count) }
                    if rest.isEmpty || (count < 0 && errno != EINTR && errno != EAGAIN) {
                        close(input)
                        isOpen = false
                    }
                }
                if waits[0].revents != 0 { hearsErrors = take(errors, &complaint, most: 8192) }
                if waits[1].revents != 0 {
                    hearsResult = take(result, &output, most: ChildProcess.longestOutput)
                }
            }
            return (complaint, output)
        }

        private static func milliseconds() -> Int64 {
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
        }
    }
}
