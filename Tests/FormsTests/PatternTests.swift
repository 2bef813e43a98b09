import Forms
import Testing

@Suite("Patterns")
struct PatternTests {
    @Test(
        "Match the whole text",
        arguments: [
            ("", ""), ("abc", "abc"), ("a.c", "aễc"), ("[A-Z]\\d{7}", "B1234567"),
            ("^[A-Z]\\d{7}$", "B1234567"),
            ("\\d{1,3}", "12"), ("\\d{2,}", "12345"), ("a?b*c+", "ccc"), ("a?b*c+", "abbc"),
            ("(ab|cd)+", "abcdab"),
            ("(?:ab)?", ""), ("[^0-9]+", "Nguyễn"), ("\\p{L}+( \\p{L}+)*", "Nguyễn Thị Ánh"),
            ("[\\d.-]+", "1.2-3"),
            ("a\\.b", "a.b"), ("[\\]a]", "]"), ("\\w+\\s\\w+", "a_1 b"), ("a|b|", ""), ("(a*)*", "aaa"),
            ("[a-]", "-"),
            ("\\d{0}", ""), ("x{3}", "xxx"),
        ])
    func matches(_ source: String, _ text: String) throws {
        #expect(try Pattern(source).matches(text))
    }

    @Test(
        "Don't match a part",
        arguments: [
            ("abc", "abcd"), ("abc", "ab"), ("[A-Z]\\d{7}", "b1234567"), ("\\d{1,3}", ""),
            ("\\d{1,3}", "1234"),
            ("\\d", "٣"), ("a?b*c+", "ab"), ("[^0-9]", "5"), ("(ab|cd)+", "abc"), ("x{3}", "xx"),
            ("a|b", "ab"),
        ])
    func fails(_ source: String, _ text: String) throws {
        #expect(try !Pattern(source).matches(text))
    }

    @Test(
        "What is no pattern",
        arguments: [
            "(", ")", "(a", "[", "[a", "[]", "a{", "a{1", "a{x}", "a{2,1}", "a{256}", "*", "+a", "?", "a**",
            "a+?",
            "\\", "\\q", "\\1", "\\p{Lu}", "(?=a)", "(?<n>a)", "a^b", "a$b", "[z-a]",
            String(repeating: "(", count: 40),
            String(repeating: "a", count: 1001), "((a{200}){200}){200}",
            String(repeating: "(", count: 30) + String(repeating: "){255}", count: 30),
        ])
    func refuses(_ source: String) {
        #expect(throws: PatternError.self) { try Pattern(source) }
    }

    @Test(
        "Patterns that make other engines run for ever are quick",
        arguments: ["(a*)*b", "(a|a)*b", "(a+)+b", "(.*)*x", "a{0,255}a{0,255}b"])
    func linear(_ source: String) throws {
        let clock = ContinuousClock()
        let pattern = try Pattern(source)
        let time = clock.measure { #expect(!pattern.matches(String(repeating: "a", count: 255))) }
        #expect(time < .seconds(2))
    }
}
