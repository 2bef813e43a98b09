import Forms
import TUITesting
import Testing

@testable import TUI

/// Where things stand on a page, whatever the form and the window.
@Suite struct FormLayoutTests {
    private func randomForm(_ generator: inout SeededGenerator) -> FormDefinition {
        let options = (0..<Int.random(in: 1...6, using: &generator)).map {
            Option(value: "\($0)", label: Phrase("Lựa chọn số \($0)"))
        }
        func field(_ id: String) -> Field {
            let kinds: [FieldKind] = [
                .text(TextRule()), .text(TextRule(maxLength: 8)), .text(TextRule(format: .phone)), .password,
                .textArea(TextAreaRule()), .radio(options), .checkbox, .checkboxes(options),
                .dropdown(.fixed(options), multiple: false, empty: "Không"), .date(DateRule()),
                .money(NumberRule()), .number(NumberRule(min: 1, max: 9)), .note,
            ]
            let words = Int.random(in: 1...9, using: &generator)
            return Field(
                id: id, label: Phrase(Array(repeating: "nhãn", count: words).joined(separator: " ")),
                kind: kinds.randomElement(using: &generator) ?? .checkbox,
                required: Bool.random(using: &generator) ? .always : .never,
                help: Bool.random(using: &generator) ? "Một lời hướng dẫn khá dài cho ô này." : nil,
                locked: Int.random(in: 0..<8, using: &generator) == 0)
        }
        let groups = (0..<Int.random(in: 1...4, using: &generator)).map { group in
            FormGroup(
                id: "g\(group)", title: "Nhóm",
                fields: (0..<Int.random(in: 1...7, using: &generator)).map { field("f\(group)_\($0)") },
                repeats: Int.random(in: 0..<3, using: &generator) == 0 ? Repeats(min: 0, max: 4) : nil)
        }
        return FormDefinition(
            id: "f", version: 1, title: "F", pages: [FormPage(id: "p", title: "P", groups: groups)])
    }

    @Test func blocksNeverOverlapAndStayInTheirBoxes() {
        var generator = SeededGenerator(3)
        for _ in 0..<150 {
            var state = FormFixture.state(randomForm(&generator))
            for _ in 0..<3 { state.press("pgdn", "insert") }
            state.validate()
            for columns in [12, 30, 59, 79, 119, 120, 160] {
                let layout = FormLayout.make(state, page: 0, columns: columns)
                for (index, block) in layout.blocks.enumerated() {
                    #expect(block.area.row >= 0 && block.area.endRow <= layout.rows)
                    for other in layout.blocks[..<index] {
                        #expect(block.area.intersection(other.area).isEmpty, "\(columns)")
                    }
                    if case .button(.submit) = block.content { continue }
                    #expect(
                        layout.boxes.contains {
                            $0.area.contains(block.area.origin) && $0.area.endRow > block.area.endRow
                        })
                    for line in block.lines {
                        #expect(block.area.contains(line.at) && line.at.column + line.text.width <= columns)
                    }
                    if case .field(let field) = block.content {
                        #expect(field.entry.endColumn <= block.area.endColumn, "\(columns)")
                    }
                }
                for (index, box) in layout.boxes.enumerated() {
                    for other in layout.boxes[..<index] {
                        #expect(box.area.intersection(other.area).isEmpty)
                    }
                }
            }
        }
    }

    @Test func screenfulsCoverThePageAndShowTheFocus() {
        var generator = SeededGenerator(5)
        for _ in 0..<100 {
            let state = FormFixture.state(randomForm(&generator))
            let layout = FormLayout.make(state, page: 0, columns: 79)
            for height in [1, 2, 5, 9, 19, 60] {
                let tops = layout.tops(height: height)
                #expect(tops.first == 0 && tops == tops.sorted() && Set(tops).count == tops.count)
                #expect((tops.last ?? 0) + height >= min(layout.rows, height))
                for (top, next) in zip(tops, tops.dropFirst()) { #expect(next <= top + height) }
                for block in layout.blocks {
                    let cursor = block.area.row
                    let top = FormLayout.top(tops, showing: block.area, cursorRow: cursor, height: height)
                    #expect((top..<top + height).contains(cursor))
                    if block.area.rows <= height {
                        #expect(block.area.row >= top && block.area.endRow <= top + height)
                    }
                }
            }
        }
    }

    @Test func theLayoutIsMadeAnewOnlyWhenSomethingChanges() {
        var state = FormFixture.state()
        _ = state.drawn()
        let version = state.layoutVersion
        state.type("00118500012")
        _ = state.drawn()
        #expect(state.layoutVersion == version, "typing makes no new layout")
        var copy = state
        copy.type("x")
        copy.press("tab")
        #expect(copy.layoutVersion != state.layoutVersion)
        state.press("tab", "tab")
        #expect(copy.layoutVersion != state.layoutVersion, "two copies never share a version")
    }
}
