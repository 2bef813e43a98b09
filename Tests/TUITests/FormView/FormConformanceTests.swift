import Forms
import TUI
import TUITesting
import Testing

/// The rows of the eForm list (official letter 7753/BKHCN-CĐSQG, appendix 01) that the engine holds by itself.
@Suite struct FormConformanceTests {
    private func text(
        _ id: String, _ label: Phrase, _ rule: TextRule = TextRule(), required: Requirement = .never
    )
        -> Field
    {
        Field(id: id, label: label, kind: .text(rule), required: required)
    }

    @Test("G-1 a required field carries a red star after its label")
    func required() {
        let state = FormFixture.state([text("a", "Họ và tên", required: .always), text("b", "Ghi chú")])
        let drawn = state.drawn(60, 6)
        #expect(drawn.text().contains("│ Họ và tên *"))
        #expect(drawn.roles().contains("lllllllll.*."))
        #expect(drawn.text().components("*") == 1)
    }

    @Test("G-2 an error shows at its field: a mark, what is wrong, how to mend it, in the error role")
    func error() {
        var state = FormFixture.state([text("dt", "Điện thoại", TextRule(format: .phone))])
        state.type("091234567")
        state.press("tab")
        let drawn = state.drawn(70, 8)
        expectScreen(
            drawn,
            """
            ┌ Nhóm ─────────────────────────────────────────────────────────────┐
            │ Điện thoại 091234567                                              │
            │            ! Số điện thoại di động có 10 chữ số, còn thiếu 1.     │
            │            Ví dụ 0912345678.                                      │
            └───────────────────────────────────────────────────────────────────┘
            [ Gửi ]
            """)
        #expect(drawn[Point(13, 2)].role == .error)
        let style = Theme.standard.style(.error)
        #expect(style.attributes.contains(.bold), "bold beside red")
    }

    @Test("G-3 instructions stand under the field where a format is asked, and on complex fields always")
    func instructions() {
        let state = FormFixture.state([
            text("so", "Số định danh", TextRule(format: .identityNumber)),
            Field(id: "ngay", label: "Ngày cấp", kind: .date(DateRule())),
            Field(
                id: "ly_do", label: "Lý do", kind: .textArea(TextAreaRule(minRows: 2)),
                help: "Nêu rõ giấy tờ còn thiếu."),
            Field(id: "ten", label: "Tên", kind: .text(TextRule()), help: "Như trong giấy tờ."),
            text("ma", "Mã", TextRule(pattern: "[A-Z]{2}", patternMessage: "Gồm hai chữ in hoa.")),
        ])
        let shown = state.drawn(100, 16).text()
        #expect(shown.contains("12 chữ số trên thẻ căn cước."))
        #expect(shown.contains("Ngày/tháng/năm, ví dụ 31/12/1990."))
        #expect(shown.contains("Nêu rõ giấy tờ còn thiếu."))
        #expect(shown.contains("Gồm hai chữ in hoa."), "the pattern's own words")
        #expect(!shown.contains("Như trong giấy tờ."), "optional on simple fields: on focus")
    }

