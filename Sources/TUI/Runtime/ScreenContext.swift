import Forms

/// What a screen may know of the world while it handles an event or draws.
public struct ScreenContext: Sendable {
    /// The screen's own area: the terminal without status line, message line and key bar.
    public var size: Size
    /// Seconds since 1970, UTC, from the program's clock.
    public var now: Int64
    public var language: Language
    public var theme: Theme
    /// Only ASCII can be shown.
    public var ascii: Bool
    /// Counts up while something is busy; the spinner's picture.
    public var spinnerFrame: Int
    /// Ids of this screen's effects that have been running for 150 ms and more.
    public var busy: Set<String>

    /// The built-in typing method, for the sign in the status line.
    public var typing: TypingOptions

    public init(
        size: Size, now: Int64 = 0, language: Language = .vi, theme: Theme = .standard, ascii: Bool = false,
        spinnerFrame: Int = 0, busy: Set<String> = [], typing: TypingOptions = TypingOptions()
    ) {
        self.size = size
        self.now = now
        self.language = language
        self.theme = theme
        self.ascii = ascii
        self.spinnerFrame = spinnerFrame
        self.busy = busy
        self.typing = typing
    }
}
