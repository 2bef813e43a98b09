/// Who pays less or nothing.
public struct FeeExemption: Codable, Hashable, Sendable {
    public var code: String
    public var name: String
    /// The whole text of the law: shown whole, so that nobody pays who need not.
    public var text: String
    /// How much of the fee falls away, 1 … 100.
    public var percent: Int
    /// What has to be shown.
    public var evidence: String?

    public init(code: String, name: String, text: String, percent: Int, evidence: String? = nil) {
        self.code = code
        self.name = name
        self.text = text
        self.percent = percent
        self.evidence = evidence
    }
}
