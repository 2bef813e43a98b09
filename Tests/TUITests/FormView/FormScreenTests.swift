import Forms
import TUI
import TUITesting
import Testing

/// The engine on a screen, driven by keys through the program's own dispatch, seen as pictures.
@Suite struct FormScreenTests {
    /// What every screen with a form does, and nothing else.
    struct FormScreen: Screen {
        typealias Message = Never
        var form: FormState
        var submits = 0

        var title: SafeText { "Tiếp nhận" }
        var scopes: [String] { form.scopes }
        var capturesText: Bool { form.capturesText }
        func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
        func messageLine(_ context: ScreenContext) -> MessageLine? { form.messageLine(context.language) }

        mutating func handle(_ event: ScreenEvent<Never>, _ context: ScreenContext) -> [Effect<Never>] {
            let outcome = form.handle(event)
            if outcome.submits { submits += 1 }
            return outcome.events.contains(.refused) ? [.bell] : []
        }

        func draw(into canvas: inout Canvas, _ context: ScreenContext) {
            FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
        }
    }

    private func driver(
        _ form: FormState = FormFixture.state(), _ columns: Int = 80, _ rows: Int = 24, ascii: Bool = false
    ) -> TestDriver {
        TestDriver(
            screen: FormScreen(form: form), size: Size(columns: columns, rows: rows),
            actions: FormActions.all,
            ascii: ascii)
    }

    @Test func halfFilledAt80By24() {
        var form = FormFixture.state()
        form.fill("ho_ten", value: .text("Nguyễn Thị Ánh"), source: "thẻ")
        form.fill("ngay_sinh", value: .text("1985-03-12"), source: "thẻ")
        let driver = driver(form)
        driver.type("001185000123").press("right", "tab", "tab", "tab", "space", "tab")
        driver.type("Phường Cửa Nam, TP Hà Nội").press("tab").type("091234567").press("tab", "shift-tab")
        driver.expectScreen(
            """
             Tiếp nhận
            [1 Người nộp !]  2 Tờ khai
            ┌ Chủ hồ sơ ──────────────────────────────────────────────────────────────────┐
            │ Số định danh * 001185000123           Nộp thay  (•) có  ( ) không           │
            │                12 chữ số trên thẻ căn cước.                                 │
            │ Họ và tên *    Nguyễn Thị Ánh                                        ▪ thẻ  │
            │ Ngày sinh *    12/03/1985  ▼ ▪ thẻ    Giới tính (•) nữ  ( ) nam             │
            │                Ngày/tháng/năm, ví dụ 31/12/1990.                            │
            │ Thường trú     Phường Cửa Nam, TP Hà Nội                                    │
            │ Điện thoại *   091234567                                                    │
            │                ! Số điện thoại di động có 10 chữ số, còn thiếu 1.           │
            │                Ví dụ 0912345678.                                            │
            │ Thư điện tử                                                                 │
            │                Ví dụ ten@coquan.vn.                                         │
            └─────────────────────────────────────────────────────────────────────────────┘
            ┌ Người nộp thay ─────────────────────────────────────────────────────────────┐
            │ Họ và tên *                                                                 │
            │ Quan hệ     Không          ▼                                                │
            └─────────────────────────────────────────────────────────────────────────────┘



             Ví dụ 0912345678.
             F1 Trợ giúp  F8 Lỗi sau  F10 Gửi  Alt-E Mọi lỗi
            """)
        driver.expectRoles(
            """
            --------------------------------------------------------------------------------
            AAAAAAAAAAAAAAA.ttttttttttt
            BTTTTTTTTTTTBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
            B.llllllllllll.*.fffffffffffff..........llllllll..............................B
            B................dddddddddddddddddddddddddddd.................................B
            B.lllllllll.*....iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii.iiiii..B
            B.lllllllll.*....iiiiiiiiiiiid.iiiii....lllllllll.............................B
            B................ddddddddddddddddddddddddddddddddd............................B
            B.llllllllll.....fffffffffffffffffffffffffffffffffffffffffffffffffffff........B
            B.llllllllll.*...FFFFFFFFFFFFFF...............................................B
            B................!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!...........B
            B................ddddddddddddddddd............................................B
            B.lllllllllll....ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff.B
            B................dddddddddddddddddddd.........................................B
            BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
            bTTTTTTTTTTTTTTTTbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
            b.lllllllll.*.ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff....b
            b.lllllll.....pppppffffffffffd................................................b
            bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb



            .ddddddddddddddddd
            KkkKKKKKKKKKKKkkKKKKKKKKKKkkkKKKKKKkkkkkKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK
            """)
        #expect(driver.canvas.cursor == Point(26, 9))
    }

