/// Who says that money came in.
public enum MoneySource: String, Codable, Hashable, Sendable, CaseIterable {
    case bank
    case platform
    /// What the post collected at the door.
    case post
}
