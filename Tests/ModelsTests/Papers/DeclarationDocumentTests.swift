import Forms
import Models
import Testing

@Suite("The paper of a form, made from its answers")
struct DeclarationDocumentTests {
    static let form = FormDefinition(
        id: "to-khai", version: 1, title: "Tờ khai đăng ký",
        pages: [
            FormPage(
                id: "mot", title: "Một",
                groups: [
                    FormGroup(
                        id: "nguoi", title: "Người khai",
                        fields: [
                            Field(id: "ten", label: "Họ và tên", kind: .text(TextRule(format: .personName))),
                            Field(id: "ngay_sinh", label: "Ngày sinh", kind: .date(DateRule())),
                            Field(
                                id: "gioi_tinh", label: "Giới tính",
                                kind: .radio([
                                    Option(value: "nu", label: "Nữ"), Option(value: "nam", label: "Nam"),
                                ])),
                            Field(
                                id: "tinh", label: "Tỉnh",
                                kind: .dropdown(
                                    .reference("provinces", parentField: nil), multiple: false,
                                    empty: "Không")),
                            Field(id: "thu_nhap", label: "Thu nhập", kind: .money(NumberRule())),
                            Field(id: "mat_khau", label: "Mật khẩu", kind: .password),
                        ]),
                    FormGroup(
                        id: "con", title: "Các con",
                        fields: [
                            Field(id: "con_ten", label: "Tên", kind: .text(TextRule())),
                            Field(id: "con_sinh", label: "Ngày sinh", kind: .date(DateRule())),
                        ], repeats: Repeats()),
                    FormGroup(
                        id: "khac", title: "Việc khác",
                        fields: [
                            Field(id: "ban_sao", label: "Cấp bản sao", kind: .checkbox),
                            Field(
                                id: "so_ban", label: "Số bản", kind: .number(NumberRule()),
                                visibleWhen: expression("ban_sao")),
                            Field(
                                id: "loi_dan", label: "Không thu lệ phí.", kind: .note,
                                visibleWhen: expression("not ban_sao")),
                        ]),
                ])
        ],
        paper: PaperLayout(
            number: "Mẫu 9", addressee: PaperAddressee("Ủy ban nhân dân cấp xã", receivingUnit: true),
            opening: "Tôi đề nghị đăng ký.", pledge: "Tôi cam đoan lời khai là đúng.",
            groups: [PaperGroup(group: "con", heading: "Con dưới 18 tuổi", blankRows: 2)],
            signatures: [
                PaperSignature(title: "NGƯỜI KHAI", hint: "(Ký, ghi rõ họ tên)", dated: true, name: "ten")
            ]))

    private static func expression(_ source: String) -> Expression? { try? Expression(parsing: source) }
    private static let today = LocalDate(epochDay: 20_780)

    private func paper(
        _ answers: Answers, wrong: [FieldPath: String] = [:], unit: String? = nil, date: LocalDate? = nil,
        code: String? = nil
    ) -> DeclarationDocument {
        DeclarationDocument(
            form: Self.form, answers: answers, wrong: wrong, today: Self.today, unit: unit,
            place: date == nil ? nil : "Hoàn Kiếm", date: date, code: code,
            names: { set, code in set == "provinces" && code == "01" ? "Thành phố Hà Nội" : nil })
    }

    private func fields(_ paper: DeclarationDocument) -> [String: DeclarationField] {
        var fields: [String: DeclarationField] = [:]
        for case .field(let field) in paper.blocks {
            fields[field.label.isEmpty ? field.options[0].label : field.label] = field
        }
        return fields
    }

