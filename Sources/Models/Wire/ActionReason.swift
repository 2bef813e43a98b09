/// Why an act is not possible: a stable code for programs, words for people.
public struct ActionReason: Codable, Hashable, Sendable {
    public var code: String
    public var message: String
    /// What to do about it.
    public var hint: String?

    public init(code: String, message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }
}
