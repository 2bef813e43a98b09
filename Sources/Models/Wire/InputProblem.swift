/// One thing wrong with a request's body.
public struct InputProblem: Codable, Hashable, Sendable {
    /// RFC 6901, into the body.
    public var pointer: String
    public var code: String
    public var message: String
    /// How to mend it.
    public var hint: String?
    /// What can stand there, where that is a short list.
    public var candidates: [CodeName]?

    public init(
        pointer: String, code: String, message: String, hint: String? = nil, candidates: [CodeName]? = nil
    ) {
        self.pointer = pointer
        self.code = code
        self.message = message
        self.hint = hint
        self.candidates = candidates
    }
}
