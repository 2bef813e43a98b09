import Forms
import TUI
import TUITesting
import Testing

/// What a typed key shows before the whole frame is drawn.
@Suite struct TypedKeyTests {
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
            // Away from the edges, so that places are counted from the right corner.
            canvas.within(Rect(column: 3, row: 2, columns: 60, rows: 14)) { canvas in
                FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
            }
        }

        func drawTyped(into canvas: inout Canvas, _ context: ScreenContext) -> Range<Int>? {
            FormView.drawTyped(form, into: &canvas, context: context)
        }

        func messageLine(_ context: ScreenContext) -> MessageLine? { form.messageLine(context.language) }
    }

    private func driver() -> TestDriver {
        let sexes = [Option(value: "nam", label: "Nam"), Option(value: "nu", label: "Nữ")]
        let group = FormGroup(
            id: "g", title: "Nhóm",
            fields: [
                Field(id: "ten", label: "Họ tên", kind: .text(TextRule())),
                Field(id: "ngay", label: "Ngày sinh", kind: .date(DateRule())),
                Field(
                    id: "gioi", label: "Giới tính",
                    kind: .dropdown(.fixed(sexes), multiple: false, empty: "Không")),
            ])
        let form = FormFixture.state(
            FormDefinition(
                id: "t", version: 1, title: "T", pages: [FormPage(id: "p", title: "P", groups: [group])]))
        return TestDriver(screen: FormScreen(form: form), actions: FormActions.all, time: ManualTime())
    }

    @Test func showsTheKeyAsTheWholeFrameThenHasIt() throws {
        let driver = driver()
        for key in ["N", "g", "ữ", " ", "日", "b"] {
            _ = driver.canvas
            driver.type(key)
            let typed = try #require(driver.stage.drawTyped())
            let whole = driver.canvas
            #expect(typed.canvas.cursor == whole.cursor)
            #expect(typed.canvas.changedCells(from: whole) == 0, "after “\(key)”")
        }
        _ = driver.canvas
        driver.press("Backspace")
        let typed = try #require(driver.stage.drawTyped())
        #expect(typed.canvas == driver.canvas)
    }

    @Test func rowsAreThoseThatDifferFromTheFrameBefore() throws {
        let driver = driver()
        let before = driver.canvas
        driver.type("x")
        let typed = try #require(driver.stage.drawTyped())
        let changed = (0..<before.size.rows).filter { row in
            (0..<before.size.columns).contains { before[Point($0, row)] != typed.canvas[Point($0, row)] }
        }
        #expect(changed == Array(typed.rows))
    }

    @Test func leavesAMoveAnErrorAListAndAMessageToTheWholeFrame() {
        let driver = driver()
        _ = driver.canvas
        driver.press("Tab")
        #expect(driver.stage.drawTyped() == nil, "another field has the focus")
        _ = driver.canvas
        driver.type("99")
        driver.press("Shift-Tab")
        _ = driver.canvas
        driver.press("Tab", "Tab", "Space")
        #expect(driver.stage.drawTyped() == nil, "a list lies open")
        _ = driver.canvas
        driver.press("Esc", "F1")
        _ = driver.canvas
        driver.type("x")
        #expect(driver.stage.drawTyped() == nil, "the help lies over the form")
    }

    @Test func isNothingWhereNothingHasChangedOrNothingWasDrawn() {
        let driver = driver()
        driver.type("x")
        #expect(driver.stage.drawTyped() == nil, "no frame yet")
        _ = driver.canvas
        #expect(driver.stage.drawTyped() == nil, "nothing new")
        driver.type("y")
        driver.resize(100, 30)
        #expect(driver.stage.drawTyped() == nil, "the last frame has another size")
    }
}
