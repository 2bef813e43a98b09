import Forms
import Models

/// What is said of a server that lets one wait: that it is slow, for how long, and that nothing is lost.
enum SlowServer {
    /// Seconds after which it is said.
    static let patience: Int64 = 3
    /// Seconds after which the number changes: a number that runs draws the eye and helps nobody.
    static let pace: Int64 = 5

    /// - Returns: nil while the wait is nothing unusual.
    static func words(since: Instant?, now: Int64) -> Phrase? {
        guard let since, now - since.seconds >= patience else { return nil }
        let seconds = now - since.seconds
        return Strings.Common.slowServer(Int(max(patience, seconds / pace * pace)))
    }
}
