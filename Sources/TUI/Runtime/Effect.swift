import Forms

/// What a screen wants done. A value: the program does it after the screen has handled its event.
public enum Effect<Message: Sendable>: Sendable {
    /// Runs `work` away from the loop, and hands its answer back as a message. A second one with the same id
    /// supersedes the first: its task is cancelled, and its answer, should it still come, is dropped. So are
    /// answers to a screen that has been closed.
    case run(id: String, work: @Sendable () async -> Message)
    /// As ``run(id:work:)``, for what may never come: news of others, a link that breaks. It is not shown as busy,
    /// nobody waits for it at the end of the program, and it stops with its screen.
    case watch(id: String, work: @Sendable () async -> Message)
    /// Cancels what ``run(id:work:)``, ``watch(id:work:)`` or ``after(id:seconds:_:)`` of this id has under way.
    case cancel(id: String)
    /// Hands over the message when the time has passed. A timer on the loop; no thread waits for it.
    case after(id: String, seconds: Double, Message)
    case push(any Screen)
    /// Closes this screen; the one below gets `resumed` with the result.
    case pop(result: (any Sendable)? = nil)
    case replace(any Screen)
    case popToRoot
    /// A message for a moment on the message line. It belongs to the screen that gives it and goes with it;
    /// together with a ``pop(result:)``, ``popToRoot`` or ``replace(_:)`` it is for the screen that comes then.
    case toast(SafeText, Role = .text)
    /// Takes this screen's messages back, because what they speak of has left; with `all` everybody's.
    case clearToasts(all: Bool = false)
    case bell
    /// Hands a text to the clipboard of whoever sits at the terminal (OSC 52), on another machine too. Many terminals ignore
    /// it, and none says so.
    case copy(String)
    case suspend
    /// Ends the program; the message is written after the screen is gone.
    case quit(message: SafeText? = nil)
    case setLanguage(Language)
    case setTheme(Theme)
    /// How typed keys are composed to Vietnamese, from the next key on.
    case setTyping(TypingOptions)
    /// Mouse reports; off at the beginning, so that the terminal's own selection works.
    case setMouse(Bool)
    /// Tells the chrome.
    case post(any Sendable)
}

extension Effect {
    /// The same effect, with its messages wrapped: a part of a screen hands its effects on through the screen.
    public func map<Other: Sendable>(_ wrap: @escaping @Sendable (Message) -> Other) -> Effect<Other> {
        switch self {
        case .run(let id, let work): .run(id: id) { wrap(await work()) }
        case .watch(let id, let work): .watch(id: id) { wrap(await work()) }
        case .cancel(let id): .cancel(id: id)
        case .after(let id, let seconds, let message): .after(id: id, seconds: seconds, wrap(message))
        case .push(let screen): .push(screen)
        case .pop(let result): .pop(result: result)
        case .replace(let screen): .replace(screen)
        case .popToRoot: .popToRoot
        case .toast(let text, let role): .toast(text, role)
        case .clearToasts(let all): .clearToasts(all: all)
        case .bell: .bell
        case .copy(let text): .copy(text)
        case .suspend: .suspend
        case .quit(let message): .quit(message: message)
        case .setLanguage(let language): .setLanguage(language)
        case .setTheme(let theme): .setTheme(theme)
        case .setTyping(let options): .setTyping(options)
        case .setMouse(let isOn): .setMouse(isOn)
        case .post(let value): .post(value)
        }
    }
}
