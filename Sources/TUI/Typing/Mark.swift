/// What a key means to a method where there is a letter that it can change.
enum Mark: Hashable, Sendable {
    /// `.level` takes the tone away.
    case tone(Tone)
    /// â ê ô. Telex names the letter by its key, the others do not.
    case circumflex(of: UInt8?)
    case breve
    case horn
    /// Telex: `w` is ă, ơ or ư.
    case breveOrHorn
    case stroke

    init?(_ key: Character, _ method: InputMethod) {
        let tables: [Character: Mark] =
            switch method {
            case .off: [:]
            case .telex: Self.telex
            case .vni: Self.vni
            case .viqr: Self.viqr
            }
        guard let mark = tables[Self.lower(key)] else { return nil }
        self = mark
    }

    private static func lower(_ key: Character) -> Character {
        guard let value = key.asciiValue, key.isLetter else { return key }
        return Character(Unicode.Scalar(value | 0x20))
    }

    private static let telex: [Character: Mark] = [
        "s": .tone(.acute), "f": .tone(.grave), "r": .tone(.hook), "x": .tone(.tilde), "j": .tone(.dot),
        "z": .tone(.level), "a": .circumflex(of: UInt8(ascii: "a")), "e": .circumflex(of: UInt8(ascii: "e")),
        "o": .circumflex(of: UInt8(ascii: "o")), "w": .breveOrHorn, "d": .stroke,
    ]

    private static let vni: [Character: Mark] = [
        "1": .tone(.acute), "2": .tone(.grave), "3": .tone(.hook), "4": .tone(.tilde), "5": .tone(.dot),
        "0": .tone(.level), "6": .circumflex(of: nil), "7": .horn, "8": .breve, "9": .stroke,
    ]

    private static let viqr: [Character: Mark] = [
        "'": .tone(.acute), "`": .tone(.grave), "?": .tone(.hook), "~": .tone(.tilde), ".": .tone(.dot),
        "^": .circumflex(of: nil), "+": .horn, "*": .horn, "(": .breve, "d": .stroke,
    ]

    /// Whether the mark sets this shape.
    func sets(_ shape: Letter.Shape) -> Bool {
        switch self {
        case .tone: false
        case .circumflex: shape == .circumflex
        case .breve: shape == .breve
        case .horn: shape == .horn
        case .breveOrHorn: shape == .breve || shape == .horn
        case .stroke: shape == .stroke
        }
    }

    /// The shape that the mark gives to a letter, nil where it gives it none.
    func shape(for base: UInt8) -> Letter.Shape? {
        switch (self, base) {
        case (.circumflex(let wanted), UInt8(ascii: "a")), (.circumflex(let wanted), UInt8(ascii: "e")),
            (.circumflex(let wanted), UInt8(ascii: "o")):
            wanted == nil || wanted == base ? .circumflex : nil
        case (.breve, UInt8(ascii: "a")), (.breveOrHorn, UInt8(ascii: "a")): .breve
        case (.horn, UInt8(ascii: "o")), (.horn, UInt8(ascii: "u")): .horn
        case (.breveOrHorn, UInt8(ascii: "o")), (.breveOrHorn, UInt8(ascii: "u")): .horn
        case (.stroke, UInt8(ascii: "d")): .stroke
        default: nil
        }
    }
}
