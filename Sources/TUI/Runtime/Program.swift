import Forms
import Glibc

/// A program in a terminal: waits for keys, answers, timers and signals, and shows the stage.
///
/// Synchronous, on the caller's thread, which should be the main one: one blocking `poll`; then all that waits
/// is taken, and the screen drawn once. While nothing happens it does not wake at all.
public final class Program {
    /// How a program ended.
    public enum Ending: Hashable, Sendable {
        /// A screen asked for it.
        case quit
        /// The terminal is gone.
        case hangup
        /// A signal asked for it, this one.
        case signal(Int32)
    }

    public let stage: Stage
    private let terminal: any Terminal
    private let clock: any TimeSource
    private let wakeUp = WakeUp()
    private var parser: InputParser
    private var ending: Ending?
    private var farewell: SafeText?
    private var shownMinute: Int64
    private var foreseen: ForeseenKey?
    /// The key of this turn is on the screen already.
    private var wasForeseen = false
    private var lastBackgroundFrame: Int64 = .min
    private var waiting = [pollfd](repeating: pollfd(), count: 3)
    private var buffer = [UInt8](repeating: 0, count: 8192)

    /// Reads between two frames: an endless flood is shown as it comes.
    private static let readsPerFrame = 16
    /// Frames that no key asked for follow each other at this distance at least, in milliseconds.
    private static let backgroundPace: Int64 = 33
    /// How long effects that save something may take after a hangup or a signal, in milliseconds.
    private static let lastSeconds: Int64 = 3_000

    /// - Parameters:
    ///   - clock: where the time comes from.
    ///   - table: all actions; those of ``ActionTable/programActions`` should be among them.
    ///   - ascii: borders and marks in ASCII on a terminal that could show more, for fonts without them.
    ///   - typing: how typed keys are composed to Vietnamese at the beginning.
    ///   - mouse: whether the mouse is reported from the beginning.
    ///   - scanShape: whether a burst of characters is a scanner's: a card, a dossier code, a tracking number.
    public init(
        terminal: any Terminal, clock: any TimeSource = SystemTime(), table: ActionTable, root: any Screen,
        chrome: any Chrome = PlainChrome(), language: Language = .vi, theme: Theme = .standard,
        ascii: Bool = false, typing: TypingOptions = TypingOptions(), mouse: Bool = false,
        scanShape: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
        self.terminal = terminal
        self.clock = clock
        parser = InputParser(scanShape: scanShape)
        if let delay = getenv("ESCDELAY"), let milliseconds = Int64(String(cString: delay)) {
            parser.escapeDelay = max(1, min(milliseconds, 1_000))
        }
        shownMinute = clock.now / 60
        let wakeUp = self.wakeUp
        stage = Stage(
            size: terminal.size, table: table, root: root, chrome: chrome, time: clock, language: language,
            theme: theme, ascii: ascii || terminal.isASCII, typing: typing, wake: { wakeUp.signal() })
        if mouse { stage.setMouse(true) }
    }

    /// Runs until a screen quits, the terminal goes away, or a signal ends it. The terminal is then as it was
    /// before, and the last message written.
    public func run() -> Ending {
        serveRequests()
        show(isBackground: false)
        while ending == nil {
            step()
        }
        if ending != .quit {
            // Given back before what saves is waited for; signals are still caught, so that a second one, which
            // often follows, does not cut the saving short.
            if ending != .hangup { terminal.suspend() }
            finishEffects()
        }
        terminal.close()
        if let farewell, !farewell.isEmpty {
            let line = Array((farewell.string + "\n").utf8)
            _ = write(STDOUT_FILENO, line, line.count)
        }
        return ending ?? .quit
    }

    // MARK: One turn

    private func step() {
        waiting[0] = pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
        waiting[1] = pollfd(fd: terminal.signalDescriptor ?? -1, events: Int16(POLLIN), revents: 0)
        waiting[2] = pollfd(fd: terminal.inputDescriptor ?? -1, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, nfds_t(waiting.count), timeout())
        var isBackground = true
        if waiting[1].revents != 0 { takeSignals() }
        if waiting[2].revents != 0 {
            takeInput()
            isBackground = false
        } else if let deadline = parser.deadline, deadline <= clock.milliseconds {
            deliver(parser.flush(at: clock.milliseconds))
            isBackground = false
        }
        if waiting[0].revents != 0 { wakeUp.clear() }
        stage.takeReplies()
        stage.takeTimers()
        takeMinute()
        serveRequests()
        show(isBackground: isBackground)
    }

