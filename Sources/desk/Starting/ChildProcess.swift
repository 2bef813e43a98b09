import APIClient
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
        /// It was ended because its time was over, or because it wrote without end.
        var isTimedOut = false
        /// It was ended because nobody waits for it any more.
        var isCancelled = false
    }

    /// What a program is given to read.
    enum Input: Sendable {
        case bytes([UInt8])
        /// A file, which the program gets open: it need not find it, and its name need not be text.
        case file(RawPath)
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
        await run(path, arguments: arguments, input: .bytes(input), seconds: seconds)
    }

    /// The same, and cancelling the task ends the program.
    ///
    /// - Parameters:
    ///   - longestOutput: Bytes of its standard output.
    ///   - grace: Seconds between asking the program to end, where it has to, and killing it.
    static func run(
        _ path: String, arguments: [String], input: Input, longestOutput: Int = ChildProcess.longestOutput,
        seconds: Int, grace: Int = 0
    ) async -> Outcome? {
        guard let wake = makePipe() else { return nil }
        let job = ChildJob(
            path: path, arguments: arguments, input: input, longestOutput: longestOutput, seconds: seconds,
            grace: grace, wake: wake)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in job.start(continuation) }
        } onCancel: {
            job.cancel()
        }
    }

    /// POSIX_SPAWN_SETSID, which glibc shows only with _GNU_SOURCE.
    private static let sessionFlag: Int32 = 0x80

    /// Two connected ends that no other child inherits. Sockets, because their close-on-exec flag comes with
    /// them: between `pipe` and `fcntl` another thread's child would inherit the end that must close.
    static func makePipe() -> (read: Int32, write: Int32)? {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        return (ends[0], ends[1])
    }

    struct SpawnFailure: Error { var reason: String }

    static func spawn(
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
}
