import Forms
import Testing

@Suite("Expressions")
struct ExpressionTests {
    private static let today = LocalDate(epochDay: 20_780)  // 23/11/2026
    private static let answers: Answers = [
        "ten": .text("Ánh"), "trong": .text("  "), "so": .number(3), "am": .number(-2), "dung": .flag(true),
        "sai": .flag(false), "chon": .choices(["a", "b"]), "khong_chon": .choices([]),
        "sinh": .text("2008-11-24"), "ngay": .text("2026-12-01"), "hom_nay": .text("2026-11-23"),
        "to": .number(.max),
        "con": .rows([["tuoi": .number(3)], ["tuoi": .number(4), "ten": .text("B")], [:]]),
    ]

    private func value(_ source: String, row: Answers? = nil) throws -> Expression.Value {
        try Expression(parsing: source).evaluate(Self.answers, row: row, today: Self.today)
    }

    @Test(
        "True",
        arguments: [
            "true", "not false", "ten == 'Ánh'", "ten == \"Ánh\"", "ten == 'A\u{301}nh'", "ten != 'An'",
            "so == 3", "so != 4",
            "so < 4", "so <= 3", "so > 2", "so >= 3", "am < 0", "am == -2", "-so == -3", "- -so == 3",
            "so + 1 == 4",
            "so - 1 == 2", "so * so - 1 == 8", "2 + 3 * 4 == 14", "(2 + 3) * 4 == 20", "1 - 2 - 3 == -4",
            "dung", "not sai", "dung == true", "dung and not sai", "sai or dung", "not (sai and dung)",
            "sai and sai or dung", "dung or sai and sai", "not sai and dung",
            "so in [1, 2, 3]", "so not in [1, 2]", "ten in ['An', 'Ánh']", "'a' in chon", "'c' not in chon",
            "chon in ['b', 'x']", "so in [so]", "not (so in [])",
            "empty(trong)", "empty(khong_co)", "empty(khong_chon)", "not empty(ten)", "not empty(so)",
            "not empty(con)",
            "not empty(sai)", "empty(null)", "length(ten) == 3", "length(chon) == 2", "length(khong_co) == 0",
            "age(sinh) == 17", "age(sinh) < 18", "today() == hom_nay", "ngay > today()",
            "ngay <= today() + 8",
            "ngay - today() == 8", "today() - 1 < hom_nay", "ngay == '2026-12-01'",
            "'2026-02-28' + 1 == '2026-03-01'",
            "sum(con.tuoi) == 7", "count(con) == 3", "count(khong_co) == 0", "sum(khong_co.x) == 0",
            "khong_co == null", "ten != null", "khong_co != 'a'", "empty(to + 1)", "empty(to * 2)",
        ])
    func isTrue(_ source: String) throws {
        #expect(try value(source) == .bool(true))
    }

    @Test(
        "False",
        arguments: [
            "false", "ten == 'anh'", "so == '3'", "ten == 3", "khong_co == 'a'", "dung == 'true'", "so > 3",
            "sai and khong_co > 1", "khong_co in ['a']", "null in [null]", "empty(so)", "ten == null",
        ])
    func isFalse(_ source: String) throws {
        #expect(try value(source) == .bool(false))
    }

    @Test(
        "Neither: what can't be said spreads",
        arguments: [
            "null", "khong_co > 1", "khong_co", "khong_co + 1", "ten > 'An'", "ten + 'x'", "not khong_co",
            "not so",
            "dung and khong_co > 1", "sai or khong_co > 1", "age(ten)", "age(khong_co) > 18", "to + 1",
            "to * 2",
            "today() + to", "today() + today()", "so - today()", "dung < true", "chon > 1", "length(so)",
            "con",
            "ten * 2", "-ten",
        ])
    func isNeither(_ source: String) throws {
        let value = try value(source)
        #expect(value == .null)
        #expect(try !Expression(parsing: source).isTrue(Self.answers, today: Self.today))
    }

    @Test("In a row, its fields come first")
    func rows() throws {
        let row: Answers = ["tuoi": .number(9), "ten": .text("C")]
        #expect(try value("tuoi == 9 and ten == 'C' and so == 3", row: row) == .bool(true))
    }

