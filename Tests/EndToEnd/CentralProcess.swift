import Foundation
import Glibc

/// The real `central` in training mode on a Unix socket of its own.
final class CentralProcess {
    let folder: TemporaryFolder
    private let child: Child

    var socket: String { folder.file("central.sock") }
    var database: String { folder.file("central.sqlite") }
    var log: String { (try? String(contentsOfFile: folder.file("central.log"), encoding: .utf8)) ?? "" }

    /// Starts it and returns when it says that it is ready.
    ///
    /// - Parameters:
    ///   - failpoint: Where it is to kill itself (`central`'s `CENTRAL_FAILPOINT`).
    ///   - arguments: More than training needs.
    init(in folder: TemporaryFolder, failpoint: String? = nil, arguments: [String] = []) throws {
        self.folder = folder
        let log = folder.file("central.log")
        child = try Child(
            Binaries.central,
            [
                "serve", "--listen", "unix:\(folder.file("central.sock"))", "--training", "--database",
                folder.file("central.sqlite"),
            ] + arguments,
            output: log, errors: log, environment: failpoint.map { ["CENTRAL_FAILPOINT": $0] } ?? [:])
        try waitUntilReady()
    }

    private func waitUntilReady() throws {
        let limit = Date().addingTimeInterval(120)
        while Date() < limit {
            guard child.isRunning else { break }
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
        if child.isRunning { Glibc.kill(child.pid, SIGKILL) }
        child.wait()
    }

    /// Ends it as an administrator does, so that everything is in its file.
    func end() throws {
        Glibc.kill(child.pid, SIGTERM)
        let status = child.wait()
        guard status == 0 else { throw CentralError(what: "central ended with \(status); it said:\n\(log)") }
    }

    /// Waits for the end that a failpoint brings, and says whether it was the one.
    func diesByItself() -> Bool { child.signal == SIGKILL }

    /// One value out of the database, read by the `sqlite3` program: an eye that is not ours.
    func query(_ sql: String) throws -> String {
        let result = try run("sqlite3", ["-readonly", database, sql])
        guard result.status == 0 else { throw CentralError(what: result.errors) }
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    deinit { kill() }
}