    /// Milliseconds that poll may sleep; -1 = until something happens.
    private func timeout() -> Int32 {
        let now = clock.milliseconds
        var deadline = stage.nextDeadline
        func also(_ other: Int64?) {
            guard let other else { return }
            deadline = min(deadline ?? other, other)
        }
        also(parser.deadline)
        if stage.showsClock { also(now + (60 - clock.now % 60) * 1000) }
        if stage.needsDraw { also(max(now, lastBackgroundFrame + Self.backgroundPace)) }
        guard let deadline else { return -1 }
        return Int32(clamping: max(0, deadline - now))
    }

    private func takeInput() {
        guard let descriptor = terminal.inputDescriptor else { return }
        for _ in 0..<Self.readsPerFrame {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && (errno == EINTR || errno == EAGAIN) { return }
            guard count > 0 else { return hangUp() }
            if count == 1 { showForeseen(buffer[0]) }
            deliver(parser.feed(buffer[..<count], at: clock.milliseconds))
            // A terminal hands over at most 4 KiB at once; less was all that waited.
            if count < 4000 { return }
            var more = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&more, 1, 0) > 0 else { return }
        }
    }

    /// A key whose first change is known is on the screen before it is even looked at.
    private func showForeseen(_ byte: UInt8) {
        guard let key = foreseen, parser.isAtRest, ending == nil, let shown = key.shown(for: byte) else {
            return
        }
        terminal.show(shown.character, at: shown.place, role: key.role, cursor: shown.cursor)
        foreseen = nil
        wasForeseen = true
    }

    private func deliver(_ events: [InputParser.Event]) {
        for event in events {
            switch event {
            case .mark: stage.mark()
            case .takeBack: stage.takeBack()
            case .input(let input):
                stage.deliver(input)
                // A key may stop or end the program; what is typed after it is for what comes then.
                serveRequests()
            }
        }
    }

    private func takeMinute() {
        let minute = clock.now / 60
        guard minute != shownMinute else { return }
        shownMinute = minute
        if stage.showsClock { stage.deliver(.tick) }
    }

    private func show(isBackground: Bool) {
        guard stage.needsDraw, ending == nil else { return }
        let now = clock.milliseconds
        if isBackground {
            guard now - Self.backgroundPace >= lastBackgroundFrame else { return }
            lastBackgroundFrame = now
        } else if !wasForeseen, let typed = stage.drawTyped() {
            terminal.present(typed.canvas, rows: typed.rows, theme: stage.theme)
        }
        terminal.setTitle(stage.title)
        terminal.present(stage.draw(), theme: stage.theme)
        stage.prepareTyped()
        wasForeseen = false
        foreseen = stage.foreseen()
    }

    // MARK: Signals

    private func takeSignals() {
        guard let descriptor = terminal.signalDescriptor else { return }
        var numbers = [UInt8](repeating: 0, count: 256)
        let count = read(descriptor, &numbers, numbers.count)
        guard count > 0 else { return }
        // A storm of resizes is one.
        for number in Set(numbers[..<count].map(Int32.init)).sorted() {
            switch number {
            case SIGWINCH: resize()
            case SIGTSTP: suspend()
            case SIGCONT: takeTerminalAgain()
            case SIGHUP: hangUp()
            default:
                stage.deliver(.hangup)
                ending = ending ?? .signal(number)
            }
        }
    }

    private func resize() {
        terminal.refreshSize()
        if terminal.size != stage.size { stage.deliver(.resize(terminal.size)) }
    }

    private func suspend() {
        terminal.suspend()
        terminal.stop()
        takeTerminalAgain()
    }

    private func takeTerminalAgain() {
        terminal.resume()
        resize()
        stage.needsDraw = true
    }

    private func hangUp() {
        guard ending == nil else { return }
        ending = .hangup
        stage.deliver(.hangup)
    }

    private func serveRequests() {
        for request in stage.takeRequests() {
            switch request {
            case .repaint: terminal.invalidate()
            case .bell: terminal.bell()
            case .copy(let text): terminal.copy(text)
            case .suspend: suspend()
            case .mouse(let isOn): terminal.reportsMouse = isOn
            case .quit(let message):
                farewell = message
                ending = ending ?? .quit
            }
        }
    }

    /// After a hangup: lets what saves drafts finish, but not for ever.
    private func finishEffects() {
        let end = clock.milliseconds + Self.lastSeconds
        while stage.isBusy {
            let left = end - clock.milliseconds
            if left <= 0 { return }
            var waiting = pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&waiting, 1, Int32(left))
            wakeUp.clear()
            stage.takeReplies()
        }
    }
}
