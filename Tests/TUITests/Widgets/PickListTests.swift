import Forms
import TUI
import TUITesting
import Testing

@Suite struct PickListTests {
    static let names = [
        "Nguyễn Văn Đức", "Đường Hoàng Ơn", "Trần Thị Ánh", "Lê Nguyên Khôi", "Phạm Ngọc Hà", "Hà Thu Nguyễn",
        "Hoàng Đình", "Vũ Ðức", "Đặng Ưng", "Bùi Xuân", "Đỗ Mười", "Hồ Xuân Hương", "Ngô Bảo Châu",
        "Dương Quá", "Lý Thái Tổ", "Mạc Đĩnh Chi", "Cao Bá Quát", "Tô Hoài",
    ]

    private func items(_ names: [String] = names, isComplete: Bool = true) -> PickItems {
        PickItems(
            names.enumerated().map { PickItems.Item(value: "v\($0)", label: SafeText($1)) },
            isComplete: isComplete)
    }

    private func type(_ list: inout PickList, _ text: String) {
        for character in text { _ = list.handle(.text(String(character))) }
    }

    @discardableResult
    private func press(_ list: inout PickList, _ names: String...) -> WidgetOutcome {
        var outcome = WidgetOutcome.ignored
        for name in names {
            if let key = Key(name: name) { outcome = list.handle(.key(key)) }
        }
        return outcome
    }

    private func labels(_ list: PickList) -> [String] {
        list.rows.compactMap { row in
            if case .item(let index) = row { list.items.items[index].label.string } else { nil }
        }
    }

    @Test(
        "DD-3 the filter needs no accents, and puts the best match first",
        arguments: [
            ("nguyen", ["Nguyễn Văn Đức", "Lê Nguyên Khôi", "Hà Thu Nguyễn"]),
            ("duong", ["Đường Hoàng Ơn", "Dương Quá"]),
            ("DUC", ["Nguyễn Văn Đức"]),
            ("đức", ["Nguyễn Văn Đức"]),
            ("ha ng", ["Hà Thu Nguyễn", "Phạm Ngọc Hà", "Ngô Bảo Châu"]),
            ("xyz", []),
        ])
    func filter(query: String, expected: [String]) {
        var list = PickList(items())
        type(&list, query)
        #expect(labels(list) == expected)
    }

    @Test func narrowingIsTheSameAsFilteringAnew() {
        for query in ["ng", "ngu", "h", "ha t", "o", "d", "du c"] {
            var typed = PickList(items())
            type(&typed, query)
            let fresh = PickList(items(), query: query)
            #expect(labels(typed) == labels(fresh), "\(query)")
            press(&typed, "backspace")
            #expect(labels(typed) == labels(PickList(items(), query: String(query.dropLast()))))
        }
    }

    @Test("DD-3 long lists show at most 15 rows, a filter and a scroll bar")
    func longList() {
        let list = PickList(items())
        let field = Rect(column: 2, row: 0, columns: 20, rows: 1)
        let drawn = canvas(44, 20) { canvas in
            let area = list.area(anchor: field, in: canvas.bounds)
            list.draw(into: &canvas, area: area, context: ScreenContext(size: canvas.size))
        }
        expectScreen(
            drawn,
            """

              ┌────────────────────────────────────────┐
              │Gõ để lọc, không cần dấu       18/18 mục│
              │ Nguyễn Văn Đức                         █
              │ Đường Hoàng Ơn                         █
              │ Trần Thị Ánh                           █
              │ Lê Nguyên Khôi                         █
              │ Phạm Ngọc Hà                           █
              │ Hà Thu Nguyễn                          █
              │ Hoàng Đình                             █
              │ Vũ Ðức                                 █
              │ Đặng Ưng                               █
              │ Bùi Xuân                               █
              │ Đỗ Mười                                █
              │ Hồ Xuân Hương                          █
              │ Ngô Bảo Châu                           │
              │ Dương Quá                              │
              │ Lý Thái Tổ                             │
              └────────────────────────────────────────┘
            """)
    }

    @Test("DD-5 opens upward where there is no room below, and shrinks where there is none at all")
    func placement() {
        let bounds = Rect(column: 0, row: 0, columns: 40, rows: 20)
        func area(_ row: Int, _ rows: Int) -> Rect {
            PopupPlacement.area(
                anchor: Rect(column: 5, row: row, columns: 10, rows: 1), in: bounds,
                size: Size(columns: 20, rows: rows))
        }
        #expect(area(2, 10) == Rect(column: 5, row: 3, columns: 20, rows: 10))
        #expect(area(15, 10) == Rect(column: 5, row: 5, columns: 20, rows: 10))
        #expect(area(9, 17) == Rect(column: 5, row: 10, columns: 20, rows: 10))
        #expect(area(12, 17) == Rect(column: 5, row: 0, columns: 20, rows: 12))
        for row in -3...25 {
            for rows in 0...30 {
                let area = area(row, rows)
                #expect(area.intersection(bounds) == area || area.isEmpty)
            }
        }
    }

