/// What a call to the hotline is about; the set is closed.
public enum CallTopic: String, Codable, Hashable, Sendable, CaseIterable {
    /// How it stands with a dossier.
    case dossier
    /// How a procedure goes: papers, time, where.
    case guidance
    case fee
    /// "Phản ánh, kiến nghị": something went wrong or should be better.
    case complaint
    case other
}
