import Forms
import TUITesting
import Testing

@testable import TUI

/// What lists take and show, where F8 leads, and what F1 promises.
@Suite("Lists, F8 and F1 of a form")
struct FormListTests {
    @Test("A list of one entry has its frame and no spare row")
    func oneEntry() {
        let list = PickList(PickItems([PickItems.Item(value: "1", label: "Vũ Thị Lan Anh")]))
        let bounds = Rect(Size(columns: 40, rows: 10))
        let area = list.area(anchor: Rect(column: 2, row: 1, columns: 20, rows: 1), in: bounds)
        #expect(area.rows == 3 && list.body(of: area).rows == 1)
    }

    @Test("A list that has only three rows of many keeps them for its entries")
    func noRoom() {
        let items = (1...5).map { PickItems.Item(value: "\($0)", label: "Mục") }
        let area = Rect(column: 0, row: 0, columns: 20, rows: 3)
        #expect(PickList(PickItems(items)).body(of: area).rows == 3)
    }

    @Test("Enter takes from a list and goes on, so that what is typed next is the next field's")
    func enterGoesOn() {
        var state = FormFixture.state([
            Field(
                id: "a", label: "A",
                kind: .dropdown(
                    .fixed([Option(value: "1", label: "Một"), Option(value: "2", label: "Hai")]),
                    multiple: false, empty: "(chưa)")),
            Field(id: "b", label: "B", kind: .text(TextRule())),
        ])
        state.press("f4", "down", "down", "enter")
        state.type("xin")
        #expect(state.rawText("b") == "xin" && state.answers.text("a") != nil)
    }

    @Test("F8 after Enter took from a list stays at the next field where that is wrong, and passes over none")
    func nextErrorAfterEnter() {
        var state = FormFixture.state([
            Field(
                id: "a", label: "A",
                kind: .dropdown(.fixed([Option(value: "1", label: "Một")]), multiple: false, empty: "(chưa)"),
                required: .always),
            Field(id: "b", label: "B", kind: .text(TextRule()), required: .always),
            Field(id: "c", label: "C", kind: .text(TextRule()), required: .always),
        ])
        _ = state.validate()
        state.press("f4", "down", "down", "enter", "f8")
        #expect(state.focus == FieldPath("b"))
        state.press("f8")
        #expect(state.focus == FieldPath("c"))
    }

    @Test("What is wrong with a sum leads to the first field that it is the sum of, and is said there")
    func wrongSum() throws {
        let sum = Field(
            id: "sum", label: "Tổng", kind: .money(NumberRule()),
            computed: try Expression(parsing: "a + twice"))
        let twice = Field(
            id: "twice", label: "Gấp đôi", kind: .money(NumberRule()),
            computed: try Expression(parsing: "b * 2"))
        var state = FormFixture.state(
            [
                sum, Field(id: "note", label: "Ghi chú", kind: .text(TextRule())), twice,
                Field(id: "b", label: "B", kind: .money(NumberRule())),
                Field(id: "a", label: "A", kind: .money(NumberRule())),
            ],
            rules: [
                FormRule(
                    id: "r", holds: try Expression(parsing: "sum <= 10"), field: "sum",
                    message: "Không quá 10 đồng.")
            ])
        state.focus(FieldPath("b"))
        state.type("9")
        state.press("tab")
        state.type("1")
        _ = state.validate()
        #expect(state.focus == FieldPath("a"))
        #expect(state.messageLine(.vi).text == "Tổng: Không quá 10 đồng.")
        state.focus(FieldPath("note"))
        state.press("f8")
        #expect(state.focus == FieldPath("a"))
        #expect(state.messageLine(.vi).text == "Tổng: Không quá 10 đồng.")
    }

    @Test("The field that F8 goes to is typed over; one that the officer begins to edit is not")
    func typedOver() {
        for (key, expected) in [(nil, "5"), ("end", "1235")] as [(String?, String)] {
            var state = FormFixture.state([
                Field(id: "a", label: "A", kind: .text(TextRule(digitsOnly: true, fixedLength: 4))),
                Field(id: "b", label: "B", kind: .text(TextRule())),
            ])
            state.type("123")
            state.press("tab", "f8")
            if let key { state.press(key) }
            state.type("5")
            #expect(state.rawText("a") == expected)
        }
    }

    @Test("The range of days that can be chosen stands whole under the calendar")
    func range() throws {
        let calendar = CalendarPopup(
            day: LocalDate(iso: "2026-11-30"), today: try #require(LocalDate(iso: "2026-11-30")),
            first: LocalDate(iso: "1900-01-01"), last: LocalDate(iso: "2026-11-30"))
        #expect(calendar.size.rows == 12)
    }

    @Test("A page is shown as wide as the window, and scrolled")
    func wide() throws {
        let pixels = Array(repeating: UInt8(9), count: 76 * 108 * 3)
        let image = try #require(PixelImage(width: 76, height: 108, rgb: pixels))
        var panel = ImagePanel(title: "a.pdf", image: image, page: 1, pages: 2)
        let bounds = Rect(Size(columns: 80, rows: 21))
        #expect(panel.area(in: bounds).columns < 40)
        #expect(panel.handle(.text("z")) == .handled)
        #expect(panel.area(in: bounds).columns == 80)
        func draw() {
            var canvas = Canvas(size: bounds.size)
            panel.draw(into: &canvas, in: bounds, context: ScreenContext(size: bounds.size))
        }
        draw()
        var steps = 0
        while panel.takeWanted() == nil, steps < 20 {
            #expect(panel.perform("image.next") == .handled)
            draw()
            steps += 1
        }
        #expect(steps > 2 && steps < 20, "through the page first, then the next one")
    }

    @Test("A password that can't be changed is not shown either")
    func lockedPassword() {
        let state = ComponentSample.state(.locked, today: FormFixture.today)
        var canvas = Canvas(size: Size(columns: 80, rows: 60))
        FormView.draw(
            state, into: &canvas, rect: canvas.bounds, context: ScreenContext(size: canvas.size))
        let text = canvas.text()
        #expect(text.contains("Mật khẩu") && !text.contains("tap-huan"))
    }

    @Test("F1 at a text area says nothing of Enter that goes on")
    func helpOfArea() {
        let keys = ToolkitStrings.formKeys(entersOn: false, submit: ToolkitStrings.submit)
        #expect(keys.vi.hasPrefix("Tab: ô sau.") && keys.vi.contains("F10: gửi."))
        #expect(!ToolkitStrings.formKeys(entersOn: true, submit: nil).vi.contains("F10"))
    }

    @Test(
        "A range of years has no points; large numbers and money have",
        arguments: [
            (1900, 2100, false, "Từ 1900 đến 2100."), (1, 10_000, false, "Từ 1 đến 10.000."),
            (1000, nil, true, "Từ 1.000 đ trở lên."), (nil, 5000, false, "Nhiều nhất 5000."),
        ] as [(Int?, Int?, Bool, String)])
    func ranges(least: Int?, most: Int?, isMoney: Bool, expected: String) {
        #expect(ToolkitStrings.range(least, most, isMoney: isMoney)?.text(.vi) == expected)
    }
}
