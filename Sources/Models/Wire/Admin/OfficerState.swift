/// How an officer's account stands on a day.
public enum OfficerState: String, Codable, Hashable, Sendable, CaseIterable {
    case active
    /// His first day has not come.
    case waiting
    /// His last day is over.
    case ended
    /// May not log in until an administrator says otherwise.
    case suspended
    /// For good.
    case revoked
}
