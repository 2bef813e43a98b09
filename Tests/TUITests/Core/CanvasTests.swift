import TUITesting
import Testing

@testable import TUI

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
        expectRoles(
            drawn,
            """
            bbbbbbbbbbbb
            b.llllll...b
            bbbbbbbbbbbb
            """)
    }

    @Test func decomposedLettersTakeOneCell() {
        let drawn = canvas(4, 1) { $0.put("e\u{302}\u{301}x", at: .zero) }
        #expect(Array(drawn.text().unicodeScalars) == Array("e\u{302}\u{301}x".unicodeScalars))
        #expect(drawn[Point(1, 0)].text == "x")
    }

    @Test func puttingTellsItsWidthAlsoOutside() {
        var canvas = Canvas(size: Size(columns: 5, rows: 2))
        #expect(canvas.put("abcdefgh", at: .zero) == 8)
        #expect(canvas.put("abcdefgh", at: Point(0, 9)) == 8)
        #expect(canvas.put("abcdefgh", at: Point(-3, 1)) == 8)
        #expect(canvas.put("abcdefgh", at: .zero, maxWidth: 3) == 3)
        #expect(canvas.put("a漢", at: .zero, maxWidth: 2) == 1)
        expectScreen(canvas, "abcde\ndefgh")
    }

    @Test func halfOfAWideGlyphIsBlank() {
        expectScreen(
            canvas(6, 1) {
                $0.put("漢字漢", at: .zero); $0.put("x", at: Point(2, 0))
            }, "漢x 漢")
        expectScreen(
            canvas(6, 1) {
                $0.put("漢字漢", at: .zero); $0.put("x", at: Point(3, 0))
            }, "漢 x漢")
        expectScreen(
            canvas(6, 1) {
                $0.put("abcdef", at: .zero); $0.put("漢", at: Point(5, 0))
            }, "abcde")
        expectScreen(
            canvas(6, 1) {
                $0.put("abcdef", at: .zero); $0.put("漢", at: Point(-1, 0))
            }, " bcdef")
        expectScreen(
            canvas(6, 1) {
                $0.put("漢字漢", at: .zero); $0.put("語", at: Point(1, 0))
            }, " 語 漢")
        expectScreen(
            canvas(6, 1) { canvas in
                canvas.put("漢字漢", at: .zero)
                canvas.fill(Rect(column: 1, row: 0, columns: 2, rows: 1), with: "-")
            }, " -- 漢")
    }

    @Test func placingCutsWideGlyphsAtBothEdges() {
        let other = canvas(3, 1) { $0.put("x漢", at: .zero) }
        expectScreen(
            canvas(6, 1) {
                $0.put("漢字漢", at: .zero); $0.place(other, at: Point(1, 0))
            }, " x漢漢")
        expectScreen(
            canvas(6, 1) {
                $0.put("abcdef", at: .zero); $0.place(other, at: Point(4, 0))
            }, "abcdx")
        expectScreen(
            canvas(6, 1) {
                $0.put("abcdef", at: .zero); $0.place(other, at: Point(-2, 0))
            }, " bcdef")
    }

    @Test func clippingLimitsDrawingAndTheCursor() {
        let drawn = canvas(6, 3) { canvas in
            canvas.clip(to: Rect(column: 1, row: 1, columns: 3, rows: 1)) { canvas in
                canvas.put("abcdef", at: Point(0, 1))
                canvas.put("xyz", at: Point(1, 0))
                canvas.cursor = Point(5, 1)
                canvas.clip(to: Rect(column: 0, row: 0, columns: 2, rows: 3)) {
                    $0.fill($0.bounds, with: "*")
                }
            }
            canvas.put("!", at: Point(5, 2))
        }
        expectScreen(drawn, "\n *cd\n     !")
        #expect(drawn.cursor == nil)
    }

    @Test func aWindowIsACanvasOfItsOwn() {
        let drawn = canvas(6, 3) { canvas in
            canvas.within(Rect(column: 1, row: 1, columns: 4, rows: 5)) { canvas in
                #expect(canvas.size == Size(columns: 4, rows: 5))
                canvas.put("abcdef", at: .zero)
                canvas.put("x", at: Point(-1, 0))
                canvas.put("漢", at: Point(3, 1))
                canvas.cursor = Point(2, 0)
                #expect(canvas[Point(1, 0)].text == "b")
                canvas.within(Rect(column: 2, row: 0, columns: 9, rows: 1)) { canvas in
                    canvas.put("ZZZ", at: Point(1, 0))
                    #expect(canvas.cursor == .zero)
                    expectScreen(canvas, "cZ")
                }
                canvas.clip(to: Rect(column: 0, row: 1, columns: 2, rows: 1)) {
                    $0.fill($0.bounds, with: "*")
                }
            }
        }
        expectScreen(drawn, "\n abcZ\n **")
        #expect(drawn.cursor == Point(3, 1))
    }

    @Test func marksOfManyKindsAreKeptApart() {
        let drawn = canvas(4, 1) { $0.put("e\u{302}\u{301}e\u{301}\u{302}e\u{301}e", at: .zero) }
        #expect((0..<4).map { drawn[Point($0, 0)].text.unicodeScalars.count } == [3, 3, 2, 1])
        #expect(drawn[Point(0, 0)] != drawn[Point(1, 0)])
        #expect(MemoryLayout<Cell>.stride == 8)
    }

    @Test func changesAreWholeGlyphs() {
        func changes(_ old: SafeText, _ new: SafeText) -> Range<Int>? {
            let before = canvas(6, 1) { $0.put(old, at: .zero) }
            let after = canvas(6, 1) { $0.put(new, at: .zero) }
            return after.changes(inRow: 0, from: before)
        }
        #expect(changes("abcdef", "abcdef") == nil)
        #expect(changes("abcdef", "abxdef") == 2..<3)
        #expect(changes("abcdef", "xbcdey") == 0..<6)
        #expect(changes("漢字漢", "漢語漢") == 2..<4)
        #expect(changes("漢字漢", "漢a 漢") == 2..<4)
        #expect(changes("ab字漢", "漢字漢") == 0..<2)
        #expect(changes("a漢b漢", "a漢c漢") == 3..<4)
        #expect(changes("e\u{301}", "e\u{302}") == 0..<1)
    }

    @Test func aSmallBoxIsNothing() {
        expectScreen(canvas(3, 1) { $0.box($0.bounds, title: "abc") }, "")
        expectScreen(canvas(2, 2) { $0.box($0.bounds, title: "abc") }, "┌┐\n└┘")
    }

    @Test func paintingKeepsTheText() {
        let drawn = canvas(3, 1) { canvas in
            canvas.put("abc", at: .zero)
            canvas.paint(Rect(column: 1, row: 0, columns: 9, rows: 9), role: .selection)
        }
        expectScreen(drawn, "abc")
        expectRoles(drawn, ".SS")
    }

    /// Sizes from nothing to large, anything drawn anywhere: no crash, and no half of a wide glyph.
    @Test(arguments: [0, 1, 2, 3, 5, 8, 13, 40, 79, 80, 81, 132, 199, 200])
    func anythingAnywhere(_ columns: Int) {
        var random = InputParserTests.Seeded(state: UInt64(columns))
        for rows in [0, 1, 2, 3, 10, 24, 200] {
            var canvas = Canvas(size: Size(columns: columns, rows: rows))
            let texts: [SafeText] = ["漢字漢字", "abc", "e\u{301}", "👍👍👍👍👍👍", "Nguyễn Văn Bình"]
            for _ in 0..<300 {
                let at = Point(
                    Int.random(in: -5...(columns + 5), using: &random),
                    Int.random(in: -3...(rows + 3), using: &random))
                let area = Rect(
                    column: at.column, row: at.row, columns: Int.random(in: -2...30, using: &random),
                    rows: Int.random(in: -2...9, using: &random))
                let text = texts[Int.random(in: 0..<texts.count, using: &random)]
                switch Int.random(in: 0..<8, using: &random) {
                case 6:
                    canvas.within(area) {
                        $0.put(text, at: Point(at.column % 7, 0)); $0.cursor = .zero
                    }
                case 0: canvas.box(area, title: text)
                case 1: canvas.fill(area, role: .field)
                case 2: canvas.clip(to: area) { $0.put(text, at: at, maxWidth: 7) }
                case 3: canvas.place(TUITesting.canvas(9, 2) { $0.put(text, at: .zero) }, at: at)
                case 4:
                    canvas.clip(to: area) {
                        $0.place(TUITesting.canvas(9, 2) { $0.put(text, at: .zero) }, at: at)
                    }
                case 5: canvas.cursor = at
                default: canvas.put(text, at: at, role: .error)
                }
            }
            expectWhole(canvas)
        }
    }

    func expectWhole(_ canvas: Canvas) {
        for row in 0..<canvas.size.rows {
            for column in 0..<canvas.size.columns {
                let cell = canvas[Point(column, row)]
                if cell.width == 2 { #expect(canvas[Point(column + 1, row)].isContinuation) }
                if cell.isContinuation { #expect(column > 0 && canvas[Point(column - 1, row)].width == 2) }
            }
        }
        if let cursor = canvas.cursor { #expect(canvas.bounds.contains(cursor)) }
    }

    @Test func rectangles() {
        let area = Rect(column: 2, row: 1, columns: 20, rows: 10)
        #expect(area.splitTop(3).rest == Rect(column: 2, row: 4, columns: 20, rows: 7))
        #expect(area.splitBottom(30).rest.isEmpty)
        #expect(area.splitLeft(5, gap: 1).rest == Rect(column: 8, row: 1, columns: 14, rows: 10))
        #expect(area.splitRight(5, gap: 1).rest == Rect(column: 2, row: 1, columns: 14, rows: 10))
        #expect(area.columns([1, 1, 1], gap: 1).map(\.columns) == [6, 6, 6])
        #expect(area.columns([1, 1, 1]).map(\.columns) == [7, 7, 6])
        #expect(area.inset(columns: 15, rows: 1).columns == 0)
        #expect(Rect(Size(columns: 10, rows: 3)).centred(Size(columns: 4, rows: 9)).rows == 3)
        #expect(area.line(10).isEmpty)
    }
}
