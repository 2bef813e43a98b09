import Forms

/// A national status of dossiers as data (domain.md §1.1): its number, its label, and what it does to the clock.
struct PublishedStatus: Decodable, Sendable {
    var code: Int
    var name: Phrase
    /// `not_started`, `run`, `pause` or `end`.
    var clock: String

    var isPause: Bool { clock == "pause" }
}
