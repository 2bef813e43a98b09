import Forms
import TUI
import TUITesting
import Testing

/// Sliders and spin boxes.
@Suite struct NumberScaleTests {
    private func drawn(_ slider: Slider, _ columns: Int, _ rows: Int, ascii: Bool = false) -> Canvas {
        canvas(columns, rows) {
            slider.draw(
                into: &$0, area: $0.bounds, isFocused: true,
                context: ScreenContext(size: $0.size, ascii: ascii))
        }
    }

    private func press(_ slider: inout Slider, _ names: String...) {
        for name in names {
            if let key = Key(name: name) { _ = slider.handle(.key(key)) }
        }
    }

    @Test("SL-1 a lying slider begins with its minimum, has ticks, and shows its value live")
    func across() {
        var slider = Slider(SliderRule(min: 0, max: 60, step: 6, ticks: true, unit: "tháng"))
        expectScreen(
            drawn(slider, 40, 1), "0 ├─┼─┼─┼─┼─┼─┼─┼─┼─┼─┤ 60 Chưa chọn".replacing("60 C", with: "60  C"))
        press(&slider, "right", "right", "right")
        #expect(slider.value == 12)
        expectScreen(drawn(slider, 40, 1), "0 ├─┼─●─┼─┼─┼─┼─┼─┼─┼─┤ 60  12 tháng")
        press(&slider, "home")
        #expect(drawn(slider, 40, 1).text().hasPrefix("0 ●") && slider.value == 0)
        press(&slider, "end")
        #expect(drawn(slider, 40, 1).text().contains("● 60  60 tháng") && slider.value == 60)
        press(&slider, "right")
        #expect(slider.value == 60, "not beyond the end")
        press(&slider, "ctrl-left", "left")
        #expect(slider.value == 0, "ten steps, and no further than the end")
        #expect(drawn(slider, 40, 1, ascii: true).text() == "0 O-+-+-+-+-+-+-+-+-+-] 60  0 tháng")
    }

    @Test("SL-1 an upright slider has its minimum at the bottom")
    func upright() {
        var slider = Slider(SliderRule(min: 1, max: 5, vertical: true))
        press(&slider, "up", "up")
        #expect(slider.value == 2)
        expectScreen(
            drawn(slider, 8, 5),
            """
            ┬ 5
            │
            │
            ● 2
            ┴ 1
            """)
        #expect(drawn(slider, 8, 5).cursor == Point(0, 3))
        press(&slider, "down", "down")
        #expect(slider.value == 1)
    }

    @Test("SL-1 digits set the value, steps are kept, and what is out of the scale is refused with a word")
    func typed() {
        var slider = Slider(SliderRule(min: 0, max: 100, step: 5))
        _ = slider.handle(.text("4"))
        _ = slider.handle(.text("2"))
        #expect(slider.value == 40)
        #expect(slider.handle(.text("x")) == .refused)
        #expect(slider.notice?.vi == "Từ 0 đến 100, mỗi bước 5.")
        #expect(slider.handle(.paste(" 55 ")) == .changed && slider.value == 55)
        #expect(slider.handle(.paste("500")) == .refused && slider.value == 55)
        #expect(slider.handle(.key(Key(.delete))) == .changed && slider.value == nil)
    }

    @Test("SL-1 in a form: a click sets it, undo brings it back, an untouched one has no answer")
    func inAForm() {
        var state = FormFixture.state([
            Field(
                id: "a", label: "Thời hạn", kind: .slider(SliderRule(min: 0, max: 10, unit: "năm")),
                required: .always)
        ])
        _ = state.drawn()
        state.press("f10")
        #expect(state.errors.map(\.issue.code) == ["required"])
        state.press("right", "right")
        #expect(state.answers["a"] == .number(1) && state.errors.isEmpty)
        let track = state.drawn().text().split(separator: "\n")[1]
        guard let end = Array(track).firstIndex(of: "┤") else {
            Issue.record("no scale in \(track)")
            return
        }
        _ = state.handle(.mouse(Mouse(.press, at: Point(end, 1))))
        #expect(state.answers["a"] == .number(10))
        state.press("alt-z")
        #expect(state.answers["a"] == .number(1))
    }

