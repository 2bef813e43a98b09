import Forms
import TUITesting
import Testing

@testable import TUI

@Suite(.serialized) struct FormSpeedTests {
    /// 200 fields on their own and 20 rows of 10.
    static let large: FormDefinition = {
        let groups = (0..<20).map { group in
            FormGroup(
                id: "g\(group)", title: "Nhóm",
                fields: (0..<10).map { field in
                    Field(
                        id: "f\(group)_\(field)", label: Phrase("Ô số \(field)"),
                        kind: field % 3 == 1 ? .text(TextRule(format: .phone)) : .text(TextRule()),
                        required: field % 2 == 0 ? .always : .never,
                        visibleWhen: field == 9 ? FormFixture.expression("f\(group)_0 != 'x'") : nil)
                })
        }
        let rows = FormGroup(
            id: "r", title: "Dòng",
            fields: (0..<10).map { field in
                Field(
                    id: "c\(field)", label: Phrase("Cột \(field)"), kind: .text(TextRule()), required: .always
                )
            }, repeats: Repeats(min: 20, max: 20))
        return FormDefinition(
            id: "lon", version: 1, title: "Lớn",
            pages: [FormPage(id: "p", title: "P", groups: groups + [rows])])
    }()

    static let small = FormDefinition(
        id: "nho", version: 1, title: "Nhỏ",
        pages: [
            FormPage(
                id: "p", title: "P",
                groups: [
                    FormGroup(
                        id: "g", title: "Nhóm",
                        fields: (0..<5).map {
                            Field(id: "f0_\($0)", label: Phrase("Ô số \($0)"), kind: .text(TextRule()))
                        })
                ])
        ])

    private func open(_ definition: FormDefinition, at path: FieldPath) -> FormState {
        var state = FormFixture.state(definition)
        state.focus(path)
        state.type("a")
        _ = state.drawn()
        return state
    }

    /// What one key costs: the work of the engine, and the cells that the terminal is sent.
    private func cost(_ state: inout FormState, _ key: Input) -> (work: FormGeometry.Work, cells: Int) {
        let before = state.geometry.work
        let frame = state.drawn()
        let drawing = state.geometry.work - before
        _ = state.handle(key)
        let after = state.drawn()
        _ = state.messageLine(.vi)
        return ((state.geometry.work - before) - drawing, after.changedCells(from: frame))
    }

    @Test("A key in a form of 400 fields does what it does in a form of five, and no more")
    func aKeyInALargeForm() {
        var small = open(Self.small, at: FieldPath("f0_1"))
        let five = cost(&small, .text("b"))
        #expect(five.work == .init(layouts: 0, conditions: 0, blocks: 6) && five.cells == 1)
        for path in [FieldPath("f3_1"), FieldPath("c4", group: "r", row: 9)] {
            var large = open(Self.large, at: path)
            for key in [Input.text("b"), .key(Key(.backspace)), .text("đ"), .key(Key(.left))] {
                let cost = cost(&large, key)
                #expect(cost.work.layouts == 0 && cost.work.conditions == 0, "\(path) \(key)")
                // A screenful has more fields than five: never more than it has rows.
                #expect(cost.work.blocks <= 21, "\(path) \(key)")
                #expect(cost.cells <= 1, "\(path) \(key)")
            }
        }
    }

    /// What is done between a key and the first change on the screen: the engine takes it, and the entry alone is drawn.
    private func first(_ state: inout FormState, _ key: Input) -> (
        work: FormGeometry.Work, cells: Int, rows: Int
    ) {
        var canvas = Canvas(size: Size(columns: 80, rows: 21))
        let context = ScreenContext(size: canvas.size, language: .vi)
        FormView.draw(state, into: &canvas, rect: canvas.bounds, context: context)
        let shown = canvas
        let before = state.geometry.work
        _ = state.handle(key)
        let rows = FormView.drawTyped(state, into: &canvas, context: context)
        return (state.geometry.work - before, canvas.changedCells(from: shown), rows?.count ?? -1)
    }

    @Test(
        "A key is on the screen after as much work in a form of 400 fields, and in its 20 rows, as in a form of five"
    )
    func theFirstChange() {
        var small = open(Self.small, at: FieldPath("f0_1"))
        for path in [FieldPath("f3_1"), FieldPath("c4", group: "r", row: 9)] {
            var large = open(Self.large, at: path)
            for key in [Input.text("b"), .key(Key(.backspace)), .text("đ")] {
                let (few, many) = (first(&small, key), first(&large, key))
                #expect(many.work == few.work && few.work.layouts == 0 && few.work.conditions == 0, "\(path)")
                #expect(many.cells == few.cells && few.cells == 1, "\(path) \(key)")
                #expect(many.rows == few.rows && few.rows == 1, "\(path) \(key)")
            }
        }
    }

    @Test func aKeyInADecisiveFieldAsksEachConditionAFewTimes() {
        var state = open(Self.large, at: FieldPath("f3_0"))
        // Twenty fields have a condition; it is asked again until nothing changes any more.
        let typed = cost(&state, .text("b"))
        #expect((20...60).contains(typed.work.conditions) && typed.work.layouts == 0 && typed.cells == 1)
        state.press("ctrl-u")
        let shows = cost(&state, .text("x"))
        #expect(shows.work.layouts == 1, "a field goes, and the page is laid out once")
        #expect(shows.work.conditions <= 80)
    }

    @Test func movingOnInALargeFormLaysNothingOut() {
        var state = open(Self.large, at: FieldPath("f3_1"))
        let cost = cost(&state, .key(Key(.tab)))
        #expect(cost.work.layouts <= 1 && cost.work.conditions == 0)
    }

    /// 200 and 200 fields against five, by the clock: generous, because tests run side by side and a screenful is
    /// drawn instead of five fields. `make bench` has the exact numbers.
    @Test func noSearchThroughTheFormAtAKey() {
        func median(_ definition: FormDefinition, at path: FieldPath) -> Duration {
            var state = open(definition, at: path)
            let times = (0..<200).map { round in
                ContinuousClock().measure {
                    _ = state.handle(round % 2 == 0 ? .text("b") : .key(Key(.backspace)))
                }
            }
            return times.sorted()[100]
        }
        let small = median(Self.small, at: FieldPath("f0_1"))
        #expect(median(Self.large, at: FieldPath("f3_1")) < small * 5)
        #expect(median(Self.large, at: FieldPath("c4", group: "r", row: 9)) < small * 5)
    }
}
