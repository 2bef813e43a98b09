import Forms
import Testing

@Suite("The linter of forms")
struct FormLintTests {
    /// A form of one page whose groups and rules are given.
    static func form(_ groups: String, rules: String = "") -> String {
        #"{"id":"x","version":1,"title":"x","pages":[{"id":"p","title":"p","groups":[\#(groups)]}],"rules":[\#(rules)]}"#
    }

    static func fields(_ fields: String, rules: String = "") -> String {
        form(#"{"id":"g","title":"g","fields":[\#(fields)]}"#, rules: rules)
    }

    static func lint(_ json: String) -> [String] {
        FormDefinition.lint(json.utf8, references: ["provinces", "communes"]).map {
            "\($0.pointer) \($0.code)"
        }
    }

    private static let base =
        #"{"id":"n","label":"n","type":"number"},{"id":"d","label":"d","type":"date"},{"id":"t","label":"t","type":"text"},"#
        + #"{"id":"h","label":"h","type":"time"},{"id":"c","label":"c","type":"checkbox"},"#
        + #"{"id":"dr","label":"dr","type":"date_range"},{"id":"r","label":"r","type":"radio","options":"#
        + #"[{"value":"a","label":"a"},{"value":"b","label":"b"}]}"#

    @Test(
        "Type mistakes in expressions",
        arguments: [
            ("d > n", "type_mismatch"), ("d == 3", "type_mismatch"), ("n == 'x'", "type_mismatch"),
            ("t < 'b'", "type_mismatch"), ("r == 'z'", "type_mismatch"), ("r in ['a', 'z']", "type_mismatch"),
            ("d > 'hôm qua'", "type_mismatch"), ("h > '25:00'", "type_mismatch"), ("d > h", "type_mismatch"),
            ("n and c", "type_mismatch"), ("not n", "type_mismatch"), ("n", "type_mismatch"),
            ("age(n) > 3", "type_mismatch"), ("t * 2 > 1", "type_mismatch"), ("t + 1 > 2", "type_mismatch"),
            ("d + d > d", "type_mismatch"), ("length(n) > 1", "type_mismatch"), ("dr > d", "type_mismatch"),
            ("start(d) > d", "type_mismatch"), ("min(n, d) > 3", "type_mismatch"),
            ("max(t) == 'a'", "type_mismatch"), ("zz == 1", "unknown_field"),
            ("count(zz) > 1", "unknown_field"),
            ("sum(g.n) > 1", "unknown_field"), ("c == true and d - d > 1 and n + 1 > 2", nil),
            ("d > '2026-01-31' and h >= '07:30' and r == 'a'", nil), ("end(dr) <= start(dr) + 731", nil),
            ("max(n, 3) > 2 and min(d, today()) < today() and empty(dr)", nil),
            ("r in ['a'] or r != 'b'", nil),
            ("n - 1 < age(d) * 2 and length(t) > 3", nil), ("t == r", nil), ("d == null", nil),
        ] as [(String, String?)])
    func types(_ source: String, _ code: String?) {
        let json = Self.fields(
            Self.base + #",{"id":"z","label":"z","type":"text","visible_when":"\#(source)"}"#)
        let found = Set(Self.lint(json))
        #expect(found == Set(code.map { ["/pages/0/groups/0/fields/7/visible_when \($0)"] } ?? []))
    }

    @Test(
        "Circles of computed and visible-when",
        arguments: [
            (#"{"id":"a","label":"a","type":"number","computed":"a + 1"}"#, 1),
            (
                #"{"id":"a","label":"a","type":"number","computed":"b + 1"},{"id":"b","label":"b","type":"number","computed":"a"}"#,
                1
            ),
            (
                #"{"id":"a","label":"a","type":"text","visible_when":"empty(b)"},{"id":"b","label":"b","type":"text","visible_when":"empty(a)"}"#,
                1
            ),
            (
                #"{"id":"a","label":"a","type":"number","computed":"b"},{"id":"b","label":"b","type":"number","visible_when":"a > 1"}"#,
                1
            ),
            (#"{"id":"a","label":"a","type":"text","required":"empty(a)"}"#, 1),
            (
                #"{"id":"a","label":"a","type":"text","required":"empty(b)"},{"id":"b","label":"b","type":"text","required":"empty(a)"}"#,
                0
            ),
            (
                #"{"id":"a","label":"a","type":"number","computed":"b"},{"id":"b","label":"b","type":"number","computed":"c"},"#
                    + #"{"id":"c","label":"c","type":"number"}"#,
                0
            ),
        ])
    func cycles(_ fields: String, _ count: Int) {
        let found = Self.lint(Self.fields(fields))
        #expect(found.count == count && found.allSatisfy { $0.hasSuffix(" cycle") }, "\(found)")
    }

    @Test("Circles through rows, groups and pages; a chain through all fields is none")
    func widerCycles() {
        let rows = Self.form(
            #"{"id":"con","title":"c","repeats":{},"visible_when":"tong > 1","fields":[{"id":"x","label":"x","type":"number"}]},"#
                + #"{"id":"g","title":"g","fields":[{"id":"tong","label":"t","type":"number","computed":"sum(con.x)"}]}"#
        )
        #expect(Self.lint(rows).map { $0.hasSuffix(" cycle") } == [true])
        let page = Self.form(
            #"{"id":"g","title":"g","visible_when":"a == 'x'","fields":[{"id":"a","label":"a","type":"text"}]}"#
        )
        #expect(Self.lint(page) == ["/pages/0/groups/0/fields/0/visible_when cycle"])
        let chain = (0..<400).map { index in
            #"{"id":"f\#(index)","label":"f","type":"number""#
                + (index == 0 ? "}" : #","computed":"f\#(index - 1) + 1"}"#)
        }
        #expect(Self.lint(Self.fields(chain.joined(separator: ","))) == [])
    }

    @Test(
        "Fields, each with the place of its mistake",
        arguments: [
            (#""type":"time","min":"17:00","max":"07:30""#, "/max range_reversed"),
            (#""type":"date","min":"today","max":"today-1""#, "/max range_reversed"),
            (#""type":"date_range","min":"2026-02-01","max":"2026-01-01""#, "/max range_reversed"),
            (#""type":"slider","min":5,"max":5"#, "/max range_reversed"),
            (#""type":"slider","min":0,"max":10,"step":3"#, "/step off_scale"),
            (#""type":"spin_box","min":0,"max":1000,"initial":0"#, "/max range_too_large"),
            (
                #""type":"spin_box","min":-9223372036854775808,"max":9223372036854775807,"initial":0"#,
                "/max range_too_large"
            ),
            (#""type":"spin_box","min":0,"max":10"#, " missing_initial"),
            (#""type":"spin_box","min":0,"max":10,"initial":11"#, "/initial bad_initial"),
            (#""type":"number","initial":"x""#, "/initial bad_initial"),
            (#""type":"number","step":0"#, "/step out_of_range"),
            (#""type":"text","width":0"#, "/width out_of_range"),
            (#""type":"text","sources":["card.name","card.soul"]"#, "/sources/1 unknown_source"),
            (#""type":"dropdown","reference":"planets""#, "/reference unknown_reference"),
            (#""type":"dropdown","options":[{"value":" x","label":"x"}]"#, "/options/0/value bad_value"),
            (
                #""type":"search","options":[{"value":"x","label":"x"}],"popular":[{"value":"y","label":"y"}]"#,
                "/popular/0/value unknown_option"
            ),
            (#""type":"files","types":["pdf","pdf"]"#, "/types duplicate_type"),
            (#""type":"text","pattern_message":"x""#, "/pattern_message without_pattern"),
            (#""type":"note","required":true"#, " note_takes_nothing"),
            (#""type":"number","computed":"today()""#, "/computed type_mismatch"),
            (#""type":"number","computed":"1","initial":1"#, "/computed computed_filled"),
            (#""type":"text","help":"a\u202Eb""#, "/help invalid_character"),
            (#""type":"text","help":" ""#, "/help empty"),
        ])
    func fields(_ members: String, _ place: String) {
        #expect(
            Self.lint(Self.fields(#"{"id":"a","label":"a",\#(members)}"#)) == [
                "/pages/0/groups/0/fields/0" + place
            ])
    }

    @Test("Every mistake is named at once, decoder's and linter's together, each with its line")
    func everything() {
        let json = """
            {"id": "x", "version": 0, "title": "x", "colour": "red",
             "pages": [{"id": "p", "title": "p", "groups": [{"id": "g", "title": "g", "fields": [
               {"id": "a", "label": "a", "type": "text", "max_length": 999, "shiny": true},
               {"id": "b", "label": "b", "type": "dial"},
               {"id": "c", "label": "c", "type": "text", "visible_when": "b == 1"},
               {"id": "d", "label": "d", "type": "text", "visible_when": "d d"},
               {"id": "c", "label": "c", "type": "radio", "options": [{"value": "1"}]}
             ]}]}],
             "rules": [{"id": "r", "holds": "a > 1", "field": "a"}]}
            """
        let found = FormDefinition.lint(json.utf8)
        #expect(
            found.map { "\($0.line ?? 0) \($0.pointer) \($0.code)" } == [
                "1 /colour unknown_key",
                "3 /pages/0/groups/0/fields/0/max_length invalid_value",
                "3 /pages/0/groups/0/fields/0/shiny unknown_key",
                "4 /pages/0/groups/0/fields/1/type invalid_value",
                "6 /pages/0/groups/0/fields/3/visible_when invalid_value",
                "7 /pages/0/groups/0/fields/4/options/0/label missing_key",
                "9 /rules/0/message missing_key",
                "1 /version out_of_range",
                "7 /pages/0/groups/0/fields/4/id duplicate_id",
            ])
    }

    /// Found by a review: five mistakes came to light only once two others were mended.
    @Test func whatCannotBeReadHidesNothingElse() {
        let json = """
            {"id": "x", "version": 1, "title": "x", "pages": [{"id": "p", "groups": [{"id": "g", "fields": [
               {"id": "a", "label": "a", "type": "txt", "visible_when": "nobody"},
               {"id": "b", "label": "b", "type": "number", "min": 9, "max": 1, "shiny": true},
               {"id": "c", "label": "c", "type": "text", "visible_when": "a == b"},
               {"id": "c", "type": "checkbox", "visible_when": "nowhere"}
             ]}]}],
             "rules": [{"id": "r", "holds": "nothing > 1", "field": "ghost", "message": "x"}]}
            """
        let found = FormDefinition.lint(json.utf8)
        #expect(
            found.map { "\($0.pointer) \($0.code)".replacing("/pages/0/groups/0/fields", with: "…") } == [
                "/pages/0/title missing_key", "/pages/0/groups/0/title missing_key", "…/0/type invalid_value",
                "…/1/shiny unknown_key", "…/3/label missing_key", "…/3/id duplicate_id",
                "…/0/visible_when unknown_field", "…/1/max range_reversed", "…/3/visible_when unknown_field",
                "/rules/0/field unknown_field", "/rules/0/holds unknown_field",
            ])
        let type = found.first { $0.pointer.hasSuffix("/type") }
        #expect(type?.message.hasPrefix("Không có “txt” ở đây; chỉ nhận: text, password,") == true)
    }

    @Test(
        "Broken JSON: line and column",
        arguments: [
            ("{\"id\": \"x\",\n \"version\": 1,,}", 2, 15), ("", 1, 1), ("{\n\n  \"họ\": tên}", 3, 9),
            ("{\"id\":\"a\",\n\"id\":\"b\"}", 2, 9), ("{} x", 1, 4),
        ])
    func syntax(_ json: String, _ line: Int, _ column: Int) {
        let found = FormDefinition.lint(json.utf8)
        #expect(found.count == 1)
        #expect(found.first?.line == line && found.first?.column == column, "\(found)")
    }

    @Test("10 MB are refused at once; so are too many of anything")
    func large() {
        let huge = Array(repeating: UInt8(ascii: "["), count: 10 << 20)
        let time = ContinuousClock().measure {
            #expect(FormDefinition.lint(huge).map(\.code) == ["too_large"])
        }
        #expect(time < .milliseconds(500))
        let fields = (0...FormLimits.fields).map { #"{"id":"f\#($0)","label":"f","type":"text"}"# }
        #expect(
            Self.lint(Self.fields(fields.joined(separator: ","))).contains(
                "/pages/0/groups/0/fields too_many"))
        #expect(Self.lint("[]") == [" wrong_type"])
    }

    @Test("A pattern that would take other engines for ever takes time linear in the text")
    func patterns() throws {
        for source in ["(a*)*b", "(a|a)*b", "(a|aa)+b", "((a?){10}){10}b", "(.*)*(.*)*(.*)*b"] {
            let pattern = try Pattern(source)
            func time(_ length: Int) -> Duration {
                let text = String(repeating: "a", count: length)
                return (0..<3).map { _ in ContinuousClock().measure { #expect(!pattern.matches(text)) } }
                    .min() ?? .zero
            }
            // Eight times the text: eight times the work, with room for a busy machine; an engine that goes back
            // would need 2^700 times as long.
            let (short, long) = (time(100), time(800))
            #expect(long < short * 40 + .milliseconds(50), "\(source): \(short) \(long)")
        }
        #expect(throws: PatternError.self) { try Pattern("((a{100}){100}){100}") }
    }

    @Test("Forms whose answers would take for ever to work out are refused")
    func costly() throws {
        // Every field sums two hundred rows up a hundred times over, and follows from the one before.
        let sum = Array(repeating: "sum(con.x)", count: 120).joined(separator: " + ")
        let fields = (0..<100).map { index in
            let tail = index > 0 ? " + f\(index - 1)" : ""
            return #"{"id":"f\#(index)","label":"f","type":"number","computed":"\#(sum + tail)"}"#
        }
        let rows =
            #"{"id":"con","title":"c","repeats":{"max":200},"fields":[{"id":"x","label":"x","type":"number"}]},"#
        let form = Self.form(rows + #"{"id":"g","title":"g","fields":[\#(fields.joined(separator: ","))]}"#)
        #expect(Self.lint(form) == ["/pages too_costly"])
        let patterns = (0..<20).map {
            #"{"id":"f\#($0)","label":"f","type":"text","pattern":"(a{255}){7}"}"#
        }
        #expect(Self.lint(Self.fields(patterns.joined(separator: ","))) == ["/pages too_costly"])
        // Rules between fields are worked out, too: a hundred of them over every row.
        let rules = (0..<100).map {
            #"{"id":"r\#($0)","holds":"x > \#(sum)","field":"x","message":"m"}"#
        }
        #expect(
            Self.lint(Self.form(String(rows.dropLast()), rules: rules.joined(separator: ",")))
                == ["/pages too_costly"])
        // As much as may be published is worked out quickly.
        let chain = (0..<400).map { index in
            #"{"id":"f\#(index)","label":"f","type":"number""#
                + (index == 0 ? "}" : #","computed":"f\#(index - 1) + 1"}"#)
        }
        let text = Self.fields(chain.joined(separator: ","))
        #expect(Self.lint(text) == [])
        let definition = try StrictJSON.decode(FormDefinition.self, from: text.utf8)
        let time = ContinuousClock().measure {
            let settled = FormValidator(definition, today: SampleForm.today).settled(["f0": .number(1)])
            #expect(settled["f399"] == .number(400))
        }
        #expect(time < .seconds(30))
    }

    @Test("An expression in a row sees its row; outside, only what sums it up")
    func rows() {
        let groups =
            #"{"id":"con","title":"c","repeats":{},"fields":[{"id":"x","label":"x","type":"number"},"#
            + #"{"id":"y","label":"y","type":"text","visible_when":"x > 1"}]},"#
        #expect(
            Self.lint(
                Self.form(
                    groups
                        + #"{"id":"g","title":"g","fields":[{"id":"a","label":"a","type":"number","computed":"max(con.x) + count(con)"}]}"#
                )) == [])
        #expect(
            Self.lint(
                Self.form(
                    groups
                        + #"{"id":"g","title":"g","fields":[{"id":"a","label":"a","type":"text","visible_when":"x > 1"}]}"#
                ))
                == ["/pages/0/groups/1/fields/0/visible_when unknown_field"])
    }
}
