import Forms
import TUI
import TUITesting
import Testing

@Suite struct TableTests {
    struct Dossier: Identifiable, Sendable {
        var id: Int
        var name: String
        var due: String
    }

    private let columns: [TableColumn<Dossier>] = [
        TableColumn("Mã", width: 6, priority: 9) { SafeText("H\($0.id)") },
        TableColumn("Chủ hồ sơ", width: 10, weight: 1, priority: 5) { SafeText($0.name) },
        TableColumn(
            "Hẹn trả", width: 10, priority: 1, alignment: .right, role: { $0.id % 2 == 0 ? .overdue : .text }
        ) { SafeText($0.due) },
    ]

    private func rows(_ ids: some Sequence<Int>) -> [Dossier] {
        ids.map { Dossier(id: $0, name: "Nguyễn Văn \($0)", due: "23/11/2026") }
    }

    private func press(_ table: inout Table<Dossier>, _ names: String...) {
        for name in names {
            if let key = Key(name: name) { _ = table.handle(.key(key)) }
        }
    }

    private func drawn(_ table: Table<Dossier>, _ columns: Int = 40, _ rows: Int = 5) -> Canvas {
        canvas(columns, rows) {
            table.draw(into: &$0, area: $0.bounds, isFocused: true, context: ScreenContext(size: $0.size))
        }
    }

    @Test("UX-5 what is cut in the row under the bar can be read elsewhere")
    func selectedText() {
        var long = rows(1...2)
        long[1].name = "Công ty trách nhiệm hữu hạn một thành viên Hoàn Kiếm"
        var table = Table(columns: columns, rows: long)
        #expect(table.selectedText(.vi) == nil, "nothing is drawn yet")
        _ = drawn(table)
        #expect(table.selectedText(.vi) == nil, "all of it is in view")
        press(&table, "down")
        #expect(table.selectedText(.vi)?.string == "Chủ hồ sơ: " + long[1].name)
        _ = drawn(table, 24)
        #expect(table.selectedText(.vi)?.string == "Chủ hồ sơ: \(long[1].name) · Hẹn trả: 23/11/2026")
    }

    @Test func columnsFillTheWidth() {
        var table = Table(columns: columns, rows: rows(1...6))
        _ = drawn(table)
        press(&table, "down")
        expectScreen(
            drawn(table),
            """
             Mã      Chủ hồ sơ              Hẹn trả
             H1      Nguyễn Văn 1        23/11/2026█
            ▸H2      Nguyễn Văn 2        23/11/2026█
             H3      Nguyễn Văn 3        23/11/2026│
             H4      Nguyễn Văn 4        23/11/2026│
            """)
        expectRoles(
            drawn(table),
            """
            .llllll..llllllllllllllllll..llllllllll
            .......................................b
            SSS..........................OOOOOOOOOOb
            .......................................b
            .............................OOOOOOOOOOb
            """)
    }

    /// The bench goal of issue 2: about 100 bytes for one Down. A cell in another look costs one to three bytes and
    /// each row some twenty for the way there and the colours.
    @Test("WC-1 one Down in the middle of a list changes the two marks of the bar and nothing else")
    func downIsCheap() {
        var table = Table(columns: columns, rows: rows(100..<5_000))
        _ = drawn(table, 80, 22)
        for _ in 0..<9 { press(&table, "down") }
        let before = drawn(table, 80, 22)
        press(&table, "down")
        let after = drawn(table, 80, 22)
        // The sign and the four characters of "H110", in the row that is left and in the one that is reached.
        #expect(after.changedCells(from: before) == 10)
        // Seen without colour too: the sign, and the real cursor on it.
        #expect(after.cursor == Point(0, 11) && after[Point(0, 11)].text == "▸")
        #expect(before[Point(0, 11)].text == " ")
        #expect(Theme.monochrome.style(after[Point(0, 11)].role).attributes.contains(.reverse))
    }

    /// A list as a screen of a program has it, with the details of its row on the message line.
    private struct ListScreen: Screen {
        typealias Message = Never
        var table: Table<Dossier>

        var title: SafeText { "Danh sách" }
        var scopes: [String] { table.scopes }

        mutating func handle(_ event: ScreenEvent<Never>, _ context: ScreenContext) -> [Effect<Never>] {
            _ = table.handle(event)
            return []
        }

        func draw(into canvas: inout Canvas, _ context: ScreenContext) {
            table.draw(into: &canvas, area: canvas.bounds, isFocused: true, context: context)
        }

        func messageLine(_ context: ScreenContext) -> MessageLine? {
            table.selectedRow.map { MessageLine("Chủ hồ sơ: \($0.name) · Hẹn trả: \($0.due)", waits: true) }
        }
    }

    @Test func keysThatFollowEachOtherChangeNothingElseOnTheScreen() {
        let list = Table(columns: columns, rows: rows(100..<5_000))
        let driver = TestDriver(screen: ListScreen(table: list), actions: TableActions.all)
        driver.press("down", "down")
        for _ in 0..<10 {
            let before = driver.canvas
            driver.advance(seconds: 0.1).press("down")
            #expect(driver.canvas.changedCells(from: before) == 10)
        }
        driver.advance(seconds: 0.2)
        driver.expectText("Chủ hồ sơ: Nguyễn Văn 112")
        #expect(driver.requests.isEmpty)
    }

    @Test func aLongFirstColumnIsLitInPartOnly() {
        let long = [TableColumn<Dossier>("Tên", width: 60, text: { SafeText($0.name) })]
        let names = (0..<9).map { Dossier(id: $0, name: String(repeating: "x", count: 58), due: "") }
        var table = Table(columns: long, rows: names)
        let before = drawn(table, 80, 12)
        press(&table, "down")
        #expect(drawn(table, 80, 12).changedCells(from: before) <= 50)
    }

