/// Which letters and tones can be a Vietnamese syllable, or the beginning of one.
///
/// A letter that still lacks its sign counts as the letter that it may become, because signs may be typed
/// last: "nguyen" is the beginning of "nguyên".
enum Spelling {
    /// The letters without a vowel, up to the rhyme; `qu` and `gi` are one where a vowel follows.
    static func initialLength(_ letters: [Letter]) -> Int {
        let consonants = letters.firstIndex(where: \.isVowel) ?? letters.count
        guard consonants == 1, letters.count > 1 else { return consonants }
        let second = letters[1]
        switch (letters[0].base, second.base) {
        case (UInt8(ascii: "q"), UInt8(ascii: "u")) where second.shape == .plain: return 2
        case (UInt8(ascii: "g"), UInt8(ascii: "i")) where letters.count > 2 && letters[2].isVowel: return 2
        default: return 1
        }
    }

    /// Whether more keys can make a syllable of it. Consonants alone always can: HĐND, QĐ, NĐ-CP.
    static func isPossible(_ letters: [Letter], _ tone: Tone) -> Bool {
        guard letters.contains(where: \.isVowel) else { return true }
        guard letters.count <= 8 else { return false }
        if let tones = exceptions.prefixes[code(letters[...])], tones.contains(tone) || tone == .level {
            return true
        }
        return rhymes(of: letters, in: \.prefixes) { tone == .level || !closes($0, tone) }
    }

    /// Whether it is a syllable as it stands, or a letter by itself. What a stop closes has sắc or nặng.
    static func isComplete(_ letters: [Letter], _ tone: Tone) -> Bool {
        guard letters.count > 1, letters.contains(where: \.isVowel) else { return true }
        // No word of another language begins with two d.
        if letters[0].shape == .stroke, tone == .level, letters.dropFirst().allSatisfy({ $0.shape == .plain })
        {
            return true
        }
        guard letters.count <= 8 else { return false }
        if exceptions.words[code(letters[...])]?.contains(tone) == true { return true }
        let length = initialLength(letters)
        // Named like a letter, as ơ and ư are.
        if tone == .level, letters.map(\.code) == openHorns { return true }
        if letters[length...].elementsEqual(openUO), !endsInUO(letters[..<length]) { return false }
        return rhymes(of: letters, in: \.words) { !closes($0, tone) }
    }

    /// Whether uơ is a rhyme after this initial: huơ, thuở, khuơ. After others uo with a horn becomes ươ.
    static func endsInUO(_ initial: ArraySlice<Letter>) -> Bool {
        let bases = initial.map(\.base)
        return bases == [UInt8(ascii: "h")]
            || bases.count == 2 && bases[1] == UInt8(ascii: "h") && "tk".utf8.contains(bases[0])
    }

    /// The vowel that carries the tone.
    static func tonePlace(_ letters: [Letter], _ placement: TonePlacement) -> Int? {
        var start = initialLength(letters)
        if !letters[start...].contains(where: \.isVowel) { start = 0 }
        guard let last = letters[start...].lastIndex(where: \.isVowel) else { return nil }
        let first = letters[start...last].lastIndex { !$0.isVowel }.map { $0 + 1 } ?? start
        let end = last + 1
        if let marked = letters[first..<end].lastIndex(where: { $0.shape != .plain }) { return marked }
        let bases = letters[first..<end].map(\.base)
        switch bases.count {
        case 1: return first
        case 2:
            if end < letters.count { return first + 1 }
            if main.contains(bases) { return first + 1 }
            if wandering.contains(bases) { return placement == .modern ? first + 1 : first }
            return first
        default: return bases.starts(with: Array("uye".utf8)) ? first + 2 : first + 1
        }
    }

    /// Two vowels of which the second still waits for its sign: iê, yê, uô, ươ, uê.
    private static let main = ["ie", "ye", "uo", "ue"].map { Array($0.utf8) }
    /// Where the modern and the old way differ.
    private static let wandering = ["oa", "oe", "uy"].map { Array($0.utf8) }

    /// A stop lets the other four tones not be.
    private static func closes(_ rhyme: ArraySlice<Letter>, _ tone: Tone) -> Bool {
        guard tone != .acute, tone != .dot, let last = rhyme.last else { return false }
        if last.base == UInt8(ascii: "h") {
            return rhyme.dropLast().last?.base == UInt8(ascii: "c")
        }
        return last.base == UInt8(ascii: "c") || last.base == UInt8(ascii: "p")
            || last.base == UInt8(ascii: "t")
    }

    private static func code(_ letters: ArraySlice<Letter>) -> UInt64 {
        letters.reduce(0) { $0 << 8 | $1.code }
    }

    // MARK: - Initial and rhyme

    private struct Codes {
        var words: Set<UInt64> = []
        var prefixes: Set<UInt64> = []