    @Test func brokenScalesAreDrawnAndDoNothing() {
        for rule in [
            SliderRule(min: 5, max: 1), SliderRule(min: Int.min, max: Int.max),
            SliderRule(min: 0, max: 9, step: 0),
            SliderRule(min: 0, max: 0),
            SliderRule(min: 0, max: Int.max, step: 1, ticks: true, vertical: true),
        ] {
            var slider = Slider(rule, value: 3)
            press(&slider, "right", "end", "home", "ctrl-right", "up", "left")
            _ = slider.handle(.text("9"))
            for columns in 0...50 { _ = drawn(slider, columns, columns % 7) }
            _ = slider.click(at: Point(3, 0), area: Rect(column: 0, row: 0, columns: 30, rows: 3), .vi)
            #expect(slider.value.map { $0 >= rule.min } ?? true)
        }
    }

    // MARK: - Spin box

    @Test("SB-1 the default value is shown; typed, or stepped up and down within its range")
    func spinBox() {
        var state = FormFixture.state([
            Field(
                id: "a", label: "Số bản", kind: .spinBox(NumberRule(min: 1, max: 5)), initial: .number(2)),
            Field(id: "b", label: "Khác", kind: .text(TextRule())),
        ])
        #expect(
            state.drawn(60, 6).text().contains("Số bản 2 ▲▼") || state.drawn(60, 6).text().contains("2  ▲▼"))
        #expect(state.answers["a"] == .number(2))
        state.press("up")
        #expect(state.answers["a"] == .number(3) && state.focus == FieldPath("a"))
        state.press("down", "down", "down")
        #expect(state.answers["a"] == .number(1))
        #expect(state.messageLine(.vi).text == "Nhỏ nhất là 1.")
        let refused = state.press("down")
        #expect(refused.events.contains(.refused))
        state.press("ctrl-u")
        state.type("4")
        state.press("tab")
        #expect(state.answers["a"] == .number(4) && state.focus == FieldPath("b"))
        state.press("shift-tab")
        state.type("+")
        #expect(state.answers["a"] == .number(5))
        state.press("ctrl-u")
        state.type("9")
        state.press("tab")
        #expect(state.errors.count == 1 && state.rawText("a") == "9", "wrong text is kept and judged")
        state.press("alt-z", "alt-z", "alt-z")
        #expect(state.rawText("a") == "4")
    }

    @Test("SB-1 a given value is typed over, and the arrows can be clicked")
    func spinBoxByMouse() {
        var state = FormFixture.state([
            Field(
                id: "a", label: "Số bản", kind: .spinBox(NumberRule(min: 1, max: 20, step: 2)),
                initial: .number(2))
        ])
        state.type("7")
        #expect(state.answers["a"] == .number(7))
        let line = Array(state.drawn(60, 6).text().split(separator: "\n")[1])
        guard let up = line.firstIndex(of: "▲"), let down = line.firstIndex(of: "▼") else {
            Issue.record("no arrows")
            return
        }
        _ = state.handle(.mouse(Mouse(.press, at: Point(up, 1))))
        #expect(state.answers["a"] == .number(9))
        _ = state.handle(.mouse(Mouse(.press, at: Point(down, 1))))
        #expect(state.answers["a"] == .number(7))
    }

    @Test func spinBoxesOfNoRangeNeverOverflow() {
        var box = SpinBox(NumberRule(min: nil, max: Int.max, step: Int.max), value: Int.max - 1)
        for name in ["up", "up", "down", "down", "down"] {
            if let key = Key(name: name) { _ = box.handle(.key(key)) }
        }
        #expect(Int(box.text) != nil)
    }
}
