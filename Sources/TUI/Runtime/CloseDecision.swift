/// A screen's answer when it is about to be closed.
public enum CloseDecision<Message: Sendable>: Sendable {
    case close
    /// Not yet: something is unsaved, and the screen asks first.
    case stay([Effect<Message>])
}
