/// When a call is tried again, and how long that waits.
///
/// Only calls whose second arrival does no harm are tried again at all (`Request.isRepeatable`): reading, and
/// writing under an idempotency key. The wait is a random share of a span that doubles ("full jitter"), so that
/// the desks of a province do not come back in step after an outage.
public struct RetryPolicy: Hashable, Sendable {
    /// Tries in all, the first included.
    public var attempts: Int
    /// The longest wait before the second try; it doubles from try to try.
    public var base: Duration
    /// No wait is longer, but for one that the server asks for.
    public var cap: Duration
    /// No try begins later than this after the first began.
    public var total: Duration

    public init(
        attempts: Int = 4, base: Duration = .milliseconds(250), cap: Duration = .seconds(5),
        total: Duration = .seconds(30)
    ) {
        self.attempts = attempts
        self.base = base
        self.cap = cap
        self.total = total
    }

    /// One try and no more.
    public static let once = RetryPolicy(attempts: 1)

    /// How long to wait before the next try, or nil to give up with the error.
    ///
    /// - Parameters:
    ///   - error: What the last try ended with.
    ///   - attempt: The number of the last try, from 1.
    ///   - elapsed: Since the first try began.
    ///   - retryAfter: What the server asked for. Where it asks for more than is left, the caller hears of it.
    ///   - random: A share of a span, by chance.
    public func wait(
        after error: APIError, attempt: Int, elapsed: Duration, retryAfter: Duration?,
        random: (Duration) -> Duration
    ) -> Duration? {
        guard attempt < attempts, isWorthwhile(error) else { return nil }
        var span = base
        for _ in 1..<max(attempt, 1) where span < cap { span *= 2 }
        // What the server asks for is the least, and chance comes on top.
        let wait = (retryAfter ?? .zero) + random(min(span, cap))
        return elapsed + wait <= total ? wait : nil
    }

    private func isWorthwhile(_ error: APIError) -> Bool {
        if case .problem(let problem) = error, problem.isInProgress { return true }
        return error.isTransient
    }
}
