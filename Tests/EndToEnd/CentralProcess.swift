import Foundation
import Testing

/// The real `central` in training mode on a Unix socket of its own.
final class CentralProcess {
    let folder: TemporaryFolder
    private(set) var process: Process
    private let failpoint: String?

    var socket: String { folder.file("central.sock") }
    var database: String { folder.file("central.sqlite") }
    var log: String { (try? String(contentsOfFile: folder.file("central.log"), encoding: .utf8)) ?? "" }

    /// Starts it and returns when it says that it is ready.
    ///
    /// - Parameter failpoint: where it is to kill itself (`central`'s `CENTRAL_FAILPOINT`).
    init(in folder: TemporaryFolder, failpoint: String? = nil) throws {
        self.folder = folder
        self.failpoint = failpoint
        process = Process()
        try start()
    }

    private func start() throws {
        process.executableURL = URL(fileURLWithPath: Binaries.central)
        process.arguments = ["serve", "--listen", "unix:\(socket)", "--training", "--database", database]
        var environment = ProcessInfo.processInfo.environment
        environment["CENTRAL_FAILPOINT"] = failpoint
        process.environment = environment
        let path = folder.file("central.log")
        if !FileManager.default.fileExists(atPath: path) {
            FileManager.default.createFile(atPath: path, contents: nil)
        }
        let handle = try #require(FileHandle(forWritingAtPath: path))
        handle.seekToEndOfFile()
        process.standardError = handle
        process.standardOutput = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let limit = Date().addingTimeInterval(60)
        while Date() < limit {
            guard process.isRunning else { break }
            let probe = try run(
                "curl",
                [
                    "--silent", "--unix-socket", socket, "--output", "/dev/null", "--write-out",
                    "%{http_code}",
                    "http://localhost/readyz",
                ])
            if probe.output == "200" { return }
            Thread.sleep(forTimeInterval: 0.01)
        }
        throw CentralError(what: "central was not ready; it said:\n\(log)")
    }

    struct CentralError: Error, CustomStringConvertible {
        var what: String
        var description: String { what }
    }

    /// As the power cord does it.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Waits for the end that a failpoint brings.
    func waitForEnd() { process.waitUntilExit() }

    /// One value out of the database, read by the `sqlite3` program: an eye that is not ours.
    func query(_ sql: String) throws -> String {
        let result = try run("sqlite3", ["-readonly", database, sql])
        guard result.status == 0 else { throw CentralError(what: result.errors) }
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    deinit {
        if process.isRunning {
            process.terminate()
            process.waitUntilExit()
        }
    }
}
