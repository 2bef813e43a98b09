/// A letter of a Vietnamese syllable without its tone: the base, what is set on it, and its case.
struct Letter: Hashable, Sendable {
    enum Shape: UInt8, Hashable, Sendable {
        case plain, circumflex, breve, horn, stroke
    }

    /// ASCII, lower case.
    var base: UInt8
    var shape: Shape
    var isUpper: Bool

    init(base: UInt8, shape: Shape = .plain, isUpper: Bool = false) {
        self.base = base
        self.shape = shape
        self.isUpper = isUpper
    }

    /// A plain letter; nil for what is none of ASCII.
    init?(_ key: Character) {
        guard let value = key.asciiValue, key.isLetter else { return nil }
        self.init(base: value | 0x20, isUpper: value & 0x20 == 0)
    }

    var isVowel: Bool { Self.isVowel(base) }

    static func isVowel(_ base: UInt8) -> Bool {
        switch base {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }

    /// One byte, case left aside: what the spelling tables are made of.
    var code: UInt64 { UInt64(base & 0x1F) | UInt64(shape.rawValue) << 5 }

    func character(_ tone: Tone) -> Character {
        Self.characters[place + tone.rawValue]
    }

    /// The letter and the tone that a character is made of; nil for what no Vietnamese syllable holds.
    static func parse(_ character: Character) -> (letter: Letter, tone: Tone)? {
        if let plain = Letter(character) { return (plain, .level) }
        return parts[character]
    }

    // MARK: - Tables

    /// Where the letter's six tones begin among all.
    private var place: Int { ((Int(base & 0x1F) * 5 + Int(shape.rawValue)) * 2 + (isUpper ? 1 : 0)) * 6 }

    /// Every letter that is not plain ASCII, each with its six tones in the order of ``Tone``.
    private static let table: [(Character, Shape, lower: String, upper: String)] = [
        ("a", .plain, "aàảãáạ", "AÀẢÃÁẠ"), ("a", .breve, "ăằẳẵắặ", "ĂẰẲẴẮẶ"),
        ("a", .circumflex, "âầẩẫấậ", "ÂẦẨẪẤẬ"), ("e", .plain, "eèẻẽéẹ", "EÈẺẼÉẸ"),
        ("e", .circumflex, "êềểễếệ", "ÊỀỂỄẾỆ"), ("i", .plain, "iìỉĩíị", "IÌỈĨÍỊ"),
        ("o", .plain, "oòỏõóọ", "OÒỎÕÓỌ"), ("o", .circumflex, "ôồổỗốộ", "ÔỒỔỖỐỘ"),
        ("o", .horn, "ơờởỡớợ", "ƠỜỞỠỚỢ"), ("u", .plain, "uùủũúụ", "UÙỦŨÚỤ"),
        ("u", .horn, "ưừửữứự", "ƯỪỬỮỨỰ"), ("y", .plain, "yỳỷỹýỵ", "YỲỶỸÝỴ"),
        ("d", .stroke, "đ", "Đ"),
    ]

    private static let letters: [(letter: Letter, tones: [Character])] = {
        var letters: [(letter: Letter, tones: [Character])] = []
        for (base, shape, lower, upper) in table {
            guard let base = base.asciiValue else { continue }
            letters.append((Letter(base: base, shape: shape), Array(lower)))
            letters.append((Letter(base: base, shape: shape, isUpper: true), Array(upper)))
        }
        return letters
    }()

    private static let characters: [Character] = {
        var characters = [Character](repeating: "?", count: 32 * 5 * 2 * 6)
        for base in UInt8(ascii: "a")...UInt8(ascii: "z") {
            for isUpper in [false, true] {
                let place = Letter(base: base, isUpper: isUpper).place
                let character = Character(Unicode.Scalar(isUpper ? base & ~0x20 : base))
                for tone in 0..<6 { characters[place + tone] = character }
            }
        }
        for (letter, tones) in letters {
            for tone in 0..<6 { characters[letter.place + tone] = tones[min(tone, tones.count - 1)] }
        }
        return characters
    }()

    private static let parts: [Character: (letter: Letter, tone: Tone)] = {
        var parts: [Character: (letter: Letter, tone: Tone)] = [:]
        for (letter, tones) in letters {
            for (tone, character) in zip(Tone.allCases, tones) { parts[character] = (letter, tone) }
        }
        return parts
    }()
}
