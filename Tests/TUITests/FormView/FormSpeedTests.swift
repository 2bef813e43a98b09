import Forms
import TUI
import TUITesting
import Testing

@Suite(.serialized) struct FormSpeedTests {
    /// 200 fields on their own and 20 rows of 10.
    static let large: FormDefinition = {
        let groups = (0..<20).map { group in
            FormGroup(
                id: "g\(group)", title: "Nhóm",
                fields: (0..<10).map { field in
                    Field(
                        id: "f\(group)_\(field)", label: Phrase("Ô số \(field)"),
                        kind: field % 3 == 0 ? .text(TextRule(format: .phone)) : .text(TextRule()),
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

    /// The median time of a key and the frame that it asks for.
    private func median(_ definition: FormDefinition, _ keys: [Input], at path: FieldPath?) -> Duration {
        var state = FormFixture.state(definition)
        if let path { state.focus(path) }
        let context = ScreenContext(size: Size(columns: 80, rows: 21))
        let clock = ContinuousClock()
        var times: [Duration] = []
        for round in 0..<300 {
            times.append(
                clock.measure {
                    _ = state.handle(keys[round % keys.count])
                    var canvas = Canvas(size: context.size)
                    FormView.draw(state, into: &canvas, rect: canvas.bounds, context: context)
                    _ = state.messageLine(.vi)
                })
        }
        return times.sorted()[150]
    }

    @Test func aKeyInALargeFormCostsWhatItCostsInASmallOne() {
        let typing: [Input] = [.text("a"), .text("b"), .key(Key(.backspace))]
        let small = median(Self.small, typing, at: nil)
        let large = median(Self.large, typing, at: FieldPath("f3_1"))
        let rows = median(Self.large, typing, at: FieldPath("c4", group: "r", row: 9))
        let decisive = median(Self.large, typing, at: FieldPath("f3_0"))
        // A screenful of fields is drawn instead of five, and tests run side by side; a search through the
        // form at every key would show as twenty times and more. `make bench` has the exact numbers.
        #expect(large < small * 5)
        #expect(rows < small * 5)
        #expect(decisive < small * 8)
    }
}
