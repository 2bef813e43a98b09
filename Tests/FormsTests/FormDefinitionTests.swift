import Forms
import Testing

@Suite("Forms as data")
struct FormDefinitionTests {
    @Test("A form survives the way to JSON and back")
    func roundTrip() throws {
        let form = try SampleForm.definition()
        let bytes = try StrictJSON.encode(form)
        #expect(try StrictJSON.decode(FormDefinition.self, from: bytes) == form)
        #expect(form.groups.map(\.id) == ["nguoi", "chon", "con", "tong"])
        #expect(form.lint() == [])
    }

    @Test("Defaults")
    func defaults() throws {
        let form = try SampleForm.definition()
        let code = try #require(form.field("ma"))
        #expect(code.autoAdvance && code.required == .never && code.sources.isEmpty && !code.locked)
        #expect(
            try #require(form.field("ho_ten")).kind == .text(TextRule(maxLength: 50, format: .personName)))
        #expect(
            try #require(form.field("xa")).kind
                == .dropdown(
                    .reference("communes", parentField: "tinh"), multiple: false,
                    empty: Phrase("Không", en: "None")))
        #expect(form.field("ten") == nil && form.field("ten", group: "con") != nil)
        let repeats = try #require(form.groups[2].repeats)
        #expect(repeats.addLabel == "Thêm con" && repeats.removeLabel.vi == "Xóa dòng")
    }

    @Test(
        "A wrong field is refused with its place",
        arguments: [
            (#"{"id":"a","label":"a"}"#, "/type", "missing_key"),
            (#"{"id":"a","label":"a","type":"dial"}"#, "/type", "invalid_value"),
            (#"{"id":"a","label":"a","type":"text","min":1}"#, "/min", "unknown_key"),
            (#"{"id":"a","label":"a","type":"date","max_length":1}"#, "/max_length", "unknown_key"),
            (#"{"id":"a","label":"a","type":"radio"}"#, "/options", "missing_key"),
            (#"{"id":"a","label":"a","type":"text","required":"x =="}"#, "/required", "invalid_value"),
            (#"{"id":"a","label":"a","type":"text","required":1}"#, "/required", "wrong_type"),
            (#"{"id":"a","label":"a","type":"text","visible_when":"x &"}"#, "/visible_when", "invalid_value"),
            (#"{"id":"a","label":"a","type":"text","pattern":"("}"#, "/pattern", "invalid_value"),
            (#"{"id":"a","label":"a","type":"text","max_length":256}"#, "/max_length", "invalid_value"),
            (#"{"id":"a","label":"a","type":"text","format":"zip"}"#, "/format", "invalid_value"),
            (#"{"id":"a","label":"a","type":"date","min":"yesterday"}"#, "/min", "invalid_value"),
            (#"{"id":"a","label":"a","type":"date","min":"today*3"}"#, "/min", "invalid_value"),
            (
                #"{"id":"a","label":"a","type":"radio","options":[{"value":"x"}]}"#, "/options/0/label",
                "missing_key"
            ),
            (
                #"{"id":"a","label":"a","type":"radio","options":[{"value":"x","label":"x","icon":"y"}]}"#,
                "/options/0/icon", "unknown_key"
            ),
            (
                #"{"id":"a","label":"a","type":"dropdown","reference":"x","options":[]}"#, "/options",
                "unknown_key"
            ),
            (#"{"id":"a","label":"a","type":"text","initial":1.5}"#, "/initial", "invalid_value"),
        ])
    func refuses(_ json: String, _ pointer: String, _ code: String) {
        let error = #expect(throws: StrictJSONError.self) {
            try StrictJSON.decode(Field.self, from: json.utf8)
        }
        #expect(error?.pointer == pointer)
        #expect(error?.code == code)
    }

    @Test(
        "Bounds of dates",
        arguments: [
            ("2020-01-31", DateBound.date(LocalDate(epochDay: 18_292))), ("today", .today(offsetDays: 0)),
            ("today-365", .today(offsetDays: -365)), ("today+30", .today(offsetDays: 30)),
        ])
    func bounds(_ text: String, _ bound: DateBound) {
        #expect(DateBound(text) == bound)
        #expect(bound.text == text)
    }

    @Test("Answers keep their keys and natural types")
    func answers() throws {
        let json = #"{"aB":"x","c_d":[],"e":[{"F":1}],"g":false}"#
        let answers = try StrictJSON.decode(Answers.self, from: json.utf8)
        #expect(
            answers == [
                "aB": .text("x"), "c_d": .choices([]), "e": .rows([["F": .number(1)]]), "g": .flag(false),
            ])
        #expect(String(decoding: try StrictJSON.encode(answers), as: UTF8.self) == json)
    }

    @Test(
        "Answers that are none are refused at their place",
        arguments: [
            (#"{"a":1.5}"#, "/a"), (#"{"a":{"b":1}}"#, "/a"), (#"{"a":["x",1]}"#, "/a"),
            (#"{"a":["x",{}]}"#, "/a"),
            (#"{"a":[{"b":[{"c":1.5}]}]}"#, "/a"), ("[]", ""),
        ])
    func noAnswers(_ json: String, _ pointer: String) {
        let error = #expect(throws: StrictJSONError.self) {
            try StrictJSON.decode(Answers.self, from: json.utf8)
        }
        #expect(error?.pointer == pointer)
    }

    @Test(
        "What an author gets wrong",
        arguments: [
            (#"{"id":"a","label":"a","type":"text"},{"id":"a","label":"a","type":"text"}"#, "trùng mã"),
            (#"{"id":"Ă","label":"a","type":"text"}"#, "mã chỉ gồm"),
            (#"{"id":"a","label":"a","type":"text","visible_when":"b == 1"}"#, "không có mục nào tên"),
            (#"{"id":"a","label":"a","type":"text","required":"sum(g.x) > 1"}"#, "không có mục nào tên"),
            (#"{"id":"a","label":"a","type":"radio","options":[{"value":"x","label":"x"}]}"#, "1 lựa chọn"),
            (
                #"{"id":"a","label":"a","type":"checkboxes","options":[{"value":"1","label":"x"},{"value":"2","label":"x"},"#
                    + #"{"value":"3","label":"x"},{"value":"4","label":"x"},{"value":"5","label":"x"}]}"#,
                "5 lựa chọn"
            ),
            (
                #"{"id":"a","label":"a","type":"radio","options":[{"value":"x","label":"x"},{"value":"x","label":"y"}]}"#,
                "trùng giá trị"
            ),
            (#"{"id":"a","label":"a","type":"number","min":2,"max":1}"#, "bị ngược"),
            (
                #"{"id":"a","label":"a","type":"dropdown","reference":"x","parent_field":"b"}"#,
                "Không có mục cha"
            ),
        ])
    func lint(_ fields: String, _ words: String) throws {
        let json =
            #"{"id":"x","version":1,"title":"x","pages":[{"id":"p","title":"p","groups":[{"id":"g","title":"g","fields":["#
            + fields + "]}]}]}"
        let problems = try StrictJSON.decode(FormDefinition.self, from: json.utf8).lint()
        #expect(problems.count == 1 && problems[0].description.contains(words), "\(problems)")
    }
}
