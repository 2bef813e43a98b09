import Foundation

/// A child process, by `posix_spawn` and `waitpid`.
///
/// Foundation's `Process` learns of a child's end from a descriptor that the child's own children inherit: it
/// waits for ever for a program that leaves a daemon behind, as tmux does.
final class Child {
    let pid: pid_t
    private var ended: Int32?

    /// - Parameters:
    ///   - input: A file to read, or nothing.
    ///   - output: A file to append to, for what it prints; `errors` for its complaints.
    init(
        _ program: String, _ arguments: [String], input: String = "/dev/null", output: String, errors: String,
        environment: [String: String] = [:]
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        // The threads of a test run block signals, and children inherit that: nothing could stop or resize them.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let merged = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        var argv = ([program] + arguments).map { strdup($0) } + [nil]
        var envp = merged.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        var child: pid_t = 0
        let status = posix_spawnp(&child, program, &actions, &attributes, &argv, &envp)
        guard status == 0 else {
            throw SpawnError(program: program, reason: String(cString: strerror(status)))
        }
        pid = child
    }

    struct SpawnError: Error, CustomStringConvertible {
        var program: String
        var reason: String
        var description: String { "\(program): \(reason)" }
    }

    var isRunning: Bool { poll(WNOHANG) == nil }

    /// Its wait status, when it has ended.
    @discardableResult
    func wait() -> Int32 { poll(0) ?? 0 }

    /// The signal that ended it, if one did.
    var signal: Int32? {
        let status = wait() & 0x7f
        return status == 0 ? nil : status
    }

    private func poll(_ options: Int32) -> Int32? {
        if let ended { return ended }
        var status: Int32 = 0
        var result: pid_t
        repeat { result = waitpid(pid, &status, options) } while result == -1 && errno == EINTR
        guard result == pid else { return nil }
        ended = status
        return status
    }
}
