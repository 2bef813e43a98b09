/// What a form did with an input or an action.
public struct FormOutcome: Hashable, Sendable {
    /// False where the input means nothing to the form, and may mean something to the screen.
    public var isHandled: Bool
    /// What happened, in order; one key can both change a field and leave it.
    public var events: [FormEvent]
    /// The form has something to say about just this on the message line: what the screen said before is over.
    public var speaks: Bool

    public init(isHandled: Bool, events: [FormEvent] = [], speaks: Bool = false) {
        self.isHandled = isHandled
        self.events = events
        self.speaks = speaks
    }

    public static let ignored = FormOutcome(isHandled: false)
    public static let handled = FormOutcome(isHandled: true)

    public var submits: Bool { events.contains(.submit) }
}
