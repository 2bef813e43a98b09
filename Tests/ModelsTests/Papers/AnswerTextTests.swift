import Forms
import Models
import Testing

@Suite("Answers as people read them")
struct AnswerTextTests {
    private static let options = [Option(value: "a", label: "Một"), Option(value: "b", label: "Hai")]
    private static let file = FileAnswer(
        sha256: String(repeating: "0", count: 64), name: "giay.pdf", type: "application/pdf", size: 5)

    @Test(
        "UX-3 every kind of field",
        arguments: [
            (.text(TextRule()), .text("Lời"), "Lời"),
            (.password, .text("bí mật"), "•••"),
            (.radio(options), .text("b"), "Hai"),
            (.checkbox, .flag(false), "không"),
            (.checkboxes(options), .choices(["b", "x"]), "Hai, x"),
            (.dropdown(.fixed(options), multiple: true, empty: "Không"), .choices(["a", "b"]), "Một, Hai"),
            (
                .dropdown(.reference("provinces", parentField: nil), multiple: false, empty: "Không"),
                .text("01"), "provinces 01"
            ),
            (.search(.fixed(options), popular: []), .text("b"), "Hai"),
            (.search(.reference("provinces", parentField: nil), popular: options), .text("99"), "99"),
            (.search(.reference("provinces", parentField: nil), popular: options), .text("a"), "Một"),
            (.date(DateRule()), .text("1985-03-12"), "12/03/1985"),
            (.date(DateRule()), .text("hôm qua"), "hôm qua"),
            (.dateRange(DateRule()), .text("2026-01-01/2026-02-01"), "01/01/2026 - 01/02/2026"),
            (.time(TimeRule(clock: .h12)), .text("13:30"), "01:30 CH"),
            (.timeRange(TimeRule()), .text("08:00/11:30"), "08:00 - 11:30"),
            (.number(NumberRule()), .number(12), "12"),
            (.money(NumberRule()), .number(1_250_000), "1.250.000 đ"),
            (.slider(SliderRule(min: 0, max: 9, unit: "tháng")), .number(3), "3 tháng"),
            (.files(FileRule()), .rows([file.row, ["name": .text("x")]]), "giay.pdf, x"),
        ] as [(FieldKind, Answer, String)])
    func kinds(kind: FieldKind, answer: Answer, text: String) {
        let field = Field(id: "x", label: "X", kind: kind)
        let names: AnswerText.ReferenceNames = { set, code in code == "01" ? "\(set) \(code)" : nil }
        #expect(AnswerText.of(answer, field, names: names) == text)
        #expect(AnswerText.of(nil, field, names: names) == "")
    }

    @Test("UX-3 what a form does not know is shown as it is, in the language of the screen")
    func unknown() {
        let rows = Answer.rows([["b": .flag(true), "a": .number(2)], ["c": .text("x")]])
        #expect(AnswerText.of(rows, nil) == "a: 2, b: có; c: x")
        #expect(AnswerText.of(rows, nil, language: .en) == "a: 2, b: yes; c: x")
        let field = Field(
            id: "x", label: "X", kind: .radio([Option(value: "a", label: Phrase("Một", en: "One"))]))
        #expect(AnswerText.of(.text("a"), field, language: .en) == "One")
    }
}
