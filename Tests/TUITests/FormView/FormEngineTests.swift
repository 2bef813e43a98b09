import Forms
import TUI
import TUITesting
import Testing

@Suite struct FormEngineTests {
    private func text(_ id: String, _ rule: TextRule = TextRule(), required: Requirement = .never) -> Field {
        Field(id: id, label: Phrase(id.uppercased()), kind: .text(rule), required: required)
    }

    // MARK: - Moving

    @Test func autoAdvanceOnAFullFixedLengthField() {
        var state = FormFixture.state()
        let outcome = state.type("001185000123")
        #expect(state.focus?.field == "nop_thay")
        #expect(outcome.events.contains(.changed(FieldPath("so_dinh_danh"))))
        #expect(outcome.events.contains(.left(FieldPath("so_dinh_danh"))))
        #expect(outcome.events.contains(.entered(FieldPath("nop_thay"))))
    }

    @Test func goingBackIsFreeAndGoingOnMarks() {
        var state = FormFixture.state([text("a", required: .always), text("b", required: .always)])
        state.press("tab")
        #expect(state.errors.map(\.path.field) == ["a"])
        state.press("shift-tab")
        #expect(state.errors.map(\.path.field) == ["a"], "going back marks nothing new")
        state.type("x")
        #expect(state.errors.isEmpty)
    }

    @Test func enterIsNextAndTheLastOneLeadsToTheButton() {
        var state = FormFixture.state([text("a"), text("b")])
        state.press("enter", "enter")
        #expect(state.focus == nil)
        let result1 = state.press("enter")
        #expect(result1.submits)
    }

    @Test func formsThatDoNotWrapSaySo() {
        var state = FormState(
            FormDefinition(
                id: "f", version: 1, title: "F",
                pages: [
                    FormPage(
                        id: "p", title: "P", groups: [FormGroup(id: "g", title: "G", fields: [text("a")])])
                ]),
            today: FormFixture.today, submitLabel: nil)
        state.wraps = false
        let result2 = state.press("tab")
        #expect(result2.events.last == .edge(forward: true))
        let result3 = state.press("shift-tab")
        #expect(result3.events == [.edge(forward: false)])
        #expect(!state.isEnabled("form.submit"))
    }

    @Test func pagesByKeyAndByTabbing() {
        var state = FormFixture.state()
        let result4 = state.press("pgdn")
        #expect(result4.events.contains(.pageChanged(1)))
        #expect(state.page == 1)
        let result5 = state.press("pgdn")
        #expect(result5.events == [.refused])
        state.press("alt-left")
        #expect(state.page == 0)
        state.press("shift-tab")
        #expect(state.page == 1 && state.focus == nil, "round to the button")
    }

    @Test func onePageTurnsByGroups() {
        let groups = (1...3).map { number in
            FormGroup(id: "g\(number)", title: "G", fields: [text("a\(number)"), text("b\(number)")])
        }
        var state = FormFixture.state(
            FormDefinition(
                id: "f", version: 1, title: "F", pages: [FormPage(id: "p", title: "P", groups: groups)]))
        state.press("pgdn", "pgdn", "tab")
        #expect(state.focus?.field == "b3")
        state.press("pgup")
        #expect(state.focus?.field == "a2")
    }

    // MARK: - What depends on what

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
        state.press("shift-tab")
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

    @Test func theEngineSettlesAsTheValidatorDoes() {
        var generator = SeededGenerator(seed: 11)
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

    // MARK: - Filling in

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

    // MARK: - Undo

    @Test func undoGoesThroughTheFormInOrder() {
        var state = FormFixture.state([
            text("a"),
            Field(
                id: "r", label: "R",
                kind: .radio([Option(value: "1", label: "một"), Option(value: "2", label: "hai")])),
            text("b"),
        ])
        state.type("một hai")
        state.press("tab", "space", "tab")
        state.type("ba")
        state.press("alt-z")
        #expect(state.rawText("b") == "" && state.focus?.field == "b")
        state.press("alt-z")
        #expect(state.answers["r"] == nil && state.focus?.field == "r")
        state.press("alt-z", "alt-z")
        #expect(state.rawText("a") == "" && state.focus?.field == "a")
        let result14 = state.press("alt-z")
        #expect(result14.events == [.refused])
        state.press("alt-y", "alt-y", "alt-y", "alt-y")
        #expect(
            state.rawText("a") == "một hai" && state.answers["r"] == .text("1") && state.rawText("b") == "ba")
    }

