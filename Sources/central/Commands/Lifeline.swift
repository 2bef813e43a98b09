import Foundation
import Glibc
import Synchronization

/// Lets a training central live for as long as a desk needs it, and no longer.
///
/// Every desk connects to the lifeline's Unix socket and keeps the connection open; nothing is ever sent. The
/// kernel closes the connection of a desk that was killed, so nothing is left behind. When the last one is
/// closed, or 30 seconds after the start if no desk ever came, `onEnd` is called, once.
final class Lifeline: Sendable {
    private let listener: Int32
    let path: String

    /// Milliseconds to wait for the first desk.
    static let patience: Int32 = 30_000

    /// Listens at once: a desk that finds central's own socket finds the lifeline, too.
    init(path: String) throws {
        self.path = path
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { throw Refusal(.unavailable, "Không tạo được socket \(path).") }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw Refusal(.usage, "Đường dẫn socket quá dài: \(path).")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        unlink(path)
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
        }
        guard bound == 0, chmod(path, 0o600) == 0, listen(listener, 64) == 0 else {
            Glibc.close(listener)
            throw Refusal(
                .unavailable, "Không lắng nghe được ở \(path): \(String(cString: strerror(errno))).")
        }
    }

    /// Waits on a thread of its own, which sleeps in the kernel until a desk comes or goes.
    func watch(onEnd: @escaping @Sendable () -> Void) {
        let thread = Thread { [self] in
            run()
            // Nobody serves a desk that comes now: it must see that, and start the next central.
            unlink(path)
            Glibc.close(listener)
            onEnd()
        }
        thread.name = "lifeline"
        thread.start()
    }

    private func run() {
        var desks: [Int32] = []
        var hasBegun = false
        while true {
            var waits = ([listener] + desks).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            let count = poll(&waits, nfds_t(waits.count), hasBegun ? -1 : Self.patience)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            for wait in waits.dropFirst() where wait.revents != 0 && isClosed(wait.fd) {
                Glibc.close(wait.fd)
                desks.removeAll { $0 == wait.fd }
            }
            if waits[0].revents != 0 {
                let desk = accept(listener, nil, nil)
                if desk >= 0 {
                    desks.append(desk)
                    hasBegun = true
                }
            }
            if hasBegun, desks.isEmpty, !isSomebodyWaiting { return }
        }
    }

    /// A desk may have connected in the very moment in which the last one left.
    private var isSomebodyWaiting: Bool {
        var wait = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        return poll(&wait, 1, 0) > 0
    }

    private func isClosed(_ desk: Int32) -> Bool {
        var buffer: [UInt8] = [0]
        let count = recv(desk, &buffer, 1, Int32(MSG_DONTWAIT))
        return count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)
    }
}
