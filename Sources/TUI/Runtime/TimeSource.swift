/// Where the time comes from. Injected, so that tests turn the clock themselves.
public protocol TimeSource: Sendable {
    /// Seconds since 1970, UTC.
    var now: Int64 { get }
    /// Milliseconds of a clock that is never set back.
    var milliseconds: Int64 { get }
}
