import Forms
import TUI
import TUITesting
import Testing

@Suite struct TooltipTests {
    @Test("TT-2 no sooner than 300 ms after the focus came")
    func delay() {
        var timer = TooltipTimer()
        timer.focusMoved(hasTooltip: true, at: 10_000)
        #expect(!timer.isVisible(at: 10_299))
        #expect(timer.isVisible(at: 10_300) && timer.deadline(after: 10_000) == 10_300)
        #expect(timer.deadline(after: 10_300) == nil)
    }

    @Test("TT-2 at once when the focus moves on between elements that have one")
    func moving() {
        var timer = TooltipTimer()
        timer.focusMoved(hasTooltip: true, at: 0)
        timer.focusMoved(hasTooltip: true, at: 200)
        #expect(!timer.isVisible(at: 499), "the first one was never seen")
        timer.focusMoved(hasTooltip: true, at: 700)
        #expect(timer.isVisible(at: 700))
    }

    @Test("TT-2 at once within 1,000 ms without one, and after 300 ms again from then on")
    func memory() {
        var timer = TooltipTimer()
        timer.focusMoved(hasTooltip: true, at: 0)
        timer.focusMoved(hasTooltip: false, at: 500)
        #expect(!timer.isVisible(at: 5_000))
        timer.focusMoved(hasTooltip: true, at: 1_499)
        #expect(timer.isVisible(at: 1_499))
        timer.hide(at: 2_000)
        timer.focusMoved(hasTooltip: true, at: 3_000)
        #expect(!timer.isVisible(at: 3_299) && timer.isVisible(at: 3_300))
    }

    @Test("TT-1 beside its element, below or above it where there is no room, and never cut off")
    func place() {
        let bounds = Rect(Size(columns: 30, rows: 3))
        func text(_ anchor: Rect) -> Canvas {
            canvas(30, 3) {
                let context = ScreenContext(size: $0.size)
                Tooltip.draw("Gửi cả biểu mẫu", into: &$0, anchor: anchor, bounds: bounds, context: context)
            }
        }
        func at(_ column: Int, _ row: Int, _ columns: Int) -> Rect {
            Rect(column: column, row: row, columns: columns, rows: 1)
        }
        expectScreen(text(at(0, 0, 8)), "          Gửi cả biểu mẫu")
        expectScreen(text(at(10, 0, 12)), "\n           Gửi cả biểu mẫu")
        expectScreen(text(at(20, 2, 8)), "\n              Gửi cả biểu mẫu")
        let none = canvas(10, 1) {
            let context = ScreenContext(size: $0.size)
            let place = Tooltip.draw(
                "Gửi cả biểu mẫu", into: &$0, anchor: $0.bounds, bounds: $0.bounds, context: context)
            #expect(place == nil)
        }
        expectScreen(none, "")
    }

    /// A form on a screen that waits as the form asks for.
    struct TipScreen: Screen {
        typealias Message = Never
        var form: FormState

        var title: SafeText { "Thử" }
        var scopes: [String] { form.scopes }
        var capturesText: Bool { form.capturesText }
        var deadline: Int64? { form.deadline }
        func messageLine(_ context: ScreenContext) -> MessageLine? { form.messageLine(context.language) }

        mutating func handle(_ event: ScreenEvent<Never>, _ context: ScreenContext) -> [Effect<Never>] {
            _ = form.handle(event)
            return []
        }

        func draw(into canvas: inout Canvas, _ context: ScreenContext) {
            FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
        }
    }

    @Test("BT-1 TT-1 TT-2 in a form: a button's tooltip, whose words stand on the message line as well")
    func inAForm() {
        let time = ManualTime()
        var form = FormFixture.state([Field(id: "mk", label: "Mật khẩu", kind: .password)])
        form.time = time
        let driver = TestDriver(screen: TipScreen(form: form), actions: FormActions.all, time: time)
        let help = "Hiện hoặc ẩn mật khẩu."
        driver.press("tab")
        #expect(driver.screenText.components(help) == 1, "on the message line at once")
        driver.advance(seconds: 0.299)
        #expect(driver.screenText.components(help) == 1)
        driver.advance(seconds: 0.001)
        #expect(driver.screenText.components(help) == 2)
        driver.press("tab")
        driver.expectText("[ Gửi ]  Enter để gửi; các ô được kiểm tra trước.")
        driver.press("tab")
        driver.expectNoText(help)
        #expect(driver.stage.nextDeadline == nil, "a field has none, and nothing is waited for")
        driver.advance(seconds: 1.5).press("tab")
        #expect(driver.screenText.components(help) == 1, "after a second without one it waits again")
    }

