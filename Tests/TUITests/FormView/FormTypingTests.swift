import Forms
import TUITesting
import Testing

@testable import TUI

/// What went wrong under an officer's hands, and must not again.
@Suite struct FormTypingTests {
    private func quantities() -> FormState {
        FormFixture.state([
            Field(
                id: "trang", label: "Số trang", kind: .number(NumberRule(min: 1)), required: .always,
                initial: .number(1)),
            Field(id: "tien", label: "Phí", kind: .money(NumberRule()), initial: .number(16_000)),
            Field(id: "ten", label: "Tên", kind: .text(TextRule())),
            Field(id: "ngay", label: "Ngày", kind: .date(DateRule())),
        ])
    }

    // MARK: - A preset is typed over

    @Test func aPresetIsTypedOverAndNeverBecomes14() {
        var state = quantities()
        state.type("4")
        #expect(state.rawText("trang") == "4")
        state.type("2")
        #expect(state.rawText("trang") == "42", "only the first key replaces")
        state.press("tab")
        state.type("25000")
        #expect(state.rawText("tien") == "25.000")
        state.press("alt-z")
        #expect(state.rawText("tien") == "16.000", "one step of undo brings the preset back")
        #expect(!state.isTyped("tien"), "and with it, that nobody typed it")
        state.press("alt-z")
        #expect(state.rawText("trang") == "1")
        state.press("alt-y")
        #expect(state.rawText("trang") == "42" && state.isTyped("trang"))
    }

    @Test(arguments: [("left", "41"), ("end", "14"), ("home", "41"), ("right", "14")])
    func arrowsBeginToEditAPreset(_ key: String, _ expected: String) {
        var state = quantities()
        state.press(key)
        state.type("4")
        #expect(state.rawText("trang") == expected)
    }

    @Test func backspaceEditsAndDeleteEmptiesAPreset() {
        var state = quantities()
        state.press("tab", "backspace")
        #expect(state.rawText("tien") == "1.600")
        state.press("shift-tab", "delete")
        #expect(state.rawText("trang") == "")
    }

    @Test func whatTheOfficerTypedIsNotTypedOver() {
        var state = quantities()
        state.type("4")
        state.press("tab", "shift-tab")
        state.type("0")
        #expect(state.rawText("trang") == "40")
    }

    @Test func aFilledOrSetValueIsTypedOverAndAPasteReplacesItToo() {
        var state = quantities()
        state.set("trang", to: .number(13))
        state.type("3")
        #expect(state.rawText("trang") == "3")
        state.fill("ten", value: .text("Lê A"), source: "thẻ")
        state.focus(FieldPath("ten"))
        _ = state.handle(.paste("Lê Thị B"))
        #expect(state.rawText("ten") == "Lê Thị B")
        state.press("alt-z")
        #expect(state.rawText("ten") == "Lê A")
        #expect(state.source(of: "ten") == "thẻ", "the mark comes back with the value")
    }

    @Test func aRefusedKeyLeavesThePresetAsItWas() {
        var state = FormFixture.state([
            Field(
                id: "so", label: "Số", kind: .text(TextRule(digitsOnly: true, fixedLength: 4)),
                initial: .text("2026"))
        ])
        let outcome = state.type("x")
        #expect(outcome.events == [.refused] && state.rawText("so") == "2026")
        state.type("1")
        #expect(state.rawText("so") == "1")
    }

    @Test func aPresetThatWillBeTypedOverIsShownSelected() {
        var state = quantities()
        #expect(state.drawn().cell("1").role == .selection)
        state.press("end")
        #expect(state.drawn().cell("1").role == .fieldFocused)
    }

    // MARK: - An empty dropdown

    @Test("DD-1 an empty dropdown of a required field reads like no choice that was made")
    func emptyDropdowns() {
        let options = OptionSource.fixed([Option(value: "a", label: "Thẻ căn cước")])
        var state = FormFixture.state([
            Field(
                id: "giay", label: "Loại giấy tờ",
                kind: .dropdown(options, multiple: false, empty: "Không"), required: .always),
            Field(id: "them", label: "Thêm", kind: .dropdown(options, multiple: false, empty: "Không")),
        ])
        let drawn = state.drawn()
        #expect(drawn.text().contains("Loại giấy tờ * Chọn…"))
        #expect(drawn.cell("…").role == .placeholder)
        #expect(drawn.text().contains("Thêm           Không") || drawn.text().contains("Thêm Không"))
        state.setLanguage(.en)
        #expect(state.drawn(language: .en).text().contains("Choose…"))
    }

    // MARK: - After the focus has gone on by itself

    @Test(arguments: ["tab", "enter"])
    func theHabitualKeyAfterAutoAdvanceSkipsNoField(_ key: String) {
        var state = FormFixture.state([
            FormFixture.applicant.fields[0], FormFixture.applicant.fields[2],
            FormFixture.applicant.fields[3],
        ])
        state.type("001158004321")
        let swallowed = state.press(key)
        #expect(swallowed.isHandled && state.focus == FieldPath("ho_ten"))
        state.type("Lê Thị Mỹ Hạnh")
        state.press(key)
        #expect(state.focus == FieldPath("ngay_sinh"))
        state.type("5/9/58")
        #expect(state.rawText("ho_ten") == "Lê Thị Mỹ Hạnh" && state.rawText("ngay_sinh") == "5/9/58")
    }

