import Glibc
import Synchronization

@testable import APIClient

/// A server of raw sockets: what a test writes is what the client gets, byte for byte. Every connection has a thread
/// of its own, which runs the test's script.
final class TestServer: Sendable {
    /// One connection, from the server's side.
    struct Connection: Sendable {
        let socket: Int32
        /// From 1.
        let number: Int

        /// The head and body of the next request, or nil where the client has hung up.
        func readRequest() -> String? {
            var bytes: [UInt8] = []
            let end = Array("\r\n\r\n".utf8)
            while true {
                guard let byte = readByte() else {
                    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
                }
                bytes.append(byte)
                if bytes.count >= 4, Array(bytes.suffix(4)) == end { break }
            }
            let head = String(decoding: bytes, as: UTF8.self)
            for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix("content-length:") {
                let length = Int(line.dropFirst("content-length:".count).filter { $0 != " " }) ?? 0
                for _ in 0..<length {
                    guard let byte = readByte() else { break }
                    bytes.append(byte)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }

        private func readByte() -> UInt8? {
            var byte: UInt8 = 0
            return recv(socket, &byte, 1, 0) == 1 ? byte : nil
        }

        /// False where the client has hung up.
        @discardableResult
        func write(_ text: String) -> Bool {
            var bytes = Array(text.utf8)[...]
            while !bytes.isEmpty {
                let count = bytes.withUnsafeBytes {
                    send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                bytes = bytes.dropFirst(count)
            }
            return true
        }

        /// A whole answer of JSON.
        func answer(_ body: String, status: String = "200 OK", headers: String = "") {
            write(
                "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\n\(headers)"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        }

        /// Returns when the client has closed its side.
        func waitForHangUp() {
            while readByte() != nil {}
        }

        /// Ends the connection at once.
        func cut() {
            shutdown(socket, Int32(SHUT_RDWR))
        }
    }

    typealias Script = @Sendable (Connection) -> Void

    let address: ServerAddress
    let path: String?
    private let folder: TemporaryFolder?
    private let listener: Int32
    private let script: Script
    private let count = Mutex(0)
    private let isStopped = Mutex(false)

    /// How many connections were accepted.
    var connections: Int { count.withLock { $0 } }

    /// On a Unix socket of its own.
    init(onSocket script: @escaping Script) throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path + "/s"
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &name.sun_path) { place in place.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, listen(listener, 64) == 0 else { throw Failure(errno) }
        self.listener = listener
        self.path = path
        folder = temporary
        self.script = script
        address = try ServerAddress(socket: path)
        try accepting()
    }

    /// On a free port of the loopback.
    init(onLoopback script: @escaping Script) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                bind(listener, name, size) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, name, &size) == 0
            }
        }
        guard bound else { throw Failure(errno) }
        self.listener = listener
        path = nil
        folder = nil
        self.script = script
        address = try ServerAddress(parsing: "http://127.0.0.1:\(UInt16(bigEndian: name.sin_port))")
        try accepting()
    }

    deinit {
        stop()
    }

    /// Takes no more connections.
    func stop() {
        // Once: after that, the number may be another file's.
        let isFirst = isStopped.withLock { isStopped in
            defer { isStopped = true }
            return !isStopped
        }
        if isFirst { shutdown(listener, Int32(SHUT_RDWR)) }
    }

    struct Failure: Error {
        let reason: Int32
        init(_ reason: Int32) { self.reason = reason }
    }

    private func accepting() throws {
        let (listener, script) = (listener, script)
        try Thread.start { [weak self] in
            defer { close(listener) }
            while true {
                let socket = accept(listener, nil, nil)
                guard socket >= 0 else {
                    if errno == EINTR || errno == EMFILE { continue }
                    return
                }
                let number = self?.count.withLock { count in
                    count += 1
                    return count
                }
                try? Thread.start {
                    script(Connection(socket: socket, number: number ?? 0))
                    close(socket)
                }
            }
        }
    }
}

/// A thread that may block for as long as it likes; tasks may not.
enum Thread {
    private final class Work {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    static func start(_ body: @escaping @Sendable () -> Void) throws {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body))
        let failure = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
        guard failure == 0 else {
            work.release()
            throw TestServer.Failure(failure)
        }
        pthread_detach(thread)
    }
}
