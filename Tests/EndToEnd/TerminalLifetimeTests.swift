import Foundation
import Models
import Testing

/// However desk ends, the terminal is as it was.
@Suite("The terminal afterwards", .serialized)
struct TerminalLifetimeTests {
    enum End: String, CaseIterable, CustomTestStringConvertible {
        case key, terminate, hangUp, segmentationFault, illegalInstruction, abort, kill

        var testDescription: String { rawValue }
    }

    /// SIGKILL can't be caught: the kernel leaves the terminal as it stood, and only `reset` helps.
    @Test("is sane", arguments: End.allCases.filter { $0 != .kill })
    func isSane(end: End) throws {
        let desktop = try Desktop()
        let terminal = try start(in: desktop)
        let desk = try pid(under: terminal)
        switch end {
        case .key: try terminal.press("C-q")
        case .terminate: Foundation.kill(desk, SIGTERM)
        case .hangUp: Foundation.kill(desk, SIGHUP)
        case .segmentationFault: Foundation.kill(desk, SIGSEGV)
        case .illegalInstruction: Foundation.kill(desk, SIGILL)
        case .abort: Foundation.kill(desk, SIGABRT)
        case .kill: break
        }
        try terminal.expect("ready>")
        try expectSane(terminal, desktop)
    }

    @Test("is sane while desk sleeps, and desk is whole again when it comes back")
    func suspendAndResume() throws {
        let desktop = try Desktop()
        let terminal = try start(in: desktop)
        try terminal.type("tiepnhan")
        try terminal.expect("tiepnhan")
        try terminal.press("C-z")
        try terminal.expect("Stopped")
        try expectSane(terminal, desktop)
        try terminal.resize(columns: 100, rows: 30)
        try terminal.type("fg\r")
        try terminal.expect("the login with what was typed") {
            $0.contains("tiepnhan") && $0.contains("F10") && !$0.contains("Stopped")
        }
        try terminal.press("C-q")
        try terminal.expect("ready>")
        try expectSane(terminal, desktop)
    }

    /// Colours that are set by a number, in the sequences that set looks; resetting to the terminal's own is none.
    private func colours(_ styled: String) -> [String] {
        styled.matches(of: /\u{1b}\[([0-9;]*)m/).flatMap { $0.output.1.split(separator: ";") }.map(
            String.init
        )
        .filter { part in
            Int(part).map { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) }
                ?? false
        }
    }

    @Test(
        "WC-1 with NO_COLOR no colour leaves desk, and what colours tell is told by other looks; without it they do"
    )
    func noColour() throws {
        for isAsked in [true, false] {
            let desktop = try Desktop()
            let terminal = try Tmux(
                "\(Binaries.desk) gallery",
                environment: desktop.environment.merging(["NO_COLOR": isAsked ? "1" : ""]) { $1 })
            try terminal.expect("F10")
            let styled = terminal.styledScreen
            #expect(colours(styled).isEmpty == isAsked, "\(styled)")
            #expect(
                styled.contains("\u{1b}[1m") || styled.contains(";1m") || styled.contains("[1;"), "\(styled)")
            terminal.close()
        }
    }

    @Test("resized to nothing and back, desk shows the same")
    func resize() throws {
        let desktop = try Desktop()
        let terminal = try start(in: desktop)
        try terminal.type("tiepnhan")
        try terminal.expect("tiepnhan")
        // The first answer to "is anybody there?" changes the screen once; what is compared comes after it.
        try terminal.expect("mất nối")
        let before = terminal.screen
        for (columns, rows) in [(20, 5), (200, 60), (39, 9), (40, 10), (80, 24)] {
            try terminal.resize(columns: columns, rows: rows)
        }
        try terminal.expect("the same screen as before") { $0 == before }
    }

    /// The first line of `stty -a` is the size, which a resize changes rightly.
    private func start(in desktop: Desktop) throws -> Tmux {
        let terminal = try desktop.shell()
        try terminal.type("stty -a | tail -n +2 > \(desktop.folder.file("before"))\r")
        // Nothing listens there: the login screen has to stand all the same.
        try terminal.type("clear; \(Binaries.desk) --server http://127.0.0.1:9\r")
        try terminal.expect("F10")
        return terminal
    }

    private func pid(under terminal: Tmux) throws -> Int32 {
        let children = try run("pgrep", ["-P", "\(terminal.pid)"])
        return try #require(Int32(children.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    private func expectSane(_ terminal: Tmux, _ desktop: Desktop) throws {
        // A word of its own each time: an earlier one still stands on the screen. Its two halves are one only in
        // what the shell says, not in what is typed.
        let word = UUIDv7.make().suffix(8)
        try terminal.type(
            "stty -a | tail -n +2 > \(desktop.folder.file("after")); echo \(word.prefix(4))''\(word.suffix(4))\r"
        )
        try terminal.expect(String(word))
        let before = try String(contentsOfFile: desktop.folder.file("before"), encoding: .utf8)
        let after = try String(contentsOfFile: desktop.folder.file("after"), encoding: .utf8)
        #expect(after == before)
    }
}
