import Crypto
import Glibc

@testable import APIClient

/// A folder with files of a test's own.
struct FileFixture: Sendable {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
    }

    var folder: String { temporary.path }

    func path(_ name: String) throws -> RawPath { try path(Array(name.utf8)) }

    func path(_ name: [UInt8]) throws -> RawPath {
        guard let path = RawPath(temporary.path)?.appending(name) else { throw TestServer.Failure(EINVAL) }
        return path
    }

    @discardableResult
    func write(_ bytes: [UInt8], _ name: [UInt8]) throws -> RawPath {
        let path = try path(name)
        let file = path.withCString { open($0, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600) }
        guard file >= 0 else { throw TestServer.Failure(errno) }
        defer { close(file) }
        guard bytes.withUnsafeBytes({ Glibc.write(file, $0.baseAddress, $0.count) }) == bytes.count else {
            throw TestServer.Failure(errno)
        }
        return path
    }

    @discardableResult
    func write(_ bytes: [UInt8], _ name: String) throws -> RawPath { try write(bytes, Array(name.utf8)) }

    func read(_ path: RawPath) -> [UInt8]? {
        let file = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard file >= 0 else { return nil }
        defer { close(file) }
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            guard count > 0 else { return count == 0 ? all : nil }
            all += buffer[..<count]
        }
    }

    func mode(_ path: RawPath) -> mode_t {
        var status = stat()
        _ = path.withCString { stat($0, &status) }
        return status.st_mode & 0o777
    }

    var names: [String] { TemporaryFolder.names(in: folder) }

    /// A PDF as far as its first bytes say, and no two bytes near each other alike.
    static func pdf(_ size: Int, seed: UInt64 = 1) -> [UInt8] {
        var bytes = Array("%PDF-1.7\n".utf8)
        var value = seed
        while bytes.count < size {
            value = value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes.append(UInt8(truncatingIfNeeded: value >> 33))
        }
        return Array(bytes.prefix(size))
    }

    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46]

    static func sha256(_ bytes: [UInt8]) -> String {
        SourceFile.hexadecimal(SHA256.hash(data: bytes))
    }
}
