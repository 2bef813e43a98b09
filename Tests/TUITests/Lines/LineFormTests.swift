import Forms
@testable import TUI
import TUITesting
import Testing

/// The forms of `--plain`: the same definitions, asked line by line.
@Suite("Forms asked line by line")
struct LineFormTests {
    private func ask(
        _ form: inout FormState, _ answers: [(String, String)], hooks: LineForm.Hooks = LineForm.Hooks(),
        language: Language = .vi
    ) async -> (ending: LineForm.Ending, console: ScriptedConsole) {
        let console = ScriptedConsole(answers)
        let ending = await LineForm(console: console, language: language, hooks: hooks).fill(&form)
        return (ending, console)
    }

    private static let applicant: [(String, String)] = [
        ("Số định danh", "001185000123"), ("Họ và tên", "Nguyễn Thị Ánh"), ("Ngày sinh", "12031985"),
        ("Giới tính", "nu"), ("Điện thoại", "0912345678"), ("Họ và tên con", "Nguyễn Văn Con"),
    ]

    @Test("every field is one question, in the order of the form, with what it asks for")
    func wholeForm() async {
        var form = FormFixture.state()
        let (ending, console) = await ask(&form, Self.applicant)
        #expect(ending == .finished)
        #expect(form.answers.text("ngay_sinh") == "1985-03-12")
        #expect(form.answers.text("gioi_tinh") == "nu")
        #expect(form.answers.rows("con").first?.text("ten") == "Nguyễn Văn Con")
        #expect(
            console.lines == [
                "== Chủ hồ sơ",
                "Số định danh (bắt buộc): 001185000123",
                "1. có",
                "2. không",
                "Nộp thay (gõ số hoặc vài chữ): ",
                "Họ và tên (bắt buộc): Nguyễn Thị Ánh",
                "Ngày sinh (bắt buộc, DD/MM/YYYY): 12031985",
                "1. nữ",
                "2. nam",
                "Giới tính (gõ số hoặc vài chữ): nu",
                "Thường trú: ",
                "Điện thoại (bắt buộc): 0912345678",
                "Thư điện tử: ",
                "== Các con, dòng 1 trên 1",
                "Họ và tên con (bắt buộc): Nguyễn Văn Con",
                "Ngày sinh (DD/MM/YYYY): ",
                "Trợ cấp: ",
                "Thêm dòng, Các con? Đang có 1 dòng (c/k): ",
                "== Tổng hợp",
                "Ghi chú (nhiều dòng, dòng trống để kết thúc): ",
            ])
    }

    @Test("a wrong answer is said at once, stays as it was typed, and is asked again")
    func wrongAnswer() async {
        var form = FormFixture.state()
        var answers = Self.applicant
        answers.insert(("Điện thoại", "09123"), at: 0)
        let (ending, console) = await ask(&form, answers)
        #expect(ending == .finished)
        #expect(console.text.contains("Lỗi: Số điện thoại"))
        #expect(console.text.contains("Điện thoại (bắt buộc) [09123]: 0912345678"))
    }

    @Test("VA-4 what is left out is asked again at the end, and only that")
    func onlyWhatIsWrong() async throws {
        var form = FormFixture.state()
        var answers = Self.applicant.filter { $0.0 != "Ngày sinh" }
        // The first time round the birth date is passed over.
        answers += [("Ngày sinh", ""), ("Ngày sinh", ""), ("Ngày sinh", "1/2/1990")]
        let (ending, console) = await ask(&form, answers)
        #expect(ending == .finished)
        let lines = console.lines
        let turn = try #require(lines.firstIndex(of: "Còn 1 chỗ phải sửa."))
        #expect(lines[turn...].count == 4)
        #expect(lines[lines.count - 1] == "Ngày sinh (bắt buộc, DD/MM/YYYY): 1/2/1990")
    }

    @Test("? helps, < goes back, - empties, ! stops and keeps what was typed")
    func commands() async {
        var form = FormFixture.state()
        let (ending, console) = await ask(
            &form,
            [
                ("Số định danh", "001185000123"), ("Nộp thay", ""), ("Họ và tên", "?"), ("Họ và tên", "<"),
                ("Nộp thay", "<"),
                ("Số định danh", "-"), ("Số định danh", "!"),
            ])
        #expect(ending == .stopped)
        #expect(console.text.contains("Viết đủ họ, chữ đệm và tên như trong giấy tờ."))
        #expect(console.text.contains("Đã để trống."))
        #expect(form.rawText("so_dinh_danh") == "")
        #expect(console.lines.last == "Số định danh (bắt buộc): !")
    }

    @Test("a backslash enters a sign that would be a command")
    func literal() async {
        var form = FormFixture.state([Field(id: "a", label: "Ô", kind: .text(TextRule()))])
        let (ending, _) = await ask(&form, [("Ô", "\\?")])
        #expect(ending == .finished)
        #expect(form.answers.text("a") == "?")
    }

    @Test("DY-1 rows are added and taken out, and other fields keep what they hold")
    func rows() async {
        var form = FormFixture.state()
        var answers = Self.applicant
        answers += [
            ("Thêm dòng", "c"), ("Họ và tên con", "Con Hai"), ("Thêm dòng", "c"), ("Họ và tên con", "Con Ba"),
            ("Ngày sinh (DD", ""), ("Ngày sinh (DD", ""), ("Ngày sinh (DD", "--"),
        ]
        let (ending, console) = await ask(&form, answers)
        #expect(ending == .finished)
        #expect(form.answers.rows("con").map { $0.text("ten") } == ["Nguyễn Văn Con", "Con Hai"])
        #expect(console.text.contains("Đã xóa dòng."))
    }

    @Test("a choice is made by its number or by letters without accents; several that match are read out")
    func choices() async {
        let options = [
            Option(value: "hn", label: "Hà Nội"), Option(value: "hna", label: "Hà Nam"),
            Option(value: "dn", label: "Đà Nẵng"),
        ]
        func fields() -> FormState {
            FormFixture.state([
                Field(
                    id: "tinh", label: "Tỉnh",
                    kind: .dropdown(.fixed(options), multiple: false, empty: "Không")),
                Field(
                    id: "nhieu", label: "Nhiều",
                    kind: .dropdown(.fixed(options), multiple: true, empty: "Không")),
                Field(id: "dong_y", label: "Đồng ý", kind: .checkbox),
            ])
        }
        var form = fields()
        let (_, console) = await ask(
            &form,
            [("Tỉnh", "ha"), ("Tỉnh", "da nang"), ("Nhiều", "1, ha nam"), ("Đồng ý", "x"), ("Đồng ý", "c")])
        #expect(form.answers.text("tinh") == "dn")
        #expect(form.answers["nhieu"] == .choices(["hn", "hna"]))
        #expect(form.answers["dong_y"] == .flag(true))
        #expect(console.text.contains("Tỉnh (gõ số hoặc vài chữ): ha\n2 mục khớp:\n1. Hà Nội\n2. Hà Nam\n"))
        #expect(console.text.contains("Trả lời c (có) hoặc k (không)."))
        var english = fields()
        let (_, said) = await ask(&english, [("Tỉnh", "hue")], language: .en)
        #expect(said.text.contains("Nothing matches \"hue\"."))
    }

    @Test("options that have to be fetched are fetched, and a failure is said and passed over")
    func fetched() async {
        let field = Field(
            id: "xa", label: "Xã",
            kind: .dropdown(.reference("communes", parentField: nil), multiple: false, empty: ""))
        var form = FormFixture.state([field])
        let hooks = LineForm.Hooks(options: { request in
            request.set == "communes" ? [Option(value: "1", label: "Hoàn Kiếm")] : nil
        })
        _ = await ask(&form, [("Xã", "hoan kiem")], hooks: hooks)
        #expect(form.answers.text("xa") == "1")
        var again = FormFixture.state([field])
        let (ending, console) = await ask(&again, [])
        #expect(ending == .finished)
        #expect(console.text.contains("Không lấy được danh sách"))
    }

    @Test("a required list that can't be had asks for a line each round, and ends with the input")
    func noEndlessRounds() async {
        let child = Field(
            id: "xa", label: "Xã",
            kind: .dropdown(.reference("communes", parentField: "tinh"), multiple: false, empty: ""),
            required: .always)
        let parent = Field(
            id: "tinh", label: "Tỉnh",
            kind: .dropdown(.reference("provinces", parentField: nil), multiple: false, empty: ""))
        var form = FormFixture.state([parent, child])
        let (ending, console) = await ask(&form, [])
        #expect(ending == .ended)
        #expect(console.lines.count < 10 * ScriptedConsole.patience)
        var again = FormFixture.state([parent, child])
        let (stopped, _) = await ask(&again, [("Xã", "!")])
        #expect(stopped == .stopped)
    }

    @Test("AF-2 what was filled in says from where, and Enter keeps it")
    func filled() async {
        var form = FormFixture.state()
        form.fill("ho_ten", value: .text("Nguyễn Thị Ánh"), source: Phrase("thẻ", en: "card"))
        let (ending, console) = await ask(&form, Self.applicant.filter { $0.0 != "Họ và tên" })
        #expect(ending == .finished)
        #expect(console.text.contains("Họ và tên (bắt buộc) [Nguyễn Thị Ánh, từ thẻ]: "))
        #expect(form.source(of: "ho_ten") != nil)
    }

    @Test("a scan at any question is taken by the program, and the question asked again")
    func scan() async {
        var form = FormFixture.state()
        let hooks = LineForm.Hooks(take: { line, form in
            guard line.contains("|") else { return false }
            form.fill("ho_ten", value: .text("Từ Thẻ"), source: "thẻ")
            return true
        })
        let (_, console) = await ask(&form, [("Thường trú", "a|b"), ("Thường trú", "!")], hooks: hooks)
        // What it has filled in is read back, and asked no more.
        #expect(console.lines.suffix(3) == ["Thường trú: a|b", "Họ và tên: Từ Thẻ", "Thường trú: !"])
        #expect(form.answers.text("ho_ten") == "Từ Thẻ")
    }

    @Test("a password is asked for without echo, and never read out")
    func secret() async {
        var form = FormFixture.state([Field(id: "p", label: "Mật khẩu", kind: .password)])
        let (_, console) = await ask(&form, [("Mật khẩu", "bi-mat")])
        #expect(form.answers.text("p") == "bi-mat")
        #expect(!console.text.contains("bi-mat"))
    }

    @Test("hostile labels and values are shown with marks, on lines of their own")
    func hostile() async {
        var form = FormFixture.state([
            Field(
                id: "a", label: "Ô\u{1B}[2J\u{202E}", kind: .text(TextRule()),
                initial: .text("x\u{1B}]0;t\u{7}"))
        ])
        let (_, console) = await ask(&form, [])
        #expect(
            !console.text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 7 })
    }

    @Test("Plain: after a scan it goes on at the first field that is empty")
    func goesOnAfterScan() async {
        var form = FormFixture.state()
        let hooks = LineForm.Hooks(take: { line, form in
            guard line.contains("|") else { return false }
            form.fill("so_dinh_danh", value: .text("001185000123"), source: "thẻ")
            form.fill("ho_ten", value: .text("Từ Thẻ"), source: "thẻ")
            return true
        })
        let (_, console) = await ask(
            &form, [("Số định danh", "a|b"), ("Nộp thay", "1"), ("Ngày sinh", "!")], hooks: hooks)
        #expect(console.text.contains("Số định danh: 001185000123\nHọ và tên: Từ Thẻ\n"))
        #expect(console.text.contains("Đã chọn: có"))
    }

    @Test("Plain: a required field that is passed over says how to come back to it")
    func passedOver() async {
        var form = FormFixture.state()
        let (_, console) = await ask(&form, [("Họ và tên", ""), ("Ngày sinh", "!")])
        #expect(console.text.contains("< để quay lại ô này"))
    }

    @Test("Plain: of many entries the first ones are read, Enter reads on, ? says how to choose")
    func readsOn() async {
        let items = PickItems((1...30).map { .init(value: "\($0)", label: SafeText("Hồ sơ \($0)")) })
        let console = ScriptedConsole([("Chọn", ""), ("Chọn", ""), ("Chọn", "?"), ("Chọn", "14")])
        let outcome = await LineChoice(console: console, language: .vi).pick("Chọn", among: items)
        #expect(outcome == .chosen("14"))
        let lines = console.lines
        #expect(lines[0] == "1. Hồ sơ 1" && lines[12].hasPrefix("Còn 18 mục; Enter đọc tiếp"))
        #expect(lines.filter { $0 == "30. Hồ sơ 30" }.count == 1)
        #expect(console.text.contains("! thoát"))
        #expect(lines.last == "Đã chọn: Hồ sơ 14")
    }

    @Test("Plain: choices are read out once, not again after each answer that fits several")
    func readOnce() async {
        let options = ["Hà Nội", "Hà Nam", "Huế"].map { Option(value: $0, label: Phrase(vi: $0)) }
        var form = FormFixture.state([Field(id: "tinh", label: "Tỉnh", kind: .radio(options))])
        let (_, console) = await ask(&form, [("Tỉnh", "ha"), ("Tỉnh", "hue")])
        #expect(console.lines.filter { $0 == "3. Huế" }.count == 1)
        #expect(console.text.contains("2 mục khớp:"))
    }

    @Test("Plain: a line that is wider than the terminal is broken between words, nothing is lost")
    func broken() {
        let text = "Chưa thu tám nghìn đồng phí, lệ phí phải nộp trước khi giải quyết hồ sơ này"
        let parts = StandardConsole.broken(SafeText(text), to: 39).map(\.string)
        #expect(parts.count > 1 && parts.allSatisfy { $0.count <= 39 })
        #expect(parts.joined(separator: " ") == text)
        #expect(StandardConsole.broken(SafeText(text), to: 100).map(\.string) == [text])
    }
}
