import Models
import Testing

@Suite("Text made fit for paper")
struct SlipTextTests {
    @Test(
        "cleaning",
        arguments: [
            ("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"),
            ("  Nguyễn \t\r\n Thị  ", "Nguyễn Thị"),
            ("Nguye\u{302}\u{303}n", "Nguyễn"),
            ("D\u{31B}\u{309}", "D\u{31B}\u{309}"),
            ("a\u{A0}b\u{3000}c\u{2028}d", "a b c d"),
            ("so\u{AD}ft ☎\u{FE0F}", "soft ☎"),
            ("a\u{0}\u{7}\u{1B}[0mb", "a□[0mb"),
            ("\u{202E}abc\u{2066}", "□abc□"),
            ("a\u{200B}\u{200D}\u{FEFF}b", "a□b"),
            ("a\u{E0041}b\u{E000}c\u{FFFF}d", "a□b□c□d"),
            ("\u{301}a", "□a"),
            (" \u{301}a", "□a"),
            ("\u{115F}\u{3164}\u{2800}", "□"),
            ("x\u{303}\u{303}\u{303}\u{303}\u{303}\u{303}y", "x\u{303}\u{303}\u{303}\u{303}□y"),
            ("漢字 مرحبا", "漢字 مرحبا"),
            ("", ""), ("\n", ""),
        ])
    func clean(text: String, expected: String) {
        // Strings compare equal in NFC and NFD, scalars do not.
        #expect(Array(SlipText.clean(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("cleaning what is clean changes nothing")
    func idempotent() {
        for text in ["\u{202E}A\u{301}\u{301}\u{301}\u{301}\u{301}nh \u{0} x", "Nguyễn  Thị Ánh"] {
            let once = SlipText.clean(text)
            #expect(SlipText.clean(once) == once)
        }
    }

    @Test("nothing left is nil")
    func cleaned() {
        #expect(SlipText.cleaned(nil) == nil)
        #expect(SlipText.cleaned(" \n ") == nil)
        #expect(SlipText.cleaned(" a ") == "a")
    }
}
