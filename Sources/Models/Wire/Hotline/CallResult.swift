/// How a call to the hotline ended; the set is closed.
public enum CallResult: String, Codable, Hashable, Sendable, CaseIterable {
    /// On the telephone, at once.
    case answered
    /// Beyond competence: handed on as a ticket.
    case ticket
    /// The caller is called back.
    case callback
    /// The caller could not show that it is his dossier, and was told nothing of it.
    case unverified
    /// The line broke, or nobody spoke.
    case dropped
}
