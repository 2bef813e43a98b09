import Glibc

/// Makes sure that a Unix socket is served by one central only.
///
/// Binding replaces an existing socket file without a word, so a lock on `<socket>.lock` comes first and is
/// held for as long as the process lives. Whoever holds it may remove a socket file: nobody serves it.
final class SocketLock: Sendable {
    private let descriptor: Int32
    let path: String

    /// Takes the lock, waiting for up to `patience` milliseconds: a central that is just ending lets go soon.
    init(socket: String, patience: Int = 5_000) throws {
        path = socket + ".lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Refusal(.unavailable, "Không mở được tệp khóa \(path): \(Self.lastError).")
        }
        var waited = 0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK, waited < patience else {
                Glibc.close(descriptor)
                throw Refusal(.temporary, "Một central khác đang giữ \(socket).")
            }
            usleep(20_000)
            waited += 20
        }
        unlink(socket)
    }

    /// Removes the socket and lets go of the lock. The lock file stays: removing it would let two hold it.
    func release(removing sockets: [String]) {
        for socket in sockets { unlink(socket) }
        Glibc.close(descriptor)
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}
