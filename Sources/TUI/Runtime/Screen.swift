import Forms

/// One screen of a program: a value that handles events and draws itself.
///
/// Screens stand on a stack; only the topmost sees input and is drawn. Dialogs are layers inside a screen.
public protocol Screen: Sendable {
    associatedtype Message: Sendable

    /// For the window's title and the breadcrumb: constant, no personal data.
    var title: SafeText { get }
    /// The action scopes that hold now, innermost first. "global" is added at the end.
    var scopes: [String] { get }
    /// The scopes whose keys F1 lists: those of the screen itself, where a help panel lies over it.
    var helpScopes: [String] { get }
    /// A text field has the focus: keys that edit text go to it, whatever they are bound to.
    var capturesText: Bool { get }
    /// The wheel of the mouse does what the arrows up and down do: on lists and pages, where no field is moved by it.
    var wheelIsArrows: Bool { get }
    /// Whether the action can be run now; where not, its key does nothing and the key bar leaves it out.
    func enabled(_ action: ActionID) -> Bool

    /// What the key bar calls the action now, where that depends on what it would do; nil for the table's own name.
    func name(of action: ActionID) -> Phrase?

    /// When the screen wants an `.input(.tick)`, in the milliseconds of the program's ``TimeSource``: a search that
    /// is due, a tooltip. Asked after every event, so it costs no timer of its own; nil where it waits for nothing.
    var deadline: Int64? { get }

    /// Called once, when the screen is pushed.
    mutating func start(_ context: ScreenContext) -> [Effect<Message>]
    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>]
    /// Draws on a canvas of exactly `context.size`, blank at the beginning.
    func draw(into canvas: inout Canvas, _ context: ScreenContext)
    /// Whether it is drawn over the whole terminal, without status line and key bar, as long as no message or help lies
    /// there: for a picture that needs every row. Its keys hold as ever, so it has to say them itself.
    var fillsTerminal: Bool { get }
    /// Draws over the last frame, whole as it was on the screen, what a key typed into a field changes first: the
    /// field itself. It is shown before the frame is drawn, which then finds it there already (``Stage/drawTyped()``).
    ///
    /// - Returns: The rows drawn on, counted on the grid; nil where only the whole frame will do.
    func drawTyped(into canvas: inout Canvas, _ context: ScreenContext) -> Range<Int>?
    /// The line that letters and Backspace go to now, where they go to the end of one and nothing lies over it: what
    /// they show there is shown before anything else is done (``Stage/foreseen()``).
    func lineEnd(_ context: ScreenContext) -> LineEnd?
    /// The text of the message line while there is no toast.
    func messageLine(_ context: ScreenContext) -> MessageLine?
    /// Asked before the whole program ends by its own key or request; not on `pop`, which is the screen's own.
    mutating func willClose(_ context: ScreenContext) -> CloseDecision<Message>
}

extension Screen {
    public var helpScopes: [String] { scopes }

    public var capturesText: Bool { false }

    public var wheelIsArrows: Bool { false }

    public var fillsTerminal: Bool { false }

    public var deadline: Int64? { nil }

    public func enabled(_ action: ActionID) -> Bool { true }

    public func name(of action: ActionID) -> Phrase? { nil }

    public mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [] }

    public func drawTyped(into canvas: inout Canvas, _ context: ScreenContext) -> Range<Int>? { nil }

    public func lineEnd(_ context: ScreenContext) -> LineEnd? { nil }

    public func messageLine(_ context: ScreenContext) -> MessageLine? { nil }

    public mutating func willClose(_ context: ScreenContext) -> CloseDecision<Message> { .close }
}
