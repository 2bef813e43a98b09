import TUITesting
import Testing

@testable import TUI

@Suite struct KeptDrawingTests {
    /// Draws `word` by way of `kept` at a place, and says whether it was drawn or put.
    private func frame(
        _ kept: KeptDrawing<String>, _ word: String, at area: Rect, clip: Rect? = nil
    ) -> (canvas: Canvas, isDrawn: Bool) {
        var isDrawn = false
        let canvas = canvas(20, 4) { canvas in
            canvas.clip(to: clip ?? canvas.bounds) { canvas in
                kept.put(word, into: &canvas, area: area) { canvas in
                    isDrawn = true
                    canvas.put(SafeText(word), at: area.origin, role: .title)
                    canvas.put(SafeText("\(area.columns)"), at: area.origin.offset(rows: 1))
                }
            }
        }
        return (canvas, isDrawn)
    }

    @Test func theSameIsPutAndNotDrawnAgain() {
        let kept = KeptDrawing<String>()
        let area = Rect(column: 2, row: 1, columns: 10, rows: 2)
        let first = frame(kept, "một", at: area)
        let second = frame(kept, "một", at: area)
        #expect(first.isDrawn && !second.isDrawn)
        #expect(second.canvas == first.canvas)
        #expect(second.canvas.text() == "\n  một\n  10\n")
    }

    @Test func itIsPutWhereItsAreaStandsNow() {
        let kept = KeptDrawing<String>()
        _ = frame(kept, "một", at: Rect(column: 2, row: 1, columns: 10, rows: 2))
        let moved = frame(kept, "một", at: Rect(column: 5, row: 2, columns: 10, rows: 2))
        #expect(!moved.isDrawn)
        #expect(moved.canvas.text() == "\n\n     một\n     10")
    }

    @Test func anotherSubjectOrSizeIsDrawn() {
        let kept = KeptDrawing<String>()
        _ = frame(kept, "một", at: Rect(column: 2, row: 1, columns: 10, rows: 2))
        let other = frame(kept, "hai", at: Rect(column: 2, row: 1, columns: 10, rows: 2))
        #expect(other.isDrawn && other.canvas.text() == "\n  hai\n  10\n")
        let wider = frame(kept, "hai", at: Rect(column: 2, row: 1, columns: 11, rows: 2))
        #expect(wider.isDrawn && wider.canvas.text() == "\n  hai\n  11\n")
        // Only the last one is kept.
        #expect(frame(kept, "một", at: Rect(column: 2, row: 1, columns: 11, rows: 2)).isDrawn)
    }

    @Test func halfOfAnAreaIsNotKeptForTheWhole() {
        let kept = KeptDrawing<String>()
        let area = Rect(column: 2, row: 1, columns: 10, rows: 2)
        let cut = frame(kept, "một", at: area, clip: Rect(column: 0, row: 0, columns: 20, rows: 2))
        #expect(cut.canvas.text() == "\n  một\n\n")
        let whole = frame(kept, "một", at: area)
        #expect(whole.isDrawn && whole.canvas.text() == "\n  một\n  10\n")
        // What is whole and kept is cut where it is put.
        let again = frame(kept, "một", at: area, clip: Rect(column: 0, row: 0, columns: 4, rows: 4))
        #expect(!again.isDrawn && again.canvas.text() == "\n  mộ\n  10\n")
    }
}
