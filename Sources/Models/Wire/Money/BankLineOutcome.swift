/// What became of a line of a bank's file.
public enum BankLineOutcome: String, Codable, Hashable, Sendable, CaseIterable {
    case matched
    /// It was in an earlier file.
    case known
    case unmatched
    case broken
}
