import Foundation
import Testing

/// A home of its own for the desks of one test: no configuration, no state, nothing of the machine's user.
final class Desktop {
    let folder: TemporaryFolder

    /// - Parameter isNew: Nobody has practised here yet: the first desk has the training data made.
    init(isNew: Bool = false) throws {
        folder = try TemporaryFolder()
        for name in ["config", "state", "data", "runtime", "documents", "bin"] {
            try FileManager.default.createDirectory(
                atPath: folder.file(name), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
        guard !isNew else { return }
        let data = folder.file("data/desk")
        try FileManager.default.createDirectory(
            atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try TrainingData.copy(to: data + "/training.sqlite")
    }

    var environment: [String: String] {
        [
            "HOME": folder.path, "XDG_CONFIG_HOME": folder.file("config"),
            "XDG_STATE_HOME": folder.file("state"),
            "XDG_DATA_HOME": folder.file("data"), "XDG_RUNTIME_DIR": folder.file("runtime"),
            "XDG_DOCUMENTS_DIR": folder.file("documents"), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
            "NO_COLOR": "", "ESCDELAY": "",
            // What a test puts into `bin` stands in for a program of the machine.
            "PATH": folder.file("bin") + ":"
                + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"),
        ]
    }

    /// A desk in a terminal of its own. Desks of one `Desktop` share its training central.
    func desk(_ arguments: String = "", columns: Int = 80, rows: Int = 24) throws -> Tmux {
        try Tmux("\(Binaries.desk) \(arguments)", columns: columns, rows: rows, environment: environment)
    }

    /// A shell in a terminal of its own, to start desk from as a person does.
    func shell() throws -> Tmux {
        let terminal = try Tmux("bash --norc --noprofile", environment: environment)
        try terminal.type("PS1='ready> '\r")
        try terminal.expect("ready>")
        return terminal
    }

    /// The PDFs that desk has saved, by name.
    var papers: [String] {
        let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.hasSuffix(".pdf") }.map { folder.file($0) }.sorted()
    }

    /// Everything that desk keeps which holds this text in the clear. (`data` is the training central's.)
    func filesHolding(_ text: String) throws -> [String] {
        let result = try run(
            "grep", ["-rlaF", "--exclude-dir=data", "--exclude-dir=documents", "--", text, folder.path])
        return result.output.split(separator: "\n").map(String.init)
    }

    deinit {
        // A desk that a failed test left behind would keep its central alive.
        _ = try? run("pkill", ["-KILL", "-f", folder.path])
    }
}
