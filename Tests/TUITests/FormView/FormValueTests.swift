import Forms
import TUI
import TUITesting
import Testing

/// What fields hold: what depends on what, and what is filled in.
@Suite struct FormValueTests {
    private func text(_ id: String, _ rule: TextRule = TextRule(), required: Requirement = .never) -> Field {
        Field(id: id, label: Phrase(id.uppercased()), kind: .text(rule), required: required)
    }

    @Test func fieldsComeAndGoAndKeepWhatTheyHold() {
        var state = FormFixture.state()
        state.focus(FieldPath("nop_thay"))
        state.type("c")
        #expect(state.drawn().text().contains("Người nộp thay"))
        state.focus(FieldPath("ten_nguoi_nop"))
        state.type("Trần Văn B")
        state.focus(FieldPath("nop_thay"))
        state.type("k")
        #expect(!state.drawn().text().contains("Người nộp thay"))
        #expect(state.answers["ten_nguoi_nop"] == nil, "what is hidden does not count")
        #expect(state.rawText("ten_nguoi_nop") == "Trần Văn B", "and is not lost")
        state.type("c")
        #expect(state.answers["ten_nguoi_nop"] == .text("Trần Văn B"))
    }

    @Test func requiredWhen() {
        var state = FormFixture.state([
            text("a"), text("b", required: .when(FormFixture.expression("a == 'x'"))),
        ])
        #expect(!state.drawn(40, 5).text().contains("*"))
        state.type("x")
        #expect(state.drawn(40, 5).text().contains("B *"))
    }

    @Test func computedValuesFollow() {
        var state = FormFixture.state()
        state.focus(FieldPath("tro_cap", group: "con", row: 0))
        state.type("1500000")
        #expect(state.drawn().text().contains("Tổng trợ cấp 1.500.000 đ"))
        state.press("insert", "tab", "tab")
        state.type("500000")
        #expect(state.answers["tong_tro_cap"] == .number(2_000_000))
        state.press("ctrl-d")
        #expect(state.answers["tong_tro_cap"] == .number(1_500_000))
    }

    @Test func dependentOptionsAreAskedForAndForgotten() {
        let fields = [
            Field(
                id: "tinh", label: "Tỉnh",
                kind: .dropdown(.reference("provinces", parentField: nil), multiple: false, empty: "Không")),
            Field(
                id: "xa", label: "Xã",
                kind: .dropdown(.reference("communes", parentField: "tinh"), multiple: false, empty: "Không")),
        ]
        var state = FormFixture.state(fields)
        let provinces = OptionRequest(set: "provinces")
        let result6 = state.press("down")
        #expect(result6.events == [.needsOptions(provinces)])
        #expect(state.drawn(50, 10).text().contains("Đang tải danh sách…"))
        state.provide(
            [Option(value: "01", label: "Hà Nội"), Option(value: "79", label: "TP Hồ Chí Minh")],
            for: provinces)
        state.type("ha noi")
        state.press("enter", "tab")
        let result7 = state.press("f4")
        #expect(result7.events == [.needsOptions(OptionRequest(set: "communes", parent: "01"))])
        state.provide(
            [Option(value: "00001", label: "Hoàn Kiếm")], for: OptionRequest(set: "communes", parent: "01"))
        state.press("down", "enter")
        #expect(state.answers["xa"] == .text("00001"))
        #expect(state.drawn(50, 10).text().contains("Hoàn Kiếm"))
        state.focus(FieldPath("tinh"))
        state.type("ho chi")
        state.press("enter")
        #expect(state.answers["xa"] == nil, "a commune of another province means nothing")
        state.press("alt-z")
        #expect(state.answers["xa"] == .text("00001") && state.answers["tinh"] == .text("01"))
    }

    @Test func missingNamesAreAskedForOnce() {
        let fields = [
            Field(
                id: "tinh", label: "Tỉnh",
                kind: .dropdown(.reference("provinces", parentField: nil), multiple: false, empty: "Không"))
        ]
        var state = FormFixture.state(fields)
        state.fill("tinh", value: .text("01"), source: "thẻ")
        let result8 = state.missingOptions()
        #expect(result8 == [OptionRequest(set: "provinces")])
        let result9 = state.missingOptions()
        #expect(result9 == [])
        #expect(state.drawn(40, 5).text().contains("01"))
        state.provide([Option(value: "01", label: "Hà Nội")], for: OptionRequest(set: "provinces"))
        #expect(state.drawn(40, 5).text().contains("Hà Nội"))
    }