    @Test func wideScreensPutGroupsSideBySide() {
        let form = FormFixture.state()
        let driver = driver(form, 130, 24)
        driver.type("001185000123").type("c")
        driver.expectScreen(
            """
             Tiếp nhận
            [1 Người nộp]  2 Tờ khai
            ┌ Chủ hồ sơ ───────────────────────────────────────────────────┐ ┌ Người nộp thay ──────────────────────────────────────────────┐
            │ Số định danh * 001185000123                                  │ │ Họ và tên *                                                  │
            │                12 chữ số trên thẻ căn cước.                  │ │ Quan hệ     Không          ▼                                 │
            │ Nộp thay       (•) có  ( ) không                             │ │                                                              │
            │ Họ và tên *    Nguyễn Văn A                                  │ │                                                              │
            │ Ngày sinh *    DD/MM/YYYY  ▼                                 │ │                                                              │
            │                Ngày/tháng/năm, ví dụ 31/12/1990.             │ │                                                              │
            │ Giới tính      ( ) nữ  ( ) nam                               │ │                                                              │
            │ Thường trú                                                   │ │                                                              │
            │ Điện thoại *                                                 │ │                                                              │
            │                Ví dụ 0912345678.                             │ │                                                              │
            │ Thư điện tử                                                  │ │                                                              │
            │                Ví dụ ten@coquan.vn.                          │ │                                                              │
            └──────────────────────────────────────────────────────────────┘ └──────────────────────────────────────────────────────────────┘







             F1 Trợ giúp  F10 Gửi
            """)
    }

    @Test func errorsAfterSubmit() {
        let driver = driver()
        driver.press("f10")
        driver.expectScreen(
            """
             Tiếp nhận
            [1 Người nộp !]  2 Tờ khai !
            ! 5 lỗi: Số định danh, Họ và tên, Ngày sinh, Điện thoại, Họ và tên con
            ┌ Chủ hồ sơ ──────────────────────────────────────────────────────────────────┐
            │ Số định danh *                        Nộp thay  ( ) có  ( ) không           │
            │                ! Chưa nhập “Số định danh”, mục này bắt buộc.                │
            │                12 chữ số trên thẻ căn cước.                                 │
            │ Họ và tên *    Nguyễn Văn A                                                 │
            │                ! Chưa nhập “Họ và tên”, mục này bắt buộc.                   │
            │ Ngày sinh *    DD/MM/YYYY  ▼          Giới tính ( ) nữ  ( ) nam             │
            │                ! Chưa nhập “Ngày sinh”, mục này bắt buộc.                   │
            │                Ngày/tháng/năm, ví dụ 31/12/1990.                            │
            │ Thường trú                                                                  │
            │ Điện thoại *                                                                │
            │                ! Chưa nhập “Điện thoại”, mục này bắt buộc.                  │
            │                Ví dụ 0912345678.                                            │
            │ Thư điện tử                                                                 │
            │                Ví dụ ten@coquan.vn.                                         │
            └─────────────────────────────────────────────────────────────────────────────┘



             ! Còn 5 lỗi. F8: lỗi sau, Alt-E: xem tất cả.
             F1 Trợ giúp  F8 Lỗi sau  F10 Gửi  Alt-E Mọi lỗi
            """)
        driver.expectRoles(
            """
            --------------------------------------------------------------------------------
            AAAAAAAAAAAAAAA.ttttttttttttt
            !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!
            BTTTTTTTTTTTBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
            B.llllllllllll.*.FFFFFFFFFFFFF..........llllllll..............................B
            B................!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!................B
            B................dddddddddddddddddddddddddddd.................................B
            B.lllllllll.*....ppppppppppppfffffffffffffffffffffffffffffffffffffffff........B
            B................!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!...................B
            B.lllllllll.*....ppppppppppffd..........lllllllll.............................B
            B................!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!...................B
            B................ddddddddddddddddddddddddddddddddd............................B
            B.llllllllll.....fffffffffffffffffffffffffffffffffffffffffffffffffffff........B
            B.llllllllll.*...ffffffffffffff...............................................B
            B................!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!..................B
            B................ddddddddddddddddd............................................B
            B.lllllllllll....ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff.B
            B................dddddddddddddddddddd.........................................B
            BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB



            .!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!
            KkkKKKKKKKKKKKkkKKKKKKKKKKkkkKKKKKKkkkkkKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKKK
            """)
        #expect(driver.requests.contains { if case .bell = $0 { true } else { false } })
    }

