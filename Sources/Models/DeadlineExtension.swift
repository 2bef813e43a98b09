/// A due date that was set anew while a dossier was being worked on, with an apology (form 04).
public struct DeadlineExtension: Codable, Hashable, Sendable {
    /// When it was decided.
    public var at: Instant
    /// The new due date.
    public var dueAt: Instant

    public init(at: Instant, dueAt: Instant) {
        self.at = at
        self.dueAt = dueAt
    }
}
