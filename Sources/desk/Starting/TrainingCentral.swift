import APIClient
import Glibc

/// The one training central that all desks of a user share.
///
/// Whoever gets the start lock starts it, everybody connects to its lifeline. The lock comes first because
/// a server that binds a Unix socket replaces an existing one silently, and two of them would then write
/// one database.
struct TrainingCentral: Sendable {
    /// `<runtime>/central.sock`.
    var socket: String
    /// `<runtime>/desk.lock`, another one than central's own`, held only while somebody starts or resets.
    var lock: String
    var database: String
    var log: String
    /// The folders that must exist, closed to others, before anything is started.
    var folders: [String]
    /// Finds the `central` program; tests give their own.
    var find: @Sendable () -> String? = { Executable.find("central") }
    /// How long a start may take before it counts as failed, in seconds. The first one makes thousands of dossiers: on
    /// an old machine that is busy with other things it takes many times the few seconds that it takes on an idle one.
    var patience = 120

    init(paths: Paths) {
        socket = paths.runtime + "/central.sock"
        lock = paths.runtime + "/desk.lock"
        database = paths.trainingDatabase
        log = paths.trainingLog
        folders = [paths.runtime, paths.data, paths.state]
    }

    /// The address that `Client` takes.
    var address: String { "unix:" + socket }
    private var lifelinePath: String { socket + ".life" }

    /// Joins the running central, or starts one. `ready` asks its `/readyz`.
    func join(ready: @Sendable () async -> Bool) async throws(StartError) -> Lifeline {
        for folder in folders { try PrivateFolder.make(folder) }
        guard lifelinePath.utf8.count < 108 else { throw .pathTooLong(lifelinePath) }
        var held: FileLock?
        var child: pid_t?
        let clock = ContinuousClock()
        let end = clock.now + .seconds(patience)
        while clock.now < end, !Task.isCancelled {
            // A connection made only to look would be the "last desk out" when it closes: it is kept.
            if let lifeline = Lifeline(connecting: lifelinePath, child: child) {
                while !lifeline.isBroken {
                    if await ready() { return lifeline }
                    if try ended(&child) { break }
                    if clock.now >= end || Task.isCancelled { throw .notReady(log: log, seconds: patience) }
                    try? await Pacing.real.sleep(.milliseconds(50))
                }
                // It ended under way, because its last desk had left: the next one is started here.
            }
            _ = try ended(&child)
            if held != nil, child == nil {
                child = try start()
            } else if held == nil {
                held = FileLock(taking: lock)
                // Between the failed connection and the lock another desk may have started one: look again.
                if held != nil { continue }
            }
            try? await Pacing.real.sleep(.milliseconds(50))
        }
        throw .notReady(log: log, seconds: patience)
    }

    /// central's way of saying that another one still holds the socket.
    private static let isHeld: Int32 = 75

    /// Whether the child has ended, which is forgotten then. One that found the former central still going, or
    /// that went because its last desk did, may be started again; another end is an error.
    private func ended(_ child: inout pid_t?) throws(StartError) -> Bool {
        guard let pid = child else { return false }
        var status: Int32 = 0
        guard waitpid(pid, &status, WNOHANG) == pid else { return false }
        child = nil
        let code = (status >> 8) & 0xff
        guard status & 0x7f == 0, code == 0 || code == Self.isHeld else {
            throw .centralEnded(log: log, lastLine: lastLine(of: log))
        }
        return true
    }

    /// Removes the training database with the key that it is sealed with and the messages that it has sent, so that the
    /// next start makes all of it anew.
    ///
    /// Refuses while a central runs: another desk of this user works on it.
    func reset() throws(StartError) {
        for folder in folders { try PrivateFolder.make(folder) }
        guard let held = FileLock(taking: lock), Lifeline(connecting: lifelinePath) == nil else {
            throw .trainingInUse
        }
        defer { withExtendedLifetime(held) {} }
        // The key goes last: a database without its key is one that no central starts with.
        for suffix in ["", "-wal", "-shm", "-journal"] { try Self.remove(database + suffix) }
        try Self.empty(database + ".messages")
        try Self.remove(database + ".key")
    }

    private static func remove(_ path: String) throws(StartError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw removal(path) }
    }

    /// Removes a folder of files; nothing where there is none.
    private static func empty(_ path: String) throws(StartError) {
        guard let folder = opendir(path) else {
            guard errno == ENOENT else { throw removal(path) }
            return
        }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        closedir(folder)
        for name in names { try remove(path + "/" + name) }
        guard rmdir(path) == 0 else { throw removal(path) }
    }

    private static func removal(_ path: String) -> StartError {
        .removal(path, reason: String(cString: strerror(errno)))
    }

    private func start() throws(StartError) -> pid_t {
        guard let program = find() else { throw .centralMissing }
        let arguments = [
            "serve", "--listen", address, "--training", "--database", database,
            "--lifeline", "unix:" + lifelinePath,
        ]
        return try ChildProcess.startDetached(program, arguments: arguments, log: log)
    }

    private func lastLine(of path: String) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        let end = lseek(file, 0, Int32(SEEK_END))
        lseek(file, max(0, end - 2048), Int32(SEEK_SET))
        var buffer = [UInt8](repeating: 0, count: 2048)
        let count = read(file, &buffer, buffer.count)
        guard count > 0 else { return "" }
        let text = String(decoding: buffer[..<count], as: UTF8.self)
        return text.split(separator: "\n").last.map(String.init) ?? ""
    }
}
