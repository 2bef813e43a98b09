import Forms
import TUI
import TUITesting
import Testing

/// How the focus goes through a form.
@Suite struct FormMoveTests {
    private func text(_ id: String, _ rule: TextRule = TextRule(), required: Requirement = .never) -> Field {
        Field(id: id, label: Phrase(id.uppercased()), kind: .text(rule), required: required)
    }

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

    @Test(arguments: [("31121990", true), ("31/12/1990", true), ("31/12/19", false), ("99999999", false)])
    func datesGoOnWhenTheyAreWhole(typed: String, goesOn: Bool) {
        var date = Field(id: "a", label: "A", kind: .date(DateRule()))
        date.autoAdvance = true
        var state = FormFixture.state([date, text("b")])
        state.type(typed)
        #expect((state.focus?.field == "b") == goesOn)
    }

    // MARK: - The mouse

    @Test func aClickSetsTheFocusAndChooses() {
        var state = FormFixture.state()
        let rows = state.drawn().text().split(separator: "\n", omittingEmptySubsequences: false)
        func click(_ text: String, _ column: Int) {
            let row = rows.firstIndex { $0.contains(text) } ?? 0
            _ = state.handle(.mouse(Mouse(.press, at: Point(column, row))))
        }
        click("Thường trú", 20)
        #expect(state.focus?.field == "thuong_tru")
        click("Nộp thay", 50)
        #expect(state.focus?.field == "nop_thay" && state.answers["nop_thay"] == .text("co"))
        click("Ngày sinh", 28)
        #expect(state.focus?.field == "ngay_sinh" && state.isPopupOpen)
        _ = state.drawn()
        _ = state.handle(.mouse(Mouse(.press, at: Point(79, 0))))
        #expect(!state.isPopupOpen)
        click("Tờ khai", 20)
        #expect(state.page == 1)
        _ = state.drawn()
        _ = state.handle(.mouse(Mouse(.scrollDown, at: Point(5, 5))))
        #expect(state.focus?.field == "sinh")
    }

    @Test func aClickInAListChooses() {
        var state = FormFixture.state([
            Field(
                id: "a", label: "Cách nhận",
                kind: .dropdown(
                    .fixed([Option(value: "1", label: "Tại quầy"), Option(value: "2", label: "Bưu chính")]),
                    multiple: false, empty: "Không"))
        ])
        state.press("down")
        let rows = state.drawn(50, 10).text().split(separator: "\n", omittingEmptySubsequences: false)
        let row = rows.firstIndex { $0.contains("Bưu chính") } ?? 0
        let outcome = state.handle(.mouse(Mouse(.press, at: Point(15, row))))
        #expect(outcome.events == [.changed(FieldPath("a"))])
        #expect(state.answers["a"] == .text("2") && !state.isPopupOpen)
    }

    @Test func whileARequestRunsNothingChangesAndTheFocusIsFree() {
        var state = FormFixture.state()
        state.press("tab", "tab", "tab", "f4")
        state.working = true
        #expect(!state.isPopupOpen)
        let before = state.answers
        for key in ["f4", "f9", "alt-z", "backspace", "ctrl-u", "insert", "ctrl-d"] { state.press(key) }
        state.type("1")
        _ = state.handle(.paste("2"))
        #expect(state.answers == before && !state.isPopupOpen)
        state.press("tab")
        state.press("space")
        #expect(state.focus?.field == "gioi_tinh" && state.answers == before)
        #expect(state.messageLine(.vi).text == "Đang gửi, chưa nhận phím này. Chờ một lát.")
    }
}
