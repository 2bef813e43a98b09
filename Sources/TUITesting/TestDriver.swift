import Forms
import TUI
import Testing

/// Drives a screen as an officer would, without a terminal and without waiting for time to pass.
///
/// Every step is done completely before it returns; ``waitIdle()`` lets effects answer, ``advance(seconds:)``
/// turns the clock.
public final class TestDriver {
    public let stage: Stage
    public let time: ManualTime
    /// What the stage asked of its program, oldest first: repaint, suspend, bell, quit.
    public private(set) var requests: [Stage.Request] = []

    public init(
        screen: any Screen, size: Size = Size(columns: 80, rows: 24), actions: [Action] = [],
        chrome: any Chrome = PlainChrome(), language: Language = .vi, time: ManualTime = ManualTime(),
        ascii: Bool = false, typing: TypingOptions = TypingOptions()
    ) {
        self.time = time
        stage = Stage(
            size: size, table: ActionTable(ActionTable.programActions + actions), root: screen,
            chrome: chrome, time: time, language: language, ascii: ascii, typing: typing)
    }

    // MARK: Doing

    @discardableResult
    public func send(_ input: Input) -> TestDriver {
        stage.deliver(input)
        requests += stage.takeRequests()
        return self
    }

    /// Types text, letter by letter.
    @discardableResult
    public func type(_ text: String) -> TestDriver {
        for character in text { send(.text(String(character))) }
        return self
    }

    /// Presses keys by their names: "tab", "ctrl-s", "f10".
    @discardableResult
    public func press(_ names: String..., sourceLocation: SourceLocation = #_sourceLocation) -> TestDriver {
        for name in names {
            guard let key = Key(name: name) else {
                Issue.record("There is no key \"\(name)\".", sourceLocation: sourceLocation)
                continue
            }
            send(key.isPrintable ? .text(key.label == "Space" ? " " : key.label) : .key(key))
        }
        return self
    }

    @discardableResult
    public func paste(_ text: String) -> TestDriver { send(.paste(text)) }

    @discardableResult
    public func scan(_ text: String) -> TestDriver { send(.scan(text)) }

    @discardableResult
    public func resize(_ columns: Int, _ rows: Int) -> TestDriver {
        send(.resize(Size(columns: columns, rows: rows)))
    }

    /// Lets the terminal go away.
    @discardableResult
    public func hangUp() -> TestDriver { send(.hangup) }

    /// Turns the clock and fires what is due, one after the other, each at its own time.
    @discardableResult
    public func advance(seconds: Double) -> TestDriver {
        let end = time.milliseconds + Int64(seconds * 1000)
        while let next = stage.nextDeadline, next <= end {
            time.advance(milliseconds: max(0, next - time.milliseconds))
            stage.takeTimers()
        }
        time.advance(milliseconds: end - time.milliseconds)
        stage.takeTimers()
        requests += stage.takeRequests()
        return self
    }

    /// Waits until no effect is under way, and hands over what they answer. Never returns while an effect
    /// waits for something that does not happen.
    @discardableResult
    public func waitIdle() async -> TestDriver {
        stage.takeReplies()
        while stage.isBusy {
            await stage.waitForReply()
            stage.takeReplies()
        }
        requests += stage.takeRequests()
        return self
    }

    /// Waits until an effect has answered, be it one that only watches, and hands its answer over. Never returns where
    /// nothing does.
    @discardableResult
    public func waitNews() async -> TestDriver {
        await stage.waitForReply()
        return await waitIdle()
    }

    // MARK: Seeing

    /// The screen now, with status line, message line and key bar.
    public var canvas: Canvas { stage.draw() }

    public var screenText: String { canvas.text() }

    public var didQuit: Bool {
        requests.contains { if case .quit = $0 { true } else { false } }
    }

    /// The topmost screen's state, where it is of this type.
    public func screen<S: Screen>(as type: S.Type = S.self) -> S? { stage.top as? S }

    /// The screen is exactly `golden`; blanks at the ends of lines and empty lines at the end do not count.
    @discardableResult
    public func expectScreen(
        _ golden: String, sourceLocation: SourceLocation = #_sourceLocation
    ) -> TestDriver {
        TUITesting.expectScreen(canvas, golden, sourceLocation: sourceLocation)
        return self
    }

    /// The grid of role letters is exactly `golden`.
    @discardableResult
    public func expectRoles(
        _ golden: String, sourceLocation: SourceLocation = #_sourceLocation
    ) -> TestDriver {
        TUITesting.expectRoles(canvas, golden, sourceLocation: sourceLocation)
        return self
    }

    /// The screen shows `text` somewhere.
    @discardableResult
    public func expectText(
        _ text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) -> TestDriver {
        let screen = screenText
        if !screen.contains(text) {
            Issue.record(
                "\"\(text)\" is not on the screen:\n\(framed(screen))", sourceLocation: sourceLocation)
        }
        return self
    }

    /// The screen shows `text` nowhere.
    @discardableResult
    public func expectNoText(
        _ text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) -> TestDriver {
        let screen = screenText
        if screen.contains(text) {
            Issue.record(
                "\"\(text)\" is on the screen:\n\(framed(screen))", sourceLocation: sourceLocation)
        }
        return self
    }
}
