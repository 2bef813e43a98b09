import Forms

/// When a dossier falls due, and why.
public struct DeadlineResult: Hashable, Sendable {
    /// Nil only while a pause is open, or where the calendar has no working time to count.
    public var dueAt: Instant?
    /// Sentences that an officer can read out, in the order of the reckoning.
    public var explanation: [Phrase]

    /// The sentences in one language.
    public func words(_ language: Language) -> [String] { explanation.map { $0.text(language) } }

    public init(dueAt: Instant?, explanation: [Phrase]) {
        self.dueAt = dueAt
        self.explanation = explanation
    }
}
