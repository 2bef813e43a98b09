import Forms
import TUI

/// The form that the suites of the engine fill in: the applicant's page of an intake and a page of children.
enum FormFixture {
    static let today = LocalDate(year: 2026, month: 11, day: 23) ?? LocalDate(epochDay: 0)

    static func expression(_ source: String) -> Expression {
        do { return try Expression(parsing: source) } catch { preconditionFailure("\(error)") }
    }

    static let applicant = FormGroup(
        id: "chu_ho_so", title: "Chủ hồ sơ",
        fields: [
            Field(
                id: "so_dinh_danh", label: "Số định danh",
                kind: .text(TextRule(format: .identityNumber, digitsOnly: true, fixedLength: 12)),
                required: .always, autoAdvance: true, sources: ["card.number"]),
            Field(
                id: "nop_thay", label: "Nộp thay",
                kind: .radio([Option(value: "co", label: "có"), Option(value: "khong", label: "không")])),
            Field(
                id: "ho_ten", label: "Họ và tên", kind: .text(TextRule(maxLength: 100, format: .personName)),
                required: .always, help: "Viết đủ họ, chữ đệm và tên như trong giấy tờ.",
                placeholder: "Nguyễn Văn A", sources: ["card.name"]),
            Field(
                id: "ngay_sinh", label: "Ngày sinh", kind: .date(DateRule(max: .today(offsetDays: 0))),
                required: .always, sources: ["card.birth_date"]),
            Field(
                id: "gioi_tinh", label: "Giới tính",
                kind: .radio([Option(value: "nu", label: "nữ"), Option(value: "nam", label: "nam")])),
            Field(
                id: "thuong_tru", label: "Thường trú", kind: .text(TextRule()), sources: ["card.residence"]),
            Field(
                id: "dien_thoai", label: "Điện thoại", kind: .text(TextRule(format: .phone)),
                required: .always,
                repeatable: true),
            Field(id: "thu", label: "Thư điện tử", kind: .text(TextRule(format: .email))),
        ])

    static let substitute = FormGroup(
        id: "nguoi_nop", title: "Người nộp thay",
        fields: [
            Field(
                id: "ten_nguoi_nop", label: "Họ và tên", kind: .text(TextRule(maxLength: 100)),
                required: .always),
            Field(
                id: "quan_he", label: "Quan hệ",
                kind: .dropdown(
                    .fixed([
                        Option(value: "cha_me", label: "Cha, mẹ"),
                        Option(value: "vo_chong", label: "Vợ, chồng"),
                        Option(value: "uy_quyen", label: "Được ủy quyền"),
                    ]), multiple: false, empty: "Không")),
        ], visibleWhen: expression("nop_thay == 'co'"))

    static let children = FormGroup(
        id: "con", title: "Các con",
        fields: [
            Field(
                id: "ten", label: "Họ và tên con", kind: .text(TextRule(maxLength: 100)), required: .always),
            Field(id: "sinh", label: "Ngày sinh", kind: .date(DateRule())),
            Field(id: "tro_cap", label: "Trợ cấp", kind: .money(NumberRule(min: 0))),
        ], repeats: Repeats(min: 1, max: 3))

    static let summary = FormGroup(
        id: "tong", title: "Tổng hợp",
        fields: [
            Field(
                id: "tong_tro_cap", label: "Tổng trợ cấp", kind: .money(NumberRule()),
                computed: expression("sum(con.tro_cap)")),
            Field(
                id: "ghi_chu", label: "Ghi chú",
                kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 500))),
        ])

    static let intake = FormDefinition(
        id: "tiep_nhan", version: 1, title: "Tiếp nhận",
        pages: [
            FormPage(id: "nguoi_nop", title: "Người nộp", groups: [applicant, substitute]),
            FormPage(id: "con", title: "Tờ khai", groups: [children, summary]),
        ],
        rules: [
            FormRule(
                id: "mot_con", holds: expression("count(con) >= 1"), field: "con",
                message: "Phải kê khai ít nhất một con.")
        ])

    static func state(_ definition: FormDefinition = intake, answers: Answers = Answers()) -> FormState {
        FormState(definition, answers: answers, today: today)
    }

    /// A form of one page and one group.
    static func state(
        _ fields: [Field], rules: [FormRule] = [], options: @escaping FormState.OptionProvider = { _ in nil }
    ) -> FormState {
        FormState(
            FormDefinition(
                id: "thu", version: 1, title: "Thử",
                pages: [
                    FormPage(
                        id: "p", title: "Trang", groups: [FormGroup(id: "g", title: "Nhóm", fields: fields)])
                ],
                rules: rules), today: today, options: options)
    }
}

extension FormState {
    /// Presses a key by its name, as the program's loop would hand it over.
    @discardableResult
    mutating func press(_ names: String...) -> FormOutcome {
        var outcome = FormOutcome.ignored
        for name in names {
            guard let key = Key(name: name) else { preconditionFailure("no key \(name)") }
            outcome = handle(name == "space" ? .text(" ") : .key(key))
        }
        return outcome
    }

    /// Types text, letter by letter.
    @discardableResult
    mutating func type(_ text: String) -> FormOutcome {
        var outcome = FormOutcome.ignored
        for character in text { outcome = handle(.text(String(character))) }
        return outcome
    }

    func drawn(_ columns: Int = 80, _ rows: Int = 21, ascii: Bool = false, language: Language = .vi) -> Canvas
    {
        var canvas = Canvas(size: Size(columns: columns, rows: rows))
        let context = ScreenContext(size: canvas.size, language: language, ascii: ascii)
        FormView.draw(self, into: &canvas, rect: canvas.bounds, context: context)
        return canvas
    }
}