    @Test("G-4 Tab and Shift-Tab follow the visual order; Space and Enter press; Down opens")
    func order() {
        var state = FormFixture.state()
        var seen: [String] = []
        for _ in 0..<9 {
            seen.append(state.focus?.field ?? "")
            state.press("tab")
        }
        #expect(
            seen == [
                "so_dinh_danh", "nop_thay", "ho_ten", "ngay_sinh", "gioi_tinh", "thuong_tru", "dien_thoai",
                "thu", "ten",
            ])
        for expected in seen.dropFirst().reversed() {
            state.press("shift-tab")
            #expect(state.focus?.field == expected)
        }
        state.focus(FieldPath("ngay_sinh"))
        state.press("down")
        #expect(state.isPopupOpen)
        state.press("esc", "pgdn", "tab", "tab", "tab")
        #expect(state.focus == nil, "the button that adds a row")
        state.press("space")
        #expect(state.rowCount("con") == 2)
        state.press("tab", "tab", "tab", "enter")
        #expect(state.rowCount("con") == 1, "Enter on the button that removes")
    }

    @Test("G-5 lists and pickers close on choice, a click outside, Escape and Tab")
    func closing() {
        func opened() -> FormState {
            var state = FormFixture.state([
                Field(
                    id: "a", label: "Cách nhận",
                    kind: .dropdown(
                        .fixed([
                            Option(value: "1", label: "Tại quầy"), Option(value: "2", label: "Bưu chính"),
                        ]),
                        multiple: false, empty: "Không")), text("b", "Ghi chú"),
            ])
            state.press("down")
            #expect(state.isPopupOpen)
            _ = state.drawn(60, 12)
            return state
        }
        var state = opened()
        state.press("down", "enter")
        #expect(!state.isPopupOpen && state.answers["a"] == .text("1"))
        state = opened()
        _ = state.handle(.mouse(Mouse(.press, at: Point(55, 11))))
        #expect(!state.isPopupOpen && state.answers["a"] == nil)
        state = opened()
        state.press("down", "esc")
        #expect(!state.isPopupOpen && state.answers["a"] == nil)
        state = opened()
        state.press("down", "down", "tab")
        #expect(!state.isPopupOpen && state.answers["a"] == .text("2") && state.focus?.field == "b")
        var date = FormFixture.state([
            Field(id: "d", label: "Ngày", kind: .date(DateRule())), text("b", "Ghi chú"),
        ])
        date.press("f4", "tab")
        #expect(!date.isPopupOpen && date.focus?.field == "b")
    }

    @Test("TF-1 a short label, and a placeholder that goes as typing starts")
    func placeholder() {
        var state = FormFixture.state([
            Field(id: "a", label: "Họ và tên", kind: .text(TextRule()), placeholder: "Nguyễn Văn A")
        ])
        #expect(state.drawn(50, 5).text().contains("Họ và tên Nguyễn Văn A"))
        #expect(state.drawn(50, 5).roles().contains("pppppppppppp"))
        state.type("T")
        #expect(!state.drawn(50, 5).text().contains("Nguyễn"))
    }

    @Test("TF-2 the 256th character is refused with a message and a bell")
    func limit() {
        var state = FormFixture.state([text("a", "Ghi chú")])
        _ = state.handle(.paste(String(repeating: "a", count: 255)))
        let outcome = state.type("b")
        #expect(outcome.events == [.refused])
        #expect(state.messageLine(.vi).text == "Ô này dài nhất 255 ký tự; ký tự vừa gõ không được nhận.")
        #expect(state.messageLine(.vi).role == .warning)
        #expect(state.rawText("a")?.count == 255)
    }

    @Test(
        "TF-3 built-in checks for e-mail, phone number, currency and patterns",
        arguments: [
            (FieldKind.text(TextRule(format: .email)), "ten@", true),
            (.text(TextRule(format: .email)), "a@b.vn", false),
            (.text(TextRule(format: .phone)), "0912", true),
            (.text(TextRule(format: .phone)), "0912345678", false),
            (.money(NumberRule(max: 1_000)), "5000", true), (.money(NumberRule()), "16000", false),
            (.text(TextRule(pattern: "[A-Z]{2}-[0-9]+")), "ab", true),
            (.text(TextRule(pattern: "[A-Z]{2}-[0-9]+")), "HN-12", false),
        ])
    func checks(kind: FieldKind, typed: String, isWrong: Bool) {
        var state = FormFixture.state([Field(id: "a", label: "Ô", kind: kind)])
        state.type(typed)
        state.press("tab")
        #expect(state.errors.isEmpty == !isWrong)
    }

    @Test("TF-4 a password field hides its text and has a button that shows it")
    func password() {
        var state = FormFixture.state([Field(id: "mk", label: "Mật khẩu", kind: .password)])
        state.type("tap-huan")
        #expect(state.drawn(60, 5).text().contains("Mật khẩu ••••••••                 [ Hiện ]"))
        state.press("tab", "space")
        #expect(state.drawn(60, 5).text().contains("Mật khẩu tap-huan                 [ Ẩn ]"))
        state.press("enter", "shift-tab", "alt-p")
        #expect(state.drawn(60, 5).text().contains("tap-huan"))
        #expect(state.answers["mk"] == .text("tap-huan"))
        state.press("enter")
        #expect(
            state.focus == nil && state.drawn(60, 5).cursor?.row == 3,
            "Enter goes on to the button that submits")
    }

    @Test("TA-1 TA-2 TA-3 a text area counts, grows within its limits, then scrolls; never sideways")
    func textArea() {
        var state = FormFixture.state([
            Field(
                id: "a", label: "Lý do", kind: .textArea(TextAreaRule(minRows: 2, maxRows: 3, maxLength: 200))
            )
        ])
        #expect(state.drawn(40, 12).text().contains("0/200 ký tự, 0 từ"))
        func boxRows() -> Int {
            state.drawn(40, 12).roles().split(separator: "\n").count { $0.contains("FFFF") }
        }
        #expect(boxRows() == 2)
        state.type("một")
        state.press("enter")
        state.type("hai")
        state.press("enter")
        state.type("ba")
        #expect(boxRows() == 3)
        #expect(!state.drawn(40, 12).text().contains("█"))
        state.press("enter")
        state.type("bốn")
        #expect(boxRows() == 3)
        #expect(state.drawn(40, 12).text().contains("█"))
        #expect(state.drawn(40, 12).text().contains("14/200 ký tự, 4 từ"))
    }

    @Test("TA-2 Alt-+ and Alt-- change the height of a text area within the form's limits")
    func resizing() {
        var state = FormFixture.state([
            Field(
                id: "a", label: "Lý do", kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 200))
            )
        ])
        func boxRows() -> Int {
            state.drawn(40, 12).roles().split(separator: "\n").count { $0.contains("FFFF") }
        }
        #expect(boxRows() == 2)
        state.press("alt-+")
        #expect(boxRows() == 3)
        state.press("alt-=", "alt-=")
        #expect(boxRows() == 4)
        #expect(state.messageLine(.vi).text == "Ô đã cao hết mức.")
        state.press("alt--", "alt--")
        let lowest = state.press("alt--")
        #expect(boxRows() == 2 && lowest.events == [.refused])
        #expect(state.rawText("a") == "")
    }

    @Test("RA-1 more than four radio options become a dropdown")
    func radio() {
        let options = (1...5).map { Option(value: "\($0)", label: Phrase("Lựa chọn \($0)")) }
        let four = FormFixture.state([Field(id: "a", label: "Chọn", kind: .radio(Array(options.prefix(4))))])
        #expect(four.drawn(80, 8).text().components("( )") == 4)
        var five = FormFixture.state([Field(id: "a", label: "Chọn", kind: .radio(options))])
        #expect(five.drawn(80, 8).text().components("( )") == 0)
        five.press("down", "down", "down", "enter")
        #expect(five.answers["a"] == .text("3"))
    }

    @Test("CB-1 CB-2 more than four boxes become a dropdown with all and none")
    func boxes() {
        let options = (1...5).map { Option(value: "\($0)", label: Phrase("Giấy \($0)")) }
        let four = FormFixture.state([
            Field(id: "a", label: "Giấy tờ", kind: .checkboxes(Array(options.prefix(4))))
        ])
        #expect(four.drawn(60, 8).text().components("[ ]") == 4)
        #expect(four.drawn(60, 8).text().contains("Chọn tất cả"))
        var five = FormFixture.state([Field(id: "a", label: "Giấy tờ", kind: .checkboxes(options))])
        five.press("f4", "enter", "tab")
        #expect(five.answers["a"] == .choices(["1", "2", "3", "4", "5"]))
        #expect(five.drawn(60, 8).text().contains("Tất cả (5)"))
    }

    @Test("BT-2 the button that submits shows that it works, and can't be pressed again")
    func working() {
        var state = FormFixture.state([text("a", "Tên")])
        state.type("An")
        let first = state.press("f10")
        #expect(first.submits)
        state.working = true
        #expect(state.drawn(40, 6).text().contains("[⠋Gửi…]"))
        let again = state.press("f10")
        #expect(!again.submits && again.events == [.refused])
        #expect(state.messageLine(.vi).text == "Đang gửi, chưa nhận phím này. Chờ một lát.")
        state.type("x")
        #expect(state.rawText("a") == "An", "nothing changes under the request's hands")
        state.working = false
        let afterwards = state.press("f10")
        #expect(afterwards.submits)
    }

    @Test("DD-1 an empty dropdown reads its own words; one and many choices")
    func dropdown() {
        let options = ["Một", "Hai", "Ba"].map { Option(value: $0, label: Phrase($0)) }
        var state = FormFixture.state([
            Field(
                id: "a", label: "Đơn vị", kind: .dropdown(.fixed(options), multiple: false, empty: "Tất cả")),
            Field(
                id: "b", label: "Hạn chế", kind: .dropdown(.fixed(options), multiple: true, empty: "Không")),
        ])
        let shown = state.drawn(60, 6).text()
        #expect(shown.contains("Tất cả") && shown.contains("Không"))
        state.press("down", "down", "enter", "tab", "down", "down", "down", "space", "down", "space", "enter")
        #expect(state.answers["a"] == .text("Một"))
        #expect(state.answers["b"] == .choices(["Một", "Hai"]))
        #expect(state.drawn(60, 6).text().contains("Một, Hai"))
        state.focus(FieldPath("b"))
        state.press("delete")
        #expect(state.answers["b"] == nil)
    }

    @Test("DD-3 typing on a closed dropdown opens it filtered, without accents")
    func filter() {
        let names = ["Nguyễn", "Đường", "Trần"].map { Option(value: $0, label: Phrase($0)) }
        var state = FormFixture.state([
            Field(id: "a", label: "Họ", kind: .dropdown(.fixed(names), multiple: false, empty: "Không"))
        ])
        state.type("duong")
        state.press("enter")
        #expect(state.answers["a"] == .text("Đường"))
    }

    @Test("DD-5 the list of a field at the bottom opens upward")
    func upward() {
        let options = (1...8).map { Option(value: "\($0)", label: Phrase("Mục \($0)")) }
        var state = FormFixture.state(
            (1...12).map { text("t\($0)", Phrase("Ô \($0)")) } + [
                Field(
                    id: "a", label: "Mục", kind: .dropdown(.fixed(options), multiple: false, empty: "Không"))
            ])
        state.focus(FieldPath("a"))
        let field = state.drawn(60, 16).cursor?.row ?? 0
        state.press("down")
        let rows = state.drawn(60, 16).text().split(separator: "\n")
        let top = rows.firstIndex { $0.contains("┌") && !$0.hasPrefix("┌") } ?? 99
        #expect(top < field)
        #expect(rows.count { $0.contains("Mục ") } >= 8)
    }

    @Test("DP-1 DP-2 DP-3 dates by hand and from the calendar, shown as DD/MM/YYYY, within their range")
    func dates() {
        var state = FormFixture.state([
            Field(id: "a", label: "Ngày sinh", kind: .date(DateRule(max: .today(offsetDays: 0)))),
            text("b", "Khác"),
        ])
        state.type("311290")
        state.press("tab")
        #expect(state.rawText("a") == "31/12/1990" && state.answers["a"] == .text("1990-12-31"))
        state.press("shift-tab", "f4", "alt-pgdn", "pgdn", "enter")
        #expect(state.rawText("a") == "31/01/1992")
        state.press("f4", "home", "right", "down", "pgdn", "enter")
        #expect(state.rawText("a") == "23/11/2026", "not beyond today")
        state.press("ctrl-u")
        state.type("24112026")
        state.press("tab")
        #expect(state.errors.first?.issue.message.vi == "Không được sau hôm nay (23/11/2026).")
        #expect(state.rawText("a") == "24/11/2026", "wrong text is kept")
        state.press("shift-tab")
        state.type("1")
        #expect(state.rawText("a") == "1", "and typed over by who comes back to it")
        state.type("2/5/85")
        state.press("tab", "shift-tab", "end", "backspace")
        #expect(state.rawText("a") == "12/05/198", "an editing key keeps it")
        state.type("6")
        #expect(state.rawText("a") == "12/05/1986")
    }

    @Test("DP-1 two days are typed with a dash between them, or chosen one after the other")
    func dateRange() {
        var state = FormFixture.state([
            Field(id: "a", label: "Thời hạn", kind: .dateRange(DateRule(min: .today(offsetDays: -30)))),
            text("b", "Khác"),
        ])
        #expect(state.drawn(80, 6).text().contains("DD/MM/YYYY - DD/MM/YYYY"))
        state.type("1/12/26-311226")
        state.press("tab")
        #expect(state.rawText("a") == "01/12/2026 - 31/12/2026")
        #expect(state.answers["a"] == .text("2026-12-01/2026-12-31"))
        state.press("shift-tab", "f4")
        #expect(state.drawn().text().contains("Chọn ngày đầu"))
        state.press("home", "enter")
        #expect(state.drawn().text().contains("Từ 23/11/2026 đến…"))
        state.press("left")
        state.press("down", "enter")
        #expect(state.rawText("a") == "23/11/2026 - 30/11/2026", "the last day is not before the first")
        state.press("alt-z")
        #expect(state.rawText("a") == "01/12/2026 - 31/12/2026")
        state.press("ctrl-u")
        state.type("31/12/2026 - 1/12/2026")
        state.press("tab")
        #expect(state.errors.count == 1 && state.rawText("a") == "31/12/2026 - 1/12/2026")
    }

    @Test("UX-1 fields stand in labelled boxes")
    func boxesAround() {
        let rows = FormFixture.state().drawn().text().split(separator: "\n")
        #expect(rows[1].hasPrefix("┌ Chủ hồ sơ ─"))
    }

    @Test("UX-2 guidance for the field in focus, in one fixed place")
    func guidance() {
        var state = FormFixture.state()
        #expect(state.messageLine(.vi).text == "12 chữ số trên thẻ căn cước.")
        state.press("tab", "tab")
        #expect(state.messageLine(.vi).text == "Viết đủ họ, chữ đệm và tên như trong giấy tờ.")
        state.press("f1")
        #expect(state.drawn().text().contains("┌ Họ và tên ──"))
        #expect(state.drawn().text().contains("Ctrl-U xóa đến đầu ô."))
        state.press("esc")
        #expect(!state.isPopupOpen)
    }

    @Test("UX-5 everything is reached at any size, with the focus and its cursor in view")
    func anySize() {
        for columns in [20, 40, 60, 80, 119, 120, 200] {
            for rows in [3, 5, 8, 12, 21, 50] {
                var state = FormFixture.state()
                var seen: Set<String> = []
                for _ in 0..<16 {
                    let drawn = state.drawn(columns, rows)
                    #expect(drawn.cursor != nil, "\(columns)×\(rows) \(state.focus?.field ?? "button")")
                    seen.insert(state.focus?.field ?? "button")
                    state.press("tab")
                }
                #expect(seen.count == 13, "\(columns)×\(rows): \(seen.sorted())")
            }
        }
    }

    @Test("DY-1 rows come and go, and nothing in other fields is lost")
    func rows() {
        var state = FormFixture.state()
        state.type("001185000123")
        state.press("pgdn")
        state.type("Bé Một")
        state.press("insert")
        state.type("Bé Hai")
        state.press("insert")
        state.type("Bé Ba")
        #expect(state.rowCount("con") == 3)
        let fourth = state.press("insert")
        #expect(fourth.events.contains(.refused), "three at most")
        #expect(state.messageLine(.vi).text == "Nhiều nhất 3 dòng.")
        state.focus(FieldPath("ten", group: "con", row: 1))
        state.press("ctrl-d")
        #expect(state.rowCount("con") == 2)
        #expect(state.rawText(FieldPath("ten", group: "con", row: 0)) == "Bé Một")
        #expect(state.rawText(FieldPath("ten", group: "con", row: 1)) == "Bé Ba")
        #expect(state.rawText("so_dinh_danh") == "001185000123")
        state.press("alt-z")
        #expect(
            state.rawText(FieldPath("ten", group: "con", row: 1)) == "Bé Hai",
            "undo brings the row back whole")
        #expect(state.answers.rows("con").map { $0.text("ten") } == ["Bé Một", "Bé Hai", "Bé Ba"])
        state.press("ctrl-d", "ctrl-d")
        let last = state.press("ctrl-d")
        #expect(last.events == [.refused], "one at least")
    }

    @Test("AF-2 filled-in values carry a sign and a look of their own, and can be changed")
    func filled() {
        var state = FormFixture.state()
        let isFilled = state.fill("ho_ten", value: .text("Nguyễn Thị Ánh"), source: "thẻ")
        #expect(isFilled)
        let drawn = state.drawn()
        let row = drawn.text().split(separator: "\n").firstIndex { $0.contains("Nguyễn Thị Ánh") } ?? 0
        #expect(drawn.text().split(separator: "\n")[row].contains("▪ thẻ"))
        #expect(drawn[Point(17, row)].role == .filled)
        state.focus(FieldPath("ho_ten"))
        #expect(state.messageLine(.vi).text.string.hasPrefix("Lấy từ thẻ, sửa được."))
        state.press("end")
        state.type("!")
        #expect(!state.drawn().text().contains("▪"))
        #expect(state.isTyped("ho_ten"))
        let replaced = state.fill("ho_ten", value: .text("Khác"), source: "thẻ")
        #expect(!replaced, "never over what was typed")
        #expect(state.rawText("ho_ten") == "Nguyễn Thị Ánh!")
        let asked = state.fill("ho_ten", value: .text("Khác"), source: "thẻ", overwrite: true)
        #expect(asked)
        state.press("alt-z")
        #expect(state.rawText("ho_ten") == "Nguyễn Thị Ánh!")
    }

    @Test("AF-1 known data is looked up as a field is left and filled in while typing goes on, never over it")
    func lookedUp() {
        var state = FormFixture.state()
        state.type("001185000123")
        let left = state.press("right")
        #expect(state.focus == FieldPath("nop_thay"))
        #expect(!left.events.isEmpty)
        state.focus(FieldPath("dien_thoai"))
        state.type("0912")
        // The answer of the register comes while another field is being typed in.
        let refused = state.fill(
            [
                (FieldPath("ho_ten"), .text("Nguyễn Thị Ánh")), (FieldPath("ngay_sinh"), .text("1985-03-12")),
                (FieldPath("dien_thoai"), .text("0987654321")),
            ], source: "CSDL dân cư")
        #expect(refused == [FieldPath("dien_thoai")], "what was typed stays, and the other value is offered")
        #expect(state.focus == FieldPath("dien_thoai"))
        state.type("345678")
        #expect(state.rawText("dien_thoai") == "0912345678")
        #expect(state.answers["ho_ten"] == .text("Nguyễn Thị Ánh"))
        #expect(state.drawn().text().contains("▪ CSDL dân cư"))
        let next = state.press("tab")
        #expect(next.events.contains(.left(FieldPath("dien_thoai"))), "the moment for the next look-up")
    }

    @Test("AF-3 Alt-R hands a wrong value of a source on, also after it was corrected")
    func report() {
        var state = FormFixture.state()
        state.fill("ho_ten", value: .text("Nguyễn Thị Anh"), source: "thẻ")
        state.focus(FieldPath("ho_ten"))
        let ignored = state.press("alt-r")
        #expect(
            ignored.events == [.refused] && !state.isEnabled("form.report"), "the screen takes no reports")
        state.takesReports = true
        #expect(state.isEnabled("form.report"))
        state.type("Nguyễn Thị Ánh")
        let given = SourceValue(source: "thẻ", given: .text("Nguyễn Thị Anh"))
        let reported = state.press("alt-r")
        #expect(reported.events == [.reportSource(FieldPath("ho_ten"), given)])
        #expect(state.answers["ho_ten"] == .text("Nguyễn Thị Ánh"))
        state.press("tab")
        let nothing = state.press("alt-r")
        #expect(nothing.events.contains(.refused))
        #expect(state.messageLine(.vi).text == "Ô này không lấy giá trị từ nguồn nào.")
    }

    @Test("VA-1 format, required, and conditions between fields")
    func conditions() {
        var state = FormFixture.state(
            [
                Field(id: "tu", label: "Từ ngày", kind: .date(DateRule()), required: .always),
                Field(id: "den", label: "Đến ngày", kind: .date(DateRule())),
            ],
            rules: [
                FormRule(
                    id: "thu_tu", holds: FormFixture.expression("den >= tu"), field: "den",
                    message: "Ngày kết thúc phải sau ngày bắt đầu.", hint: "Sửa một trong hai ngày.")
            ])
        state.press("tab")
        #expect(state.errors.map(\.issue.code) == ["required"], "going on marks and moves on")
        state.type("01012026")
        state.press("shift-tab")
        state.type("02022026")
        state.press("tab")
        #expect(state.errors.map(\.path.field) == ["den"], "the rule looks at the field just left")
        state.press("ctrl-u")
        state.type("03032026")
        #expect(state.errors.isEmpty, "mended while typing")
    }

    @Test("VA-3 errors, warnings and success are told apart by sign and look")
    func kinds() {
        var state = FormFixture.state([text("a", "Số"), text("b", "Tên")])
        state.apply(serverErrors: [
            FieldError(path: FieldPath("a"), issue: FieldIssue(code: "x", message: "Sai.")),
            FieldError(
                path: FieldPath("b"), issue: FieldIssue(code: "y", message: "Xem lại.", severity: .warning)),
        ])
        let drawn = state.drawn(50, 9)
        #expect(drawn.text().contains("! Sai.") && drawn.text().contains("▲ Xem lại."))
        #expect(drawn.roles().contains("!!!!!!") && drawn.roles().contains("wwwwwwwwww"))
        #expect(Glyphs.unicode.success == "✓")
        #expect(state.warnings.count == 1 && state.errors.count == 1)
    }

    @Test("VA-4 submit lists all errors and goes to the first; F8 goes round")
    func submit() {
        var state = FormFixture.state()
        state.press("pgdn")
        let outcome = state.press("f10")
        #expect(!outcome.submits && outcome.events.contains(.refused))
        #expect(state.focus?.field == "so_dinh_danh")
        let drawn = state.drawn()
        #expect(
            drawn.text().contains("! 5 lỗi: Số định danh, Họ và tên, Ngày sinh, Điện thoại, Họ và tên con"))
        #expect(state.messageLine(.vi).text == "Còn 5 lỗi. F8: lỗi sau, Alt-E: xem tất cả.")
        var seen: [String] = []
        for _ in 0..<5 {
            state.press("f8")
            seen.append(state.focus?.field ?? "")
        }
        #expect(seen == ["ho_ten", "ngay_sinh", "dien_thoai", "ten", "so_dinh_danh"])
        state.press("alt-e")
        #expect(state.drawn().text().contains("! Chưa nhập “Ngày sinh”, mục này bắt buộc."))
        state.press("down", "down", "enter")
        #expect(state.focus?.field == "ngay_sinh")
    }
}

extension String {
    /// How often a part stands in the text.
    func components(_ part: String) -> Int {
        ranges(of: part).count
    }
}
