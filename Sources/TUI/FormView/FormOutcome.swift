/// What a form did with an input or an action.
public struct FormOutcome: Hashable, Sendable {
    /// False where the input means nothing to the form, and may mean something to the screen.
    public var isHandled: Bool
    /// What happened, in order; one key can both change a field and leave it.
    public var events: [FormEvent]

    public init(isHandled: Bool, events: [FormEvent] = []) {
        self.isHandled = isHandled
        self.events = events
    }

    public static let ignored = FormOutcome(isHandled: false)
    public static let handled = FormOutcome(isHandled: true)

    public var submits: Bool { events.contains(.submit) }
}