    @Test func onlyOneKeyIsSpentAndOnlyAtOnce() {
        var state = FormFixture.state([
            FormFixture.applicant.fields[0], FormFixture.applicant.fields[2],
            FormFixture.applicant.fields[3],
        ])
        state.type("001158004321")
        state.press("tab", "tab")
        #expect(state.focus == FieldPath("ngay_sinh"))
        state.press("shift-tab", "shift-tab", "backspace")
        state.type("2")
        _ = state.handle(.tick)
        state.press("left")
        state.press("tab")
        #expect(state.focus == FieldPath("ngay_sinh"), "something was done in between")
    }

    @Test func aScreenThatMovesOnAfterAScanMaySpendTheNextKeyToo() {
        var state = FormFixture.state()
        state.focus(FieldPath("dien_thoai"), advances: true)
        state.press("enter")
        #expect(state.focus == FieldPath("dien_thoai"))
        state.press("enter")
        #expect(state.focus == FieldPath("thu"))
    }

    @Test func aNameInADateFieldStaysInSightAndIsMarked() {
        var state = quantities()
        state.focus(FieldPath("ngay"))
        let outcome = state.type("Lê")
        #expect(outcome.events.contains(.refused), "a bell")
        #expect(state.messageLine(.vi).text.string.hasPrefix("Ô ngày chỉ nhận chữ số, ví dụ 12031985"))
        #expect(state.rawText("ngay") == "Lê")
        state.press("tab")
        #expect(state.rawText("ngay") == "Lê")
        #expect(state.errors.map(\.path) == [FieldPath("ngay")])
    }

    // MARK: - Printable keys belong to the form

    @Test(arguments: ["so_dinh_danh", "nop_thay", "gioi_tinh", "quan_he"])
    func noFieldLetsAPrintableKeyRunAnActionOfTheScreen(_ field: String) {
        var form = FormFixture.state(answers: Answers(values: ["nop_thay": .text("co")]))
        form.focus(FieldPath(field))
        #expect(form.capturesText)
        let search = Action("app.search", "Tìm", help: "Tìm.", keys: "/", "q", "5", scope: "global")
        let driver = TestDriver(
            screen: FormScreenTests.FormScreen(form: form), actions: FormActions.all + [search],
            chrome: Searching())
        driver.type("/q5")
        driver.expectNoText("app.search")
    }

    struct Searching: Chrome {
        enum Message: Sendable { case none }
        var log = ""
        mutating func handle(_ event: ChromeEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
            if case .action(let action) = event { log = action.rawValue }
            return []
        }
        func drawStatus(into canvas: inout Canvas, titles: [SafeText], _ context: ScreenContext) {
            canvas.put(SafeText(log), at: .zero)
        }
    }

    @Test func keysStillWorkInFieldsThatAreChosenFrom() {
        let driver = TestDriver(
            screen: FormScreenTests.FormScreen(form: FormFixture.state()), actions: FormActions.all)
        func form() -> FormState? { driver.screen(as: FormScreenTests.FormScreen.self)?.form }
        driver.press("tab", "space")
        #expect(form()?.answers["nop_thay"] == .text("co"))
        driver.press("right")
        #expect(form()?.answers["nop_thay"] == .text("khong"))
        driver.press("left").press("tab", "tab", "tab", "n")
        #expect(form()?.answers["gioi_tinh"] == .text("nu"))
        driver.type("%")
        #expect(driver.requests.contains { if case .bell = $0 { true } else { false } }, "not silent")
    }

    // MARK: - Bursts are keys in order

    @Test func digitsAndANameInOneBurstLoseNothing() {
        var state = FormFixture.state([
            FormFixture.applicant.fields[0], FormFixture.applicant.fields[2],
        ])
        _ = state.handle(.text("001084002345Phạm Đức Thịnh"))
        #expect(state.rawText("so_dinh_danh") == "001084002345")
        #expect(state.rawText("ho_ten") == "Phạm Đức Thịnh")
    }

    @Test func aBurstIntoFieldsEqualsItsKeysOneByOne() {
        let bursts = [
            "001084002345Phạm", "12031985n", "H26 x", "0010840023456", "abc", "31/12/1990", "  ", "%%9",
            "Nguyễn Văn A 12",
        ]
        for burst in bursts {
            for field in ["so_dinh_danh", "ho_ten", "ngay_sinh", "gioi_tinh", "dien_thoai", "thu"] {
                var whole = FormFixture.state()
                whole.focus(FieldPath(field))
                var single = whole
                _ = whole.handle(.text(burst))
                single.type(burst)
                #expect(whole.answers == single.answers, "\(burst) in \(field)")
                #expect(whole.focus == single.focus, "\(burst) in \(field)")
                #expect(whole.rawText(field) == single.rawText(field), "\(burst) in \(field)")
            }
        }
    }

