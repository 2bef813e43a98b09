import Models

/// Where "now" comes from. The program asks the system, a test says what it wants.
struct WallClock: Sendable {
    let now: @Sendable () -> Instant

    static let system = WallClock(now: { Instant.now() })

    static func fixed(_ instant: Instant) -> WallClock {
        WallClock(now: { instant })
    }
}
