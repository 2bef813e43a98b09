import Forms
import TUITesting
import Testing

@Suite("The validator")
struct FormValidatorTests {
    private func check(_ answers: Answers) throws -> [String] {
        let validator = FormValidator(try SampleForm.definition(), today: SampleForm.today)
        return validator.check(answers).map {
            $0.path.pointer.dropFirst("/answers/".count) + " " + $0.issue.code
        }
    }

    @Test("Nothing wrong")
    func fine() throws {
        #expect(try check(SampleForm.answers()) == [])
    }

    @Test("Everything left out: what is required, in the order of the form")
    func empty() throws {
        #expect(
            try check([:]) == [
                "ho_ten required", "dien_thoai required", "ngay_sinh required", "quan_he required",
                "cam_doan required", "con too_few_rows",
            ])
    }

    private static let singleRows: [([String: Answer?], [String])] = [
        (["ho_ten": .text("  ")], ["ho_ten required"]), (["cam_doan": .flag(false)], ["cam_doan required"]),
        (["ho_ten": .text("A1")], ["ho_ten person_name"]), (["so_dd": .text("1")], ["so_dd identity_number"]),
        (["dien_thoai": .text("091")], ["dien_thoai phone"]), (["thu": .text("x")], ["thu email"]),
        (["mst": .text("0100109107")], ["mst tax_code"]), (["ma_hs": .text("x")], ["ma_hs dossier_code"]),
        (["ho_chieu": .text("c1")], ["ho_chieu pattern"]), (["ma": .text("12")], ["ma wrong_length"]),
        (["ma": .text("12ab")], ["ma digits_only"]),
        (["ho_ten": .text(String(repeating: "a", count: 51))], ["ho_ten too_long"]),
        (["ngay_sinh": .text("12/03/1985")], ["ngay_sinh date"]),
        (["ngay_sinh": .text("1985-02-30")], ["ngay_sinh date"]),
        (["ngay_sinh": .text("2026-11-24")], ["ngay_sinh too_late"]),
        (["ngay_sinh": .text("2026-11-23")], []),
        (["ngay_sinh": .text("1899-12-31")], ["ngay_sinh too_early"]),
        (["so_ban": .number(0)], ["so_ban too_small"]), (["so_ban": .number(21)], ["so_ban too_large"]),
        (["so_ban": .text("3")], ["so_ban wrong_type"]), (["so_ban": .text("")], ["so_ban wrong_type"]),
        (["so_ban": .flag(true)], ["so_ban wrong_type"]), (["so_ban": .choices([])], ["so_ban wrong_type"]),
        (["ho_ten": .number(1)], ["ho_ten wrong_type"]), (["ho_ten": .choices(["a"])], ["ho_ten wrong_type"]),
        (["ho_ten": .rows([[:]])], ["ho_ten wrong_type"]),
        (["cam_doan": .text("x")], ["cam_doan wrong_type"]),
        (["le_phi": .number(-1)], ["le_phi too_small"]),
        (["quan_he": .text("x")], ["quan_he unknown_option", "con too_few_rows"]),
        (["giay_to": .choices(["x", "z"])], ["giay_to unknown_option"]),
        (["giay_to": .choices(["x", "x"])], ["giay_to repeated_option"]), (["giay_to": .choices([])], []),
        (["giay_to": .text("x")], ["giay_to wrong_type"]), (["ly_do": .choices(["a", "b"])], []),
        (["xyz": .text("a")], ["xyz unknown_field"]), (["luu_y": .text("a")], ["luu_y unknown_field"]),
        (["nguoi": .text("a")], ["nguoi unknown_field"]),
        (["con": .rows([["la": .number(1)]])], ["con/0/la unknown_field"]),
        (["ngay_hen": .text("2026-12-01")], []), (["ngay_hen": .text("2026-12-24")], ["ngay_hen too_late"]),
        (["ghi_chu": .text("a\nb")], []), (["ghi_chu": .text("a\u{0}")], ["ghi_chu invalid_character"]),
        (["ho_ten": .text("A\nB")], ["ho_ten invalid_character"]),
        // A known prefix is none of the 63: only a second look is asked for.
        (["so_dd": .text("003185000123")], ["so_dd identity_number"]),
    ]

    @Test("One field wrong", arguments: singleRows.indices)
    func single(_ index: Int) throws {
        let (changes, errors) = Self.singleRows[index]
        let found = try check(SampleForm.answers(changes))
        #expect(found == errors)
    }

    @Test("An unknown province is a warning")
    func warning() throws {
        let validator = FormValidator(try SampleForm.definition(), today: SampleForm.today)
        let errors = validator.check(SampleForm.answers(["so_dd": .text("003185000123")]))
        #expect(errors.map(\.issue.severity) == [.warning])
    }

    @Test("What is hidden counts for nothing, and what hangs on it neither")
    func hidden() throws {
        #expect(try check(SampleForm.answers(["quan_he_khac": .number(1), "con": .text("x")])) == [])
        let shown = SampleForm.answers(["quan_he": .text("khac"), "con": .rows([["ten": .text("B")]])])
        #expect(try check(shown) == ["quan_he_khac required"])
        var filled = shown
        filled["quan_he_khac"] = .text("khác")
        #expect(try check(filled) == ["ghi_chu required"])
        // The same text in the hidden field asks for nothing.
        #expect(try check(SampleForm.answers(["quan_he_khac": .text("khác")])) == [])
    }

    @Test("A box left out of the answers is not ticked, for conditions and rules as on the form itself")
    func untickedBox() throws {
        let form = FormDefinition(
            id: "f", version: 1, title: "F",
            pages: [
                FormPage(
                    id: "p", title: "P",
                    groups: [
                        FormGroup(
                            id: "g", title: "G",
                            fields: [
                                Field(id: "is_by_post", label: "Qua bưu chính", kind: .checkbox),
                                Field(
                                    id: "counter", label: "Quầy", kind: .text(TextRule()), required: .always,
                                    visibleWhen: try Expression(parsing: "not is_by_post")),
                            ])
                    ])
            ],
            rules: [
                FormRule(
                    id: "r", holds: try Expression(parsing: "is_by_post"), field: "is_by_post",
                    message: "Sai.")
            ])
        let validator = FormValidator(form, today: SampleForm.today)
        for answers in [Answers(), ["is_by_post": .flag(false)]] {
            let found = validator.check(answers).map { "\($0.path.field) \($0.issue.code)" }
            #expect(found == ["counter required", "is_by_post r"])
        }
        #expect(validator.check(["is_by_post": .flag(true)]).isEmpty)
    }

    @Test("Rows: too few, too many, each checked, conditions by row")
    func rows() throws {
        let base: [String: Answer?] = ["quan_he": .text("con")]
        func check(_ rows: Answer?) throws -> [String] {
            try self.check(SampleForm.answers(base.merging(["con": rows]) { $1 }))
        }
        #expect(try check(nil) == ["con too_few_rows"])
        #expect(try check(.choices([])) == ["con too_few_rows"])
        #expect(try check(.text("x")) == ["con wrong_type"])
        #expect(
            try check(.rows([[:], ["ten": .text("B"), "tien": .number(-1)]])) == [
                "con/0/ten required", "con/1/tien too_small",
            ])
        #expect(
            try check(
                .rows([
                    ["ten": .text("B"), "sinh": .text("2015-01-01")],
                    ["ten": .text("C"), "sinh": .text("2024-01-01")],
                ]))
                == ["con/0/truong required"])
        #expect(
            try check(.rows([["ten": .text("B"), "sinh": .text("1980-01-01"), "truong": .text("x")]])) == [
                "con/0/sinh con_sinh_sau"
            ])
        #expect(try check(.rows(Array(repeating: ["ten": .text("B")], count: 3))) == ["con nhieu_con"])
        #expect(try check(.rows(Array(repeating: [:], count: 4))) == ["con too_many_rows"])
    }

    @Test("Rules speak only where everything they compare is there")
    func rules() throws {
        let birth = SampleForm.answers(["ngay_sinh": .text("2026-11-23"), "ngay_hen": .text("2026-11-23")])
        #expect(try check(birth) == ["ngay_hen hen_sau_sinh"])
        #expect(
            try check(SampleForm.answers(["ngay_sinh": nil, "ngay_hen": .text("2026-11-23")])) == [
                "ngay_sinh required"
            ])
        let validator = FormValidator(try SampleForm.definition(), today: SampleForm.today)
        let issue = try #require(validator.check(birth).first).issue
        #expect(issue.message == "Ngày hẹn phải sau ngày sinh." && issue.hint == "Xem lại hai ngày.")
    }

    @Test("Computed values are worked out, and a sent one has to agree")
    func computed() throws {
        let validator = FormValidator(try SampleForm.definition(), today: SampleForm.today)
        let rows: Answer = .rows([
            ["ten": .text("B"), "tien": .number(3)], ["ten": .text("C"), "tien": .number(4)],
        ])
        let answers = SampleForm.answers(["quan_he": .text("con"), "con": rows])
        #expect(validator.settled(answers)["tong_tien"] == .number(7))
        #expect(validator.check(answers) == [])
        var wrong = answers
        wrong["tong_tien"] = .number(8)
        #expect(validator.check(wrong).map(\.issue.code) == ["computed"])
        wrong["tong_tien"] = .number(7)
        #expect(validator.check(wrong) == [])
        #expect(validator.settled(SampleForm.answers(["tong_tien": .number(9)]))["tong_tien"] == nil)
    }

    @Test("References are looked up where somebody can")
    func references() throws {
        let validator = FormValidator(try SampleForm.definition(), today: SampleForm.today) {
            set, value, parent in
            set == "provinces" ? value == "01" : value == "00070" && parent == "01"
        }
        func codes(_ changes: [String: Answer?]) -> [String] {
            validator.check(SampleForm.answers(changes)).map(\.path.field)
        }
        #expect(codes(["tinh": .text("01"), "xa": .text("00070")]) == [])
        #expect(codes(["tinh": .text("02"), "xa": .text("00070")]) == ["tinh", "xa"])
        #expect(codes(["xa": .text("00070")]) == ["xa"])
    }

    @Test("What stands on the form")
    func visible() throws {
        let validator = FormValidator(try SampleForm.definition(), today: SampleForm.today)
        let plain = validator.visibleFields(SampleForm.answers())
        #expect(plain.contains(FieldPath("ho_ten")) && !plain.contains(FieldPath("quan_he_khac")))
        #expect(!plain.contains(FieldPath("tong_tien")))
        let rows: Answer = .rows([["sinh": .text("2015-01-01")], [:]])
        let shown = validator.visibleFields(SampleForm.answers(["quan_he": .text("khac"), "con": rows]))
        #expect(shown.contains(FieldPath("quan_he_khac")) && shown.contains(FieldPath("tong_tien")))
        #expect(shown.contains(FieldPath("truong", group: "con", row: 0)))
        #expect(!shown.contains(FieldPath("truong", group: "con", row: 1)))
        #expect(shown.contains(FieldPath("ten", group: "con", row: 1)))
    }

    @Test("One field alone says what the whole check says of it", arguments: [1, 2] as [UInt64])
    func alone(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let definition = try SampleForm.definition()
        let validator = FormValidator(definition, today: SampleForm.today)
        let choices: [String: [Answer?]] = [
            "ho_ten": [nil, .text("A1"), .number(1), .text("Ánh")],
            "so_dd": [.text("003185000123"), .text("1")],
            "quan_he": [.text("khac"), .text("con"), .text("chinh"), nil],
            "quan_he_khac": [.text("khác"), nil],
            "ngay_sinh": [.text("2026-11-23"), .text("1985-03-12"), nil],
            "ngay_hen": [.text("2026-11-23"), nil],
            "con": [
                nil, .text("x"), .rows([]), .rows([["ten": .text("B"), "sinh": .text("1980-01-01")], [:]]),
                .rows(Array(repeating: ["ten": .text("B")], count: 3)),
                .rows(Array(repeating: [:], count: 5)),
            ],
        ]
        for _ in 0..<100 {
            var answers = Answers()
            for (id, values) in choices.sorted(by: { $0.key < $1.key }) {
                answers[id] = values.randomElement(using: &generator) ?? nil
            }
            let settled = validator.settled(answers)
            let whole = Dictionary(grouping: validator.check(answers), by: \.path)
            var paths = validator.visibleFields(answers).union(whole.keys)
            paths.insert(FieldPath("con"))
            for path in paths {
                #expect(validator.check(path, settled: settled) == whole[path]?.map(\.issue) ?? [], "\(path)")
            }
        }
        #expect(validator.check(FieldPath("la"), settled: [:]) == [])
        #expect(validator.check(FieldPath("ten", group: "con", row: 7), settled: [:]) == [])
    }

    @Test("Conditions that go in circles end")
    func circles() throws {
        let json = """
            {"id":"x","version":1,"title":"x","pages":[{"id":"p","title":"p","groups":[{"id":"g","title":"g","fields":[
              {"id":"a","label":"a","type":"text","visible_when":"empty(b)"},
              {"id":"b","label":"b","type":"text","visible_when":"empty(a)"},
              {"id":"c","label":"c","type":"number","computed":"c + 1"}]}]}]}
            """
        let form = try StrictJSON.decode(FormDefinition.self, from: json.utf8)
        let validator = FormValidator(form, today: SampleForm.today)
        #expect(validator.check(["a": .text("1"), "b": .text("2")]) == [])
        _ = validator.check(["c": .number(1)])
    }

    @Test("Hundreds of thousands of rows are refused quickly")
    func manyRows() throws {
        let rows = Answer.rows(
            Array(repeating: ["ten": .text("B"), "sinh": .text("2015-01-01")], count: 100_000))
        var errors: [String] = []
        let time = try ContinuousClock().measure {
            errors = try check(SampleForm.answers(["quan_he": .text("con"), "con": rows]))
        }
        #expect(errors.first == "con too_many_rows")
        #expect(time < .seconds(5))
    }

    @Test("Random answers never crash, and what is settled stays settled", arguments: [1, 2, 3] as [UInt64])
    func fuzz(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let definition = try SampleForm.definition()
        let validator = FormValidator(definition, today: SampleForm.today)
        let ids = definition.groups.flatMap { $0.fields.map(\.id) + [$0.id] } + ["la"]
        func answer(_ depth: Int) -> Answer {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: .text("")
            case 1:
                .text(["khac", "con", "2015-01-01", "x", "\u{202E}"].randomElement(using: &generator) ?? "")
            case 2: .number(Int.random(in: -3...30, using: &generator))
            case 3: .number([Int.min, Int.max].randomElement(using: &generator) ?? 0)
            case 4: .flag(Bool.random(using: &generator))
            case 5: .choices(["a", "x"])
            default: depth > 1 ? .choices([]) : .rows((0..<3).map { _ in answers(depth + 1) })
            }
        }
        func answers(_ depth: Int) -> Answers {
            var result = Answers()
            for id in ids where Bool.random(using: &generator) { result[id] = answer(depth) }
            return result
        }
        for _ in 0..<150 {
            let random = answers(0)
            _ = validator.check(random)
            let settled = validator.settled(random)
            #expect(validator.settled(settled) == settled)
        }
    }
}
