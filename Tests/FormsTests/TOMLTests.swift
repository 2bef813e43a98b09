import Forms
import Testing

@Suite("TOML")
struct TOMLTests {
    private func read(_ text: String) -> Result<[String: TOMLValue], TOMLError> {
        do throws(TOMLError) {
            return .success(try TOMLValue.table(reading: text))
        } catch {
            return .failure(error)
        }
    }

    @Test(
        "A value is read as it was meant",
        arguments: [
            ("\"a b\"", .text("a b")), ("'a\\b'", .text("a\\b")), ("\"\"", .text("")), ("''", .text("")),
            ("\"\\t\\n\\\\ \\\" \\u1EA1 \\U0001F600\"", .text("\t\n\\ \" ạ 😀")),
            ("\"# no comment\" # a comment", .text("# no comment")),
            ("\"\"\"\nhai\ndòng\"\"\"", .text("hai\ndòng")), ("\"\"\"a\\\n   \n  b\"\"\"", .text("ab")),
            ("\"\"\"a\"\"b\"\"\"\"\"", .text("a\"\"b\"\"")), ("'''\na\\n'''''", .text("a\\n''")),
            ("0", .integer(0)), ("-17", .integer(-17)), ("+1_000", .integer(1000)), ("0xff", .integer(255)),
            ("0o17", .integer(15)), ("0b101", .integer(5)), ("9223372036854775807", .integer(.max)),
            ("1.5", .number(1.5)), ("-2e3", .number(-2000)), ("6.0e-1", .number(0.6)),
            ("inf", .number(.infinity)),
            ("true", .truth(true)), ("false", .truth(false)),
            ("[]", .list([])), ("[ 1, \"a\", ]", .list([.integer(1), .text("a")])),
            ("[ # one\n 1,\n\n [true]\n]", .list([.integer(1), .list([.truth(true)])])),
            ("{}", .table([:])),
            ("{ a.b = 1, c = 2 }", .table(["a": .table(["b": .integer(1)]), "c": .integer(2)])),
        ] as [(String, TOMLValue)])
    func values(text: String, value: TOMLValue) {
        #expect(read("x = " + text) == .success(["x": value]))
        #expect(read("# before\r\n\r\nx=" + text + "\r\n") == .success(["x": value]))
    }

    @Test("Tables come from headers, dotted keys and elements of lists")
    func tables() {
        let text = """
            \u{FEFF}title = "x"
            a.b = 1
            a."c d".e = 2
            [f.g]   # the parent is implied
            h = 3
            [f]
            i = 4
            [[j]]
            k = 5
            [j.l]
            m = 6
            [[j]]
            """
        #expect(
            read(text)
                == .success([
                    "title": .text("x"),
                    "a": .table(["b": .integer(1), "c d": .table(["e": .integer(2)])]),
                    "f": .table(["g": .table(["h": .integer(3)]), "i": .integer(4)]),
                    "j": .list([
                        .table(["k": .integer(5), "l": .table(["m": .integer(6)])]), .table([:]),
                    ]),
                ]))
    }

    @Test(
        "What is no TOML is refused, with its place",
        arguments: [
            ("a", 1, 2), ("a =", 1, 4), ("= 1", 1, 1), ("a = 1 b = 2", 1, 7), ("a = \"b", 1, 7),
            ("a = \"b\nc\"", 1, 7), ("\n\na = 'ạ\n", 3, 7), ("a = 1\na = 2", 2, 1), ("[a]\n[a]", 2, 1),
            ("a = 1\n[a]", 2, 1), ("a.b = 1\n[a]", 2, 1), ("[a.b]\n[a]\nb.c = 1", 3, 1),
            ("a = {b = 1}\na.c = 2", 2, 1), ("a = {b = 1}\n[a.c]", 2, 1), ("a = [1]\n[[a]]", 2, 1),
            ("[[a]]\n[a]", 2, 1), ("a = {b = 1,}", 1, 12), ("a = [1 2]", 1, 8), ("a = 01", 1, 5),
            ("a = 1__0", 1, 5), ("a = _1", 1, 5), ("a = 1.", 1, 5), ("a = .5", 1, 5), ("a = 0xg", 1, 5),
            ("a = 9223372036854775808", 1, 5), ("a = 2026-11-29", 1, 5), ("a = True", 1, 5),
            ("a = \"\\x\"", 1, 6), ("a = \"\\uD800\"", 1, 6), ("a = \"\\u12\"", 1, 6),
            ("a = \"\u{0}\"", 1, 6),
            ("# \u{7F}", 1, 3), ("a = 1\n\u{0}b", 2, 1), ("a\r= 1", 1, 2), ("[a", 1, 3), ("[[a]", 1, 5),
        ])
    func mistakes(text: String, line: Int, column: Int) {
        guard case .failure(let error) = read(text) else {
            Issue.record("\(text) was taken")
            return
        }
        #expect((error.line, error.column) == (line, column), "\(error)")
    }

    @Test("Lists in lists end the file's reading, not the program")
    func depth() {
        guard case .failure(let error) = read("a = " + String(repeating: "[", count: 100_000)) else {
            Issue.record("it was taken")
            return
        }
        #expect(error.reason.contains("lists"))
    }
}