    @Test func listOverTheForm() {
        let driver = driver()
        driver.press("tab").type("c").press("pgup", "pgdn", "pgup")
        for _ in 0..<9 { driver.press("tab") }
        driver.press("down", "down")
        driver.expectScreen(
            """
             Tiếp nhận
            [1 Người nộp !]  2 Tờ khai
            ┌ Chủ hồ sơ ──────────────────────────────────────────────────────────────────┐█
            │ Số định danh *                        Nộp thay  (•) có  ( ) không           │█
            │                ! Chưa nhập “Số định danh”, mục này bắt buộc.                │█
            │                12 chữ số trên thẻ căn cước.                                 │█
            │ Họ và tên *    Nguyễn Văn A                                                 │█
            │                ! Chưa nhập “Họ và tên”, mục này bắt buộc.                   │█
            │ Ngày sinh *    DD/MM/YYYY  ▼          Giới tính ( ) nữ  ( ) nam             │█
            │                ! Chưa nhập “Ngày sinh”, mục này bắt buộc.                   │█
            │                Ngày/tháng/năm, ví dụ 31/12/1990.                            │█
            │ Thường trú                                                                  │█
            │ Điện thoại *                                                                │█
            │                ! Chưa nhập “Điện thoại”, mục này bắt buộc.                  │█
            │                Ví dụ 0912345678.                                            │█
            │ Thư điện tử ┌────────────────┐                                              │█
            │             │ Không          │n.vn.                                         │█
            └─────────────│ Cha, mẹ        │──────────────────────────────────────────────┘█
            ┌ Người nộp th│ Vợ, chồng      │──────────────────────────────────────────────┐█
            │ Họ và tên * │ Được ủy quyền  │                                              │█
            │             └────────────────┘ tên”, mục này bắt buộc.                      │█
            │ Quan hệ     Không          ▼                                                ││
             Cha, mẹ
             F1 Trợ giúp  Enter Chọn  Esc Đóng
            """)
    }

    @Test func helpForTheField() {
        let driver = driver()
        driver.press("tab", "tab", "tab", "f1")
        driver.expectScreen(
            """
             Tiếp nhận
            [1 Người nộp !]  2 Tờ khai
            ┌ Chủ hồ sơ ──────────────────────────────────────────────────────────────────┐
            │ Số định danh *                        Nộp thay  ( ) có  ( ) không           │
            │                ! Chưa nhập “Số định danh”, mục này bắt buộc.                │
            │                12 chữ số trên thẻ căn cước.                                 │
            │ Họ và tên *    Nguyễn Văn A                                                 │
            │                ! Chưa nhập “Họ và tên”, mục này bắt buộc.                   │
            │ ┌ Ngày sinh ───────────────────────────────────────────────────────────────┐│
            │ │ Ngày/tháng/năm, ví dụ 31/12/1990.                                        ││
            │ │ Gõ 31/12/1990, 311290 hay 3112 (năm nay). ↓ hoặc F4 mở lịch.             ││
            │ │ Tab, Enter: ô sau. Shift-Tab: ô trước. F8: lỗi sau. F10: gửi. Alt-Z:     ││
            │ │ hoàn tác. F1 lần nữa: mọi phím.                                          ││
            │ └──────────────────────────────────────────────────────────────────────────┘│
            │                Ví dụ ten@coquan.vn.                                         │
            └─────────────────────────────────────────────────────────────────────────────┘






             Ngày/tháng/năm, ví dụ 31/12/1990.
             F1 Trợ giúp  Esc Đóng
            """)
        driver.press("f1")
        driver.expectText("Trợ giúp")
        driver.press("esc", "esc")
        driver.expectNoText("Ctrl-U")
    }

