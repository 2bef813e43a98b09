import Forms
import Foundation
import Glibc
import Testing

@testable import TUI

/// The loop on real descriptors, with pipes for the terminal and for signals.
@Suite struct ProgramTests {
    /// A terminal whose keys and signals a test writes.
    final class PipeTerminal: Terminal {
        let inputDescriptor: Int32?
        let signalDescriptor: Int32?
        private let keys: Int32
        private let signals: Int32
        var size = Size(columns: 60, rows: 12)
        var nextSize: Size?
        var isASCII: Bool { false }
        var reportsMouse = false
        var frames: [String] = []
        var log: [String] = []
        /// Done after each frame: what the officer does next.
        var script: [(PipeTerminal) -> Void] = []

        init() {
            var ends: [Int32] = [0, 0]
            pipe(&ends)
            (inputDescriptor, keys) = (ends[0], ends[1])
            pipe(&ends)
            (signalDescriptor, signals) = (ends[0], ends[1])
        }

        func type(_ text: String) {
            let bytes = Array(text.utf8)
            _ = write(keys, bytes, bytes.count)
        }

        func signal(_ numbers: Int32...) {
            let bytes = numbers.map { UInt8($0) }
            _ = write(signals, bytes, bytes.count)
        }

        func endInput() { Glibc.close(keys) }

        func present(_ canvas: Canvas, theme: Theme) {
            frames.append(canvas.text())
            if !script.isEmpty { script.removeFirst()(self) }
        }

        func refreshSize() { if let nextSize { size = nextSize } }
        func invalidate() { log.append("invalidate") }
        func setTitle(_ title: SafeText) { if log.last != "title \(title)" { log.append("title \(title)") } }
        func suspend() { log.append("suspend") }
        func stop() { log.append("stop") }
        func resume() { log.append("resume") }
        func close() { log.append("close") }
        func bell() { log.append("bell") }
        func copy(_ text: String) { log.append("copy " + text) }
    }

    /// A clock that stands still, for what may take long on a busy machine.
    struct FrozenTime: TimeSource {
        var now: Int64 { 0 }
        var milliseconds: Int64 { 0 }
    }

    func program(
        _ terminal: PipeTerminal, _ toy: Toy = Toy(), clock: any TimeSource = SystemTime()
    ) -> Program {
        var toy = toy
        toy.script["q"] = { _ in [.quit()] }
        return Program(
            terminal: terminal, clock: clock, table: ActionTable(ActionTable.programActions + Toy.actions),
            root: toy,
            scanShape: { $0.hasPrefix("H26") && $0.count == 19 })
    }

    private struct Passed: @unchecked Sendable {
        let program: Program
    }