    @Test func aBurstThroughParserAndStageIsKeysInOrder() {
        let form = FormFixture.state([FormFixture.applicant.fields[0], FormFixture.applicant.fields[2]])
        let driver = TestDriver(screen: FormScreenTests.FormScreen(form: form), actions: FormActions.all)
        var parser = InputParser(scanShape: { $0.contains("|") })
        var time: Int64 = 0
        func deliver(_ events: [InputParser.Event]) {
            for case .input(let input) in events { driver.send(input) }
        }
        for part in ["0", "01084", "002345Ph", "ạm Đức\tThịnh"] {
            deliver(parser.feed(Array(part.utf8), at: time))
            time += 5
        }
        deliver(parser.flush(at: time + 100))
        let state = driver.screen(as: FormScreenTests.FormScreen.self)?.form
        #expect(state?.rawText("so_dinh_danh") == "001084002345")
        #expect(state?.rawText("ho_ten") == "Phạm Đức")
    }

    // MARK: - Where the words stand

    @Test func helpStandsUnderItsFieldAndLabelsInColumns() {
        let state = FormFixture.state([
            Field(id: "a", label: "Ngày sinh", kind: .date(DateRule())),
            Field(id: "b", label: "Nơi cấp", kind: .text(TextRule(maxLength: 10))),
            Field(id: "c", label: "Ngày cấp", kind: .date(DateRule())),
            Field(id: "d", label: "Số", kind: .text(TextRule(maxLength: 8))),
        ])
        expectScreen(
            state.drawn(80, 8),
            """
            ┌ Nhóm ───────────────────────────────────────────────────────────────────────┐
            │ Ngày sinh DD/MM/YYYY  ▼               Nơi cấp                               │
            │           Ngày/tháng/năm, ví dụ 31/12/1990.                                 │
            │ Ngày cấp  DD/MM/YYYY  ▼               Số                                    │
            │           Ngày/tháng/năm, ví dụ 31/12/1990.                                 │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Gửi ]
            """)
    }

    @Test func aSourceThatHasNoRoomIsAMarkAndNoTornName() {
        var state = FormFixture.state()
        state.fill("so_dinh_danh", value: .text("001185000123"), source: "sổ đăng ký")
        state.fill("ho_ten", value: .text("Lê A"), source: "người nộp")
        let text = state.drawn().text()
        #expect(text.contains("001185000123  ▪  ") && text.contains("▪ người nộp"))
        #expect(!text.contains("ngư…") && !text.contains("sổ …"))
    }

    @Test func anErrorNamesItsFieldOnce() {
        var state = FormFixture.state()
        state.validate()
        state.press("alt-e")
        let text = state.drawn(100, 24).text()
        #expect(text.contains("! Chưa nhập “Điện thoại”") && !text.contains("Điện thoại: Chưa nhập"))
    }

    // MARK: - Choices by letters

    @Test func typingNamChoosesNamAndNotTheFirstWithAnN() {
        for (typed, chosen) in [("nam", "nam"), ("nu", "nu"), ("n", "nu"), ("nữ", "nu"), ("Nam", "nam")] {
            var state = FormFixture.state()
            state.focus(FieldPath("gioi_tinh"))
            state.type(typed)
            #expect(state.answers["gioi_tinh"] == .text(chosen), "\(typed)")
            var burst = FormFixture.state()
            burst.focus(FieldPath("gioi_tinh"))
            _ = burst.handle(.text(typed))
            #expect(burst.answers["gioi_tinh"] == .text(chosen), "\(typed) at once")
        }
        var state = FormFixture.state()
        state.focus(FieldPath("gioi_tinh"))
        state.type("nu")
        state.press("backspace")
        state.type("ư")
        #expect(state.answers["gioi_tinh"] == .text("nu"), "an input method writes the letter anew")
    }

    // MARK: - Cost

    @Test func aKeyChangesTheFormInPlace() {
        var form: FormState? = FormFixture.state()
        form?.focus(FieldPath("ho_ten"))
        form.update { $0.type("a") }
        func places() -> [UInt] {
            guard let form else { return [] }
            let entries = form.groups[0].rows[0].entries
            return [
                form.groups.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) },
                entries.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) },
            ]
        }
        let before = places()
        let outcome = form.update { $0.handle(.text("b")) }
        #expect(outcome?.isHandled == true && places() == before, "no copy of groups or fields")
        var none: FormState?
        #expect(none.update { $0.page } == nil)
    }
}

extension Canvas {
    /// The first cell from the top that shows this character, inside of frames.
    fileprivate func cell(_ wanted: Character) -> Cell {
        let lines = text().split(separator: "\n", omittingEmptySubsequences: false)
        for (row, line) in lines.enumerated() {
            if let column = Array(line).firstIndex(of: wanted) { return self[Point(column, row)] }
        }
        return self[.zero]
    }
}
