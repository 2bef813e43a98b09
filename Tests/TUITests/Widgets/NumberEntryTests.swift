import Forms
import TUI
import TUITesting
import Testing

@Suite struct NumberEntryTests {
    private func typed(_ text: String) -> NumberEntry {
        var entry = NumberEntry()
        for character in text { _ = entry.handle(.text(String(character))) }
        return entry
    }

    private func press(_ entry: inout NumberEntry, _ names: String...) {
        for name in names {
            if let key = Key(name: name) { _ = entry.handle(.key(key)) }
        }
    }

    @Test(arguments: [
        ("16000", "16.000"), ("1", "1"), ("1234567", "1.234.567"), ("16.000", "16.000"), ("12-", "12-"),
    ])
    func groupsWhileTyping(text: String, expected: String) {
        #expect(typed(text).text == expected)
    }

    @Test func cursorStaysAtItsDigit() {
        var entry = typed("1234567")
        press(&entry, "left", "left")
        _ = entry.handle(.text("9"))
        #expect(entry.text == "12.345.967")
        #expect(entry.line.cursor == 8)
        press(&entry, "backspace", "backspace")
        #expect(entry.text == "123.467")
        press(&entry, "home", "delete")
        #expect(entry.text == "23.467")
    }

    @Test func backspaceAfterAPointTakesTheDigit() {
        var entry = typed("16000")
        press(&entry, "home", "right", "right", "right", "backspace")
        #expect(entry.text == "1.000")
    }

    @Test func undoTakesDigitsAndPointsTogether() {
        var entry = typed("16000")
        _ = entry.perform("text.undo")
        #expect(entry.text == "")
        _ = entry.perform("text.redo")
        #expect(entry.text == "16.000")
    }

    @Test func atTheRightOfItsField() {
        let entry = typed("16000")
        let drawn = canvas(14, 1) { entry.draw(into: &$0, area: $0.bounds, isFocused: true) }
        expectScreen(drawn, "       16.000")
        expectRoles(drawn, "FFFFFFFFFFFFFF")
        #expect(drawn.cursor == Point(13, 0))
    }

    @Test func lettersStayInSightAndAPastedAmountIsTaken() {
        var entry = typed("1")
        #expect(entry.handle(.text("k")) == .changed)
        #expect(entry.text == "1k" && entry.notice?.vi.hasPrefix("Ô số chỉ nhận chữ số") == true)
        press(&entry, "ctrl-u")
        #expect(entry.handle(.paste("1.250.000 đ")) == .changed)
        #expect(entry.text == "1.250.000")
    }

    @Test func anythingAtAllKeepsItsCursorInside() {
        var generator = SeededGenerator(7)
        let keys = ["left", "right", "home", "end", "backspace", "delete", "alt-z", "alt-y", "ctrl-w"]
        var entry = NumberEntry()
        for _ in 0..<3_000 {
            if Bool.random(using: &generator),
                let key = Key(name: keys.randomElement(using: &generator) ?? "left")
            {
                _ = entry.handle(.key(key))
            } else {
                _ = entry.handle(
                    .text(["0", "5", "9", ".", ",", "-", " "].randomElement(using: &generator) ?? "1"))
            }
            #expect((0...entry.line.buffer.count).contains(entry.line.cursor))
        }
    }
}
