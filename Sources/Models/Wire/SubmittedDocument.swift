/// A paper that came with a dossier.
public struct SubmittedDocument: Codable, Hashable, Sendable {
    public var code: String
    /// For a paper outside the checklist.
    public var name: String?
    public var originals: Int
    public var copies: Int
    public var digitised: DigitisedState
    public var note: String?

    public init(
        code: String, name: String? = nil, originals: Int, copies: Int, digitised: DigitisedState = .none,
        note: String? = nil
    ) {
        self.code = code
        self.name = name
        self.originals = originals
        self.copies = copies
        self.digitised = digitised
        self.note = note
    }

    private enum CodingKeys: String, CodingKey {
        case code, name, originals, copies, digitised, note
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        name = try container.decodeIfPresent(String.self, forKey: .name)
        originals = try container.decode(Int.self, forKey: .originals)
        copies = try container.decode(Int.self, forKey: .copies)
        digitised = try container.decodeIfPresent(DigitisedState.self, forKey: .digitised) ?? .none
        note = try container.decodeIfPresent(String.self, forKey: .note)
    }
}
