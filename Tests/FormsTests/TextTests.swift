import Forms
@_spi(_Unicode) import Swift
import Testing

@Suite("Text")
struct TextTests {
    @Test(
        "Folded",
        arguments: [
            ("Nguyễn Đức", "nguyen duc"), ("ĐƯỜNG", "duong"), ("Nguye\u{302}\u{303}n", "nguyen"),
            ("abc 123", "abc 123"),
            ("ỲÝỶỸỴ ăâêôơư", "yyyyy aaeoou"), ("", ""),
        ])
    func folded(_ text: String, _ fold: String) {
        #expect(TextFold.fold(text) == fold)
    }

    @Test(
        "Found without accents",
        arguments: [
            ("nguyen", "Nguyễn Thị Ánh"), ("duong", "Đường Láng"), ("anh nguyen", "Nguyễn Thị Ánh"),
            ("", "x"), ("  ", "x"),
            ("trich luc", "Cấp bản sao trích lục hộ tịch"), ("TRÍCH", "trích lục"),
            ("2.000635", "2.000635 Cấp bản sao"),
            ("uye", "Nguyễn"), ("tt-hue", "TT-Huế"),
        ])
    func found(_ query: String, _ text: String) {
        #expect(TextFold.matches(query, text))
    }

    @Test(
        "Not found",
        arguments: [("tran", "Nguyễn"), ("nguyen x", "Nguyễn"), ("nguyenn", "Nguyễn"), ("a", "")])
    func notFound(_ query: String, _ text: String) {
        #expect(!TextFold.matches(query, text))
    }

    @Test(
        "NFC",
        arguments: [
            ("Nguye\u{302}\u{303}n", "Nguyễn"), ("a\u{323}\u{302}", "ậ"), ("a\u{302}\u{323}", "ậ"),
            ("abc", "abc"),
            ("\u{1EC5}", "ễ"), ("D\u{31B}", "D\u{31B}"), ("u\u{31B}\u{301}", "ứ"),
        ])
    func nfc(_ text: String, _ normal: String) {
        #expect(Normalization.nfc(text).unicodeScalars.elementsEqual(normal.unicodeScalars))
        #expect(Normalization.isNFC(Normalization.nfc(text)))
    }

    @Test("What is taken for composed at a glance is composed, and the folding tables agree with Unicode")
    func glance() {
        for code in (0..<0x3000 as Range<UInt32>) {
            guard let scalar = Unicode.Scalar(code) else { continue }
            for text in [String(scalar), "a" + String(scalar), String(scalar) + "e"] {
                var normal = String.UnicodeScalarView()
                for scalar in text._nfc { normal.append(scalar) }
                #expect(
                    Normalization.nfc(text).unicodeScalars.elementsEqual(normal),
                    "U+\(String(code, radix: 16))")
            }
            let plain = TextFold.fold(String(scalar))
            #expect(TextFold.fold(plain) == plain, "U+\(String(code, radix: 16))")
        }
    }

    @Test(
        "A phrase is a text or two",
        arguments: [
            (#""a""#, Phrase("a")), (#"{"vi":"a","en":"b"}"#, Phrase("a", en: "b")),
            (#"{"vi":"a"}"#, Phrase("a")),
        ])
    func phrases(_ json: String, _ phrase: Phrase) throws {
        #expect(try StrictJSON.decode(Phrase.self, from: json.utf8) == phrase)
        #expect(phrase.text(.vi) == "a")
        #expect(phrase.text(.en) == phrase.en ?? "a")
    }

    @Test(
        "Pointers go there and back",
        arguments: [
            (FieldPath("ho_ten"), "/answers/ho_ten"),
            (FieldPath("ten", group: "con", row: 0), "/answers/con/0/ten"),
            (FieldPath("a/b~c"), "/answers/a~1b~0c"),
        ])
    func pointers(_ path: FieldPath, _ pointer: String) {
        #expect(path.pointer == pointer)
        #expect(FieldPath(pointer: pointer) == path)
    }

    @Test(
        "Pointers of another shape",
        arguments: ["", "/", "/x", "/x/y", "/answers", "/answers/a/b", "/answers/a/x/b", "/answers/a/-1/b"])
    func noPointers(_ pointer: String) {
        #expect(FieldPath(pointer: pointer) == nil)
    }
}
