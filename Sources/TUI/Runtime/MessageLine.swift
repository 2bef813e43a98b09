/// What a screen says on the message line while no toast is shown there: help for the focused field,
/// or when the draft was saved.
public struct MessageLine: Hashable, Sendable {
    public var text: SafeText
    public var role: Role
    /// Shown only once the keys rest, and none before: details of the row under a bar that is still moving. Keys
    /// that follow each other then cost nothing for words that no one reads.
    public var waits: Bool
    /// An error that is in what was typed, told apart from one of the system by its sign (eForm VA-3).
    public var isAboutInput: Bool

    public init(_ text: SafeText, role: Role = .dim, waits: Bool = false, isAboutInput: Bool = false) {
        self.text = text
        self.role = role
        self.waits = waits
        self.isAboutInput = isAboutInput
    }
}
