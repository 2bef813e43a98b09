/// How a drawer stands.
public enum CashSessionState: String, Codable, Hashable, Sendable, CaseIterable {
    case open
    /// Counted, and not closed yet.
    case counted
    case closed
}
