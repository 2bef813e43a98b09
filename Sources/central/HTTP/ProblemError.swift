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

    /// `10 phút`: how long nothing more is taken, for people. What is left of a minute is a whole one; `Retry-After` has
    /// the seconds.
    static func wait(_ seconds: Int64) -> String {
        let minutes = max((seconds + 59) / 60, 1)
        return minutes < 120 ? "\(minutes) phút" : "\((minutes + 59) / 60) giờ"
    }

    /// Faults of the input, all at once.
    static func input(_ errors: [InputFault]) -> ProblemError {
        ProblemError(.invalidInput, errors: errors)
    }
}
