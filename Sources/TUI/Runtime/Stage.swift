import Forms

/// The screens, their effects, timers and toasts: all of a program but the terminal and the waiting.
///
/// ``Program`` feeds it from a real terminal, the test driver from a test; both see the same behaviour.
/// Everything happens on the caller's thread, at once.
public final class Stage {
    /// What the program has to do outside of the stage.
    public enum Request: Hashable, Sendable {
        case suspend
        case repaint
        case bell
        case copy(String)
        /// Mouse reports on or off.
        case mouse(Bool)
        case quit(SafeText?)
    }

    struct Entry {
        let id: Int
        var screen: any Screen
    }

    public private(set) var size: Size
    public internal(set) var language: Language
    public internal(set) var theme: Theme
    /// How typed keys are composed; off at the beginning, because most terminals bring a method of their own.
    public internal(set) var typing: TypingOptions
    /// Off at the beginning, so that the terminal's own selection works.
    public internal(set) var reportsMouse = false
    public let table: ActionTable
    let ascii: Bool
    let time: any TimeSource
    let mailbox: Mailbox
    var entries: [Entry] = []
    var chrome: any Chrome
    var runner: EffectRunner
    var toasts = ToastStack()
    var help: HelpOverlay?
    /// Something has changed since the last frame.
    public internal(set) var needsDraw = true
    var requests: [Request] = []
    var buffers = CanvasPool()
    /// The screen that the last frame shows, where nothing of the program's own lies over it.
    var drawnBare: Int?
    var keyBar = KeyBarCache()
    let drawnKeyBar = KeptDrawing<[ActionTable.KeyBarItem]>()
    /// When the last key came.
    var lastKey: Int64?
    /// The message line that was shown after the keys had come to rest, and when one waits for that.
    var restedLine: MessageLine?
    var restDue: Int64?
    /// The deadline that a screen was told of last: one that it leaves standing must not be told again for ever.
    private var served: (screen: Int, deadline: Int64)?
    private var nextID = 1
    /// How the screens were before the input that may be the beginning of a scan.
    private var marked: (entries: [Entry], inputs: Int)?

    /// The owner id of the chrome's effects.
    static let chromeOwner = 0

    public init(
        size: Size, table: ActionTable, root: any Screen, chrome: any Chrome = PlainChrome(),
        time: any TimeSource = SystemTime(), language: Language = .vi, theme: Theme = .standard,
        ascii: Bool = false, typing: TypingOptions = TypingOptions(),
        wake: @escaping @Sendable () -> Void = {}
    ) {
        self.size = size
        self.table = table
        self.chrome = chrome
        self.time = time
        self.language = language
        self.theme = theme
        self.ascii = ascii
        self.typing = typing
        mailbox = Mailbox(wake: wake)
        runner = EffectRunner(mailbox: mailbox)
        apply(startChrome(), owner: Self.chromeOwner)
        push(root)
    }

    // MARK: What is there

    /// The screen that sees input.
    public var top: (any Screen)? { entries.last?.screen }

    public var depth: Int { entries.count }

    /// The status line shows the time, and wants to be drawn anew at every full minute.
    public var showsClock: Bool { chrome.showsClock }

    /// Requests since the last call.
    public func takeRequests() -> [Request] {
        defer { requests = [] }
        return requests
    }

    /// True while an effect has not answered yet.
    public var isBusy: Bool { runner.isBusy }

    /// Waits until an effect has answered; then ``takeReplies()`` has something to take.
    public func waitForReply() async {
        await mailbox.waitForReply()
    }

    /// The area of the screens: all but status line, message line and key bar.
    var screenSize: Size { Size(columns: size.columns, rows: size.rows - 3) }

    func context(owner: Int) -> ScreenContext {
        ScreenContext(
            size: screenSize, now: time.now, language: language, theme: theme, ascii: ascii,
            spinnerFrame: runner.spinnerFrame(at: time.milliseconds),
            busy: runner.busy(owner: owner, at: time.milliseconds), typing: typing)
    }

    // MARK: What happens

