/// An error answer of the central system (RFC 9457).
public struct Problem: Codable, Hashable, Sendable {
    /// A URI; `about:blank` where the status says it all.
    public var type: String
    /// For people, in Vietnamese.
    public var title: String
    /// The HTTP status.
    public var status: Int
    public var detail: String?
    /// Stable, for programs.
    public var code: String
    /// Whether the same request may succeed later.
    public var retryable: Bool
    public var traceId: String?
    /// What is wrong with the input, place by place.
    public var errors: [InputProblem]?
    /// Who changed the thing meanwhile (412).
    public var changedBy: String?
    public var changedAt: Instant?
    /// Where that lies which was done under the key before, where the key was used for another body.
    public var done: String?
    /// For how many seconds the same would be refused: what the header `Retry-After` says.
    public var retryAfter: Int?

    public init(
        type: String, title: String, status: Int, detail: String? = nil, code: String, retryable: Bool,
        traceId: String? = nil, errors: [InputProblem]? = nil, changedBy: String? = nil,
        changedAt: Instant? = nil, done: String? = nil
    ) {
        self.type = type
        self.title = title
        self.status = status
        self.detail = detail
        self.code = code
        self.retryable = retryable
        self.traceId = traceId
        self.errors = errors
        self.changedBy = changedBy
        self.changedAt = changedAt
        self.done = done
    }
}
