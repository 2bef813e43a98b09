/// What is wrong with one value, and how to mend it.
public struct FieldIssue: Hashable, Sendable {
    /// Stable, for programs and tests: `required`, `too_long`, `phone` …
    public var code: String
    /// Says what is wrong, in a sentence.
    public var message: Phrase
    /// Says how to mend it, where the message does not say it already.
    public var hint: Phrase?
    public var severity: Severity

    public init(code: String, message: Phrase, hint: Phrase? = nil, severity: Severity = .error) {
        self.code = code
        self.message = message
        self.hint = hint
        self.severity = severity
    }
}

extension FieldIssue: Error {}