    @Test("DD-4 the next part of a long list is asked for at its end")
    func lazyLists() {
        var state = FormFixture.state([
            Field(
                id: "x", label: "Xã",
                kind: .dropdown(.reference("communes", parentField: nil), multiple: false, empty: "Không"))
        ])
        state.press("down")
        let options = (0..<20).map { Option(value: "\($0)", label: Phrase("Xã \($0)")) }
        state.provide(options, for: OptionRequest(set: "communes"), isComplete: false)
        let outcome = state.press("end")
        #expect(outcome.events == [.needsOptions(OptionRequest(set: "communes", offset: 20))])
        state.provide([Option(value: "z", label: "Xã cuối")], for: OptionRequest(set: "communes", offset: 20))
        state.press("end", "enter")
        #expect(state.answers["x"] == .text("z"))
    }

    /// 40 communes in parts of twenty, as a server gives them.
    private func part(_ offset: Int) -> [Option] {
        (offset..<offset + 20).map { Option(value: "\($0)", label: Phrase("Xã \($0)")) }
    }

    @Test("DD-3, DD-4 a filter, and all of them, are about the whole of a long list")
    func wholeLists() {
        func request(_ offset: Int) -> OptionRequest { OptionRequest(set: "communes", offset: offset) }
        func state(_ isMultiple: Bool) -> FormState {
            FormFixture.state([
                Field(
                    id: "x", label: "Xã",
                    kind: .dropdown(
                        .reference("communes", parentField: nil), multiple: isMultiple, empty: "Không"))
            ])
        }
        var one = state(false)
        one.press("down")
        let idle = one.provide(part(0), for: request(0), isComplete: false)
        #expect(idle == nil, "nobody has come to the end")
        #expect(one.type("3").events == [.needsOptions(request(20))])
        one.type("9")
        #expect(one.drawn(60, 12).text().contains("Đang tải danh sách…"))
        one.provide(part(20), for: request(20))
        one.press("enter")
        #expect(one.answers["x"] == .text("39"))
        var many = state(true)
        many.press("down")
        let next = many.provide(part(0), for: request(0), isComplete: false)
        #expect(next == request(20))
        many.provide(part(20), for: request(20))
        many.press("alt-a", "tab")
        #expect(many.answers["x"] == .choices((0..<40).map(String.init)))
    }

    @Test("DD-4 a value beyond the part that is there is asked for by its code")
    func namesBeyond() {
        var state = FormFixture.state([
            Field(
                id: "x", label: "Xã",
                kind: .dropdown(.reference("communes", parentField: nil), multiple: false, empty: "Không"))
        ])
        state.press("down")
        state.provide(part(0), for: OptionRequest(set: "communes"), isComplete: false)
        state.press("esc")
        state.fill("x", value: .text("33"), source: "thẻ")
        let asked = state.missingOptions()
        #expect(asked == [OptionRequest(set: "communes", code: "33")])
        state.provide([Option(value: "33", label: "Xã ba mươi ba")], for: asked[0])
        #expect(state.drawn(60, 5).text().contains("Xã ba mươi ba"))
        #expect(state.missingOptions().isEmpty && state.optionNames["communes"]?["33"] == "Xã ba mươi ba")
    }

