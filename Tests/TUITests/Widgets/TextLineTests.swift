import Forms
import TUI
import TUITesting
import Testing

@Suite struct TextLineTests {
    private func line(_ text: String = "", _ keys: String...) -> TextLine {
        var line = TextLine(text)
        for key in keys { press(&line, key) }
        return line
    }

    private func press(_ line: inout TextLine, _ name: String) {
        guard let key = Key(name: name) else { return }
        _ = line.handle(.key(key))
    }

    @Test(arguments: [
        (["backspace"], "Nguyễn Văn Đứ"),
        (["home", "delete"], "guyễn Văn Đức"),
        (["ctrl-a", "ctrl-k"], ""),
        (["ctrl-u"], ""),
        (["ctrl-w"], "Nguyễn Văn "),
        (["ctrl-w", "ctrl-w"], "Nguyễn "),
        (["ctrl-left", "ctrl-k"], "Nguyễn Văn "),
        (["ctrl-left", "ctrl-left", "ctrl-u"], "Văn Đức"),
        (["home", "ctrl-right", "ctrl-k"], "Nguyễn"),
        (["left", "left", "backspace"], "Nguyễn Văn ức"),
    ])
    func editing(keys: [String], expected: String) {
        var line = TextLine("Nguyễn Văn Đức")
        for key in keys { press(&line, key) }
        #expect(line.text == expected)
    }

    @Test func cursorStepsOverWholeLetters() {
        // Decomposed on purpose: e + circumflex + tilde is one letter, and one step.
        var line = line("e\u{302}\u{303}m", "home", "right")
        #expect(line.cursor == 1)
        press(&line, "backspace")
        #expect(line.text == "m")
    }

    @Test func textIsNFCAlsoWhereTheMarkComesLater() {
        var line = line()
        for part in ["e", "\u{302}", "\u{303}"] { _ = line.handle(.text(part)) }
        #expect(Array(line.text.unicodeScalars) == ["\u{1EC5}"])
        #expect(line.buffer.count == 1)
    }

    @Test func inputMethodRewritesTheLastLetters() {
        // What ibus-unikey sends for "việt": letters, then Backspace and the recomposed ones in one read.
        var line = line()
        for input: Input in [
            .text("v"), .text("i"), .text("e"), .key(Key(.backspace)), .text("ê"), .text("t"),
            .key(Key(.backspace)), .key(Key(.backspace)), .text("ệt"),
        ] {
            _ = line.handle(input)
        }
        #expect(line.text == "việt")
    }

    @Test func undoGoesByWordAndRedoForward() {
        var line = line()
        for character in "một hai" { _ = line.handle(.text(String(character))) }
        press(&line, "alt-z")
        #expect(line.text == "một ")
        press(&line, "ctrl-_")
        #expect(line.text == "")
        press(&line, "alt-y")
        press(&line, "alt-y")
        #expect(line.text == "một hai")
        press(&line, "ctrl-u")
        #expect(line.text == "")
        press(&line, "alt-z")
        #expect(line.text == "một hai")
        _ = line.handle(.text("!"))
        press(&line, "alt-y")
        #expect(line.text == "một hai!", "typing after undo ends what could be done again")
    }

    @Test("TF-2 the 256th character is refused visibly")
    func limit() {
        var line = TextLine(String(repeating: "a", count: 255))
        #expect(line.handle(.text("b")) == .refused)
        #expect(line.buffer.count == 255)
        #expect(line.notice?.vi == "Ô này dài nhất 255 ký tự; ký tự vừa gõ không được nhận.")
        _ = line.handle(.key(Key(.backspace)))
        #expect(line.notice == nil)
        #expect(line.handle(.text("b")) == .changed)
    }

