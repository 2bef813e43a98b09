/// What a one-line text entry takes in.
public struct TextInput: Hashable, Sendable {
    /// Which characters can be typed at all.
    public enum Alphabet: Hashable, Sendable {
        case any
        case digits
        /// Digits and the signs that stand between them in amounts.
        case amount
        /// Digits and the signs that stand between them in dates.
        case date
        /// Digits, the signs that stand between them in times, and the letters of SA, CH, AM, PM and "giờ".
        case time

        public func accepts(_ character: Character) -> Bool {
            switch self {
            case .any: true
            case .digits: Self.isDigit(character)
            case .amount: Self.isDigit(character) || ".,- ".contains(character)
            case .date: Self.isDigit(character) || "/.- ".contains(character)
            case .time: Self.isDigit(character) || ":.- hHgGsSaAcCpPmM".contains(character)
            }
        }

        static func isDigit(_ character: Character) -> Bool {
            character.isASCII && character.isNumber
        }
    }

    /// In characters (eForm TF-2: never more than 255).
    public var maxLength: Int
    public var alphabet: Alphabet
    /// Typed letters become capitals.
    public var uppercase: Bool
    /// What is not of the alphabet is taken all the same, with a word about it: text typed into the wrong field
    /// stays in sight until it is judged.
    public var keepsStrangers: Bool

    /// What is typed is composed to Vietnamese, where a method is on. False for codes, addresses and numbers.
    public var composes: Bool

    public init(
        maxLength: Int = 255, alphabet: Alphabet = .any, uppercase: Bool = false,
        keepsStrangers: Bool = false, composes: Bool = true
    ) {
        self.maxLength = maxLength
        self.alphabet = alphabet
        self.uppercase = uppercase
        self.keepsStrangers = keepsStrangers
        self.composes = composes && alphabet == .any
    }

    /// What of a paste can be put into one line: line ends and tabs become blanks, and signs that people put
    /// between digits are dropped where only digits are taken.
    ///
    /// - Returns: nil where it holds characters that the entry does not take.
    func prepared(paste: String) -> String? {
        let lines = paste.drop(while: \.isNewline)
        let end = lines.lastIndex { !$0.isNewline }.map(lines.index(after:)) ?? lines.startIndex
        var text = String(lines[..<end].map { $0.isNewline || $0 == "\t" ? " " : $0 })
        switch alphabet {
        case .any: return uppercase ? text.uppercased() : text
        case .digits:
            text.removeAll { " .-\u{a0}".contains($0) }
        case .amount:
            for unit in ["VNĐ", "VND", "đồng", "đ", "₫"] where text.hasSuffix(unit) {
                text.removeLast(unit.count)
                break
            }
            while text.last?.isWhitespace == true { text.removeLast() }
        case .date, .time: break
        }
        return text.allSatisfy(alphabet.accepts) ? text : nil
    }
}
