/// What stands around every screen: the status line, and the state that belongs to the program as a whole
/// (session, connection, input method). It is always there, and may run effects like a screen.
public protocol Chrome: Sendable {
    associatedtype Message: Sendable

    /// True where the status line shows the time: it is then drawn anew at every full minute.
    var showsClock: Bool { get }

    /// The actions that hold also where the window is too small to show anything; every other key waits until
    /// there is something to see.
    var blindActions: Set<ActionID> { get }

    mutating func start(_ context: ScreenContext) -> [Effect<Message>]
    mutating func handle(_ event: ChromeEvent<Message>, _ context: ScreenContext) -> [Effect<Message>]
    /// Draws the status line: a canvas of one row.
    /// - Parameter titles: the titles of the screens on the stack, the root first.
    func drawStatus(into canvas: inout Canvas, titles: [SafeText], _ context: ScreenContext)
}

extension Chrome {
    public var showsClock: Bool { false }
    public var blindActions: Set<ActionID> { [] }

    public mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [] }

    public mutating func handle(
        _ event: ChromeEvent<Message>, _ context: ScreenContext
    ) -> [Effect<Message>] { [] }
}
