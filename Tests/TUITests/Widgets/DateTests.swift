import Forms
import TUI
import TUITesting
import Testing

@Suite struct DateTests {
    private let today = FormFixture.today

    private func day(_ text: String) -> LocalDate {
        LocalDate(typed: text, reference: today) ?? today
    }

    @Test(
        "DP-1 typed in any usual shape and shown as DD/MM/YYYY",
        arguments: [
            ("3112", "31/12/2026"), ("311290", "31/12/1990"), ("31121990", "31/12/1990"),
            ("1/2/90", "01/02/1990"),
            ("1-2-2020", "01/02/2020"), ("31/13/2020", "31/13/2020"), ("30/2/2020", "30/2/2020"),
            ("31", "31"),
        ])
    func typed(text: String, expected: String) {
        var entry = DateEntry()
        for character in text { #expect(entry.handle(.text(String(character))) == .changed) }
        entry.leave(today: today)
        #expect(entry.text == expected, "wrong text is kept")
    }

    @Test func undoTakesBackTypingAndShape() {
        var entry = DateEntry()
        for character in "3112" { _ = entry.handle(.text(String(character))) }
        entry.leave(today: today)
        _ = entry.perform("text.undo")
        #expect(entry.text == "")
    }

    @Test func lettersStayInSightWithAWordAboutThem() {
        var entry = DateEntry()
        #expect(entry.handle(.text("t")) == .changed)
        #expect(entry.text == "t")
        #expect(entry.notice?.vi == "Ô ngày chỉ nhận chữ số, ví dụ 12031985; “t” không hợp lệ.")
        _ = entry.handle(.text("1"))
        #expect(entry.notice != nil, "as long as it stands there")
        _ = entry.perform("text.kill_to_start")
        #expect(entry.notice == nil)
    }

    @Test("DP-3 today is marked, what is out of range is dimmed")
    func drawn() {
        let calendar = CalendarPopup(day: day("20/11/2026"), today: today, last: today)
        let drawn = canvas(25, 11) {
            calendar.draw(into: &$0, area: $0.bounds, context: ScreenContext(size: $0.size))
        }
        expectScreen(
            drawn,
            """
            ┌───────────────────────┐
            │ ◂   Tháng 11/2026   ▸ │
            │ T2 T3 T4 T5 T6 T7 CN  │
            │                    1  │
            │  2  3  4  5  6  7  8  │
            │  9 10 11 12 13 14 15  │
            │ 16 17 18 19 20 21 22  │
            │ 23*24 25 26 27 28 29  │
            │ 30                    │
            │Đến 23/11/2026         │
            └───────────────────────┘
            """)
        expectRoles(
            drawn,
            """
            BBBBBBBBBBBBBBBBBBBBBBBBB
            BTkTTTTTTTTTTTTTTTTTTTkTB
            BDllllllllllllllllllllDDB
            BDDDDDDDDDDDDDDDDDDDDDDDB
            BDDDDDDDDDDDDDDDDDDDDDDDB
            BDDDDDDDDDDDDDDDDDDDDDDDB
            BDDDDDDDDDDDDDSSDDDDDDDDB
            BDMMMxxDxxDxxDxxDxxDxxDDB
            BDxxDDDDDDDDDDDDDDDDDDDDB
            BddddddddddddddDDDDDDDDDB
            BBBBBBBBBBBBBBBBBBBBBBBBB
            """)
        #expect(drawn.cursor == Point(15, 6))
    }

    @Test(
        "DP-2 month and year navigation",
        arguments: [
            ("left", "30/01/2026"), ("right", "01/02/2026"), ("up", "24/01/2026"), ("down", "07/02/2026"),
            ("pgup", "31/12/2025"), ("pgdn", "28/02/2026"), ("alt-pgup", "31/01/2025"),
            ("ctrl-pgdn", "31/01/2027"),
            ("home", "23/11/2026"),
        ])
    func navigation(key: String, expected: String) {
        var calendar = CalendarPopup(day: day("31/01/2026"), today: today)
        if let key = Key(name: key) { #expect(calendar.handle(.key(key)) == .handled) }
        #expect(calendar.day.display == expected)
    }

    @Test("DP-3 what is out of range can't be reached by any key")
    func outOfRange() {
        let first = day("10/01/2026")
        let last = day("20/02/2026")
        for key in ["left", "right", "up", "down", "pgup", "pgdn", "alt-pgup", "alt-pgdn", "home"] {
            var calendar = CalendarPopup(day: day("15/01/2026"), today: today, first: first, last: last)
            guard let key = Key(name: key) else { continue }
            for _ in 0..<40 {
                _ = calendar.handle(.key(key))
                #expect((first...last).contains(calendar.day))
            }
            #expect(calendar.handle(.key(Key(.enter))) == .accepted)
        }
        var empty = CalendarPopup(day: nil, today: today, first: last, last: first)
        #expect(!empty.hasChoice)
        #expect(empty.handle(.key(Key(.enter))) == .refused)
    }

    @Test("DP-3 a click on a day out of range chooses nothing")
    func click() {
        var calendar = CalendarPopup(day: day("20/11/2026"), today: today, last: today)
        let area = Rect(column: 0, row: 0, columns: 25, rows: 11)
        #expect(calendar.click(at: Point(6, 7), area: area) == .refused)
        #expect(calendar.click(at: Point(3, 7), area: area) == .accepted)
        #expect(calendar.day == today)
    }

    @Test("DP-1 the days between the first and the last are marked, without colour too")
    func range() {
        var calendar = CalendarPopup(day: day("10/11/2026"), today: today, isRange: true)
        let first = calendar.handle(.key(Key(.enter)))
        #expect(first == .handled)
        for _ in 0..<3 { _ = calendar.handle(.key(Key(.right))) }
        let drawn = canvas(25, 11) {
            calendar.draw(into: &$0, area: $0.bounds, context: ScreenContext(size: $0.size))
        }
        #expect(drawn.text().contains("  9 10-11-12-13 14 15"))
        #expect(drawn.text().contains("Từ 10/11/2026 đến…"))
        #expect(!calendar.isAllowed(day("09/11/2026")))
        let last = calendar.handle(.key(Key(.enter)))
        #expect(last == .accepted && calendar.range?.iso == "2026-11-10/2026-11-13")
    }

    @Test func lowWindowsKeepTheLitWeekInView() {
        for rows in 3...11 {
            let calendar = CalendarPopup(day: day("30/11/2026"), today: today)
            let drawn = canvas(25, rows) {
                calendar.draw(into: &$0, area: $0.bounds, context: ScreenContext(size: $0.size))
            }
            #expect(drawn.text().contains("30") || rows < 4, "\(rows) rows")
        }
    }
}
