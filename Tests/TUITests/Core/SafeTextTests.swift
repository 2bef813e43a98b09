import Forms
import TUITesting
import Testing

@testable import TUI

@Suite struct SafeTextTests {
    @Test(arguments: Hostile.table.indices)
    func hostileTextBecomesMarks(_ row: Int) {
        let (raw, shown) = Hostile.table[row]
        #expect(Array(SafeText(raw).string.unicodeScalars) == Array(shown.unicodeScalars))
    }

    @Test(arguments: Hostile.table.indices)
    func cleaningTwiceChangesNothing(_ row: Int) {
        let once = SafeText(Hostile.table[row].raw)
        #expect(SafeText(once.string) == once)
        let interpolated: SafeText = "\(once)"
        #expect(interpolated == once)
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("Nguyễn Thị Ánh", 14), ("e\u{302}\u{301}", 1), ("o\u{31B}\u{323}", 1),
        ("漢字", 4), ("₫–…▸●✓█", 7), ("👍", 2), ("a漢b", 4),
    ])
    func width(_ text: String, _ columns: Int) {
        #expect(SafeText(text).width == columns)
        #expect(DisplayWidth.of(text) == columns)
    }

    /// The blocks that need no call are those where libc says 1.
    @Test func simpleBlocksAgreeWithLibc() {
        for value in UInt32(0x80)...0xFFFF where DisplayWidth.isSimple(value) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(SafeText(String(Character(scalar))).width == 1)
            #expect(DisplayWidth.libc(scalar) == 1, "\(String(value, radix: 16))")
        }
    }

    @Test func anyScalarsAreHarmlessAndMeasured() {
        var random = InputParserTests.Seeded(state: 7)
        for _ in 0..<2_000 {
            var raw = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let top: UInt32 = [0xFF, 0x400, 0x2FFF, 0x1FFFF, 0x10FFFF][
                    Int.random(in: 0..<5, using: &random)]
                if let scalar = Unicode.Scalar(UInt32.random(in: 0...top, using: &random)) {
                    raw.append(scalar)
                }
            }
            let text = SafeText(String(raw))
            #expect(
                !text.string.unicodeScalars.contains {
                    $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || HiddenCharacter.contains($0)
                })
            let columns = text.string.unicodeScalars.map { max(0, DisplayWidth.of($0)) }.reduce(0, +)
            #expect(text.width == columns)
            var canvas = Canvas(size: Size(columns: 40, rows: 1))
            #expect(canvas.put(text, at: .zero) == text.width)
            for cut in 0...text.width { #expect(text.truncated(to: cut).width <= cut) }
        }
    }

    @Test func truncation() {
        #expect(SafeText("Tiếp nhận").truncated(to: 9) == "Tiếp nhận")
        #expect(SafeText("Tiếp nhận").truncated(to: 6) == "Tiếp …")
        #expect(SafeText("Tiếp nhận").truncated(to: 1) == "…")
        #expect(SafeText("Tiếp nhận").truncated(to: 0) == "")
        #expect(SafeText("Tiếp nhận").truncated(to: -1) == "")
        // Half of a wide glyph is left out.
        #expect(SafeText("漢字漢").truncated(to: 4) == "漢…")
    }

    @Test func slicing() {
        #expect(SafeText("abcdef").slice(from: 2, columns: 3) == "cde")
        #expect(SafeText("abcdef").slice(from: 9, columns: 3) == "")
        #expect(SafeText("a漢b").slice(from: 0, columns: 2) == "a")
        #expect(SafeText("漢b").slice(from: 1, columns: 2) == " b", "all else keeps its column")
        #expect(SafeText("xe\u{302}\u{301}y").slice(from: 1, columns: 1).string == "e\u{302}\u{301}")
    }

    @Test func padding() {
        #expect(SafeText("ab").padded(to: 5) == "ab   ")
        #expect(SafeText("ab").padded(to: 5, .right) == "   ab")
        #expect(SafeText("ab").padded(to: 5, .centre) == " ab  ")
        #expect(SafeText("abcdef").padded(to: 3) == "ab…")
        #expect(SafeText("漢").padded(to: 3).width == 3)
    }

    @Test func lines() {
        #expect(SafeText.lines("a\r\nb\rc\n\nd\te") == ["a", "b", "c", "", "d e"])
        #expect(SafeText.lines("") == [""])
        #expect(SafeText.lines("x\u{2028}y\u{85}z") == ["x", "y", "z"])
    }

    @Test(arguments: [
        ("một hai ba bốn", 8, ["một hai", "ba bốn"]),
        ("một hai", 20, ["một hai"]),
        ("", 5, [""]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("ab abcdefgh", 4, ["ab", "abcd", "efgh"]),
        ("a  b", 10, ["a  b"]),
        ("漢字漢字", 3, ["漢", "字", "漢", "字"]),
        ("  thụt đầu dòng", 8, ["  thụt", "đầu dòng"]),
    ])
    func wrapping(_ text: String, _ columns: Int, _ lines: [String]) {
        #expect(SafeText(text).wrapped(to: columns).map(\.string) == lines)
    }

    @Test func wrappingNeverExceedsItsWidthNorHangs() {
        var random = InputParserTests.Seeded(state: 3)
        let pieces = ["a", "ế", "漢", " ", "  ", "dài-lắm-lắm", "👍"]
        for _ in 0..<500 {
            var raw = ""
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                raw += pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }
            for columns in [-1, 0, 1, 2, 3, 7, 20] {
                let lines = SafeText(raw).wrapped(to: columns)
                #expect(!lines.isEmpty)
                #expect(lines.allSatisfy { $0.width <= max(1, columns) })
            }
        }
    }

    @Test(arguments: [
        ("┌─┐│└┘├┼┤", "+-+|+++++"), ("Nguyễn Thị Ánh", "Nguyen Thi Anh"), ("Đường ĐẶNG", "Duong DANG"),
        ("₫ … – • ▸ ✓", "d ~ - * > x"), ("漢", "?"), ("abc~", "abc~"),
    ])
    func transliteration(_ text: String, _ ascii: String) {
        let bytes = text.unicodeScalars.map { Transliteration.ascii($0.value) }
        #expect(String(decoding: bytes, as: UTF8.self) == ascii)
    }

    @Test func transliterationIsAlwaysPrintable() {
        for value in UInt32(0x20)...0x2FFFF where value != 0x7F {
            let byte = Transliteration.ascii(value)
            #expect(byte >= 0x20 && byte < 0x7F)
        }
    }
}
