/// What became of it.
public enum UnmatchedState: String, Codable, Hashable, Sendable, CaseIterable {
    case open
    /// It was a dossier's after all.
    case matched
    /// It went back.
    case returned
}
