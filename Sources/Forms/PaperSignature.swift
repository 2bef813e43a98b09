/// A place to sign on the paper of a form.
public struct PaperSignature: Hashable, Sendable {
    /// “NGƯỜI KHAI”
    public var title: Phrase
    /// “(Ký, ghi rõ họ tên)”
    public var hint: Phrase?
    /// Whether place and date stand above it.
    public var dated: Bool
    /// The field that holds the signer's name, which is then printed below; absent: written by hand.
    public var name: String?

    public init(title: Phrase, hint: Phrase? = nil, dated: Bool = false, name: String? = nil) {
        self.title = title
        self.hint = hint
        self.dated = dated
        self.name = name
    }
}

extension PaperSignature: Codable {
    private enum CodingKeys: String, CodingKey {
        case title, hint, dated, name
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            title: try container.decode(Phrase.self, forKey: .title),
            hint: try container.decodeIfPresent(Phrase.self, forKey: .hint),
            dated: try container.decodeIfPresent(Bool.self, forKey: .dated) ?? false,
            name: try container.decodeIfPresent(String.self, forKey: .name))
    }
}