    @Test("UX-4 a half-filled form as text, at any point")
    func halfFilled() {
        let paper = paper(
            [
                "ten": .text("Nguyễn Thị Ánh"), "gioi_tinh": .text("nu"),
                "con": .rows([["con_ten": .text("Bảo")]]),
            ],
            wrong: [
                FieldPath("ngay_sinh"): "31/02/20", FieldPath("con_sinh", group: "con", row: 1): "hôm qua",
            ])
        #expect(
            DeclarationPreview.lines(paper, width: 64).joined(separator: "\n") == """
                                     [BẢN NHÁP - CHƯA NỘP]
                                                                           Mẫu 9

                               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                  Độc lập - Tự do - Hạnh phúc

                                        TỜ KHAI ĐĂNG KÝ

                Kính gửi: Ủy ban nhân dân cấp xã ...............................

                Tôi đề nghị đăng ký.

                Người khai
                Họ và tên: Nguyễn Thị Ánh
                Ngày sinh: 31/02/20 [chưa hợp lệ]
                Giới tính: [x] Nữ [ ] Nam
                Tỉnh: ..........................................................
                Thu nhập: ......................................................

                Con dưới 18 tuổi
                1. Tên: Bảo; Ngày sinh: .....
                2. Tên: .....; Ngày sinh: hôm qua [chưa hợp lệ]

                Việc khác
                [ ] Cấp bản sao
                Số bản: ........................................................

                Tôi cam đoan lời khai là đúng.

                                               ………………, ngày …… tháng …… năm ………
                                                          NGƯỜI KHAI
                                                      (Ký, ghi rõ họ tên)


                                                        Nguyễn Thị Ánh
                """)
    }

    @Test("UX-3 a filled form as text, with the names of options and days as people write them")
    func filled() {
        let paper = paper(
            [
                "ten": .text("Nguyễn Thị Ánh"), "ngay_sinh": .text("1985-03-12"), "gioi_tinh": .text("nam"),
                "tinh": .text("01"), "thu_nhap": .number(1_250_000), "mat_khau": .text("bí mật"),
                "con": .rows([["con_ten": .text("Bảo"), "con_sinh": .text("2015-01-02")]]),
                "ban_sao": .flag(true), "so_ban": .number(2),
            ], unit: "UBND phường Hoàn Kiếm", date: Self.today, code: "H26.1.5-261123-0001")
        #expect(
            DeclarationPreview.lines(paper, width: 64).joined(separator: "\n") == """
                                                                           Mẫu 9

                               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                  Độc lập - Tự do - Hạnh phúc

                                        TỜ KHAI ĐĂNG KÝ
                                 Mã hồ sơ: H26.1.5-261123-0001

                Kính gửi: UBND phường Hoàn Kiếm

                Tôi đề nghị đăng ký.

                Người khai
                Họ và tên: Nguyễn Thị Ánh
                Ngày sinh: 12/03/1985
                Giới tính: [ ] Nữ [x] Nam
                Tỉnh: Thành phố Hà Nội
                Thu nhập: 1.250.000 đ

                Con dưới 18 tuổi
                1. Tên: Bảo; Ngày sinh: 02/01/2015

                Việc khác
                [x] Cấp bản sao
                Số bản: 2

                Tôi cam đoan lời khai là đúng.

                                           Hoàn Kiếm, ngày 23 tháng 11 năm 2026
                                                        NGƯỜI KHAI
                                                    (Ký, ghi rõ họ tên)


                                                      Nguyễn Thị Ánh
                """)
    }

    @Test("what is hidden is left out once its condition is answered, and waits on the paper until then")
    func hidden() {
        let open = fields(paper([:]))
        #expect(open["Số bản"] != nil && open["Mật khẩu"] == nil)
        #expect(fields(paper(["ban_sao": .flag(true)]))["Số bản"] != nil)
        let closed = paper(["ban_sao": .flag(false), "so_ban": .number(2)])
        #expect(fields(closed)["Số bản"] == nil)
        #expect(closed.blocks.contains(.note("Không thu lệ phí.")))
        #expect(!paper([:]).blocks.contains(.note("Không thu lệ phí.")))
    }

    @Test("a field that waits for one that is hidden for good is hidden as well")
    func chain() {
        var form = Self.form
        form.pages[0].groups[2].fields += [
            Field(
                id: "noi_nhan", label: "Nơi nhận", kind: .text(TextRule()),
                visibleWhen: Self.expression("so_ban > 1")),
            Field(
                id: "vong", label: "Vòng", kind: .text(TextRule()),
                visibleWhen: Self.expression("vong == 'a'")),
        ]
        func labels(_ answers: Answers) -> Set<String> {
            Set(fields(DeclarationDocument(form: form, answers: answers, today: Self.today)).keys)
        }
        #expect(labels([:]).isSuperset(of: ["Số bản", "Nơi nhận", "Vòng"]))
        #expect(labels(["ban_sao": .flag(true), "so_ban": .number(1)]).contains("Nơi nhận") == false)
        #expect(labels(["ban_sao": .flag(false)]).isDisjoint(with: ["Số bản", "Nơi nhận"]))
    }

    @Test("an answer that is no option, and a code without a name, are printed all the same")
    func unknownValues() {
        let fields = fields(paper(["gioi_tinh": .text("khac"), "tinh": .text("99"), "ten": .number(7)]))
        #expect(fields["Giới tính"]?.value == "khac")
        #expect(fields["Giới tính"]?.options.contains { $0.isTicked } == false)
        #expect(fields["Tỉnh"]?.value == "99" && fields["Họ và tên"]?.value == "7")
    }

    @Test("what was typed wrongly wins over the answer that stood there; blanks are nothing")
    func wrong() {
        let fields = fields(
            paper(
                ["ngay_sinh": .text("1985-03-12"), "ten": .text("Ánh")],
                wrong: [FieldPath("ngay_sinh"): "12/13/1985", FieldPath("ten"): "  "]))
        #expect(fields["Ngày sinh"]?.value == "12/13/1985" && fields["Ngày sinh"]?.isWrong == true)
        #expect(fields["Họ và tên"]?.value == "Ánh" && fields["Họ và tên"]?.isWrong == false)
    }

    @Test("a name typed wrongly, or too long for a person's, is not put under the signature")
    func signer() {
        #expect(paper(["ten": .text("Ánh")]).signatures[0].name == "Ánh")
        #expect(paper(["ten": .text("Ánh")], wrong: [FieldPath("ten"): "?"]).signatures[0].name == nil)
        #expect(paper(["ten": .text(String(repeating: "A", count: 81))]).signatures[0].name == nil)
    }

    @Test("without columns that can be read, rows stand below each other with their labels")
    func noTable() {
        var form = Self.form
        form.paper = nil
        form.pages[0].groups[1].fields.append(
            Field(id: "con_y_kien", label: "Ý kiến", kind: .textArea(TextAreaRule())))
        let paper = DeclarationDocument(
            form: form, answers: ["con": .rows([["con_ten": .text("A")], ["con_ten": .text("B")]])],
            today: Self.today)
        #expect(
            paper.blocks.compactMap { if case .heading(let text) = $0 { text } else { nil } } == [
                "Người khai", "Các con", "Các con (1)", "Các con (2)", "Việc khác",
            ])
        #expect(fields(paper)["Tên"]?.value == "B")
    }

    @Test("the paper survives the way to JSON and back; what is no paper is refused with its place")
    func json() throws {
        let paper = paper(["ten": .text("Ánh"), "con": .rows([["con_ten": .text("Bảo")]])])
        #expect(try DeclarationDocument(json: paper.json()) == paper)
        #expect(paper.issues().isEmpty)
    }

    private static let cells = DeclarationTable(
        columns: [DeclarationColumn(title: "A", characters: 5)], rows: [[]])

    @Test(
        "what cannot be printed is said with its place",
        arguments: [
            ("/title", DeclarationDocument(title: " ")),
            ("/code", DeclarationDocument(title: "A", code: "hồ sơ")),
            ("/lookup_url", DeclarationDocument(title: "A", lookupURL: "ftp://x")),
            ("/number", DeclarationDocument(number: String(repeating: "a", count: 401), title: "A")),
            (
                "/signatures",
                DeclarationDocument(
                    title: "A",
                    signatures: Array(repeating: SlipSignature(title: "A", hint: "", name: nil), count: 5))
            ),
            ("/blocks/0/table/rows/0", DeclarationDocument(title: "A", blocks: [.table(cells)])),
            (
                "/blocks/0/field/value",
                DeclarationDocument(
                    title: "A",
                    blocks: [
                        .field(DeclarationField(label: "A", value: String(repeating: "a", count: 300_000)))
                    ])
            ),
        ])
    func issues(pointer: String, paper: DeclarationDocument) {
        #expect(paper.issues().map(\.pointer) == [pointer])
    }
}
