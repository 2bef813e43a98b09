/// The exemption that a quote has reckoned with.
public struct AppliedExemption: Codable, Hashable, Sendable {
    public var code: String
    public var name: String
    public var text: String
    /// What was shown for it; nil where the rule asks for nothing.
    public var evidence: String?

    public init(code: String, name: String, text: String, evidence: String? = nil) {
        self.code = code
        self.name = name
        self.text = text
        self.evidence = evidence
    }
}