    @Test func theEngineSettlesAsTheValidatorDoes() {
        var generator = SeededGenerator(11)
        let conditions = [
            "f0 == 'a'", "f1 != 'b'", "empty(f2)", "f3 == 'a' or f4 == 'b'", "not empty(f5) and f0 == 'b'",
            "count(r) > 1", "sum(r.n) > 10",
        ]
        for _ in 0..<60 {
            func condition() -> Expression? {
                Int.random(in: 0..<3, using: &generator) == 0
                    ? FormFixture.expression(conditions.randomElement(using: &generator) ?? "true") : nil
            }
            let groups = (0..<3).map { group in
                FormGroup(
                    id: "g\(group)", title: "G",
                    fields: (0..<3).map { field in
                        Field(
                            id: "f\(group * 3 + field)", label: "F", kind: .text(TextRule()),
                            visibleWhen: condition())
                    }, visibleWhen: condition())
            }
            let rows = FormGroup(
                id: "r", title: "R",
                fields: [
                    Field(id: "n", label: "N", kind: .number(NumberRule())),
                    Field(
                        id: "m", label: "M", kind: .text(TextRule()),
                        visibleWhen: FormFixture.expression("n > 5")),
                ], repeats: Repeats())
            let definition = FormDefinition(
                id: "f", version: 1, title: "F",
                pages: [
                    FormPage(id: "p", title: "P", groups: groups),
                    FormPage(id: "q", title: "Q", groups: [rows], visibleWhen: condition()),
                ])
            var state = FormFixture.state(definition)
            for _ in 0..<12 {
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: state.press("pgdn", "insert")
                case 1: state.type("7")
                default:
                    state.set(
                        "f\(Int.random(in: 0..<9, using: &generator))",
                        to: .text(["a", "b", "c"].randomElement(using: &generator) ?? "a"))
                }
                let validator = FormValidator(definition, today: FormFixture.today)
                let answers = state.answers
                #expect(validator.settled(answers) == answers)
                let visible = validator.visibleFields(answers)
                for group in definition.groups where group.repeats == nil {
                    for field in group.fields {
                        let isVisible =
                            state.draft.entries.contains { $0.pointer == "/answers/\(field.id)" }
                            && answers[field.id] != nil
                        if isVisible { #expect(visible.contains(FieldPath(field.id))) }
                    }
                }
            }
        }
    }

    @Test func aScanFillsManyFieldsInOneStep() {
        var state = FormFixture.state()
        state.focus(FieldPath("ho_ten"))
        state.type("Đã gõ")
        let refused = state.fill(
            [
                (FieldPath("so_dinh_danh"), .text("001185000123")),
                (FieldPath("ho_ten"), .text("Nguyễn Thị Ánh")),
                (FieldPath("ngay_sinh"), .text("1985-03-12")), (FieldPath("gioi_tinh"), .text("nu")),
            ], source: "thẻ")
        #expect(refused == [FieldPath("ho_ten")])
        #expect(state.answers["ngay_sinh"] == .text("1985-03-12"))
        #expect(state.rawText("ngay_sinh") == "12/03/1985")
        state.press("alt-z")
        #expect(state.rawText("so_dinh_danh") == "" && state.rawText("ngay_sinh") == "")
        #expect(state.rawText("ho_ten") == "Đã gõ")
        state.press("alt-y")
        #expect(state.rawText("so_dinh_danh") == "001185000123")
        #expect(state.source(of: "ngay_sinh") == "thẻ")
    }

    @Test func laterFillsReplaceEarlierOnes() {
        var state = FormFixture.state()
        state.fill("ho_ten", value: .text("Một"), source: "thẻ")
        let result10 = state.fill("ho_ten", value: .text("Hai"), source: "sổ đăng ký")
        #expect(result10)
        #expect(state.source(of: "ho_ten") == "sổ đăng ký")
        let result11 = state.fill("ho_ten", value: .text("Hai"), source: "thẻ")
        #expect(result11, "it holds that already")
        #expect(state.source(of: "ho_ten") == "sổ đăng ký")
    }

    @Test func f9RepeatsTheLastDossier() {
        var state = FormFixture.state()
        state.lastAnswers = ["dien_thoai": .text("0912345678"), "ho_ten": .text("Không lặp lại")]
        #expect(!state.isEnabled("form.repeat_last"))
        let result12 = state.press("f9")
        #expect(result12.events == [.refused])
        state.focus(FieldPath("dien_thoai"))
        #expect(state.isEnabled("form.repeat_last"))
        state.type("1")
        state.press("f9")
        #expect(state.rawText("dien_thoai") == "0912345678")
        #expect(state.source(of: "dien_thoai")?.vi == "hồ sơ trước")
        #expect(state.focus?.field == "thu")
        state.press("alt-z")
        #expect(state.rawText("dien_thoai") == "1")
    }

    @Test func lockedFieldsAreShownAndPassedBy() {
        var field = text("khoa")
        field.locked = true
        field.initial = .text("Bộ phận một cửa")
        var state = FormFixture.state([text("a"), field, text("b")])
        #expect(state.drawn(50, 6).text().contains("Bộ phận một cửa"))
        state.press("tab")
        #expect(state.focus?.field == "b")
        let result13 = state.focus(FieldPath("khoa"))
        #expect(!result13)
        #expect(state.answers["khoa"] == .text("Bộ phận một cửa"))
    }
}
