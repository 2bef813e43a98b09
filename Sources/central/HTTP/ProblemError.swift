import Models

/// A refusal that a route throws; it becomes `application/problem+json`.
struct ProblemError: Error, Sendable {
    var kind: ProblemKind
    var detail: String?
    var errors: [InputFault]
    var headers: [String: String]
    /// Who changed the thing last, and when, where a revision was stale.
    var changedBy: String?
    var changedAt: Instant?
    /// Where that lies which the key stands for.
    var done: String?

    init(
        _ kind: ProblemKind, detail: String? = nil, errors: [InputFault] = [],
        headers: [String: String] = [:], changedBy: String? = nil, changedAt: Instant? = nil
    ) {
        self.kind = kind
        self.detail = detail
        self.errors = errors
        self.headers = headers
        self.changedBy = changedBy
        self.changedAt = changedAt
    }

    /// Faults of the input, all at once.
    static func input(_ errors: [InputFault]) -> ProblemError {
        ProblemError(.invalidInput, errors: errors)
    }
}
