/// A line of text that is typed in at its end: what the next letter or Backspace will do there is known before it
/// comes, whatever else it sets going.
public struct LineEnd: Hashable, Sendable {
    /// The characters that are added as they are, of those with one byte; nil where none is sure to be: the line is
    /// full, or a typing method may compose them.
    public var alphabet: TextInput.Alphabet?
    /// Typed letters become capitals.
    public var uppercase: Bool
    /// Backspace takes the last cell away, and nothing comes to light in its place.
    public var erases: Bool

    public init(alphabet: TextInput.Alphabet?, uppercase: Bool = false, erases: Bool) {
        self.alphabet = alphabet
        self.uppercase = uppercase
        self.erases = erases
    }
}
