/// What happens to the chrome.
public enum ChromeEvent<Message: Sendable>: Sendable {
    /// A screen's ``Effect/post(_:)``.
    case posted(any Sendable)
    /// An effect's answer, or a timer.
    case message(Message)
    /// An action that neither the screen nor the program itself knows: global commands.
    case action(ActionID)
    /// The terminal is gone.
    case hangup
}
