import Glibc

/// The open connection by which a training central knows that a desk still needs it.
///
/// central ends when the last of them closes. The kernel closes it for a desk that was killed, so nothing is
/// ever left running; and the other way round its end tells the desk that central died.
final class Lifeline: Sendable {
    private let descriptor: Int32
    /// The central at the other end, where this desk started it.
    private let child: pid_t?

    /// Connects to the socket at `path`; nil where nobody listens there.
    init?(connecting path: String, child: pid_t? = nil) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var address = sockaddr_un()
        guard let length = address.set(path: path) else {
            Glibc.close(descriptor)
            return nil
        }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, length) }
        }
        guard connected == 0 else {
            Glibc.close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        self.child = child
    }

    /// Whether central has closed its end, or never took the connection.
    var isBroken: Bool {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // central never writes: what can be read is the end.
        return poll(&wait, 1, 0) > 0
    }

    deinit { Glibc.close(descriptor) }

    /// Lets central go: `untilBroken` returns.
    func release() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    /// Returns when central is gone.
    ///
    /// A thread of its own waits in the kernel, because a blocked thread of the concurrency pool would be
    /// missing there, and asking now and then would wake an idle desk.
    func untilBroken() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let box = Unmanaged.passRetained(Waiting(lifeline: self, continuation: continuation))
            var thread = pthread_t()
            let failed = pthread_create(&thread, nil, Self.wait, box.toOpaque())
            if failed == 0 {
                pthread_detach(thread)
            } else {
                box.release()
                continuation.resume()
            }
        }
    }

    private final class Waiting: Sendable {
        let lifeline: Lifeline
        let continuation: CheckedContinuation<Void, Never>

        init(lifeline: Lifeline, continuation: CheckedContinuation<Void, Never>) {
            self.lifeline = lifeline
            self.continuation = continuation
        }
    }

    private static let wait: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { raw in
        guard let raw else { return nil }
        // The terminal's signals belong to the thread that polls the terminal.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        let waiting = Unmanaged<Waiting>.fromOpaque(raw).takeRetainedValue()
        var byte: UInt8 = 0
        while true {
            let count = read(waiting.lifeline.descriptor, &byte, 1)
            if count > 0 || (count < 0 && errno == EINTR) { continue }
            break
        }
        let child = waiting.lifeline.child
        waiting.continuation.resume()
        // A central that this desk started is its child until somebody asks how it ended.
        if let child {
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        }
        return nil
    }
}

extension sockaddr_un {
    /// Puts `path` into the address; nil where it is too long for one.
    mutating func set(path: String) -> socklen_t? {
        sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: sun_path) else { return nil }
        withUnsafeMutableBytes(of: &sun_path) { $0.copyBytes(from: bytes) }
        return socklen_t(MemoryLayout<sockaddr_un>.size)
    }
}
