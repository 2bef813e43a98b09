/// A due date that was set anew while a dossier was being worked on: with an apology (form 04), or as a correction within
/// the law's time.
public struct DeadlineExtension: Codable, Hashable, Sendable {
    /// When it was decided.
    public var at: Instant
    /// The new due date.
    public var dueAt: Instant
    /// Whether an amendment put the appointment right; then nothing was extended.
    public var isCorrection: Bool

    public init(at: Instant, dueAt: Instant, isCorrection: Bool = false) {
        self.at = at
        self.dueAt = dueAt
        self.isCorrection = isCorrection
    }
}
