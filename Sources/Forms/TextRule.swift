/// What a one-line text field accepts.
public struct TextRule: Hashable, Sendable {
    /// In characters; never more than 255 on a form (eForm TF-2).
    public var maxLength: Int
    public var format: TextFormat?
    /// A whole-text pattern of the subset that `Pattern` reads.
    public var pattern: String?
    public var patternMessage: Phrase?
    public var digitsOnly: Bool
    public var fixedLength: Int?
    public var uppercase: Bool

    public init(
        maxLength: Int = 255, format: TextFormat? = nil, pattern: String? = nil,
        patternMessage: Phrase? = nil, digitsOnly: Bool = false, fixedLength: Int? = nil,
        uppercase: Bool = false
    ) {
        self.maxLength = maxLength
        self.format = format
        self.pattern = pattern
        self.patternMessage = patternMessage
        self.digitsOnly = digitsOnly
        self.fixedLength = fixedLength
        self.uppercase = uppercase
    }
}
