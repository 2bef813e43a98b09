import APIClient
import Glibc

/// A folder that goes with its value, and everything in it.
final class ScratchFolder: Sendable {
    let text: String
    let path: RawPath

    struct Failure: Error {
        let reason = errno
    }

    init() throws {
        var template = Array("/tmp/desk-files-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil, let path = RawPath(template.dropLast().map(UInt8.init(bitPattern:))) else {
            throw Failure()
        }
        self.path = path
        text = path.text
    }

    deinit {
        Self.remove(path)
    }

    private static func remove(_ path: RawPath) {
        if path.withCString({ unlink($0) }) == 0 { return }
        guard let stream = path.withCString({ opendir($0) }) else { return }
        var names: [[UInt8]] = []
        while let entry = readdir(stream) {
            names.append(withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) })
        }
        closedir(stream)
        for name in names where name != [46] && name != [46, 46] {
            if let inner = path.appending(name) { remove(inner) }
        }
        _ = path.withCString { rmdir($0) }
    }

    @discardableResult
    func write(_ bytes: [UInt8], _ name: [UInt8], mode: mode_t = 0o600) throws -> RawPath {
        guard let path = path.appending(name) else { throw Failure() }
        let file = path.withCString { open($0, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, mode) }
        guard file >= 0 else { throw Failure() }
        defer { close(file) }
        guard bytes.withUnsafeBytes({ Glibc.write(file, $0.baseAddress, $0.count) }) == bytes.count else {
            throw Failure()
        }
        return path
    }

    @discardableResult
    func write(_ bytes: [UInt8], _ name: String, mode: mode_t = 0o600) throws -> RawPath {
        try write(bytes, Array(name.utf8), mode: mode)
    }

    /// A program of sh.
    func script(_ name: String, _ lines: String) throws -> String {
        try write(Array(("#!/bin/sh\n" + lines + "\n").utf8), name, mode: 0o700)
        return text + "/" + name
    }

    func makeFolder(_ name: String) throws {
        guard mkdir(text + "/" + name, 0o700) == 0 else { throw Failure() }
    }

    func setTime(_ name: String, _ seconds: Int) throws {
        let time = timespec(tv_sec: seconds, tv_nsec: 0)
        guard utimensat(AT_FDCWD, text + "/" + name, [time, time], 0) == 0 else { throw Failure() }
    }

    func read(_ path: RawPath) -> [UInt8]? {
        let file = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += buffer[..<count]
        }
    }

}