    @Test("TF-2 a paste of 10,000 characters says what was refused")
    func longPaste() {
        var line = TextLine("đã có ")
        #expect(line.handle(.paste(String(repeating: "x", count: 10_000))) == .changed)
        #expect(line.buffer.count == 255)
        #expect(line.text.hasPrefix("đã có xxx"))
        #expect(
            line.notice?.vi
                == "Đã dán 249 ký tự; 9.751 ký tự cuối không được nhận vì ô dài nhất 255. Alt-Z để bỏ đoạn vừa dán."
        )
        press(&line, "alt-z")
        #expect(line.text == "đã có ")
    }

    @Test func towersOfMarksFindTheirLimit() {
        var line = TextLine(input: TextInput(maxLength: 10))
        _ = line.handle(.paste("a" + String(repeating: "\u{301}", count: 10_000)))
        #expect(line.text.unicodeScalars.count <= 40)
        #expect(line.notice != nil)
    }

    @Test func pasteIsOneLine() {
        var line = TextLine()
        _ = line.handle(.paste("một\nhai\tba\r\n"))
        #expect(line.text == "một hai ba")
    }

    @Test(arguments: [
        (TextInput.Alphabet.digits, "001 185-000.123", "001185000123"),
        (.digits, "00118500012a", ""),
        (.amount, "16.000 đ", "16.000"),
        (.amount, "16.000đồng", "16.000"),
        (.amount, "mười sáu", ""),
        (.date, "31/12/1990", "31/12/1990"),
    ])
    func pasteByAlphabet(alphabet: TextInput.Alphabet, pasted: String, expected: String) {
        var line = TextLine(input: TextInput(alphabet: alphabet))
        let outcome = line.handle(.paste(pasted))
        #expect(line.text == expected)
        #expect((outcome == .refused) == expected.isEmpty)
        #expect((line.notice != nil) == expected.isEmpty)
    }

    @Test func strangerIsRefusedVisibly() {
        var line = TextLine("12", input: TextInput(alphabet: .digits))
        #expect(line.handle(.text("x")) == .refused)
        #expect(line.text == "12")
        #expect(line.notice?.vi == "Ô này chỉ nhận chữ số; “x” không được nhận.")
    }

    @Test func drawnWithMarksWhereItIsLonger() {
        var line = TextLine("Xã hội chủ nghĩa Việt Nam")
        func shown() -> Canvas { canvas(14, 1) { line.draw(into: &$0, area: $0.bounds, isFocused: true) } }
        expectScreen(shown(), "‹iệt Nam")
        #expect(shown().cursor == Point(8, 0))
        press(&line, "home")
        expectScreen(shown(), " Xã hội chủ n›")
        #expect(shown().cursor == Point(1, 0))
        for _ in 0..<14 { press(&line, "right") }
        expectScreen(shown(), "‹ chủ nghĩa V›")
        expectRoles(shown(), "FFFFFFFFFFFFFF")
    }

    @Test("TF-1 a placeholder that is not the label disappears as typing starts")
    func placeholder() {
        var line = TextLine()
        func shown() -> Canvas {
            canvas(16, 1) {
                line.draw(into: &$0, area: $0.bounds, isFocused: true, placeholder: "Nguyễn Văn A")
            }
        }
        expectScreen(shown(), "Nguyễn Văn A")
        expectRoles(shown(), "ppppppppppppFFFF")
        _ = line.handle(.text("T"))
        expectScreen(shown(), "T")
        expectRoles(shown(), "FFFFFFFFFFFFFFFF")
    }

    @Test("TF-4 a password field hides its text")
    func secret() {
        var line = TextLine("tap-huan", isSecret: true)
        let hidden = canvas(12, 1) { line.draw(into: &$0, area: $0.bounds, isFocused: true) }
        expectScreen(hidden, "••••••••")
        line.isRevealed = true
        let shown = canvas(12, 1) { line.draw(into: &$0, area: $0.bounds, isFocused: true) }
        expectScreen(shown, "tap-huan")
    }

    @Test func neverDrawsOutsideOfItsArea() {
        for text in HostileText.all {
            for width in 0...12 {
                var line = TextLine(text)
                let drawn = canvas(14, 3) { canvas in
                    canvas.fill(canvas.bounds, with: "#")
                    line.draw(
                        into: &canvas, area: Rect(column: 1, row: 1, columns: width, rows: 1), isFocused: true
                    )
                }
                let rows = drawn.text().split(separator: "\n")
                #expect(rows[0] == "##############" && rows[2] == "##############")
                #expect(rows[1].first == "#" && rows[1].hasSuffix(String(repeating: "#", count: 13 - width)))
                if width > 0 { #expect(drawn.cursor.map { (1...width).contains($0.column) } == true) }
                press(&line, "home")
            }
        }
    }
}
