/// Time and chance as the client needs them, so that tests can hold both: a clock that only goes forward, a wait,
/// and a random share of a span.
public struct Pacing: Sendable {
    /// Time since some fixed moment. Never goes back, and knows nothing of the wall clock.
    public var now: @Sendable () -> Duration
    /// Ends early, with an error, when the task is cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// A span from zero up to the given one.
    public var random: @Sendable (Duration) -> Duration
    /// Where the tasks run that the client begins by itself; nil is Swift's own pool.
    public var executor: (any TaskExecutor)?

    public init(
        now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) async throws -> Void,
        random: @escaping @Sendable (Duration) -> Duration, executor: (any TaskExecutor)? = nil
    ) {
        self.now = now
        self.sleep = sleep
        self.random = random
        self.executor = executor
    }

    /// The same, with the tasks of the client on this executor.
    public func on(_ executor: any TaskExecutor) -> Pacing {
        Pacing(now: now, sleep: sleep, random: random, executor: executor)
    }

    public static let real: Pacing = {
        let start = ContinuousClock.now
        return Pacing(
            now: { start.duration(to: .now) },
            sleep: { try await ThreadSleep.sleep(for: $0) },
            random: { $0 * Double.random(in: 0...1) })
    }()
}
