import Forms
import TUI
import TUITesting
import Testing

@Suite struct TextBoxTests {
    private func press(_ box: inout TextBox, _ names: String...) {
        for name in names {
            if let key = Key(name: name) { _ = box.handle(.key(key)) }
        }
    }

    private func drawn(_ box: TextBox, _ columns: Int = 20, _ rows: Int = 4) -> Canvas {
        canvas(columns, rows) { box.draw(into: &$0, area: $0.bounds, isFocused: true) }
    }

    @Test("TA-2 text wraps, scrolls with a bar at the right, and never sideways")
    func wrapsAndScrolls() {
        let box = TextBox(
            "Đề nghị cấp bản sao trích lục khai sinh cho con là Nguyễn Thị Ánh, sinh năm 2020 tại Hà Nội.")
        let shown = drawn(box)
        expectScreen(
            shown,
            """
            trích lục khai sinh│
            cho con là Nguyễn  █
            Thị Ánh, sinh năm  █
            2020 tại Hà Nội.   █
            """)
        #expect(shown.cursor != nil)
    }

    @Test("TA-1 a live counter of characters and words")
    func counter() {
        var box = TextBox(maxLength: 500)
        for character in "hai từ" { _ = box.handle(.text(String(character))) }
        #expect(box.counter.vi == "6/500 ký tự, 2 từ")
        #expect(box.counter.text(.en) == "6/500 characters, 2 words")
    }

    @Test("TA-3 the height follows the text between the form's limits")
    func height() {
        var box = TextBox(rows: 2...4)
        #expect(box.height(columns: 10) == 2)
        box.setText("một\nhai\nba")
        #expect(box.height(columns: 10) == 3)
        box.setText(String(repeating: "dòng\n", count: 50))
        #expect(box.height(columns: 10) == 4)
    }

    @Test func arrowsKeepTheColumnAndStopAtTheEnds() {
        var box = TextBox("abcdef\nxy\nabcdef")
        _ = drawn(box)
        press(&box, "left", "up")
        #expect(box.buffer.cursor == 9, "the end of the short line")
        press(&box, "up")
        #expect(box.buffer.cursor == 2)
        #expect(box.handle(.key(Key(.up))) == .ignored, "whoever holds the box goes on")
        press(&box, "pgdn", "pgdn")
        #expect(box.handle(.key(Key(.down))) == .ignored)
    }

    @Test func homeAndEndAreOfTheLine() {
        var box = TextBox("một hai\nba bốn")
        press(&box, "home", "ctrl-k")
        #expect(box.text == "một hai\n")
        press(&box, "backspace", "ctrl-u")
        #expect(box.text == "")
    }

    @Test("TF-2 a paste beyond the limit says what was refused")
    func paste() {
        var box = TextBox(maxLength: 2000)
        _ = box.handle(.paste(String(repeating: "y", count: 10_000)))
        #expect(box.buffer.count == 2000)
        #expect(box.notice?.vi.contains("8.000 ký tự cuối không được nhận") == true)
    }

    @Test func pastedLinesStayLines() {
        var box = TextBox()
        _ = box.handle(.paste("một\r\nhai\n\tba"))
        #expect(box.text == "một\nhai\n ba")
    }

    @Test func hostileTextStaysInside() {
        for text in HostileText.all {
            for width in [0, 1, 2, 3, 7, 20] {
                let box = TextBox(text, maxLength: 20_000)
                let shown = canvas(24, 6) { canvas in
                    canvas.fill(canvas.bounds, with: "#")
                    box.draw(
                        into: &canvas, area: Rect(column: 1, row: 1, columns: width, rows: 4), isFocused: true
                    )
                }
                for (row, line) in shown.text().split(separator: "\n").enumerated() {
                    #expect(line.first == "#")
                    #expect(line.hasSuffix(String(repeating: "#", count: 23 - width)) || row == 0 || row == 5)
                }
            }
        }
    }

    @Test func everyCursorPositionIsInViewAndInOneLine() {
        let text = "Tôi  tên là   Nguyễn Văn A\n\nsốngtạimộtnơirấtdàikhôngcódấucách 王小明 x"
        var box = TextBox(text)
        _ = drawn(box, 12, 3)
        press(&box, "pgup", "pgup", "pgup", "pgup", "home")
        for _ in 0...text.count {
            let shown = drawn(box, 12, 3)
            #expect(shown.cursor.map { shown.bounds.contains($0) } == true)
            press(&box, "right")
        }
    }
}
