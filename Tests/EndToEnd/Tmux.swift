import Foundation
import Testing

/// A program in a terminal of its own, driven as a person drives it: keys in, screen out.
///
/// Waiting is for a text on the screen, never for a time; what is waited for in vain ends the test with the
/// screen that stood there instead.
final class Tmux {
    private let socket = "desk-e2e-\(UUID().uuidString.prefix(8))"
    private let session = "t"

    init(_ command: String, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws {
        let variables = environment.flatMap { ["-e", "\($0.key)=\($0.value)"] }
        let result = try run(
            "tmux",
            [
                "-f", "/dev/null", "-L", socket, "new-session", "-d", "-s", session, "-x", "\(columns)", "-y",
                "\(rows)",
            ]
                + variables + [command],
            // tmux gives a program the PATH of the client that starts it, whatever -e says.
            environment: environment.filter { $0.key == "PATH" })
        guard result.status == 0 else { throw TmuxError(what: result.errors) }
        try tmux("set-option", "-g", "remain-on-exit", "on")
        try tmux("set-option", "-s", "escape-time", "0")
    }

    struct TmuxError: Error, CustomStringConvertible {
        var what: String
        var description: String { what }
    }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> String {
        let result = try run("tmux", ["-u", "-L", socket] + arguments)
        guard result.status == 0 else { throw TmuxError(what: result.errors) }
        return result.output
    }

    /// Keys by tmux's names: `Enter`, `F10`, `C-g`, `BSpace` …
    func press(_ keys: String...) throws {
        for key in keys { try tmux("send-keys", "-t", session, key) }
    }

    func type(_ text: String) throws { try tmux("send-keys", "-t", session, "-l", text) }

    /// What a scanner in keyboard mode does: the whole text in one burst, then Enter.
    func scan(_ text: String) throws { try tmux("send-keys", "-t", session, "-l", text + "\r") }

    /// A bracketed paste.
    func paste(_ text: String) throws {
        _ = try run("tmux", ["-L", socket, "load-buffer", "-"], input: text)
        try tmux("paste-buffer", "-p", "-t", session)
    }

    func resize(columns: Int, rows: Int) throws {
        try tmux("resize-window", "-t", session, "-x", "\(columns)", "-y", "\(rows)")
    }

    var screen: String { (try? tmux("capture-pane", "-p", "-t", session)) ?? "" }

    /// The same with the sequences that set colours and looks.
    var styledScreen: String { (try? tmux("capture-pane", "-e", "-p", "-t", session)) ?? "" }

    var pid: Int32 {
        get throws {
            let text = try tmux("display-message", "-p", "-t", session, "#{pane_pid}")
            return Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
        }
    }

    var isDead: Bool {
        (try? tmux("display-message", "-p", "-t", session, "#{pane_dead}"))?.hasPrefix("1") ?? true
    }

    /// Waits until the screen holds `text`.
    func expect(
        _ text: String, within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expect("\"\(text)\"", within: seconds, sourceLocation: sourceLocation) { $0.contains(text) }
    }

    /// Waits until the screen is as `holds` says.
    func expect(
        _ what: String, within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation,
        _ holds: (String) -> Bool
    ) throws {
        let limit = Date().addingTimeInterval(seconds)
        var last = ""
        while Date() < limit {
            last = screen
            if holds(last) { return }
            Thread.sleep(forTimeInterval: 0.02)
        }
        Issue.record("The screen never showed \(what). It showed:\n\(last)", sourceLocation: sourceLocation)
        throw TmuxError(what: "the screen never showed \(what)")
    }

    func close() { _ = try? run("tmux", ["-L", socket, "kill-server"]) }

    deinit { close() }
}