    /// Runs it on a thread of its own: the loop blocks, and the pool's threads are for the effects.
    func run(_ program: Program) async -> Program.Ending {
        let passed = Passed(program: program)
        return await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: passed.program.run()) }.start()
        }
    }

    func log(_ program: Program) -> [String] { (program.stage.top as? Toy)?.log ?? [] }

    @Test func itTakesAllThatWaitsAndDrawsOnce() async {
        let terminal = PipeTerminal()
        terminal.type("abc\u{1B}[B\u{1B}OPx\u{1B}OPyq")
        let program = program(terminal)
        #expect(await run(program) == .quit)
        // "x" was typed while help was open, and did nothing.
        #expect(log(program).dropFirst() == ["a", "b", "c", "↓", "y", "q"])
        #expect(terminal.frames.count == 1)
    }

    @Test func manyKeysAreOneFrame() async {
        let terminal = PipeTerminal()
        terminal.script = [
            { $0.type(String(repeating: "\u{1B}[B", count: 500)) },
            { $0.type("q") },
        ]
        let program = program(terminal)
        #expect(await run(program) == .quit)
        #expect(log(program).count == 502)
        #expect(terminal.frames.count == 2)
        #expect(terminal.log == ["title Toy", "close"])
    }

    @Test func theEndOfInputIsAHangupAndSavingMayFinish() async {
        let terminal = PipeTerminal()
        terminal.type("a")
        terminal.endInput()
        let program = program(
            terminal, Toy(script: ["hangup": { _ in [.run(id: "save") { .answer("saved") }] }]),
            clock: FrozenTime())
        #expect(await run(program) == .hangup)
        #expect(log(program).dropFirst() == ["a", "hangup", "answer saved"])
        #expect(terminal.log.last == "close")
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
    func aSignalSavesAndEnds(_ number: Int32) async {
        let terminal = PipeTerminal()
        terminal.signal(number)
        let program = program(terminal)
        #expect(await run(program) == (number == SIGHUP ? .hangup : .signal(number)))
        #expect(log(program).last == "hangup")
        // What saves is waited for with the terminal given back already.
        let last = number == SIGHUP ? ["title Toy", "close"] : ["suspend", "close"]
        #expect(terminal.log.suffix(2) == last)
    }

    @Test func aTitleIsCutBetweenTwoCharacters() {
        let long = String(repeating: "Tiếp nhận hồ sơ ", count: 20)
        let cut = CursesTerminal.windowTitle(long)
        #expect(long.hasPrefix(cut) && (170...180).contains(cut.utf8.count))
        #expect(CursesTerminal.windowTitle("Bàn một cửa") == "Bàn một cửa")
    }

    @Test func noCoreFileHoldsWhatWasTyped() {
        ProcessMemory.keepPrivate()
        var limit = rlimit()
        #expect(getrlimit(__rlimit_resource_t(4), &limit) == 0)  // RLIMIT_CORE
        #expect(limit.rlim_cur == 0 && limit.rlim_max == 0)
        #expect(access("/proc/self/mem", R_OK) != 0 || geteuid() == 0)
    }

    @Test func aStormOfResizesIsOne() async {
        let terminal = PipeTerminal()
        terminal.script = [
            { terminal in
                terminal.nextSize = Size(columns: 100, rows: 30)
                terminal.signal(SIGWINCH, SIGWINCH, SIGWINCH, SIGWINCH)
            }, { $0.type("q") },
        ]
        let program = program(terminal)
        #expect(await run(program) == .quit)
        #expect(log(program).dropFirst() == ["size 100×27", "q"])
        #expect(terminal.frames.count == 2)
    }

    @Test func suspendingGivesTheTerminalBackAndTakesItAgain() async {
        let terminal = PipeTerminal()
        terminal.script = [{ $0.type("\u{1A}") }, { $0.signal(SIGTSTP) }, { $0.type("q") }]
        let program = program(terminal)
        #expect(await run(program) == .quit)
        let round = ["suspend", "stop", "resume"]
        #expect(terminal.log.filter { $0 != "title Toy" } == round + round + ["close"])
        #expect(terminal.frames.count == 3)
    }

    @Test func aLoneEscapeAndAnEffectWakeTheLoop() async {
        let terminal = PipeTerminal()
        terminal.script = [{ $0.type("\u{1B}") }, { $0.type("a") }]
        let toy = Toy(script: [
            "a": { _ in [.run(id: "x") { .answer("1") }] },
            "answer 1": { _ in [.after(id: "t", seconds: 0.01, .ring(1))] },
            "ring 1": { _ in [.quit()] },
        ])
        let program = program(terminal, toy)
        #expect(await run(program) == .quit)
        #expect(log(program).dropFirst() == ["Esc", "a", "answer 1", "ring 1"])
    }

    @Test func aScanIsRecognisedInTheStream() async {
        let terminal = PipeTerminal()
        terminal.script = [{ $0.type("H26.1.5-261119-0032\r") }, { $0.type("q") }]
        let program = program(terminal)
        #expect(await run(program) == .quit)
        #expect(log(program).dropFirst() == ["scan H26.1.5-261119-0032", "q"])
    }
}
