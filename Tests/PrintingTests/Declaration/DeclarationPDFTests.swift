import Forms
import Models
import Testing

@Suite("A form on paper, read back")
struct DeclarationPDFTests {
    private static let millimetre = 72 / 25.4

    @Test("UX-3 the empty paper of each form has all its parts in order, on A4", arguments: TrainingForm.all)
    func empty(form: TrainingForm) throws {
        let printed = try PrintedPaper(form.paper())
        #expect(try printed.info("Page size") == "595.276 x 841.89 pts (A4)")
        try checkParts(of: form, answers: [:], in: printed)
        try checkPages(of: printed)
    }

    @Test(
        "UX-3 the filled paper of each form says every answer behind its label", arguments: TrainingForm.all)
    func filled(form: TrainingForm) throws {
        let printed = try PrintedPaper(form.paper(form.answers, code: "H26.1.5-261123-0001"))
        try checkParts(of: form, answers: form.answers, in: printed)
        try checkPages(of: printed)
        let words = try printed.words()
        #expect(words.spells("Mã hồ sơ: H26.1.5-261123-0001"))
        #expect(!words.contains("BẢN NHÁP"))
    }

    private func checkParts(of form: TrainingForm, answers: Answers, in printed: PrintedPaper) throws {
        let definition = form.definition
        let paper = try #require(definition.paper)
        #expect(definition.lint().isEmpty)
        let settled = FormValidator(definition, today: TrainingForm.today).settled(answers)
        var reading = Reading(try printed.drawnWords())
        if let number = paper.number { reading.find(number) }
        reading.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc")
        reading.find((paper.title ?? definition.title).vi.uppercased())
        reading.find("Kính gửi: ")
        if let opening = paper.opening { reading.find(opening.vi) }
        for page in definition.pages {
            for group in page.groups where stands(group.visibleWhen, answers, settled) {
                let layout = paper.group(group.id)
                reading.find((layout?.heading ?? group.title).vi)
                if group.repeats != nil {
                    try checkTable(group, settled, printed)
                    continue
                }
                for field in group.fields where stands(field.visibleWhen, answers, settled) {
                    if field.kind == .note, !answers.isEmpty || field.visibleWhen != nil { continue }
                    reading.find(field.label.vi)
                    guard !answers.isEmpty else { continue }
                    switch field.kind {
                    case .checkbox, .note: break
                    case .radio, .dropdown(_, multiple: true, _):
                        for option in field.options {
                            let isTicked = settled[field.id]?.holds(option.value) ?? false
                            reading.find((isTicked ? "☑ " : "☐ ") + option.label.vi)
                        }
                    default:
                        let text = AnswerText.of(settled[field.id], field, names: TrainingForm.name)
                        // A page may end between two paragraphs.
                        for paragraph in text.split(separator: "\n") { reading.find(String(paragraph)) }
                    }
                }
            }
        }
        if let pledge = paper.pledge { reading.find(pledge.vi) }
        let words = try printed.words()
        for signature in paper.signatures {
            for word in signature.title.vi.split(separator: " ") { #expect(words.spells(String(word))) }
        }
        #expect(!paper.signatures.isEmpty)
    }

    /// Whether it has to be on the paper: with no answers everything, with all of them what is visible.
    private func stands(_ condition: Expression?, _ answers: Answers, _ settled: Answers) -> Bool {
        answers.isEmpty || condition?.isTrue(settled, today: TrainingForm.today) ?? true
    }

    /// Cells are drawn line by line across the row, so their words are looked for one by one.
    private func checkTable(_ group: FormGroup, _ settled: Answers, _ printed: PrintedPaper) throws {
        let words = try printed.words()
        for row in settled.rows(group.id) {
            for field in group.fields {
                let text = AnswerText.of(row[field.id], field, names: TrainingForm.name)
                for word in text.split(separator: " ") { #expect(words.spells(String(word)), "\(field.id)") }
            }
        }
    }

    private func checkPages(of printed: PrintedPaper) throws {
        for font in try printed.fonts() {
            // Columns from the right: object id (two), uni, sub, emb.
            #expect(font.suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(font)")
        }
        let extent = try printed.extent()
        #expect(extent.left >= 29 * Self.millimetre && extent.right <= 196 * Self.millimetre)
        #expect(extent.top >= 8 * Self.millimetre && extent.bottom <= 288 * Self.millimetre)
        let count = try printed.pageCount
        for page in 1...count {
            #expect(try printed.words(page: page).spells("Trang \(page)/\(count)"))
        }
    }

    @Test("the QR of a dossier's paper holds the address to look it up, or its code; a draft has none")
    func symbols() throws {
        var paper = try TrainingForm.named("ct01-tam-tru").paper(code: "H26.1.5-261123-0001")
        #expect(try PrintedPaper(paper).symbols(page: 1) == ["QR-Code:H26.1.5-261123-0001"])
        let url = "https://dichvucong.example.vn/tra-cuu?ma=H26.1.5-261123-0001"
        paper.lookupURL = url
        let printed = try PrintedPaper(paper)
        #expect(try printed.symbols(page: 1) == ["QR-Code:\(url)"])
        #expect(try printed.words().spells("quét mã QR hoặc vào \(url)"))
        paper.code = nil
        #expect(try PrintedPaper(paper).symbols(page: 1).isEmpty)
    }

    @Test("UX-3 a table of 200 rows goes on over pages under its head, and no row is lost")
    func manyRows() throws {
        let form = try TrainingForm.named("ct01-tam-tru")
        var answers = form.answers
        answers["thanh_vien"] = .rows(
            (1...200).map { number in
                ["tv_ho_ten": .text("Người_\(number)_"), "tv_quan_he_khai": .text("con")]
            })
        let printed = try PrintedPaper(form.paper(answers))
        let words = try printed.words()
        for number in 1...200 { #expect(words.occurrences(of: "Người_\(number)_") == 1) }
        for page in 1...(try printed.pageCount) where try printed.words(page: page).contains("Người_") {
            #expect(try printed.words(page: page).spells("STT"), "page \(page)")
        }
        try checkPages(of: printed)
    }

    @Test("UX-3 texts of 10,000 characters, in fields and in cells, are printed to their last word")
    func longTexts() throws {
        let form = try TrainingForm.named("ct01-tam-tru")
        let long = (1...2000).map { "từ\($0)" }.joined(separator: " ")
        var answers = form.answers
        answers["ly_do"] = .text(long)
        answers["ho_ten"] = .text(String(repeating: "W", count: 10_000))
        answers["thanh_vien"] = .rows([["tv_ho_ten": .text(long), "tv_quan_he_khai": .text(long)]])
        let printed = try PrintedPaper(form.paper(answers))
        let words = try printed.words()
        // "từ1999" holds no other of them before its end.
        #expect(words.occurrences(of: "từ1999") == 3 && words.occurrences(of: "từ2000") == 3)
        // The name is too long to stand under the signature as well.
        #expect(words.filter { $0 == "W" }.count == 10_000)
        try checkPages(of: printed)
    }

    @Test("texts longer than Pango's measures hold are set in pieces that nobody sees")
    func longestTexts() throws {
        let words = (1...20_000).map { "từ\($0)" }
        let paper = DeclarationDocument(
            title: "Tờ khai",
            blocks: [
                .field(DeclarationField(label: "A", value: String(repeating: "W", count: 200_000))),
                .field(DeclarationField(label: "B", value: words.joined(separator: " "))),
            ])
        let printed = try PrintedPaper(paper)
        let text = try printed.words()
        #expect(text.filter { $0 == "W" }.count == 200_000)
        #expect(text.split(separator: " ").filter { $0.hasPrefix("từ") }.map(String.init) == words)
        // No line but the last of the second text is short: its right edge shows no seam.
        let lines = try printed.layout().split(separator: "\n").filter { $0.contains("từ") }
        #expect(lines.dropLast().allSatisfy { $0.count > 60 })
    }

    @Test("UX-3 hostile text in definition and answers stays text, and stays on the page")
    func hostile() throws {
        let bad = "\u{202E}<b>%n\u{0}\u{1B}[31m \u{200B}" + String(repeating: "\u{301}", count: 50)
        let form = FormDefinition(
            id: "x", version: 1, title: Phrase(String(repeating: bad, count: 12)),
            pages: [
                FormPage(
                    id: "p", title: "p",
                    groups: [
                        FormGroup(
                            id: "g", title: Phrase(String(repeating: "W", count: 500)),
                            fields: [
                                Field(
                                    id: "a", label: Phrase(String(repeating: "nhãn ", count: 100)),
                                    kind: .text(TextRule())),
                                Field(id: "b", label: Phrase(bad), kind: .date(DateRule())),
                                Field(
                                    id: "c", label: "Chọn",
                                    kind: .radio([
                                        Option(
                                            value: "1", label: Phrase(String(repeating: "lựa ", count: 200))),
                                        Option(value: "2", label: Phrase(bad)),
                                    ])),
                            ])
                    ])
            ])
        let paper = DeclarationDocument(
            form: form, answers: ["b": .number(Int.min), "c": .text(bad)],
            wrong: [FieldPath("a"): String(repeating: bad, count: 100)], today: TrainingForm.today)
        let printed = try PrintedPaper(paper)
        let words = try printed.words()
        #expect(words.spells("\(Int.min)") && words.spells("<b>%n□[31m"))
        #expect(words.occurrences(of: "nhãn") == 100 && words.occurrences(of: "lựa") == 200)
        #expect(words.filter { $0 == "W" }.count == 500)
        try checkPages(of: printed)
    }

    @Test("UX-3 a form without a layout is printed plainly, with a place to sign")
    func plain() throws {
        var form = try TrainingForm.named("khai-tu").definition
        form.paper = nil
        let words = try PrintedPaper(TrainingForm(definition: form).paper()).words()
        #expect(words.spells("TỜ KHAI ĐĂNG KÝ KHAI TỬ Người yêu cầu Họ, chữ đệm, tên:"))
        #expect(words.spells("NGƯỜI KHAI (Ký, ghi rõ họ tên)") && !words.contains("Kính gửi"))
    }

    @Test("UX-4 a half-filled form is printed at any point, marked as a draft, with what is typed wrongly")
    func halfFilled() throws {
        let form = try TrainingForm.named("khai-sinh")
        let paper = form.paper(
            ["nyc_ho_ten": .text("Nguyễn Thị Ánh"), "tre_gioi_tinh": .text("nu")],
            wrong: [FieldPath("tre_ngay_sinh"): "31/02/20", FieldPath("nyc_so_dinh_danh"): "00118500"],
            training: true)
        let printed = try PrintedPaper(paper)
        for page in 1...(try printed.pageCount) {
            #expect(
                try printed.words(page: page).hasPrefix(
                    "BẢN NHÁP - CHƯA NỘP · TẬP HUẤN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"))
        }
        let words = try printed.words()
        #expect(words.spells("Ngày sinh: 31/02/20 [chưa hợp lệ]"))
        #expect(words.spells("Số định danh cá nhân: 00118500 [chưa hợp lệ]"))
        #expect(words.spells("Họ, chữ đệm, tên: Nguyễn Thị Ánh"))
        #expect(try printed.info("Title") == "TỜ KHAI ĐĂNG KÝ KHAI SINH")
    }

    @Test("UX-4 what is typed wrongly in a row that is not there yet is printed in its cell")
    func halfFilledRow() throws {
        let path = FieldPath("tv_ngay_sinh", group: "thanh_vien", row: 1)
        let words = try PrintedPaper(
            TrainingForm.named("ct01-tam-tru").paper(
                ["thanh_vien": .rows([["tv_ho_ten": .text("Bảo")]])], wrong: [path: "hôm qua"])
        ).words()
        #expect(words.spells("1 Bảo") && words.spells("hôm qua [chưa hợp lệ]"))
    }

    @Test(
        "UX-4 the text of each form fits every width and says what the paper says",
        arguments: TrainingForm.all)
    func text(form: TrainingForm) {
        let paper = form.paper(form.answers)
        for width in [20, 40, 76] {
            #expect(DeclarationPreview.lines(paper, width: width).allSatisfy { $0.count <= width })
        }
        let words = DeclarationPreview.lines(paper, width: 400).joined(separator: " ")
        for block in paper.blocks {
            switch block {
            case .heading(let text), .note(let text): #expect(words.spells(text))
            case .field(let field):
                #expect(words.spells(field.label))
                for line in (field.value ?? "").split(separator: "\n") { #expect(words.spells(String(line))) }
                for option in field.options { #expect(words.spells("] " + option.label)) }
            case .table(let table):
                for cell in table.rows.joined() { #expect(words.spells(cell.text)) }
            }
        }
    }

    @Test("a declaration is refused with its place, and has no layout to choose")
    func refused() throws {
        let bad = try Run.program(
            Run.deskPrint, ["--declaration"], input: Array(#"{"title":"x","blocks":[{"x":1}]}"#.utf8))
        #expect(bad.status == 65 && bad.errors.contains("/blocks/0"), "\(bad.errors)")
        let slip = try Run.program(Run.deskPrint, ["--declaration"], input: try Samples.onePaper.json())
        #expect(slip.status == 65, "\(slip.errors)")
        let layout = try Run.program(Run.deskPrint, ["--declaration", "--layout", "a4"])
        #expect(layout.status == 64 && layout.errors.contains("khổ A4"), "\(layout.errors)")
    }

    @Test("--declaration --preview writes the lines that desk shows")
    func preview() throws {
        let form = try TrainingForm.named("tam-vang")
        let paper = form.paper(form.answers)
        let run = try Run.program(
            Run.deskPrint, ["--declaration", "--preview", "--width", "72"], input: try paper.json())
        #expect(run.status == 0)
        #expect(run.text == DeclarationPreview.lines(paper, width: 72).joined(separator: "\n") + "\n")
    }
}

extension Field {
    fileprivate var options: [Option] {
        switch kind {
        case .radio(let options), .checkboxes(let options), .dropdown(.fixed(let options), _, _): options
        default: []
        }
    }
}

extension Answer {
    fileprivate func holds(_ value: String) -> Bool {
        switch self {
        case .text(let text): text == value
        case .choices(let values): values.contains(value)
        default: false
        }
    }
}
