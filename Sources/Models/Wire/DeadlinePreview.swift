/// When something accepted then would fall due.
public struct DeadlinePreview: Codable, Hashable, Sendable {
    public var dueAt: Instant?
    public var explanation: [String]

    public init(dueAt: Instant? = nil, explanation: [String]) {
        self.dueAt = dueAt
        self.explanation = explanation
    }
}
