/// What a screen says on the message line while no toast is shown there: help for the focused field,
/// or when the draft was saved.
public struct MessageLine: Hashable, Sendable {
    public var text: SafeText
    public var role: Role

    public init(_ text: SafeText, role: Role = .dim) {
        self.text = text
        self.role = role
    }
}
