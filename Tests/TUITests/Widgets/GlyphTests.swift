import Testing

@testable import TUI

/// What is shown where the terminal can show only ASCII.
@Suite struct GlyphTests {
    /// All text in a value, however it is kept.
    private func texts(in value: Any) -> [String] {
        switch value {
        case let text as SafeText: [text.string]
        case let scalar as Unicode.Scalar: [String(Character(scalar))]
        case let character as Character: [String(character)]
        case let text as String: [text]
        default: Mirror(reflecting: value).children.flatMap { texts(in: $0.value) }
        }
    }

    @Test("WC-1 every sign has a form in ASCII, and no two that mean different things share one")
    func everyGlyphHasAnASCIIForm() {
        let unicode = texts(in: Glyphs.unicode)
        let ascii = texts(in: Glyphs.ascii)
        #expect(unicode.count > 20)
        for text in ascii { #expect(!text.isEmpty && text.allSatisfy(\.isASCII), "\(text)") }
        for (name, value) in Mirror(reflecting: Glyphs.ascii).children {
            let parts = texts(in: value)
            guard let twin = Mirror(reflecting: Glyphs.unicode).children.first(where: { $0.label == name })
            else { continue }
            let widths = Set(texts(in: twin.value).map(DisplayWidth.of))
            #expect(Set(parts.map(DisplayWidth.of)) == widths, "\(name ?? "?") is as wide as in Unicode")
        }
        let glyphs = Glyphs.ascii
        #expect(glyphs.error != glyphs.warning && glyphs.warning != glyphs.success)
        #expect(glyphs.radio.on != glyphs.radio.off && glyphs.check.on != glyphs.check.off)
        #expect(glyphs.more.left != glyphs.more.right && glyphs.scroll.track != glyphs.scroll.thumb)
    }

    /// A sign drawn without the table, in a title or a message, must still be seen.
    @Test func everyGlyphIsTransliterated() {
        for text in texts(in: Glyphs.unicode) {
            // Braille is only the spinner's, and its frames in ASCII are others.
            for scalar in text.unicodeScalars where !(0x2800...0x28FF).contains(scalar.value) {
                #expect(Transliteration.ascii(scalar.value) != UInt8(ascii: "?"), "\(scalar)")
            }
        }
    }

    @Test("WC-1 in ASCII every Vietnamese letter keeps its base letter")
    func everyVietnameseLetterIsTransliterated() {
        for base in "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ" {
            guard let (letter, _) = Letter.parse(base) else {
                Issue.record("\(base)")
                continue
            }
            let expected = letter.isUpper ? letter.base & ~0x20 : letter.base
            for tone in Tone.allCases {
                for scalar in letter.character(tone).unicodeScalars {
                    #expect(Transliteration.ascii(scalar.value) == expected, "\(letter.character(tone))")
                }
            }
        }
    }
}
