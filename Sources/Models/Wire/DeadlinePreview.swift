import Forms

/// When something accepted then would fall due.
public struct DeadlinePreview: Codable, Hashable, Sendable {
    public var dueAt: Instant?
    public var explanation: [String]
    /// The same sentences in English; nil from a server that has none.
    public var explanationEn: [String]?

    public init(dueAt: Instant? = nil, explanation: [String], explanationEn: [String]? = nil) {
        self.dueAt = dueAt
        self.explanation = explanation
        self.explanationEn = explanationEn
    }

    /// In a language, where it was given in that; else in Vietnamese.
    public func explanation(in language: Language) -> [String] {
        language == .en ? explanationEn ?? explanation : explanation
    }
}
