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
}
