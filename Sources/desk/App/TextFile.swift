import APIClient
import Glibc

/// Reads small text files.
enum TextFile {
    /// A configuration is some lines; what is larger is something else.
    static let limit = 1 << 20

    /// The file's text; nil with `errno` set where it can't be read, is too large or is not UTF-8.
    static func read(_ path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0, let bytes = bytes(file, limit: limit) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            errno = EILSEQ
            return nil
        }
        return text
    }

    /// Why a file can't be read: the errno.
    struct ReadError: Error, Sendable {
        var number: Int32
    }

    /// A regular file's bytes, whatever they say.
    static func bytes(_ path: RawPath, limit: Int) -> Result<[UInt8], ReadError> {
        // A pipe that somebody put there would keep the reader waiting.
        let file = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard file >= 0, let bytes = bytes(file, limit: limit) else {
            return .failure(ReadError(number: errno))
        }
        return .success(bytes)
    }

    /// Reads to the end and closes; nil with `errno` set where there is more than `limit`.
    private static func bytes(_ file: Int32, limit: Int) -> [UInt8]? {
        defer {
            let reason = errno
            close(file)
            errno = reason
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16384)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            if bytes.count > limit {
                errno = EFBIG
                return nil
            }
        }
    }

    /// What became of a file that was to be made.
    enum Made: Sendable, Equatable {
        case made
        /// The name is taken; what has it was left alone.
        case taken
        case failed(String)
    }

    /// Makes a file for this user alone, whole or not at all; never over another one.
    static func create(_ path: String, text: String) -> Made {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return errno == EEXIST ? .taken : .failed(String(cString: strerror(errno))) }
        let bytes = Array(text.utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let reason = String(cString: strerror(errno))
                close(file)
                unlink(path)
                return .failed(reason)
            }
            done += count
        }
        guard fsync(file) == 0, close(file) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(path)
            return .failed(reason)
        }
        return .made
    }
}
