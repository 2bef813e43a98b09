import Forms
import TUITesting
import Testing

@testable import TUI

/// What a key shows before it is looked at: never anything but what the frame then has there.
@Suite struct ForeseenKeyTests {
    private struct FormScreen: Screen {
        typealias Message = Never
        var form: FormState

        var title: SafeText { "Tờ khai" }
        var scopes: [String] { form.scopes }
        var capturesText: Bool { form.capturesText }

        mutating func handle(_ event: ScreenEvent<Never>, _ context: ScreenContext) -> [Effect<Never>] {
            _ = form.handle(event)
            return []
        }

        func draw(into canvas: inout Canvas, _ context: ScreenContext) {
            canvas.within(Rect(column: 3, row: 2, columns: 60, rows: 16)) { canvas in
                FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
            }
        }

        func lineEnd(_ context: ScreenContext) -> LineEnd? { FormView.lineEnd(form, context: context) }
    }

    private func driver(typing: TypingOptions = TypingOptions()) -> TestDriver {
        let fields = [
            Field(id: "ten", label: "Họ tên", kind: .text(TextRule(maxLength: 8, uppercase: true))),
            Field(
                id: "so", label: "Số", kind: .text(TextRule(maxLength: 12, digitsOnly: true)),
                placeholder: "12 chữ số"),
            Field(id: "noi", label: "Nơi ở", kind: .text(TextRule(maxLength: 255))),
            Field(id: "ma", label: "Mã", kind: .text(TextRule(maxLength: 4)), autoAdvance: true),
            Field(id: "ngay", label: "Ngày sinh", kind: .date(DateRule())),
            Field(id: "mk", label: "Mật khẩu", kind: .password),
        ]
        let group = FormGroup(id: "g", title: "Nhóm", fields: fields)
        let form = FormFixture.state(
            FormDefinition(
                id: "t", version: 1, title: "T", pages: [FormPage(id: "p", title: "P", groups: [group])]))
        let driver = TestDriver(screen: FormScreen(form: form), actions: FormActions.all, time: ManualTime())
        driver.stage.typing = typing
        return driver
    }

    @Test func isWhatTheFrameThenShows() throws {
        let driver = driver()
        var random = SeededGenerator(7753)
        var keys: [(byte: UInt8?, input: Input)] = "aZ3 _~9".utf8.map {
            ($0, .text(String(Unicode.Scalar($0))))
        }
        for _ in 0..<3 { keys.append((0x7F, .key(Key(.backspace)))) }
        for text in ["ữ", "日", "e\u{301}\u{323}"] { keys.append((nil, .text(text))) }
        for key in [Key(.tab), Key(.left), Key(.end), Key(.end)] { keys.append((nil, .key(key))) }
        keys.append((nil, .paste("mười chữ nữa")))
        var foreseen = 0
        for step in 0..<8_000 {
            _ = driver.canvas
            let known = driver.stage.foreseen()
            let key = try #require(keys.randomElement(using: &random))
            driver.send(key.input)
            guard let byte = key.byte, let known, let shown = known.shown(for: byte) else { continue }
            foreseen += 1
            let frame = driver.canvas
            let cell = Cell(Unicode.Scalar(shown.character), role: known.role)
            #expect(frame[shown.place] == cell, "step \(step), key \(byte)")
            #expect(frame.cursor == shown.cursor, "step \(step), key \(byte)")
        }
        #expect(foreseen > 400)
    }

    @Test func aPlainKeyAtTheEndOfALineIs() throws {
        let driver = driver()
        driver.type("ha")
        let cursor = try #require(driver.canvas.cursor)
        let known = try #require(driver.stage.foreseen())
        let letter = try #require(known.shown(for: UInt8(ascii: "n")))
        #expect(letter.character == UInt8(ascii: "N"))
        #expect(letter.place == cursor)
        #expect(letter.cursor == cursor.offset(columns: 1))
        let erased = try #require(known.shown(for: 0x7F))
        #expect(erased.character == UInt8(ascii: " "))
        #expect(erased.place == cursor.offset(columns: -1))
        #expect(erased.cursor == erased.place)
        #expect(known.shown(for: 0x1B) == nil, "the beginning of a sequence")
        #expect(known.shown(for: 0xC6) == nil, "the beginning of a letter of more bytes")
    }

    @Test func nothingIsWhereAKeyNeedsThought() throws {
        let driver = driver()
        let letter = UInt8(ascii: "a")
        driver.type("12345678")
        _ = driver.canvas
        #expect(driver.stage.foreseen()?.shown(for: letter) == nil, "the line is full")
        #expect(driver.stage.foreseen()?.shown(for: 0x7F) != nil)
        driver.press("Left")
        _ = driver.canvas
        #expect(driver.stage.foreseen() == nil, "inside of the line")
        driver.press("Tab")
        _ = driver.canvas
        #expect(driver.stage.foreseen() == nil, "a placeholder stands where the digit will")
        driver.type("1")
        _ = driver.canvas
        let digits = try #require(driver.stage.foreseen())
        #expect(digits.shown(for: UInt8(ascii: "2")) != nil)
        #expect(digits.shown(for: letter) == nil, "no digit")
        #expect(digits.shown(for: 0x7F) == nil, "the placeholder comes back")
        driver.press("F1")
        _ = driver.canvas
        #expect(driver.stage.foreseen() == nil, "the help lies over the form")
        let telex = self.driver(typing: TypingOptions(method: .telex))
        telex.press("Tab", "Tab").type("a")
        _ = telex.canvas
        #expect(telex.stage.foreseen()?.shown(for: letter) == nil, "aa is â")
        #expect(telex.stage.foreseen()?.shown(for: 0x7F) != nil)
    }

    @Test func aByteIsAKeyOfItsOwnOnlyWhileNothingHasBegun() {
        var parser = InputParser()
        #expect(parser.isAtRest)
        _ = parser.feed([UInt8(ascii: "a")], at: 0)
        #expect(parser.isAtRest)
        for begun: [UInt8] in [[0x1B], [0x1B, 0x5B], [0xC6], [0xE1, 0xBB]] {
            var parser = InputParser()
            _ = parser.feed(begun, at: 0)
            #expect(!parser.isAtRest, "after \(begun)")
        }
    }
}