    @Test func aTooltipLeavesTheLastMessageInItsPlace() {
        let time = ManualTime()
        let children = FormGroup(
            id: "con", title: "Các con",
            fields: [Field(id: "ten", label: "Tên con", kind: .text(TextRule()))],
            repeats: Repeats(min: 0, max: 3))
        var form = FormFixture.state(
            FormDefinition(
                id: "t", version: 1, title: "T", pages: [FormPage(id: "p", title: "P", groups: [children])]))
        form.time = time
        let driver = TestDriver(screen: TipScreen(form: form), actions: FormActions.all, time: time)
        driver.press("enter").type("An").press("tab", "enter")
        driver.expectText("Đã xóa dòng. Alt-Z để lấy lại.").expectNoText("0 dòng")
        driver.advance(seconds: 0.3)
        driver.expectText("Đã xóa dòng. Alt-Z để lấy lại.").expectText("Có 0 dòng, nhiều nhất 3.")
    }

    /// A form with radio options, a password and a button, drawn once, and where its words stand.
    private func pointing() -> (driver: TestDriver, at: (String) throws -> Point) {
        let time = ManualTime()
        let options = [
            Option(value: "a", label: "Tại quầy", help: "Nhận ở bộ phận một cửa."),
            Option(value: "b", label: "Bưu điện", help: "Gửi về địa chỉ của người nhận."),
            Option(value: "c", label: "Khác"),
        ]
        var form = FormFixture.state([
            Field(id: "ten", label: "Tên", kind: .text(TextRule())),
            Field(id: "a", label: "Cách nhận", kind: .radio(options)),
        ])
        form.time = time
        let driver = TestDriver(
            screen: TipScreen(form: form), size: Size(columns: 100, rows: 24), actions: FormActions.all,
            time: time)
        let lines = SafeText.lines(driver.screenText)
        func at(_ word: String) throws -> Point {
            let row = try #require(lines.firstIndex { $0.string.contains(word) }, "\(word)")
            let text = lines[row].string
            let start = try #require(text.firstRange(of: word)).lowerBound
            return Point(SafeText(String(text[..<start])).width, row)
        }
        return (driver, at)
    }

    @Test(
        "TT-1 TT-2 the pointer stands for the focus: after 300 ms, at once when it moves on, and gone where it leaves"
    )
    func pointer() throws {
        let (driver, at) = pointing()
        driver.send(.mouse(Mouse(.move, button: 0, at: try at("Tại quầy"))))
        driver.expectNoText("Nhận ở bộ phận một cửa.")
        driver.advance(seconds: 0.299).expectNoText("Nhận ở bộ phận một cửa.")
        driver.advance(seconds: 0.001).expectText("Nhận ở bộ phận một cửa.")
        driver.send(.mouse(Mouse(.move, button: 0, at: try at("Bưu điện"))))
        driver.expectText("Gửi về địa chỉ của người nhận.").expectNoText("Nhận ở bộ phận một cửa.")
        driver.send(.mouse(Mouse(.move, button: 0, at: try at("Khác"))))
        driver.expectNoText("Gửi về địa chỉ của người nhận.")
        #expect(driver.stage.nextDeadline == nil, "nothing is waited for")
        driver.send(.mouse(Mouse(.move, button: 0, at: try at("Gửi"))))
        driver.expectText("Enter để gửi; các ô được kiểm tra trước.")
        driver.send(.mouse(Mouse(.move, button: 0, at: Point(99, 20)))).advance(seconds: 1.0)
        driver.send(.mouse(Mouse(.move, button: 0, at: try at("Gửi")))).advance(seconds: 0.299)
        driver.expectNoText("Enter để gửi").advance(seconds: 0.001).expectText("Enter để gửi")
    }

    @Test(
        "TT-1 a pointer that moves neither takes the focus nor the last message, and a key takes its tooltip away"
    )
    func pointerIsNoKey() throws {
        let (driver, at) = pointing()
        driver.press("f4").expectText(ToolkitStrings.noList.vi)
        driver.send(.mouse(Mouse(.move, button: 0, at: try at("Tại quầy")))).advance(seconds: 0.3)
        driver.expectText("Nhận ở bộ phận một cửa.").expectText(ToolkitStrings.noList.vi)
        #expect(driver.screen(as: TipScreen.self)?.form.focus == FieldPath("ten"))
        driver.type("An").expectNoText("Nhận ở bộ phận một cửa.").expectText("An")
    }

    @Test("TT-1 the help of an option is its tooltip, and on the message line too")
    func options() {
        let time = ManualTime()
        let options = [
            Option(value: "a", label: "Tại quầy", help: "Nhận ở bộ phận một cửa."),
            Option(value: "b", label: "Bưu điện", help: "Gửi về địa chỉ của người nhận."),
        ]
        var form = FormFixture.state([Field(id: "a", label: "Cách nhận", kind: .radio(options))])
        form.time = time
        let driver = TestDriver(screen: TipScreen(form: form), actions: FormActions.all, time: time)
        driver.press("right").advance(seconds: 0.3)
        #expect(driver.screenText.components("Nhận ở bộ phận một cửa.") == 2)
        driver.press("right")
        #expect(driver.screenText.components("Gửi về địa chỉ của người nhận.") == 2, "at once")
    }
}
