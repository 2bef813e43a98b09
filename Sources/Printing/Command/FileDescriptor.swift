import Glibc

/// Whole reads and writes on an open descriptor.
struct FileDescriptor {
    let number: Int32

    static let standardInput = FileDescriptor(number: STDIN_FILENO)
    static let standardOutput = FileDescriptor(number: STDOUT_FILENO)
    static let standardError = FileDescriptor(number: STDERR_FILENO)

    var isTerminal: Bool { isatty(number) == 1 }

    /// All bytes up to the end, or nil where there are more than `limit`.
    func readAll(limit: Int) throws(SystemError) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(number, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemError.last()
            }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            if bytes.count > limit { return nil }
        }
    }

    func writeAll(_ bytes: [UInt8]) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                write(number, buffer.baseAddress.map { $0 + done }, bytes.count - done)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemError.last()
            }
            done += count
        }
    }

    /// Waits until what was written is on the disk.
    func sync() throws(SystemError) {
        if fsync(number) != 0 { throw SystemError.last() }
    }
}
