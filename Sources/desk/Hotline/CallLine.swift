import Forms
import Glibc
import Models

/// The socket by which a telephone system rings at the desk of a hotline's officer.
///
/// One desk of a user has it: the first on which such an officer is logged in, as long as he is. The lock goes with the
/// process, however it dies; the socket file is then made anew by the next one. What is said on it is one line, `ring NUMBER`, and
/// one line back, `ok` or `no`: it carries no rights, only this user can reach it, and what comes is a number to be
/// looked up.
final class CallLine: Sendable {
    private let lock: FileLock
    private let descriptor: Int32
    private let path: String

    /// Longer than any number with its word.
    static let longest = 64

    /// - Returns: nil where another desk has it, or no socket can be made there.
    init?(folder: String, rings: CallRings) {
        try? PrivateFolder.make(folder)
        guard let lock = FileLock(taking: Self.lockPath(folder)) else { return nil }
        let path = Self.path(folder)
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var address = sockaddr_un()
        guard let length = address.set(path: path) else {
            close(descriptor)
            return nil
        }
        // Who holds the lock owns the path: what lies there is of a desk that died.
        unlink(path)
        let mask = umask(0o177)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        umask(mask)
        guard bound == 0, listen(descriptor, 8) == 0 else {
            close(descriptor)
            return nil
        }
        self.lock = lock
        self.descriptor = descriptor
        self.path = path
        Self.serve(descriptor, rings)
    }

    static func path(_ folder: String) -> String { folder + "/call.sock" }
    private static func lockPath(_ folder: String) -> String { folder + "/call.lock" }

    deinit {
        unlink(path)
        // Wakes the thread that waits, which then ends and closes.
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    private final class Serving: Sendable {
        let descriptor: Int32
        let rings: CallRings

        init(descriptor: Int32, rings: CallRings) {
            self.descriptor = descriptor
            self.rings = rings
        }
    }

    /// A thread of its own waits in the kernel: an idle desk is woken by nothing else.
    private static func serve(_ descriptor: Int32, _ rings: CallRings) {
        let box = Unmanaged.passRetained(Serving(descriptor: descriptor, rings: rings))
        var thread = pthread_t()
        if pthread_create(&thread, nil, loop, box.toOpaque()) == 0 {
            pthread_detach(thread)
        } else {
            box.release()
            close(descriptor)
        }
    }

    private static let loop: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { raw in
        guard let raw else { return nil }
        // The terminal's signals belong to the thread that polls the terminal.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        let serving = Unmanaged<Serving>.fromOpaque(raw).takeRetainedValue()
        while true {
            let client = accept(serving.descriptor, nil, nil)
            if client < 0 {
                if errno == EINTR || errno == ECONNABORTED { continue }
                break
            }
            // No program that is started here inherits it.
            _ = fcntl(client, F_SETFD, FD_CLOEXEC)
            answer(client, serving.rings)
            close(client)
        }
        close(serving.descriptor)
        return nil
    }

    private static func answer(_ client: Int32, _ rings: CallRings) {
        // Who says nothing holds up nobody for longer than this.
        var limit = timeval(tv_sec: 2, tv_usec: 0)
        setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: longest)
        while bytes.count < longest, !bytes.contains(10) {
            let count = read(client, &buffer, longest)
            guard count > 0 else { break }
            bytes += buffer.prefix(count)
        }
        let line = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
        let number = line.hasPrefix("ring ") ? CallNumber.read(String(line.dropFirst(5))) : nil
        let reply = number == nil ? "no\n" : "ok\n"
        if let number { rings.add(number) }
        _ = send(client, Array(reply.utf8), reply.utf8.count, Int32(MSG_NOSIGNAL))
    }

    /// Rings at the desk that has the line.
    ///
    /// - Returns: False where there is none; nil where it did not take the number.
    static func ring(_ number: String, folder: String) -> Bool? {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        guard let length = address.set(path: path(folder)) else { return false }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, length) }
        }
        guard connected == 0 else { return false }
        var limit = timeval(tv_sec: 2, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let line = Array("ring \(number)\n".utf8)
        guard send(descriptor, line, line.count, Int32(MSG_NOSIGNAL)) == line.count else { return nil }
        var buffer = [UInt8](repeating: 0, count: 8)
        let count = read(descriptor, &buffer, buffer.count)
        return count > 0 && buffer.prefix(count).starts(with: Array("ok".utf8)) ? true : nil
    }
}