    @Test(
        "Values",
        arguments: [
            ("1 + 2", Expression.Value.int(3)), ("today() + 30", .text("2026-12-23")), ("ten", .text("Ánh")),
            ("chon", .list(["a", "b"])), (#"'a\'b\\c'"#, .text(#"a'b\c"#)), ("\"a'b\"", .text("a'b")),
        ])
    func values(_ source: String, _ expected: Expression.Value) throws {
        #expect(try value(source) == expected)
    }

    @Test(
        "Mistakes are told with their column",
        arguments: [
            ("", 1, "cần một giá trị"), ("a ==", 5, "cần một giá trị"),
            ("a = 1", 3, "so sánh bằng viết “==”"),
            ("a == 'x", 6, "thiếu dấu nháy"), ("a b", 3, "cần hết biểu thức"), ("(a", 3, "cần “)”"),
            ("a)", 2, "hết"),
            ("a in", 5, "cần “[”"), ("a in [1", 8, "cần “]”"), ("a not b", 7, "cần “in”"),
            ("a & b", 3, "không hiểu"),
            ("a ! b", 3, "không hiểu"), ("system('x')", 1, "không có hàm “system”"),
            ("today(1)", 7, "cần “)”"),
            ("sum(a)", 1, "sum(nhóm.trường)"), ("sum(a.b.c)", 1, "sum(nhóm.trường)"),
            ("count(a.b)", 1, "count(nhóm)"),
            ("count(1)", 7, "tên nhóm"), ("a.b == 1", 1, "chỉ dùng được trong sum"),
            ("and a", 1, "cần một giá trị"),
            ("a and", 6, "cần một giá trị"), ("99999999999999999999", 1, "quá lớn"),
            ("a == 1 == 2", 8, "hết"),
            ("tuổi > 1", 3, "không hiểu"), ("sum(a.)", 1, "sum(nhóm.trường)"), ("a[0]", 2, "hết"),
            ("a; b", 2, "không hiểu"),
        ])
    func mistakes(_ source: String, _ column: Int, _ words: String) {
        let error = #expect(throws: ExpressionError.self) { try Expression(parsing: source) }
        #expect(error?.column == column)
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test(
        "Length and depth are bounded",
        arguments: ["(", "not ", "-", "empty(", "[", "a in [", "a + ", "a and ", "'"])
    func bounds(_ piece: String) {
        for count in [40, 1_000, 10_000_000 / piece.utf8.count] {
            let source = String(repeating: piece, count: count) + "a"
            // What is short and flat enough to be read has to be worked out too.
            if let expression = try? Expression(parsing: source) {
                #expect(count == 40)
                _ = expression.evaluate(Self.answers, today: Self.today)
            }
        }
    }

    @Test("JSON is the source; a wrong one names its column")
    func json() throws {
        let expression = try StrictJSON.decode(Expression.self, from: "\"so > 2\"".utf8)
        #expect(expression.isTrue(Self.answers, today: Self.today))
        #expect(try StrictJSON.encode(expression) == Array("\"so > 2\"".utf8))
        let error = #expect(throws: StrictJSONError.self) {
            try StrictJSON.decode(Expression.self, from: "\"so >\"".utf8)
        }
        #expect(error?.code == "invalid_value")
        #expect(error?.message.contains("cột 5") == true)
    }

    @Test("Names are all that it looks at")
    func names() throws {
        let expression = try Expression(
            parsing: "a == 1 and not empty(b) or sum(c.d) > count(e) - length(f) * age(g)")
        #expect(expression.names == ["a", "b", "c.d", "e", "f", "g"])
    }

    @Test(
        "Dates, times, ranges and extremes",
        arguments: [
            ("gio >= '07:30'", Expression.Value.bool(true)), ("gio < '07:30'", .bool(false)),
            ("gio == '08:15'", .bool(true)), ("start(dot) == '2026-01-01'", .bool(true)),
            ("end(dot) - start(dot)", .int(31)), ("end(ca)", .text("11:30")), ("start(khong_co)", .null),
            ("start(gio)", .null), ("end(nguoc)", .null),
            ("min(3, 1, 2)", .int(1)), ("max(gio, '09:00')", .text("09:00")),
            ("max('2026-01-02', today())", .text(SampleForm.today.iso)), ("max(1, khong_co)", .null),
            ("max(1, gio)", .null), ("min('a')", .null), ("max(con.tien)", .int(7)),
            ("min(con.tien)", .int(3)),
            ("max(con.sinh)", .text("2020-05-05")), ("min(con.khong_co)", .null), ("max(la.x)", .null),
            ("min(5)", .int(5)), ("max(min(1, 2), 3)", .int(3)),
        ])
    func extremes(_ source: String, _ expected: Expression.Value) throws {
        let answers: Answers = [
            "gio": .text("08:15"), "dot": .text("2026-01-01/2026-02-01"), "ca": .text("08:00/11:30"),
            "nguoc": .text("2026-02-01/2026-01-01"),
            "con": .rows([
                ["tien": .number(3), "sinh": .text("2020-05-05")], [:],
                ["tien": .number(7), "sinh": .text("2010-01-01")],
            ]),
        ]
        #expect(try Expression(parsing: source).evaluate(answers, today: SampleForm.today) == expected)
    }
}