    @Test func aKeyThatMovesTheBarFormatsNoRowAgain() {
        let formatted = Counter()
        let column = TableColumn<Dossier>("Mã", width: 8, text: { SafeText("\($0.id)") })
        let counted = TableColumn<Dossier>("Tên", width: 20) {
            formatted.add()
            return SafeText($0.name)
        }
        var table = Table(columns: [column, counted], rows: rows(0..<5_000))
        _ = drawn(table, 80, 22)
        let first = formatted.value
        #expect(first == 21)
        for _ in 0..<20 {
            press(&table, "down")
            _ = drawn(table, 80, 22)
        }
        #expect(formatted.value == first, "the rows in view were drawn before")
        press(&table, "down")
        _ = drawn(table, 80, 22)
        #expect(formatted.value == first + 1, "the one row that has come into view")
    }

    @Test func rowsThatAreFetchedAnewAreDrawnAnew() {
        var table = Table(columns: columns, rows: rows(0..<9))
        let copy = table
        _ = drawn(table)
        table.replace([Dossier(id: 0, name: "Khác", due: "x")])
        #expect(drawn(table).text().contains("Khác"))
        #expect(drawn(copy).text().contains("Nguyễn Văn 0"), "a copy has rows of its own")
        #expect(!drawn(table).text().contains("Nguyễn Văn 0"))
        table.columns.removeLast()
        #expect(!drawn(table).text().contains("x"))
    }

    @Test func blanksBesideATextHaveNoneOfItsLook() {
        let link = [
            TableColumn<Dossier>("Mã", width: 8, role: { _ in .link }, text: { SafeText("H\($0.id)") }),
            TableColumn<Dossier>(
                "Số", width: 8, alignment: .right, role: { _ in .overdue }, text: { SafeText("\($0.id)") }),
        ]
        let table = Table(columns: link, rows: rows(1...2))
        expectRoles(
            canvas(24, 3) {
                table.draw(
                    into: &$0, area: $0.bounds, isFocused: false, context: ScreenContext(size: $0.size))
            },
            """
            .llllllll..llllllll
            dLL...............O
            .LL...............O
            """)
    }

    @Test func theLeastColumnGivesWayFirst() {
        let table = Table(columns: columns, rows: rows(1...2))
        expectScreen(
            drawn(table, 24),
            """
             Mã      Chủ hồ sơ
            ▸H1      Nguyễn Văn 1
             H2      Nguyễn Văn 2
            """)
        expectScreen(
            drawn(table, 12),
            """
             Mã
            ▸H1
             H2
            """)
    }

    @Test func onlyRowsInViewAreAskedFor() {
        let asked = Counter()
        let table = Table(columns: columns, count: 5_000) { index in
            asked.add()
            return Dossier(id: index, name: "x", due: "")
        }
        _ = drawn(table, 40, 21)
        #expect(asked.value <= 21)
    }

    @Test func pagesAndEnds() {
        var table = Table(columns: columns, rows: rows(0..<5_000))
        _ = drawn(table, 40, 11)
        press(&table, "pgdn")
        #expect(table.selected == 9)
        press(&table, "end")
        #expect(table.selected == 4_999)
        #expect(drawn(table, 40, 11).text().contains("H4999"))
        press(&table, "down", "pgup")
        #expect(table.selected == 4_990)
        press(&table, "home", "up")
        #expect(table.selected == 0)
        #expect(table.handle(.key(Key(.enter))) == .accepted)
    }

    @Test func theBarStaysOnItsRowWhenOthersComeAndGo() {
        var table = Table(columns: columns, rows: rows(10..<30))
        _ = drawn(table)
        press(&table, "down", "down", "down")
        #expect(table.selectedRow?.id == 13)
        table.replace(rows(0..<30))
        #expect(table.selectedRow?.id == 13)
        #expect(drawn(table).text().contains("▸H13"))
        table.replace(rows(20..<22))
        #expect(table.selectedRow?.id == 21)
        table.replace([])
        #expect(table.selectedRow == nil)
        #expect(table.handle(.key(Key(.enter))) == .handled)
        #expect(table.select(id: 3) == false)
    }

    @Test func emptyTablesSayWhy() {
        let table = Table(columns: columns, emptyText: "Không có hồ sơ nào chờ.")
        #expect(drawn(table).text().contains("Không có hồ sơ nào chờ."))
    }

    @Test func wantsMoreNearTheEnd() {
        var table = Table(columns: columns, rows: rows(0..<50))
        table.isComplete = false
        _ = drawn(table, 40, 11)
        #expect(!table.wantsMore)
        press(&table, "end")
        #expect(table.wantsMore)
    }

    @Test func clicksSelectAndOpen() {
        var table = Table(columns: columns, rows: rows(0..<10))
        _ = drawn(table)
        #expect(table.handle(.mouse(Mouse(.press, at: Point(5, 3)))) == .handled)
        #expect(table.selected == 2)
        #expect(table.handle(.mouse(Mouse(.press, at: Point(5, 3)))) == .accepted)
        #expect(table.handle(.mouse(Mouse(.press, at: Point(5, 30)))) == .ignored)
    }

    @Test func hostileRowsAtAnySize() {
        let names = HostileText.all.enumerated().map { Dossier(id: $0, name: $1, due: $1) }
        let table = Table(columns: columns, rows: names)
        for width in 0...30 {
            for height in 0...4 { _ = drawn(table, width, height) }
        }
        #expect(
            !drawn(table, 80, 20).text().unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }
}

private final class Counter: Sendable {
    private let count = ManualTime(now: 0)

    func add() { count.advance(milliseconds: 1) }
    var value: Int { Int(count.milliseconds) }
}