    /// Takes one input event and does all that follows from it.
    public func deliver(_ input: Input) {
        needsDraw = true
        // A pointer that is pushed aside says nothing about the scan that may be coming in.
        if case .mouse(let mouse) = input, mouse.kind == .move {} else { forgetMark() }
        switch input {
        case .resize(let size):
            self.size = size
            toTop(.input(.resize(screenSize)))
        case .hangup: hangUp()
        case .pasteCut:
            let owner = entries.last?.id ?? Self.chromeOwner
            toasts.add(RuntimeStrings.pasteCut(language), .warning, owner: owner, at: time.milliseconds)
        case .pasteCleaned(let count):
            let owner = entries.last?.id ?? Self.chromeOwner
            toasts.add(
                RuntimeStrings.pasteCleaned(count, language), .warning, owner: owner, at: time.milliseconds)
        case .key(let key) where isTooSmall:
            guard let action = table.action(for: key, scopes: [ActionTable.globalScope], inField: true),
                chrome.blindActions.contains(action)
            else { return }
            perform(action)
        case .mouse, .text, .paste, .scan:
            guard !isTooSmall else { return }
            deliverSeen(input)
        case .key, .focus, .tick: deliverSeen(input)
        }
    }

    /// Nothing but a hint is shown.
    var isTooSmall: Bool { size.columns < Self.smallest.columns || size.rows < Self.smallest.rows }

    private func deliverSeen(_ input: Input) {
        switch input {
        case .resize, .hangup, .pasteCut, .pasteCleaned: break
        case .mouse(let mouse): point(mouse)
        case .key(let key):
            lastKey = time.milliseconds
            endSwitchWords()
            press(key)
        case .text(let text):
            lastKey = time.milliseconds
            type(text)
        case .paste, .scan:
            help = nil
            toTop(.input(input))
        case .focus, .tick: toTop(.input(input))
        }
    }

    /// Remembers how the screens are; the next input may turn out to be the beginning of a scan.
    public func mark() {
        marked = (entries, 0)
    }

    /// Goes back to how the screens were at ``mark()``, where that can be done without losing anything else.
    public func takeBack() {
        guard let marked else { return }
        self.marked = nil
        let ids = marked.entries.map(\.id)
        guard entries.prefix(ids.count).map(\.id) == ids else { return }
        for entry in entries.dropFirst(ids.count) { forget(entry.id) }
        entries = marked.entries
        turnToasts()
        needsDraw = true
    }

    private func forgetMark() {
        guard let inputs = marked?.inputs else { return }
        if inputs > 0 { marked = nil } else { marked?.inputs = 1 }
    }

    /// Hands over what effects have answered. Answers that nobody waits for any more are dropped.
    public func takeReplies() {
        for reply in mailbox.takeAll() where runner.finish(reply) {
            needsDraw = true
            marked = nil
            deliver(message: reply.message, to: reply.owner)
        }
    }

    /// Fires the timers that are due.
    public func takeTimers() {
        let now = time.milliseconds
        for timer in runner.dueTimers(at: now) {
            needsDraw = true
            marked = nil
            deliver(message: timer.message, to: timer.owner)
        }
        if toasts.expire(at: now) { needsDraw = true }
        if runner.spinnerTurned(at: now) { needsDraw = true }
        if let due = restDue, due <= now {
            restDue = nil
            needsDraw = true
        }
        if let due = screenDeadline, due <= now, let id = entries.last?.id {
            served = (id, due)
            needsDraw = true
            toTop(.input(.tick))
        }
    }

    /// The moment that the topmost screen waits for, if it has not been told of it yet.
    private var screenDeadline: Int64? {
        guard let entry = entries.last, let deadline = entry.screen.deadline else { return nil }
        if let served, served == (entry.id, deadline) { return nil }
        return deadline
    }

    /// When the stage next has something to do by itself, in the time source's milliseconds.
    public var nextDeadline: Int64? {
        [
            runner.nextTimer, runner.nextSpinnerTurn(at: time.milliseconds), toasts.nextExpiry, restDue,
            screenDeadline,
        ].compactMap(\.self).min()
    }

