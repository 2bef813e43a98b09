import Forms

/// A paper that came with a dossier, or the result that it ends with.
public struct SubmittedDocument: Codable, Hashable, Sendable {
    public var code: String
    /// For a paper outside the checklist.
    public var name: String?
    public var originals: Int
    public var copies: Int
    public var digitised: DigitisedState
    public var note: String?
    /// True where it was shown and given back at once; its originals are not counted then.
    public var presented: Bool?
    /// For a result: the number under which it was issued, as it stands on it ("125/2026/KS").
    public var number: String?
    /// For a result: the day that it bears.
    public var issuedOn: LocalDate?

    /// Whether there is anything of it: paper, a scan, or a look at it.
    public var isThere: Bool { originals + copies > 0 || digitised != .none || presented == true }

    public init(
        code: String, name: String? = nil, originals: Int, copies: Int, digitised: DigitisedState = .none,
        note: String? = nil, presented: Bool? = nil, number: String? = nil, issuedOn: LocalDate? = nil
    ) {
        self.code = code
        self.name = name
        self.originals = originals
        self.copies = copies
        self.digitised = digitised
        self.note = note
        self.presented = presented
        self.number = number
        self.issuedOn = issuedOn
    }

    private enum CodingKeys: String, CodingKey {
        case code, name, originals, copies, digitised, note, presented, number, issuedOn
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        name = try container.decodeIfPresent(String.self, forKey: .name)
        originals = try container.decode(Int.self, forKey: .originals)
        copies = try container.decode(Int.self, forKey: .copies)
        digitised = try container.decodeIfPresent(DigitisedState.self, forKey: .digitised) ?? .none
        note = try container.decodeIfPresent(String.self, forKey: .note)
        presented = try container.decodeIfPresent(Bool.self, forKey: .presented)
        number = try container.decodeIfPresent(String.self, forKey: .number)
        issuedOn = try container.decodeIfPresent(LocalDate.self, forKey: .issuedOn)
    }
}
