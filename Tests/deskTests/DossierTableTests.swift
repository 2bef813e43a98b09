import Forms
import Models
import TUI
import Testing

@testable import desk

@Suite("A list of dossiers")
struct DossierTableTests {
    @Test(
        "A row whose time runs out or has says so in words, in both languages; one with time left says nothing",
        arguments: [
            (0, 4, "quá hạn 1 ngày", "1 day overdue"), (1, 4, "hẹn trả hôm nay", "due today"),
            (1, 1, "phải trả lời hôm nay", "to be answered today"), (2, 4, "còn 1 ngày", "1 day left"),
            (3, 4, nil, nil), (0, 10, nil, nil),
        ] as [(Int, Int, String?, String?)])
    func dueWords(row: Int, status: Int, vi: String?, en: String?) {
        var item = FixtureData.items(4)[row]
        (item.status, item.overdue) = (status, status == 10 ? false : item.overdue)
        let words = item.dueWarning(at: Fixture().desk.now)
        #expect(words?.text(.vi) == vi && words?.text(.en) == en)
    }

    private func table(_ count: Int) -> DossierTable {
        var table = DossierTable()
        table.replace(Page(items: FixtureData.items(count)))
        return table
    }

    @Test(
        "The bar moves; the window follows by halves, and never past the ends",
        arguments: [
            ([(.down, 9)], 9, 0), ([(.down, 10)], 10, 5), ([(.down, 14)], 14, 5), ([(.down, 15)], 15, 10),
            ([(.down, 15), (.up, 5)], 10, 10), ([(.down, 15), (.up, 6)], 9, 5), ([(.end, 1)], 99, 90),
            ([(.end, 1), (.home, 1)], 0, 0), ([(.down, 200)], 99, 90), ([(.pageDown, 2)], 18, 13),
            ([(.pageDown, 2), (.pageUp, 1)], 9, 5), ([(.up, 1)], 0, 0),
        ] as [([(Key.Code, Int)], Int, Int)])
    func moves(keys: [(Key.Code, Int)], cursor: Int, offset: Int) {
        var table = table(100)
        for (code, count) in keys {
            for _ in 0..<count {
                let isHandled = table.handle(Key(code), rows: 10)
                #expect(isHandled)
            }
        }
        #expect((table.cursor, table.offset) == (cursor, offset))
        #expect(table.cursor >= table.offset && table.cursor < table.offset + 10)
    }

    @Test("A list shorter than its window does not move")
    func short() {
        var table = table(4)
        for _ in 0..<9 { _ = table.handle(Key(.down), rows: 10) }
        #expect((table.cursor, table.offset) == (3, 0))
    }

    @Test(
        "Rows kept from the last drawing are never shown for other rows, another minute or another language")
    func strips() {
        var table = table(30)
        var context = Fixture().context
        func draw() -> String {
            var canvas = Canvas(size: Size(columns: 80, rows: 12))
            DossierTableView.draw(table, into: &canvas, area: canvas.bounds, context)
            return canvas.text() + canvas.roles()
        }
        func drawNew() -> String {
            var other = DossierTable()
            other.replace(Page(items: table.items))
            for _ in 0..<table.cursor { _ = other.handle(Key(.down), rows: 11) }
            var canvas = Canvas(size: Size(columns: 80, rows: 12))
            DossierTableView.draw(other, into: &canvas, area: canvas.bounds, context)
            return canvas.text() + canvas.roles()
        }
        let first = draw()
        #expect(draw() == first)
        for _ in 0..<14 {
            _ = table.handle(Key(.down), rows: 11)
            #expect(draw() == drawNew())
        }
        let before = draw()
        context.now += 30 * 86_400
        #expect(draw() != before)
        #expect(draw() == drawNew())
        context.language = .en
        #expect(draw() == drawNew())
        table.replace(Page(items: FixtureData.items(30, from: 100)))
        #expect(draw() == drawNew())
    }
}
