import Forms
import TUITesting
import Testing

@Suite("Raw text becomes answers")
struct FieldParserTests {
    private func parse(_ raw: String, _ field: String) throws -> Result<Answer?, FieldIssue> {
        let definition = try SampleForm.definition()
        let field = try #require(
            definition.field(field) ?? definition.field(field, group: "con"), "\(field)")
        return FieldParser.parse(raw, as: field, today: SampleForm.today)
    }

    @Test(
        "Read",
        arguments: [
            ("ho_ten", "  Nguyễn   Thị\tÁnh ", Answer.text("Nguyễn Thị Ánh")),
            ("ho_ten", "Nguye\u{302}\u{303}n", .text("Nguyễn")), ("ho_ten", "", nil),
            ("ho_ten", " \t\u{A0}", nil),
            ("so_dd", "001 185 000 123", .text("001185000123")),
            ("dien_thoai", "+84 912.345.678", .text("0912345678")),
            ("mst", "0100109106001", .text("0100109106-001")),
            ("ma_hs", "h26.1.5 261123 0001", .text("H26.1.5-261123-0001")),
            ("thu", " a@b.vn ", .text("a@b.vn")), ("ho_chieu", "c1234567", .text("C1234567")),
            ("ma", "0123", .text("0123")),
            ("ngay_sinh", "12/03/1985", .text("1985-03-12")), ("ngay_sinh", "120385", .text("1985-03-12")),
            ("ngay_hen", "24/11", .text("2026-11-24")), ("so_ban", "3", .number(3)),
            ("so_ban", " 20 ", .number(20)),
            ("le_phi", "16.000", .number(16_000)), ("le_phi", "16000", .number(16_000)),
            ("le_phi", "16.000 đ", .number(16_000)),
            ("le_phi", "16 000 đồng", .number(16_000)), ("le_phi", "0", .number(0)),
            ("le_phi", "8.000VND", .number(8_000)),
            ("quan_he", "con", .text("con")), ("quan_he", "", nil), ("tinh", "01", .text("01")),
            ("ly_do", "a\nb", .choices(["a", "b"])), ("giay_to", "x\n\n", .choices(["x"])),
            ("cam_doan", "x", .flag(true)), ("cam_doan", "Có", .flag(true)),
            ("cam_doan", "không", .flag(false)),
            ("cam_doan", "", nil), ("mat_khau", " a b ", .text(" a b ")), ("luu_y", "gì cũng được", nil),
            ("ghi_chu", "dòng 1\r\ndòng 2\rdòng 3\u{2028}\n\n", .text("dòng 1\ndòng 2\ndòng 3")),
        ] as [(String, String, Answer?)])
    func reads(_ field: String, _ raw: String, _ answer: Answer?) throws {
        #expect(try parse(raw, field) == .success(answer))
    }

    @Test(
        "Refused, with what to do",
        arguments: [
            ("ho_ten", "Nguyễn 1", "Họ và tên chỉ gồm chữ, dấu cách, dấu nháy, dấu nối và dấu chấm; bỏ “1”."),
            ("ho_ten", String(repeating: "a", count: 51), "Dài 51 ký tự, tối đa 50; bỏ bớt 1 ký tự."),
            ("ho_ten", "A\u{202E}B", "Có ký tự ẩn U+202E ở vị trí 2; xóa đi và gõ lại chỗ đó."),
            (
                "quan_he_khac", String(repeating: "ễ", count: 256),
                "Dài 256 ký tự, tối đa 255; bỏ bớt 1 ký tự."
            ),
            ("so_dd", "00118500012", "Số định danh có 12 chữ số, còn thiếu 1."),
            ("dien_thoai", "091234567", "Số điện thoại di động có 10 chữ số, còn thiếu 1."),
            ("thu", "a@b", "Phần sau dấu @ không hợp lệ, phải có dạng vidu.vn."),
            ("mst", "0100109107", "Mã số thuế sai chữ số kiểm tra; so lại từng chữ số với giấy đăng ký."),
            ("ma_hs", "xyz", "Mã hồ sơ viết mã đơn vị-ngày-số thứ tự, ví dụ H26.1.5-261123-0001."),
            ("ho_chieu", "123", "Hộ chiếu có 1 chữ và 7 hoặc 8 số."), ("ma", "12a4", "Chỉ nhập chữ số 0–9."),
            ("ma", "123", "Phải có đúng 4 chữ số, còn thiếu 1."),
            ("ma", "12345", "Phải có đúng 4 chữ số, đang thừa 1."),
            ("ngay_sinh", "30/02/1985", "Tháng 2/1985 chỉ có 28 ngày, không có ngày 30."),
            ("ngay_sinh", "31/04/85", "Tháng 4/1985 chỉ có 30 ngày, không có ngày 31."),
            ("ngay_sinh", "31041985", "Tháng 4/1985 chỉ có 30 ngày, không có ngày 31."),
            ("ngay_sinh", "03/13/1985", "Không có tháng 13; tháng từ 1 đến 12, ngày viết trước tháng."),
            ("ngay_sinh", "1985-03-12", "Ngày viết ngày/tháng/năm, ví dụ 12/03/1985."),
            ("ngay_sinh", "hôm qua", "Ngày viết ngày/tháng/năm, ví dụ 12/03/1985."),
            ("ngay_sinh", "12", "Ngày viết ngày/tháng/năm, ví dụ 12/03/1985."),
            ("ngay_sinh", "0/3/1985", "Ngày viết ngày/tháng/năm, ví dụ 12/03/1985."),
            ("ngay_sinh", "-1/-1/-1", "Ngày viết ngày/tháng/năm, ví dụ 12/03/1985."),
            ("ngay_sinh", "24/11/2026", "Không được sau hôm nay (23/11/2026)."),
            ("ngay_sinh", "31/12/1899", "Sớm nhất là 01/01/1900."),
            ("ngay_hen", "22/11/2026", "Không được trước hôm nay (23/11/2026)."),
            ("ngay_hen", "24/12/2026", "Muộn nhất là 23/12/2026."), ("so_ban", "0", "Nhỏ nhất là 1."),
            ("so_ban", "21", "Lớn nhất là 20."), ("so_ban", "3,5", "Chỉ nhập số nguyên, ví dụ 3 hoặc 1.500."),
            ("so_ban", "1.5", "Chỉ nhập số nguyên, ví dụ 3 hoặc 1.500."),
            ("so_ban", "ba", "Chỉ nhập số nguyên, ví dụ 3 hoặc 1.500."),
            ("so_ban", "-", "Chỉ nhập số nguyên, ví dụ 3 hoặc 1.500."),
            ("so_ban", "1..000", "Chỉ nhập số nguyên, ví dụ 3 hoặc 1.500."),
            ("so_ban", "99999999999999999999999", "Số quá lớn; kiểm tra lại."),
            ("le_phi", "-1", "Nhỏ nhất là 0 đ."), ("le_phi", "1000001", "Lớn nhất là 1.000.000 đ."),
            ("le_phi", "16k", "Số tiền là số nguyên đồng, ví dụ 16.000."),
            ("le_phi", "16,5", "Số tiền là số nguyên đồng, ví dụ 16.000."),
            ("quan_he", "chau", "Lựa chọn này không có trong danh sách; chọn lại."),
            ("ly_do", "a\nc", "Lựa chọn này không có trong danh sách; chọn lại."),
            ("ly_do", "a\na", "Một lựa chọn có hai lần; bỏ bớt một."),
            ("cam_doan", "có lẽ", "Giá trị của “Cam đoan” phải là có hoặc không."),
            ("ghi_chu", String(repeating: "x", count: 101), "Dài 101 ký tự, tối đa 100; bỏ bớt 1 ký tự."),
            ("ghi_chu", "a\u{7}b", "Có ký tự ẩn U+0007 ở vị trí 2; xóa đi và gõ lại chỗ đó."),
        ])
    func refuses(_ field: String, _ raw: String, _ message: String) throws {
        guard case .failure(let issue) = try parse(raw, field) else {
            Issue.record("\(raw) was read")
            return
        }
        #expect(issue.message.vi == message)
        #expect(issue.severity == .error)
    }

    @Test(
        "What was parsed passes the validator",
        arguments: ["ho_ten", "dien_thoai", "ngay_sinh", "le_phi", "ma_hs"])
    func agrees(_ id: String) throws {
        let raw = [
            "ho_ten": "Lò Văn  A", "dien_thoai": "+84912345678", "ngay_sinh": "1/1/90", "le_phi": "16.000 đ",
            "ma_hs": "H26.1.5 261123 0001",
        ]
        let answer = try parse(try #require(raw[id]), id).get()
        let validator = FormValidator(try SampleForm.definition(), today: SampleForm.today)
        #expect(validator.check(SampleForm.answers([id: answer])).isEmpty)
    }

    @Test("Hostile raw text never crashes", arguments: [1, 2] as [UInt64])
    func fuzz(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let fields = try SampleForm.definition().groups.flatMap(\.fields)
        let pieces = [
            "0", "9", "/", "-", ".", " ", "12", "1985", "đ", "đồng", "+84", "@", "\u{202E}", "e\u{302}", "\n",
            "\r\n", "🇻🇳", "٣", "\0", "ß", "ﬁ", "İ",
        ]
        for _ in 0..<400 {
            let raw = (0..<Int.random(in: 0...12, using: &generator)).reduce(into: "") { text, _ in
                text += pieces.randomElement(using: &generator) ?? ""
            }
            for field in fields {
                guard case .success(let answer?) = FieldParser.parse(raw, as: field, today: SampleForm.today)
                else { continue }
                #expect(!answer.isEmpty || field.kind == .password)
            }
        }
        for field in fields {
            _ = FieldParser.parse(
                String(repeating: "1", count: 1_000_000), as: field, today: SampleForm.today)
        }
    }
}
