import Forms
import TUI
import TUITesting
import Testing

@Suite struct ChoiceTests {
    private let sexes = [Choice(value: "nu", label: "nữ"), Choice(value: "nam", label: "nam")]
    private let ways = [
        Choice(value: "quay", label: "Nhận tại quầy"),
        Choice(value: "buu_chinh", label: "Qua bưu chính công ích"),
        Choice(value: "truc_tuyen", label: "Bản điện tử trực tuyến"),
    ]

    private func press(_ widget: inout some Widget, _ names: String...) -> [WidgetOutcome] {
        names.map { name in
            guard let key = Key(name: name) else { return .ignored }
            return widget.handle(name == "space" ? .text(" ") : .key(key))
        }
    }

    @Test("RA-1 options side by side, each label right of its button")
    func horizontal() {
        let group = RadioGroup(sexes, selected: "nu")
        let drawn = canvas(20, 1) { group.draw(into: &$0, area: $0.bounds, isFocused: true) }
        expectScreen(drawn, "(•) nữ  ( ) nam")
        expectRoles(drawn, "FFF.FF")
        #expect(drawn.cursor == Point(1, 0))
    }

    @Test("RA-1 options in a left-aligned column where they are long")
    func vertical() {
        let group = RadioGroup(ways)
        #expect(group.height(columns: 40) == 3)
        let drawn = canvas(40, 3) { group.draw(into: &$0, area: $0.bounds, isFocused: false) }
        expectScreen(
            drawn,
            """
            ( ) Nhận tại quầy
            ( ) Qua bưu chính công ích
            ( ) Bản điện tử trực tuyến
            """)
    }

    @Test func choosing() {
        var group = RadioGroup(sexes)
        #expect(press(&group, "up", "down") == [.ignored, .ignored], "going past changes nothing")
        #expect(group.selected == nil)
        #expect(press(&group, "space") == [.changed])
        #expect(group.selected == "nu")
        #expect(press(&group, "space") == [.changed])
        #expect(group.selected == "nam")
        #expect(press(&group, "left", "left") == [.changed, .handled])
        #expect(group.handle(.text("2")) == .changed)
        #expect(group.selected == "nam")
        #expect(group.handle(.text("n")) == .changed, "the first that begins with it")
        #expect(group.selected == "nu")
    }

    @Test("RA-1 in a column up and down choose as left and right do, and beyond its ends go on in the form")
    func column() {
        var group = RadioGroup(ways)
        _ = canvas(40, 3) { group.draw(into: &$0, area: $0.bounds, isFocused: true) }
        #expect(press(&group, "up") == [.ignored], "nothing is chosen by going back past it")
        #expect(group.selected == nil)
        #expect(press(&group, "down") == [.changed])
        #expect(group.selected == "quay")
        #expect(press(&group, "down", "down", "down") == [.changed, .changed, .ignored])
        #expect(group.selected == "truc_tuyen")
        #expect(press(&group, "up", "up", "up") == [.changed, .changed, .ignored])
        #expect(group.selected == "quay")
        var other = RadioGroup(ways)
        _ = canvas(40, 3) { other.draw(into: &$0, area: $0.bounds, isFocused: true) }
        #expect(press(&other, "right", "right") == [.changed, .changed] && other.selected == "buu_chinh")
    }

    @Test("CB-1 boxes in a left-aligned column")
    func boxes() {
        var boxes = CheckBoxes(Array(ways.prefix(2)))
        #expect(press(&boxes, "down", "space", "down") == [.handled, .changed, .ignored])
        #expect(boxes.chosen == ["buu_chinh"])
        let drawn = canvas(40, 3) { boxes.draw(into: &$0, area: $0.bounds, isFocused: true) }
        expectScreen(
            drawn,
            """
            [ ] Nhận tại quầy
            [x] Qua bưu chính công ích
            """)
    }

    @Test("CB-2 a line for all boxes where there are many, and keys for all and none")
    func all() {
        var boxes = CheckBoxes((1...4).map { Choice(value: "\($0)", label: "Lựa chọn \($0)") })
        #expect(press(&boxes, "alt-a", "alt-a", "alt-q") == [.changed, .handled, .changed])
        boxes.enter(fromBelow: true)
        #expect(press(&boxes, "space") == [.changed])
        #expect(boxes.chosen == ["1", "2", "3", "4"])
        let drawn = canvas(20, 6) { boxes.draw(into: &$0, area: $0.bounds, isFocused: true) }
        expectScreen(
            drawn,
            """
            [x] Lựa chọn 1
            [x] Lựa chọn 2
            [x] Lựa chọn 3
            [x] Lựa chọn 4
            Bỏ chọn tất cả
            """)
    }

    @Test func oneBox() {
        var box = CheckBox(label: "Cam đoan lời khai là đúng sự thật")
        #expect(press(&box, "space") == [.changed])
        #expect(box.isOn)
        let drawn = canvas(24, 2) { box.draw(into: &$0, area: $0.bounds, isFocused: false) }
        expectScreen(
            drawn,
            """
            [x] Cam đoan lời khai là
                đúng sự thật
            """)
    }

    @Test("BT-2 a button that works says so and can't be pressed twice")
    func button() {
        var button = Button(Phrase("Gửi", en: "Submit"))
        #expect(button.handle(.key(Key(.enter))) == .accepted)
        #expect(button.handle(.text(" ")) == .accepted)
        button.isWorking = true
        #expect(button.handle(.key(Key(.enter))) == .refused)
        let drawn = canvas(12, 1) {
            button.draw(
                into: &$0, at: .zero, isFocused: true, context: ScreenContext(size: $0.size, spinnerFrame: 1))
        }
        expectScreen(drawn, "[⠙Gửi…]")
    }

    @Test("BT-1 WC-1 a button that can't be used is told by its shape, and is not pressed")
    func disabled() {
        var button = Button("Thêm dòng")
        func drawn() -> String {
            canvas(20, 1) {
                button.draw(
                    into: &$0, at: .zero, isFocused: true, context: ScreenContext(size: $0.size))
            }.text()
        }
        #expect(drawn() == "[ Thêm dòng ]")
        button.isEnabled = false
        #expect(drawn() == "( Thêm dòng )")
        #expect(button.handle(.text(" ")) == .refused)
    }

    @Test("BT-1 a button has a label of its own")
    func label() {
        let button = Button(Phrase("Thêm dòng", en: "Add row"), help: "Thêm một người con.")
        let drawn = canvas(16, 1) {
            button.draw(into: &$0, at: .zero, isFocused: false, context: ScreenContext(size: $0.size))
        }
        expectScreen(drawn, "[ Thêm dòng ]")
        expectRoles(drawn, "uuuuuuuuuuuuu")
        #expect(button.width(.vi) == 13)
    }
}
