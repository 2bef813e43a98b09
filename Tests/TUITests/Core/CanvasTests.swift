import TUI
import TUITesting
import Testing

@Suite struct CanvasTests {
    @Test func boxAndText() {
        let drawn = canvas(12, 3) { canvas in
            canvas.box(canvas.bounds, title: "Hồ sơ")
            canvas.put("Nguyễn", at: Point(2, 1), role: .label)
        }
        expectScreen(
            drawn,
            """
            ┌ Hồ sơ ───┐
            │ Nguyễn   │
            └──────────┘
            """)
    }
}
