/// A text for people in Vietnamese and, where there is one, in English.
///
/// In JSON either a plain string (Vietnamese only) or `{"vi": …, "en": …}`. The Vietnamese text always
/// exists, so that `text(_:)` never has nothing to show.
public struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
    public var vi: String
    public var en: String?

    public init(_ vi: String, en: String? = nil) {
        self.vi = vi
        self.en = en
    }

    public init(vi: String, en: String? = nil) {
        self.init(vi, en: en)
    }

    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// `1 row`, `2 rows`, for English texts: Vietnamese nouns stay as they are.
    ///
    /// - Parameter many: Where it is more than an `s` after the one.
    public static func counted(_ n: Int, _ one: String, _ many: String? = nil) -> String {
        "\(n) \(n == 1 ? one : many ?? one + "s")"
    }

    /// The text in a language; Vietnamese where that language has none.
    public func text(_ language: Language) -> String {
        switch language {
        case .vi: vi
        case .en: en ?? vi
        }
    }
}

extension Phrase: Codable {
    private enum CodingKeys: String, CodingKey {
        case vi, en
    }

    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(text)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try container.decode(String.self, forKey: .vi),
            en: try container.decodeIfPresent(String.self, forKey: .en))
    }

    public func encode(to encoder: any Encoder) throws {
        guard let en else {
            var container = encoder.singleValueContainer()
            try container.encode(vi)
            return
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(vi, forKey: .vi)
        try container.encode(en, forKey: .en)
    }
}