        init(_ rhymes: String) {
            for rhyme in rhymes.split(separator: " ") {
                let letters = Spelling.letters(rhyme)
                words.insert(Spelling.code(letters[...]))
                for variant in Spelling.unfinished(letters) {
                    for end in 1...variant.count { prefixes.insert(Spelling.code(variant[..<end])) }
                }
            }
        }
    }

    private static func rhymes(
        of letters: [Letter], in set: KeyPath<Codes, Set<UInt64>>, _ suits: (ArraySlice<Letter>) -> Bool
    ) -> Bool {
        let length = initialLength(letters)
        let isQu = length == 2 && letters[0].base == UInt8(ascii: "q")
        let isGi = length == 2 && letters[1].base == UInt8(ascii: "i")
        let rhyme = letters[length...]
        guard let first = rhyme.first else { return isQu && set == \.prefixes }
        guard suits(rhyme) else { return false }
        if isQu { return afterQu[keyPath: set].contains(code(rhyme)) }
        if isGi {
            // giếng, giễu: the i of gi is that of the rhyme too.
            if first.base == UInt8(ascii: "e"), all[keyPath: set].contains(code(letters[1...])) {
                return true
            }
            return all[keyPath: set].contains(code(rhyme))
        }
        guard initials.contains(code(letters[..<length])), agrees(letters[..<length], rhyme) else {
            return false
        }
        return all[keyPath: set].contains(code(rhyme))
    }

    /// c, g, ng and k, gh, ngh share the vowels between them; yê stands at the beginning only; nothing is
    /// spelt "ưi" by itself.
    private static func agrees(_ initial: ArraySlice<Letter>, _ rhyme: ArraySlice<Letter>) -> Bool {
        let vowel = rhyme.first?.base ?? 0
        let isFront = vowel == UInt8(ascii: "e") || vowel == UInt8(ascii: "i") || vowel == UInt8(ascii: "y")
        switch String(decoding: initial.map(\.base), as: UTF8.self) {
        case "c": return !isFront
        case "k": return isFront
        case "g": return vowel != UInt8(ascii: "e") && vowel != UInt8(ascii: "y")
        case "gh", "ngh": return vowel == UInt8(ascii: "e") || vowel == UInt8(ascii: "i")
        case "ng": return !isFront
        case "": return rhyme.first?.shape != .horn || code(rhyme) != lonelyUi
        default:
            return vowel != UInt8(ascii: "y") || rhyme.dropFirst().first?.base != UInt8(ascii: "e")
        }
    }

    // MARK: - Tables

    private static let initials: Set<UInt64> = Set(
        "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x".split(separator: " ")
            .map { code(letters($0)[...]) } + [0])

    private static let openUO = letters("uơ")
    private static let openHorns = letters("ươ").map(\.code)
    private static let lonelyUi = code(letters("ưi")[...])

    private static let all = Codes(
        """
        a ac ach ai am an ang anh ao ap at au ay \
        ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
        e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
        i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
        o oc oi om on ong op ot oong ooc \
        oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet \
        ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
        u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt \
        uy uya uych uyên uyêt uynh uyp uyt uyu uyn \
        ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
        y yêm yên yêng yêt yêu
        """)

    private static let afterQu = Codes(
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây âu \
        e ec en eng eo et ê êch ên ênh êt i in it \
        oc ôc ơ ơi ơn ơt y ych yên yêt ynh yt yn yp
        """)

    /// Syllables of the Central Highlands' names of places, peoples and families, whose spelling follows other
    /// languages; exactly these and in these tones, so that words of other languages still pass.
    private static let exceptions: (words: [UInt64: Set<Tone>], prefixes: [UInt64: Set<Tone>]) = {
        var words: [UInt64: Set<Tone>] = [:]
        var prefixes: [UInt64: Set<Tone>] = [:]
        for word in """
        đăk đắk đak lăk lắk pắk păk búk jút niê êban kđăm mlô kông krông plông prông păh pưh đrắk đrăk \
        đrăng brâu xtiêng stiêng mnông hrê kră jăn bhăm kbuôr byă kpă rmăh
        """.split(separator: " ") {
            let parsed = word.compactMap(Letter.parse)
            let tone = parsed.map(\.tone).first { $0 != .level } ?? .level
            let letters = parsed.map(\.letter)
            words[code(letters[...]), default: []].insert(tone)
            for variant in unfinished(letters) {
                for end in 1...variant.count { prefixes[code(variant[..<end]), default: []].insert(tone) }
            }
        }
        return (words, prefixes)
    }()

    private static func letters(_ text: some StringProtocol) -> [Letter] {
        text.compactMap { Letter.parse($0)?.letter }
    }

    /// The letters with each of their signs either set or still to come.
    private static func unfinished(_ letters: [Letter]) -> [[Letter]] {
        letters.reduce([[]]) { variants, letter in
            variants.flatMap { variant in
                letter.shape == .plain
                    ? [variant + [letter]]
                    : [variant + [letter], variant + [Letter(base: letter.base)]]
            }
        }
    }
}
