import Crypto
import Foundation
import Logging
import Models

/// Keeps the file of checkpoints: a line at the start, one an hour while there is something new, and one at the end.
/// Lines are only ever added.
struct AuditCheckpointing: Sendable {
    let central: Central
    let path: String

    /// Between two lines.
    static let interval = Duration.seconds(3600)

    /// Adds a line where the chain has grown since the last one.
    ///
    /// - Returns: Whether there was something to add.
    @discardableResult
    func pass() async throws -> Bool {
        let head = try await central.store.read { try AuditTable.head($0) }
        guard try Self.last(of: path)?.contains(" \(head) ") != true else { return false }
        let line = AuditCheckpoint(at: central.clock.now(), head: head).line(key: central.auditKey)
        try Self.append(line, to: path)
        return true
    }

    /// Passes for as long as the task lives. A file that can't be written is told, and tried again an hour later.
    func run(
        wait: @Sendable () async throws -> Void = { try await Task.sleep(for: AuditCheckpointing.interval) }
    ) async {
        while !Task.isCancelled {
            do {
                try await pass()
            } catch {
                central.logger.error("audit checkpoint", metadata: ["type": "\(type(of: error))"])
            }
            do { try await wait() } catch { break }
        }
        do {
            try await pass()
        } catch {
            central.logger.error("audit checkpoint", metadata: ["type": "\(type(of: error))"])
        }
    }

    private static func last(of path: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").last.map(String.init)
    }

    /// On the disk before it returns.
    private static func append(_ line: String, to path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            guard
                FileManager.default.createFile(
                    atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw CocoaError(.fileWriteUnknown) }
        }
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data((line + "\n").utf8))
        try handle.synchronize()
        try handle.close()
    }

    /// The heads that a file vouches for.
    ///
    /// - Throws: Naming the line that was not written with the key.
    static func heads(in path: String, key: SymmetricKey) throws -> [AuditHead] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Refusal(.data, "Không đọc được tệp mốc \(path).")
        }
        return try text.split(separator: "\n").enumerated().map { number, line in
            guard let checkpoint = AuditCheckpoint(line, key: key) else {
                throw Refusal(.data, "Dòng \(number + 1) của tệp mốc không do hệ thống này ký.")
            }
            return checkpoint.head
        }
    }
}
