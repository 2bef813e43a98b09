import Testing

@testable import Models

@Suite("Lines of text")
struct TextWrapTests {
    @Test(
        "breaks at blanks, cuts what is too long, counts letters as people do",
        arguments: [
            ("", 5, 0, [""]),
            ("một hai ba", 10, 0, ["một hai ba"]),
            ("một hai ba", 7, 0, ["một hai", "ba"]),
            ("một hai ba", 7, 2, ["một hai", "  ba"]),
            ("abcdefgh", 3, 0, ["abc", "def", "gh"]),
            ("ab cdefgh", 4, 1, ["ab", " cde", " fgh"]),
            ("e\u{302}\u{301}e\u{302}\u{301} a", 2, 0, ["e\u{302}\u{301}e\u{302}\u{301}", "a"]),
            ("năm\u{A0}2026 là", 8, 0, ["năm 2026", "là"]),
            ("hết năm\u{A0}2026", 9, 0, ["hết", "năm 2026"]),
            ("năm\u{A0}2026", 5, 0, ["năm", "2026"]),
        ])
    func lines(text: String, width: Int, hanging: Int, expected: [String]) {
        #expect(TextWrap.lines(text, width: width, hanging: hanging) == expected)
    }

    @Test("headings are cut into lines of about equal length")
    func balanced() {
        #expect(
            TextWrap.balanced("BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", width: 30) == [
                "BỘ PHẬN TIẾP NHẬN", "VÀ TRẢ KẾT QUẢ",
            ])
    }
}
