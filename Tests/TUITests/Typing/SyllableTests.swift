import Testing

@testable import TUI

/// Every syllable there can be, typed in every way.
@Suite struct SyllableTests {
    /// A syllable's letters and tone, without regard to how it is written.
    struct Syllable {
        var letters: [Letter]
        var tone: Tone

        func text(_ placement: TonePlacement) -> String {
            let place = tone == .level ? nil : Spelling.tonePlace(letters, placement)
            return String(letters.indices.map { letters[$0].character($0 == place ? tone : .level) })
        }

        /// The keys of its letters, and where in them a tone can stand: anywhere after the first vowel.
        func keys(_ method: InputMethod) -> (parts: [String], tone: String, firstVowel: Int) {
            let tones: String
            switch method {
            case .telex: tones = " frxsj"
            case .vni: tones = " 23415"
            default: tones = " `?~'."
            }
            let key = tone == .level ? "" : String(Array(tones)[tone.rawValue])
            let start = Spelling.initialLength(letters)
            return (letters.map { Self.keys($0, method) }, key, min(start, letters.count - 1))
        }

        static func keys(_ letter: Letter, _ method: InputMethod) -> String {
            let base = String(Character(Unicode.Scalar(letter.base)))
            switch (letter.shape, method) {
            case (.plain, _): return base
            case (.circumflex, .telex): return base + base
            case (.breve, .telex), (.horn, .telex): return base + "w"
            case (.stroke, .telex), (.stroke, .viqr): return "dd"
            case (.circumflex, .vni): return base + "6"
            case (.horn, .vni): return base + "7"
            case (.breve, .vni): return base + "8"
            case (.stroke, .vni): return base + "9"
            case (.circumflex, _): return base + "^"
            case (.horn, _): return base + "+"
            case (.breve, _): return base + "("
            case (.stroke, _): return base
            }
        }
    }

    /// Initials by rhymes by tones, as far as they are syllables.
    static let all: [Syllable] = {
        let initials = """
            b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x
            """.split(separator: " ").map(String.init) + [""]
        let rhymes = """
            a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo
            ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oc oi om on
            ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi
            ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi
            uôm uôn uông uôt uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp
            ươt ươu y yêm yên yêng yêt yêu êng
            """.split(whereSeparator: \.isWhitespace).map(String.init)
        var syllables: [Syllable] = []
        for initial in initials {
            for rhyme in rhymes {
                let letters = (initial + rhyme).compactMap { Letter.parse($0)?.letter }
                for tone in Tone.allCases where Spelling.isComplete(letters, tone) && letters.count > 1 {
                    syllables.append(Syllable(letters: letters, tone: tone))
                }
            }
        }
        return syllables
    }()

    @Test func thereAreAsManyAsThereShouldBe() {
        // Some 6 700 are in use; the rules allow about three times as many.
        #expect((10_000...25_000).contains(Self.all.count), "\(Self.all.count)")
        let texts = Set(Self.all.map { $0.text(.old) })
        for word in "tiếng việt nghiêng khuỷu giếng gì quốc được thuở hoặc yêu rượu huỳnh đắk".split(
            separator: " ")
        {
            let parsed = word.compactMap(Letter.parse)
            let tone = parsed.map(\.tone).first { $0 != .level } ?? .level
            #expect(Spelling.isComplete(parsed.map(\.letter), tone), "\(word)")
            if word != "đắk" { #expect(texts.contains(String(word)), "\(word)") }
        }
        for word in ["ưi", "bềc", "cì", "nghà", "chươ", "dât", "iê", "yếc", "buơ"] {
            let parsed = word.compactMap(Letter.parse)
            let tone = parsed.map(\.tone).first { $0 != .level } ?? .level
            #expect(!Spelling.isComplete(parsed.map(\.letter), tone), "\(word)")
        }
    }

    /// Letter by letter with its signs, and the tone's key at every place after the first vowel.
    @Test(arguments: [InputMethod.telex, .vni, .viqr], TonePlacement.allCases)
    func everySyllableIsTypedWithTheToneAnywhere(_ method: InputMethod, _ placement: TonePlacement) {
        var wrong: [String] = []
        for syllable in Self.all {
            let (parts, tone, firstVowel) = syllable.keys(method)
            let expected = syllable.text(placement)
            // The two ways differ in a few syllables only; the others are tried once.
            if placement == .modern, expected == syllable.text(.old) { continue }
            for place in tone.isEmpty ? parts.count..<(parts.count + 1) : (firstVowel + 1)..<(parts.count + 1)
            {
                let keys = (parts[..<place] + [tone] + parts[place...]).joined()
                let typed = Typist.text(keys, method, placement)
                if typed != expected, !Self.isKnown(keys, syllable) {
                    wrong.append("\(keys): \(typed), not \(expected)")
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(8).joined(separator: "; "))")
    }

    /// What the program takes for a word of another language on purpose.
    private static func isKnown(_ keys: String, _ syllable: Syllable) -> Bool {
        ForeignWords.contains(Array(keys))
    }

    /// All letters first, then the signs, then the tone: free marking.
    @Test(arguments: [InputMethod.telex, .vni, .viqr])
    func everySyllableIsTypedWithItsMarksAtTheEnd(_ method: InputMethod) {
        var wrong: [String] = []
        for syllable in Self.all {
            let base = syllable.letters.map { String(Character(Unicode.Scalar($0.base))) }.joined()
            let (parts, tone, _) = syllable.keys(method)
            var signs = ""
            for (letter, part) in zip(syllable.letters, parts) where letter.shape != .plain {
                let sign = String(part.dropFirst())
                // One key makes ươ.
                if !(letter.shape == .horn && signs.contains(sign)) { signs += sign }
            }
            let keys = base + signs + tone
            let typed = Typist.text(keys, method)
            let expected = syllable.text(.old)
            if typed != expected, !Self.isKnown(keys, syllable) {
                wrong.append("\(keys): \(typed), not \(expected)")
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(8).joined(separator: "; "))")
    }

    /// Capitals are typed as small letters are.
    @Test(arguments: [InputMethod.telex, .vni, .viqr])
    func syllablesAreTypedInCapitals(_ method: InputMethod) {
        var wrong: [String] = []
        // How a letter is cased does not depend on the letters around it: every seventh will do.
        for syllable in Self.all.enumerated().filter({ $0.offset % 7 == 0 }).map(\.element) {
            let (parts, tone, _) = syllable.keys(method)
            let keys = (parts.joined() + tone).uppercased()
            let typed = Typist.text(keys, method)
            if typed != syllable.text(.old).uppercased() { wrong.append("\(keys): \(typed)") }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(8).joined(separator: "; "))")
    }

    /// Every syllable is read from the text as it was typed: one letter off its end and typed again, it is
    /// the same.
    @Test func everySyllableIsTypedOnFromTheText() {
        var wrong: [String] = []
        for syllable in Self.all {
            let text = Array(syllable.text(.old))
            guard let last = text.last, last.isASCII else { continue }
            var typist = Typist(.telex, text: String(text.dropLast()))
            typist.type(String(last))
            if typist.text != text, text.dropLast().contains(where: { !$0.isASCII }) {
                wrong.append("\(String(text.dropLast()))+\(last): \(String(typist.text))")
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(8).joined(separator: "; "))")
    }
}
