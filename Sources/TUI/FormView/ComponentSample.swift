import Forms

/// A form of every component there is, to be looked at in every state and theme: by people (`desk gallery`) and by
/// the tests that hold each component to its looks.
public enum ComponentSample {
    /// How the components of the sample stand. Focus is a matter of ``FormState/focus(_:advances:)``.
    public enum Look: String, CaseIterable, Sendable {
        /// Empty, with placeholders and default values.
        case empty
        /// As an officer filled it in.
        case typed
        /// As a source filled it in.
        case filled
        case error
        case warning
        /// Shown, never typed.
        case locked
        /// A request is under way, and nothing can be changed.
        case working
    }

    /// The sample in a look.
    ///
    /// - Parameters:
    ///   - time: The clock of "Bây giờ", tooltips and searches.
    public static func state(
        _ look: Look, today: LocalDate, language: Language = .vi, time: any TimeSource = SystemTime()
    ) -> FormState {
        var form = definition
        if look == .locked { form = locked(form) }
        let isGiven = look == .typed || look == .locked || look == .working
        var state = FormState(
            form, answers: isGiven ? answers : Answers(), today: today, language: language)
        state.time = time
        state.takesReports = true
        switch look {
        case .empty, .typed, .locked: break
        case .working: state.working = true
        case .filled:
            for (id, answer) in answers.values.sorted(by: { $0.key < $1.key }) where id != repeating.id {
                state.fill(id, value: answer, source: source)
            }
            let rows = answers.rows(repeating.id).enumerated().flatMap { row, values in
                values.values.map { (FieldPath($0.key, group: repeating.id, row: row), $0.value) }
            }
            _ = state.fill(rows, source: source, overwrite: false)
        case .error, .warning:
            let issue = FieldIssue(
                code: "sample", message: look == .error ? wrong : doubtful, hint: mend,
                severity: look == .error ? .error : .warning)
            let fields = form.groups.flatMap(\.fields).filter { $0.kind != .note }
            state.apply(serverErrors: fields.map { FieldError(path: FieldPath($0.id), issue: issue) })
            state.focus(FieldPath(fields[0].id))
        }
        return state
    }

    private static func locked(_ form: FormDefinition) -> FormDefinition {
        var form = form
        for page in form.pages.indices {
            for group in form.pages[page].groups.indices {
                for field in form.pages[page].groups[group].fields.indices {
                    form.pages[page].groups[group].fields[field].locked = true
                }
            }
        }
        return form
    }

    // MARK: - Words

    private static let source = Phrase("thẻ", en: "card")
    private static let wrong = Phrase("Giá trị này không đúng.", en: "This value is wrong.")
    private static let doubtful = Phrase("Nên xem lại giá trị này.", en: "Have another look at this value.")
    private static let mend = Phrase("Đối chiếu với giấy tờ.", en: "Compare it with the papers.")

    private static func options(_ count: Int, helps: Bool = false) -> [Option] {
        (1...count).map { number in
            let help = Phrase("Giải thích lựa chọn \(number).", en: "Explains choice \(number).")
            return Option(
                value: "\(number)", label: Phrase("Lựa chọn \(number)", en: "Choice \(number)"),
                help: helps ? help : nil)
        }
    }

    /// What stands in the fields of every look that is not empty.
    static let answers: Answers = [
        "text": .text("Nguyễn Thị Ánh"), "email": .text("anh@hanoi.gov.vn"), "phone": .text("0912345678"),
        "password": .text("tap-huan"), "area": .text("Xin cấp bản sao trích lục khai sinh."),
        "money": .number(16_000), "number": .number(3), "search": .text("ks"), "radio": .text("2"),
        "check": .flag(true), "checks": .choices(["1", "3"]), "dropdown": .text("2"),
        "dropdowns": .choices(["1", "2", "4"]), "lazy": .text("7"), "date": .text("1985-03-12"),
        "date_range": .text("2026-12-01/2026-12-31"), "time": .text("08:30"), "time_12": .text("13:30"),
        "time_range": .text("08:00/11:30"), "spin": .number(2), "slider": .number(40),
        "upright": .number(3),
        "files": .rows([
            FileAnswer(
                sha256: String(repeating: "0a", count: 32), name: "don-xin.pdf", type: "application/pdf",
                size: 120_000
            ).row
        ]),
        "rows": .rows([["name": .text("Nguyễn Minh An")]]),
    ]

    /// Every kind of field, and one text area, dropdown and group of each size that looks different.
    public static let definition = FormDefinition(
        id: "component_sample", version: 1, title: Phrase("Các thành phần", en: "Components"),
        pages: [
            page("texts", Phrase("Chữ và số", en: "Texts and numbers"), texts),
            page("choices", Phrase("Lựa chọn", en: "Choices"), choices),
            page("times", Phrase("Ngày, giờ, thang đo", en: "Dates, times, scales"), times + scales),
            page("files", Phrase("Tệp và dòng", en: "Files and rows"), files, rows: true),
        ])

    private static func page(
        _ id: String, _ title: Phrase, _ fields: [Field], rows: Bool = false
    ) -> FormPage {
        let group = FormGroup(id: "g_" + id, title: title, fields: fields)
        return FormPage(id: id, title: title, groups: rows ? [group, repeating] : [group])
    }

