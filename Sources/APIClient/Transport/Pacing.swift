/// Time and chance as the client needs them, so that tests can hold both: a clock that only goes forward, a wait,
/// and a random share of a span.
public struct Pacing: Sendable {
    /// Time since some fixed moment. Never goes back, and knows nothing of the wall clock.
    public var now: @Sendable () -> Duration
    /// Ends early, with an error, when the task is cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// A span from zero up to the given one.
    public var random: @Sendable (Duration) -> Duration

    public init(
        now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) async throws -> Void,
        random: @escaping @Sendable (Duration) -> Duration
    ) {
        self.now = now
        self.sleep = sleep
        self.random = random
    }

    public static let real: Pacing = {
        let start = ContinuousClock.now
        return Pacing(
            now: { start.duration(to: .now) },
            sleep: { try await ContinuousClock().sleep(for: $0) },
            random: { $0 * Double.random(in: 0...1) })
    }()
}