    @Test func randomKeysNeverBreakAnythingAndUndoLeadsBack() {
        let keys = [
            "tab", "shift-tab", "enter", "up", "down", "left", "right", "home", "end", "backspace", "delete",
            "pgdn",
            "pgup", "f1", "f4", "f8", "f9", "f10", "esc", "insert", "ctrl-d", "alt-z", "alt-y", "alt-e",
            "alt-a", "alt-n",
            "alt-p", "ctrl-k", "ctrl-u", "ctrl-w", "alt-b", "space",
        ]
        for seed in 0..<12 {
            var generator = SeededGenerator(seed: UInt64(seed))
            var state = FormFixture.state()
            state.lastAnswers = ["dien_thoai": .text("0912345678")]
            for step in 0..<250 {
                if Int.random(in: 0..<3, using: &generator) == 0 {
                    state.type(
                        ["nguyen", "3112", "0", "Đ", " ", "c", "\u{1B}[2J", "đ"].randomElement(
                            using: &generator) ?? "a")
                } else {
                    state.press(keys.randomElement(using: &generator) ?? "tab")
                }
                if step % 7 == 0 {
                    let drawn = state.drawn(
                        Int.random(in: 1...130, using: &generator), Int.random(in: 1...30, using: &generator))
                    #expect(!drawn.text().unicodeScalars.contains("\u{1B}"))
                }
                _ = state.messageLine(.vi)
            }
            state.press("esc")
            for _ in 0..<2_000 {
                if state.press("alt-z").events.contains(.refused) { break }
            }
            #expect(state.rawText("ho_ten") == "" && state.rowCount("con") == 1)
            #expect(state.answers == FormFixture.state().answers, "seed \(seed)")
        }
    }

    // MARK: - Drafts

    @Test("UX-4 a draft brings everything back, wrong and half-typed text too")
    func drafts() throws {
        var state = FormFixture.state()
        state.type("00118")
        state.fill("ho_ten", value: .text("Nguyễn Thị Ánh"), source: "thẻ")
        state.press("tab", "space", "tab", "tab")
        state.type("31/13/20")
        state.press("pgdn")
        state.type("Bé Một")
        state.press("insert")
        state.type("Bé Hai")
        let bytes = try StrictJSON.encode(state.draft)
        let draft = try StrictJSON.decode(FormDraft.self, from: bytes)
        var other = FormFixture.state()
        let result15 = other.restore(draft)
        #expect(result15 == [])
        #expect(other.draft == state.draft)
        #expect(other.answers == state.answers)
        #expect(other.rawText("ngay_sinh") == "31/13/20")
        #expect(other.source(of: "ho_ten") == "thẻ" && other.isTyped("so_dinh_danh"))
        #expect(other.focus == FieldPath("ten", group: "con", row: 1) && other.page == 1)
        #expect(!other.isDirty)
    }

    @Test func aDraftOfAnotherVersionLosesNothing() {
        var old = FormFixture.state([text("a"), text("bo_di")])
        old.type("một")
        old.press("tab")
        old.type("hai")
        var new = FormFixture.state([text("moi"), text("a")])
        let homeless = new.restore(old.draft)
        #expect(homeless.map(\.text) == ["hai"] && homeless.map(\.pointer) == ["/answers/bo_di"])
        #expect(new.rawText("a") == "một")
    }

    @Test func changesAreCountedAndSavedMarksThem() {
        var state = FormFixture.state([text("a")])
        #expect(!state.isDirty && state.revision == 0)
        state.type("x")
        #expect(state.isDirty && state.revision == 1)
        state.markSaved()
        state.press("home")
        #expect(!state.isDirty)
    }

    // MARK: - Errors from the server

    @Test func serverErrorsFindTheirFields() {
        var state = FormFixture.state()
        let path = FieldPath(pointer: "/answers/con/0/ten") ?? FieldPath("")
        state.apply(serverErrors: [
            FieldError(
                path: path,
                issue: FieldIssue(code: "x", message: "Tên này đã có.", hint: "Xem lại giấy khai sinh.")),
            FieldError(
                path: FieldPath("khong_co"), issue: FieldIssue(code: "y", message: "Thủ tục đã hết hiệu lực.")
            ),
        ])
        #expect(state.focus == path && state.page == 1)
        #expect(state.drawn().text().contains("! Tên này đã có. Xem lại giấy khai sinh."))
        #expect(state.generalErrors.map(\.message.vi) == ["Thủ tục đã hết hiệu lực."])
        #expect(state.drawn().text().contains("! 2 lỗi: Họ và tên con, Thủ tục đã hết hiệu lực."))
        #expect(state.drawn().text().contains("[2 Tờ khai !]"))
        state.clearErrors()
        #expect(!state.drawn().text().contains("!"))
    }

    @Test func warningsHoldNothingUp() {
        var state = FormFixture.state(
            [text("a")],
            rules: [
                FormRule(
                    id: "w", holds: FormFixture.expression("a != 'x'"), field: "a", message: "Lạ.",
                    severity: .warning)
            ])
        state.type("x")
        let result16 = state.press("f10")
        #expect(result16.submits)
        #expect(state.drawn(40, 6).text().contains("▲ Lạ."))
    }

    @Test func anotherLanguageAtOnce() {
        var state = FormFixture.state()
        state.focus(FieldPath("dien_thoai"))
        state.press("tab")
        let english = state.drawn(language: .en).text()
        #expect(english.contains("As 0912345678.") && english.contains("“Điện thoại” is required"))
        #expect(state.messageLine(.en).text == "As name@office.vn.")
    }
}