    @Test("G-5 closes on choice, Escape and Tab; Tab takes what was meant")
    func closing() {
        var list = PickList(items(), chosen: ["v2"])
        #expect(list.highlightedItem?.value == "v2")
        #expect(press(&list, "tab") == .cancelled, "nothing was meant yet")
        #expect(press(&list, "esc") == .cancelled)
        type(&list, "duong")
        #expect(press(&list, "tab") == .accepted)
        #expect(list.chosen == ["v1"])
        var other = PickList(items())
        #expect(press(&other, "down", "enter") == .accepted)
        #expect(other.chosen == ["v1"])
    }

    @Test("DD-2 many choices: Space ticks, and there are lines for all and none")
    func multiple() {
        var list = PickList(items(["Một", "Hai", "Ba"]), isMultiple: true)
        #expect(list.rows.prefix(2) == [.selectAll, .deselectAll])
        press(&list, "down", "down", "down")
        _ = list.handle(.text(" "))
        #expect(list.chosen == ["v1"])
        press(&list, "home")
        #expect(press(&list, "enter") == .changed)
        #expect(list.chosen == ["v0", "v1", "v2"])
        press(&list, "down", "enter")
        #expect(list.chosen == [])
        press(&list, "alt-a")
        #expect(list.chosen == ["v0", "v1", "v2"])
        let drawn = canvas(24, 8) { canvas in
            list.draw(
                into: &canvas,
                area: list.area(anchor: Rect(column: 0, row: 0, columns: 16, rows: 1), in: canvas.bounds),
                context: ScreenContext(size: canvas.size))
        }
        expectScreen(
            drawn,
            """

            ┌──────────────────────┐
            │ Chọn tất cả          │
            │ Bỏ chọn tất cả       │
            │ [x] Một              │
            │ [x] Hai              │
            │ [x] Ba               │
            └──────────────────────┘
            """)
        #expect(press(&list, "esc") == .cancelled)
    }

    @Test("DD-2 select all ticks what the filter shows")
    func allOfTheFiltered() {
        var list = PickList(items(), chosen: ["v2"], isMultiple: true)
        type(&list, "duong")
        press(&list, "alt-a")
        #expect(list.chosen == ["v1", "v2", "v13"])
    }

    @Test("DD-1 a choice of nothing carries the dropdown's own words")
    func empty() {
        var list = PickList(items(["Một", "Hai"]), chosen: ["v1"], emptyLabel: "Tất cả")
        press(&list, "home", "enter")
        #expect(list.chosen == [])
    }

    @Test func staysWhereItIsWhenMoreArrives() {
        var list = PickList(items(["Một", "Hai"], isComplete: false))
        press(&list, "end")
        #expect(list.wantsMore)
        list.replace(items(["Một", "Hai", "Ba", "Bốn"]))
        #expect(list.highlightedItem?.label == "Hai")
        #expect(!list.wantsMore)
    }

    @Test func thousandsAreFilteredQuickly() {
        let many = (0..<3_321).map { "Xã \(Self.names[$0 % Self.names.count]) \($0)" }
        var list = PickList(items(many))
        let clock = ContinuousClock()
        type(&list, "n")
        let time = clock.measure { type(&list, "guyen van duc") }
        #expect(labels(list).count == 185)
        // A key at a time, in a debug build: far below what a person notices.
        #expect(time < .seconds(2))
    }

    @Test func hostileNamesStayInside() {
        let list = PickList(items(HostileText.all))
        for columns in [0, 1, 5, 20, 80] {
            for rows in [0, 1, 2, 3, 4, 10, 24] {
                let drawn = canvas(84, 30) { canvas in
                    canvas.fill(canvas.bounds, with: "#")
                    list.draw(
                        into: &canvas, area: Rect(column: 2, row: 2, columns: columns, rows: rows),
                        context: ScreenContext(size: canvas.size))
                }
                for row in 0..<30 {
                    for column in 0..<84
                    where !Rect(column: 2, row: 2, columns: columns, rows: rows).contains(Point(column, row))
                    {
                        if drawn[Point(column, row)].text != "#" {
                            Issue.record("outside at \(column),\(row) of \(columns)×\(rows)")
                            return
                        }
                    }
                }
            }
        }
    }
}
