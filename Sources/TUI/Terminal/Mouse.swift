/// What was done with the mouse, where it is switched on.
public struct Mouse: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case press, release, drag, scrollUp, scrollDown
        /// The pointer has moved, with no button held; only some terminals say so.
        case move
    }

    public var kind: Kind
    /// 1 left, 2 middle, 3 right; 0 none.
    public var button: Int
    public var position: Point
    public var modifiers: Key.Modifiers

    public init(_ kind: Kind, button: Int = 1, at position: Point, modifiers: Key.Modifiers = []) {
        self.kind = kind
        self.button = button
        self.position = position
        self.modifiers = modifiers
    }
}
