/// What happens to a screen.
public enum ScreenEvent<Message: Sendable>: Sendable {
    /// Input that runs no action.
    case input(Input)
    /// The officer pressed the key of an action that holds here.
    case action(ActionID)
    /// An effect's answer, or a timer.
    case message(Message)
    /// The screen above was closed, with this result.
    case resumed((any Sendable)?)
    /// The terminal is gone; save what is not saved. Effects that are returned still run for a moment.
    case hangup
}
