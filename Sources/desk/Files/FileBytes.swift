import APIClient
import Glibc

/// Reads a file that goes out whole. It blocks for as long as the disk takes: call it from an effect.
enum FileBytes {
    /// - Throws: `.tooLarge` beyond `limit`, before all of it is read.
    static func read(_ path: RawPath, limit: Int) throws(FileFailure) -> [UInt8] {
        let file = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
        guard file >= 0 else { throw failure(errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard Int(status.st_size) <= limit else { throw .tooLarge(size: Int(status.st_size), limit: limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure(errno) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { throw .tooLarge(size: Int(status.st_size), limit: limit) }
        }
    }

    private static func failure(_ number: Int32) -> FileFailure {
        switch number {
        case ENOENT, ENOTDIR: .vanished
        case EACCES, EPERM: .denied
        default: .failed(number)
        }
    }
}
