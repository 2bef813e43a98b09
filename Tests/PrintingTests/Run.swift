import Foundation
import Synchronization

/// A program run to its end. A program that is not there fails the test: `make test` installs them all.
struct Run {
    var status: Int32
    var output: [UInt8]
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The `desk-print` that this build made; it stands beside the test runner.
    static let deskPrint = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "desk-print").path

    private static let starting = Mutex(())

    @discardableResult
    static func program(_ name: String, _ arguments: [String], input: [UInt8] = []) throws -> Run {
        let folder = try TemporaryFolder()
        try folder.write(input, "input")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.standardInput = try FileHandle(forReadingFrom: folder.url("input"))
        // Files instead of pipes: nothing waits on a full one.
        process.standardOutput = try folder.handle("output")
        process.standardError = try folder.handle("errors")
        // Foundation's own start of a process has crashed where many threads were in it at once.
        try starting.withLock { _ in try process.run() }
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: try folder.read("output"),
            errors: String(decoding: try folder.read("errors"), as: UTF8.self))
    }
}

/// A folder that goes with the value.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "desk-print-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }

    func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

    func write(_ bytes: [UInt8], _ name: String) throws { try Data(bytes).write(to: url(name)) }

    func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

    func handle(_ name: String) throws -> FileHandle {
        try write([], name)
        return try FileHandle(forWritingTo: url(name))
    }
}
