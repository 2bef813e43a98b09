/// Sex as the identity card and the civil status register record it.
public enum Sex: String, Codable, Hashable, Sendable, CaseIterable {
    case female
    case male

    /// "nữ" or "nam", as forms write it.
    public var name: Phrase {
        switch self {
        case .female: Phrase("nữ", en: "female")
        case .male: Phrase("nam", en: "male")
        }
    }
}