    private static let texts = [
        Field(
            id: "text", label: Phrase("Họ và tên", en: "Name"),
            kind: .text(TextRule(maxLength: 100, format: .personName)), required: .always,
            help: Phrase("Như trong giấy tờ.", en: "As on the papers."), placeholder: "Nguyễn Văn A"),
        Field(
            id: "email", label: Phrase("Thư điện tử", en: "E-mail"), kind: .text(TextRule(format: .email))),
        Field(
            id: "phone", label: Phrase("Điện thoại", en: "Phone"), kind: .text(TextRule(format: .phone))),
        Field(id: "password", label: Phrase("Mật khẩu", en: "Password"), kind: .password),
        Field(
            id: "area", label: Phrase("Lý do", en: "Reason"),
            kind: .textArea(TextAreaRule(minRows: 2, maxRows: 5, maxLength: 500)),
            placeholder: Phrase("Viết ngắn gọn", en: "In short")),
        Field(id: "money", label: Phrase("Lệ phí", en: "Fee"), kind: .money(NumberRule(min: 0))),
        Field(
            id: "number", label: Phrase("Số bản", en: "Copies"), kind: .number(NumberRule(min: 1, max: 99))),
        Field(
            id: "search", label: Phrase("Thủ tục", en: "Procedure"),
            kind: .search(
                .fixed([
                    Option(value: "ks", label: Phrase("Đăng ký khai sinh", en: "Birth registration")),
                    Option(value: "kh", label: Phrase("Đăng ký kết hôn", en: "Marriage registration")),
                    Option(value: "ct", label: Phrase("Chứng thực bản sao", en: "Certified copy")),
                ]),
                popular: [Option(value: "ks", label: Phrase("Đăng ký khai sinh", en: "Birth registration"))])),
    ]

    private static let choices = [
        Field(
            id: "note", label: Phrase("Chỉ để đọc.", en: "Words to read."), kind: .note,
            help: Phrase("Không có câu trả lời.", en: "It takes no answer.")),
        Field(
            id: "radio", label: Phrase("Cách nhận", en: "Delivery"), kind: .radio(options(3, helps: true)),
            required: .always),
        Field(id: "check", label: Phrase("Tôi cam đoan", en: "I declare"), kind: .checkbox),
        Field(id: "checks", label: Phrase("Giấy tờ", en: "Papers"), kind: .checkboxes(options(4))),
        Field(
            id: "dropdown", label: Phrase("Đơn vị", en: "Unit"),
            kind: .dropdown(.fixed(options(20)), multiple: false, empty: Phrase("Tất cả", en: "All"))),
        Field(
            id: "dropdowns", label: Phrase("Hạn chế", en: "Limits"),
            kind: .dropdown(.fixed(options(12)), multiple: true, empty: Phrase("Không", en: "None"))),
        Field(
            id: "lazy", label: Phrase("Danh sách dài", en: "Long list"),
            kind: .dropdown(
                .reference(longList, parentField: nil), multiple: false, empty: Phrase("Không", en: "None")),
            help: Phrase("Tải từng phần khi đến cuối.", en: "Comes in parts as its end is reached.")),
    ]

    /// A reference set that comes in parts, as those of a server do; ``part(of:)`` gives them.
    public static let longList = "long_list"

    private static let longest = 180

    /// The part of ``longList`` that is asked for, and whether it is the last one; nil for any other set.
    public static func part(of request: OptionRequest) -> (options: [Option], isComplete: Bool)? {
        guard request.set == longList else { return nil }
        let all = options(longest)
        if let code = request.code { return (all.filter { $0.value == code }, true) }
        let part = all.dropFirst(request.offset).prefix(50)
        return (Array(part), request.offset + part.count >= longest)
    }

    private static let times = [
        Field(
            id: "date", label: Phrase("Ngày sinh", en: "Birth date"),
            kind: .date(DateRule(max: .today(offsetDays: 0)))),
        Field(id: "date_range", label: Phrase("Thời hạn", en: "Term"), kind: .dateRange(DateRule())),
        Field(id: "time", label: Phrase("Giờ hẹn", en: "Time"), kind: .time(TimeRule(step: 15))),
        Field(
            id: "time_12", label: Phrase("Giờ hẹn (12)", en: "Time (12)"), kind: .time(TimeRule(clock: .h12))),
        Field(id: "time_range", label: Phrase("Giờ làm việc", en: "Hours"), kind: .timeRange(TimeRule())),
    ]

    private static let scales = [
        Field(
            id: "spin", label: Phrase("Số bản sao", en: "Copies"),
            kind: .spinBox(NumberRule(min: 1, max: 20)),
            initial: .number(1)),
        Field(
            id: "slider", label: Phrase("Tỷ lệ", en: "Share"),
            kind: .slider(SliderRule(min: 0, max: 100, step: 10, ticks: true, unit: "%"))),
        Field(
            id: "upright", label: Phrase("Mức", en: "Level"),
            kind: .slider(SliderRule(min: 1, max: 5, ticks: true, vertical: true))),
    ]

    private static let files = [
        Field(
            id: "files", label: Phrase("Tệp đính kèm", en: "Files"),
            kind: .files(FileRule(many: true, types: [.pdf, .jpeg, .png, .text], maxCount: 5)))
    ]

    private static let repeating = FormGroup(
        id: "rows", title: Phrase("Các con", en: "Children"),
        fields: [
            Field(
                id: "name", label: Phrase("Họ và tên con", en: "Name"), kind: .text(TextRule(maxLength: 100)))
        ],
        repeats: Repeats(
            min: 1, max: 3, addLabel: Phrase("Thêm dòng", en: "Add row"),
            removeLabel: Phrase("Xóa dòng", en: "Remove row")))
}