    @Test func asciiOnly() {
        var form = FormFixture.state()
        form.fill("ho_ten", value: .text("Nguyễn Thị Ánh"), source: "thẻ")
        let shown = form.drawn(60, 12, ascii: true).text()
        #expect(shown.contains("* thẻ") && !shown.contains("▼") && !shown.contains("█"))
    }

    /// Found by a review: with `ascii = true` in a UTF-8 locale borders were still drawn as lines.
    @Test func asciiOnlyInTheWholeFrame() {
        let frame = driver(ascii: true).screenText
        #expect(frame.contains("+--") && frame.contains("| "))
        let signs = frame.unicodeScalars.filter { (0x2190...0x2BFF).contains($0.value) }
        #expect(signs.isEmpty, "\(signs)")
        #expect(frame.contains("ọ"), "letters keep their accents")
    }

    @Test func hostileTextInEveryPlaceOfAForm() {
        for text in HostileText.all {
            // Words of a form are bounded by its definition; values are not.
            let phrase = Phrase(String(text.prefix(200)))
            let options = [Option(value: "a", label: phrase), Option(value: text, label: phrase)]
            let kinds: [FieldKind] = [
                .text(TextRule()), .password, .textArea(TextAreaRule()), .radio(options), .checkbox,
                .checkboxes(options), .dropdown(.fixed(options), multiple: false, empty: phrase),
                .dropdown(.fixed(options), multiple: true, empty: phrase), .date(DateRule()),
                .number(NumberRule()), .money(NumberRule()), .note,
                .dateRange(DateRule()), .time(TimeRule()), .timeRange(TimeRule(clock: .h12)),
                .slider(SliderRule(min: 0, max: 9, unit: phrase)), .spinBox(NumberRule(min: 1, max: 9)),
                .search(.fixed(options), popular: options), .files(FileRule(many: true)),
            ]
            let fields = kinds.enumerated().map { number, kind in
                Field(
                    id: "f\(number)", label: phrase, kind: kind, required: .always, help: phrase,
                    placeholder: phrase)
            }
            let group = FormGroup(id: "g", title: phrase, help: phrase, fields: fields)
            let rows = FormGroup(
                id: "r", title: phrase, fields: Array(fields.prefix(2)),
                repeats: Repeats(min: 1, max: 3, addLabel: phrase, removeLabel: phrase))
            var state = FormFixture.state(
                FormDefinition(
                    id: "f", version: 1, title: phrase,
                    pages: [
                        FormPage(id: "p", title: phrase, groups: [group]),
                        FormPage(id: "q", title: phrase, groups: [rows]),
                    ]))
            for field in fields {
                state.fill(FieldPath(field.id), value: .text(text), source: phrase)
                state.fill(FieldPath(field.id), value: .choices([text]), source: phrase)
            }
            for step in 0..<24 {
                _ = state.handle(.paste(text))
                state.press("f4")
                let size = [(80, 21), (33, 7), (3, 2), (130, 40)][step % 4]
                let canvas = state.drawn(size.0, size.1)
                let scalars = canvas.text().unicodeScalars
                #expect(!scalars.contains { [0x1B, 0x202E, 0x9B, 0x200B].contains(Int($0.value)) })
                #expect(!SafeText(state.messageLine(.vi).text.string).string.contains("\u{1B}"))
                state.press("f1", "esc", "esc", "tab")
            }
            state.press("f10", "alt-e")
            _ = state.drawn()
        }
    }
}
