import Forms
import TUI
import TUITesting
import Testing

/// What a form never loses: undo, drafts, errors of the server.
@Suite struct FormKeepingTests {
    private func text(_ id: String, _ rule: TextRule = TextRule(), required: Requirement = .never) -> Field {
        Field(id: id, label: Phrase(id.uppercased()), kind: .text(rule), required: required)
    }

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
            "alt-a", "alt-q",
            "alt-p", "ctrl-k", "ctrl-u", "ctrl-w", "alt-b", "space",
        ]
        for seed in 0..<12 {
            var generator = SeededGenerator(UInt64(seed))
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

    @Test func changesAreCounted() {
        var state = FormFixture.state([text("a")])
        #expect(state.revision == 0)
        state.type("x")
        #expect(state.revision == 1)
        state.press("home")
        #expect(state.revision == 1)
    }

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
