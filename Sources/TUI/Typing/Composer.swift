/// Composes Vietnamese from single keys, with Telex, VNI or VIQR.
///
/// A pure value. It is given each typed character and the text before the cursor, and answers with the change
/// of that text. It keeps the keys of the word under way, so that they come back where they lead to no possible
/// syllable: words of other languages, codes and addresses pass as they are typed. Where it does not know the
/// word before the cursor, it reads it from the text. The cost of a key does not depend on the length of the
/// text.
public struct Composer: Hashable, Sendable {
    /// Another method or another way to write tones begins with the next word.
    public var options: TypingOptions {
        didSet { if options != oldValue { forget() } }
    }

    private var word = TypedWord()
    /// VIQR: a backslash stands before the cursor, for the next key to be taken as it is.
    private var isEscaping = false

    /// Characters before a word that are looked at for what the word stands in.
    private static let reach = 64
    /// Letters of the longest word that is read from the text; the longest syllable has seven.
    private static let longest = 24

    public init(_ options: TypingOptions = TypingOptions()) {
        self.options = options
    }

    /// What was typed of the word before the cursor, as it was typed.
    public var keys: String { String(word.keys[word.given...]) }

    /// The cursor was moved, or the text changed by other means.
    public mutating func forget() {
        word = TypedWord()
        isEscaping = false
    }

    /// Takes a typed character.
    ///
    /// - Parameters:
    ///   - text: What stands before the cursor.
    ///   - rest: What stands after it; the rest of a word decides where its tone is written.
    public mutating func type(
        _ key: Character, after text: ArraySlice<Character>, before rest: ArraySlice<Character> = []
    ) -> Composition {
        guard options.method != .off, key.isASCII else {
            forget()
            return Composition(inserting: String(key))
        }
        if options.method == .viqr, let escaped = escape(key, after: text) { return escaped }
        let isLetter = key.isLetter
        let isDigit = options.method == .vni && key.isNumber
        let isSign = options.method == .viqr && Mark(key, .viqr) != nil
        guard isLetter || isDigit || isSign else { return end(with: key, after: text) }
        if word.shown.isEmpty || !Self.ends(text, with: word.shown) { word = read(text) }
        guard isLetter || !word.shown.isEmpty else { return end(with: key, after: text) }
        guard word.keys.count < TypedWord.limit else {
            word.mode = .literal
            return Composition(inserting: String(key))
        }
        if word.keys.isEmpty { word.isAfterNumbered = options.method == .vni && Self.isNumbered(text) }
        let before = word.shown
        word.rest = Self.letters(rest)
        guard word.take(key, options) else { return end(with: key, after: text) }
        return Composition(from: before, to: word.shown)
    }

    /// The word ends without a key: the entry is left. Keys that made no syllable come back.
    public mutating func finish(after text: ArraySlice<Character>) -> Composition? {
        defer { forget() }
        guard word.isUnfinished(options), Self.ends(text, with: word.shown) else { return nil }
        return Composition(from: word.shown, to: word.keys)
    }

    /// The keys of the word before the cursor come back, whatever they made.
    public mutating func restore(after text: ArraySlice<Character>) -> Composition? {
        guard word.keys != word.shown, Self.ends(text, with: word.shown) else { return nil }
        let before = word.shown
        word.giveBack()
        return Composition(from: before, to: word.shown)
    }

    // MARK: - Around words

    private mutating func end(with key: Character, after text: ArraySlice<Character>) -> Composition {
        // What stands before an @ is no word.
        let isAddress = key == "@" && word.mode == .composing && word.keys != word.shown
        let before = text.dropLast(word.shown.count).last
        guard isAddress || word.isCode(before: key, after: before, options) || word.isUnfinished(options),
            Self.ends(text, with: word.shown)
        else {
            forget()
            return Composition(inserting: String(key))
        }
        let change = Composition(from: word.shown, to: word.keys + [key])
        forget()
        return change
    }

    /// A backslash lets the next key of VIQR mean itself, and goes.
    private mutating func escape(_ key: Character, after text: ArraySlice<Character>) -> Composition? {
        if isEscaping, text.last == "\\" {
            isEscaping = false
            guard Mark(key, .viqr) != nil || key == "\\" else { return nil }
            word = TypedWord()
            if key.isLetter {
                word = read(text.dropLast())
                word.mode = .literal
                word.keys.append(key)
                word.shown.append(key)
            }
            return Composition(deleting: 1, inserting: String(key))
        }
        guard key == "\\" else {
            isEscaping = false
            return nil
        }
        forget()
        isEscaping = true
        return Composition(inserting: "\\")
    }

    /// The word that stands before the cursor.
    private func read(_ text: ArraySlice<Character>) -> TypedWord {
        let start =
            text[max(text.startIndex, text.endIndex - Self.longest)...]
            .lastIndex { !$0.isLetter }
            .map { $0 + 1 } ?? max(text.startIndex, text.endIndex - Self.longest)
        let given = text[start...]
        var isLiteral = given.count >= Self.longest
        if start > text.startIndex {
            if text[start - 1] == "_" { isLiteral = true }
            // 12a1 is a code to VNI, whose marks are digits.
            if options.method == .vni, text[start - 1].isNumber { isLiteral = true }
            isLiteral = isLiteral || Self.isAddress(text[max(text.startIndex, start - Self.reach)..<start])
        }
        return TypedWord(given: given, isLiteral: isLiteral, options)
    }

    /// The letters of a word that stand after the cursor; none where the tone is among them.
    private static func letters(_ rest: ArraySlice<Character>) -> [Letter] {
        guard rest.first?.isLetter == true else { return [] }
        let parts = rest.prefix(TypedWord.longest).prefix(while: \.isLetter).map(Letter.parse)
        let letters = parts.compactMap { $0?.tone == .level ? $0?.letter : nil }
        return letters.count == parts.count ? letters : []
    }

    /// Whether the last word of `text` is one after which a letter with a number is a code: khổ A3, hạng A1, lô E2.
    private static func isNumbered(_ text: ArraySlice<Character>) -> Bool {
        guard text.last == " " else { return false }
        let word = text.dropLast().suffix(longest).reversed().prefix(while: \.isLetter)
        return numbered.contains(String(word.reversed()).lowercased())
    }

    private static let numbered: Set<String> = [
        "khổ", "cỡ", "giấy", "hạng", "loại", "lô", "khu", "tòa", "toà", "nhà", "tầng", "phòng", "cổng", "dãy",
        "ô",
        "bảng", "lớp",
    ]

    /// Whether what is typed on after `text` belongs to an e-mail or web address.
    private static func isAddress(_ text: ArraySlice<Character>) -> Bool {
        let start = text.lastIndex(where: \.isWhitespace).map { $0 + 1 } ?? text.startIndex
        let token = text[start...]
        if token.contains("@") { return true }
        let lower = String(token.prefix(8)).lowercased()
        return lower.hasPrefix("www.") || lower.hasPrefix("http:/") || lower.hasPrefix("https:/")
    }

    private static func ends(_ text: ArraySlice<Character>, with word: [Character]) -> Bool {
        text.count >= word.count && text[(text.endIndex - word.count)...].elementsEqual(word)
    }
}
