/// The languages of the program. Vietnamese is complete by rule; English may fall back to it.
public enum Language: String, Codable, Hashable, Sendable, CaseIterable {
    case vi
    case en
}