    private func press(_ key: Key) {
        if help != nil { return pressInHelp(key) }
        // Not kept beside the stack: a screen that two hold is copied when it changes.
        guard let capturesText = top?.capturesText else { return }
        let found = table.candidates(for: key, scopes: scopes, inField: capturesText)
        if let action = found.first(where: { isEnabled($0) }) {
            perform(action)
        } else if found.isEmpty {
            // Alt with a digit is what terminals send for ESC and a digit: the F-key, for those whose desktop
            // takes the real one. Unless something is bound to it itself.
            if let function = key.functionTwin { press(function) } else { toTop(.input(.key(key))) }
        }
    }

    /// Text inside a field goes there as it is; outside, each character may be the key of an action, and the
    /// first one may well open a field for the rest.
    private func type(_ text: String) {
        var rest = Substring(text)
        while let character = rest.first {
            if help == nil, top?.capturesText == true {
                return toTop(.input(.text(String(rest))))
            }
            rest.removeFirst()
            let key = Key(.character(character))
            if help != nil {
                pressInHelp(key)
            } else if table.action(for: key, scopes: scopes, inField: false) != nil {
                press(key)
            } else {
                toTop(.input(.text(String(character))))
            }
        }
    }

    private func point(_ mouse: Mouse) {
        guard help == nil else { return }
        if mouse.position.row == size.rows - 1 {
            guard mouse.kind == .press, let action = keyBarAction(at: mouse.position.column) else { return }
            return perform(action)
        }
        if top?.wheelIsArrows == true {
            if mouse.kind == .scrollUp { return press(Key(.up)) }
            if mouse.kind == .scrollDown { return press(Key(.down)) }
        }
        var mouse = mouse
        mouse.position.row -= 1
        if mouse.position.row < screenSize.rows { toTop(.input(.mouse(mouse))) }
    }

    /// Runs an action as if its key had been pressed.
    public func perform(_ action: ActionID) {
        needsDraw = true
        switch action {
        case .programHelp: openHelp()
        case .programRedraw: requests.append(.repaint)
        case .programSuspend: requests.append(.suspend)
        case .programTyping: switchTyping()
        case .programMouse: switchMouse()
        default:
            if table[action]?.scope == ActionTable.globalScope {
                toChrome(.action(action))
            } else {
                toTop(.action(action))
            }
        }
    }

    func isEnabled(_ action: ActionID) -> Bool {
        if ActionTable.isProgramAction(action) { return true }
        return top?.enabled(action) ?? false
    }

    /// The scopes that hold now, innermost first.
    var scopes: [String] {
        var scopes = top?.scopes ?? []
        if !scopes.contains(ActionTable.globalScope) { scopes.append(ActionTable.globalScope) }
        return scopes
    }

    /// What the chrome has under way (it watches a link, it holds a line) may never end, and saves nothing; what
    /// it begins now is waited for.
    private func hangUp() {
        runner.cancelAll(owner: Self.chromeOwner)
        for entry in entries { send(.hangup, to: entry.id) }
        toChrome(.hangup)
    }

    // MARK: Screens

    func push(_ screen: any Screen) {
        let id = nextID
        nextID += 1
        entries.append(Entry(id: id, screen: screen))
        turnToasts()
        help = nil
        apply(start(at: entries.count - 1), owner: id)
    }

    /// Closes a screen; the one below it learns the result.
    func close(_ owner: Int, result: (any Sendable)?) {
        guard let index = entries.firstIndex(where: { $0.id == owner }) else { return }
        if entries.count == 1 { return requests.append(.quit(nil)) }
        forget(owner)
        entries.remove(at: index)
        turnToasts()
        if index > 0 { send(.resumed(result), to: entries[index - 1].id) }
    }

    func replace(_ owner: Int, with screen: any Screen) {
        guard let index = entries.firstIndex(where: { $0.id == owner }) else { return push(screen) }
        forget(owner)
        let id = nextID
        nextID += 1
        entries[index] = Entry(id: id, screen: screen)
        turnToasts()
        apply(start(at: index), owner: id)
    }

    /// A screen has gone, and with it what it has under way and what it had to say.
    func forget(_ owner: Int) {
        runner.cancelAll(owner: owner)
        toasts.drop(owner: owner, at: time.milliseconds)
    }

    func turnToasts() {
        toasts.turn(to: entries.last?.id ?? Self.chromeOwner, at: time.milliseconds)
    }
}
