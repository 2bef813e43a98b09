import Forms
import Testing

@Suite("Formats")
struct FormatTests {
    @Test(
        "Phone numbers",
        arguments: [
            ("0912345678", "0912345678"), ("+84912345678", "0912345678"), ("84912345678", "0912345678"),
            ("0084 912 345 678", "0912345678"), ("+84 (0)912.345.678", "0912345678"),
            ("0912-345-678", "0912345678"),
            ("0321234567", "0321234567"), ("0398765432", "0398765432"), ("0521234567", "0521234567"),
            ("0561234567", "0561234567"), ("0701234567", "0701234567"), ("0761234567", "0761234567"),
            ("0811234567", "0811234567"), ("0961234567", "0961234567"), ("02438252525", "02438252525"),
            ("028 3829 7291", "02838297291"), ("0203 3825 456", "02033825456"),
        ])
    func phones(_ text: String, _ normal: String) {
        #expect(PhoneNumber.check(text) == nil)
        #expect(PhoneNumber.normalize(text) == normal)
    }

    @Test(
        "Wrong phone numbers say how to mend them",
        arguments: [
            ("091234567", "Số điện thoại di động có 10 chữ số, còn thiếu 1."),
            ("09", "Số điện thoại di động có 10 chữ số, còn thiếu 8."),
            ("0", "Số điện thoại di động có 10 chữ số, còn thiếu 9."),
            ("09123456789", "Số điện thoại di động có 10 chữ số, đang thừa 1."),
            ("0243825252", "Số điện thoại cố định có 11 chữ số, còn thiếu 1."),
            ("0951234567", "Không có đầu số 095; kiểm tra ba chữ số đầu."),
            ("0301234567", "Không có đầu số 030; kiểm tra ba chữ số đầu."),
            ("0111234567", "Không có đầu số 011; kiểm tra ba chữ số đầu."),
            ("0711234567", "Không có đầu số 071; kiểm tra ba chữ số đầu."),
            ("0801234567", "Không có đầu số 080; kiểm tra ba chữ số đầu."),
            ("0541234567", "Không có đầu số 054; kiểm tra ba chữ số đầu."),
            ("912345678", "Số điện thoại bắt đầu bằng số 0 hoặc +84."),
            ("1022", "Số điện thoại bắt đầu bằng số 0 hoặc +84."),
            ("+33123456789", "Số điện thoại bắt đầu bằng số 0 hoặc +84."),
            ("09l2345678", "Số điện thoại chỉ gồm chữ số; bỏ chữ cái và dấu khác."),
            ("0912345678;", "Số điện thoại chỉ gồm chữ số; bỏ chữ cái và dấu khác."),
            ("٠٩١٢٣٤٥٦٧٨", "Số điện thoại chỉ gồm chữ số; bỏ chữ cái và dấu khác."),
            ("", "Số điện thoại bắt đầu bằng số 0 hoặc +84."),
        ])
    func wrongPhones(_ text: String, _ message: String) {
        #expect(PhoneNumber.check(text)?.message.vi == message)
        #expect(PhoneNumber.check(text)?.message.en != nil)
    }

    @Test(
        "Tax codes",
        arguments: [
            "0100109106", "0300588569", "0101243150", "0100686209", "0100112437", "0100109106-001",
            "001185000123",
            " 0100 109 106 ", "0100109106001",
        ])
    func taxCodes(_ text: String) {
        #expect(TaxCode.check(text) == nil)
    }

    @Test(
        "Wrong tax codes",
        arguments: [
            ("0100109107", "chữ số kiểm tra"), ("0100109160", "chữ số kiểm tra"),
            ("1100109106", "chữ số kiểm tra"),
            ("0100109107-001", "chữ số kiểm tra"), ("010010910", "10 chữ số"), ("01001091060", "10 chữ số"),
            ("0100109106-01", "10 chữ số"), ("0100109106-0001", "10 chữ số"), ("010010910a", "10 chữ số"),
            ("", "10 chữ số"),
            ("-", "10 chữ số"), ("001185000123-001", "10 chữ số"), ("0100109106-001-001", "10 chữ số"),
        ])
    func wrongTaxCodes(_ text: String, _ words: String) {
        #expect(TaxCode.check(text)?.message.vi.contains(words) == true)
    }

    @Test("A sum that is a multiple of eleven has no check digit")
    func taxCodeWithoutCheckDigit() {
        // 7·1 + 5·0 + 3·5 = 22, so the check would be 10: no last digit makes it right.
        for digit in 0...9 { #expect(TaxCode.check("000000105\(digit)") != nil) }
    }

    @Test(
        "E-mail addresses",
        arguments: [
            "a@b.vn", "nguyen.van-a+x@mail.example.com", "x_y%z@sub.domain.gov.vn", "1@2.com3",
            "o'neil@vidu.vn",
        ])
    func emails(_ text: String) {
        #expect(EmailAddress.check(text) == nil)
    }

    @Test(
        "Wrong e-mail addresses",
        arguments: [
            ("", "thiếu dấu @"), ("abc", "thiếu dấu @"), ("a@b@c.vn", "một dấu @"), ("@b.vn", "trước dấu @"),
            (".a@b.vn", "trước dấu @"), ("a.@b.vn", "trước dấu @"), ("a..b@c.vn", "trước dấu @"),
            ("a@b", "sau dấu @"),
            ("a@.vn", "sau dấu @"), ("a@b..vn", "sau dấu @"), ("a@-b.vn", "sau dấu @"),
            ("a@b-.vn", "sau dấu @"),
            ("a@b.v", "sau dấu @"), ("a@1.2.3.4", "sau dấu @"), ("a@b.22", "sau dấu @"),
            ("ánh@b.vn", "không dấu"),
            ("a b@c.vn", "dấu cách"), ("a@b.vn ", "dấu cách"),
            (String(repeating: "a", count: 65) + "@b.vn", "trước dấu @"),
            (String(repeating: "a", count: 10_000_000), "254"), ("\"a\"@b.vn", "trước dấu @"),
        ])
    func wrongEmails(_ text: String, _ words: String) {
        #expect(EmailAddress.check(text)?.message.vi.contains(words) == true)
    }

    @Test(
        "Identity numbers",
        arguments: [
            ("001185000123", nil), ("012345678", nil), ("001 185 000 123", nil), ("001.185.000.123", nil),
            ("00118500012", "Số định danh có 12 chữ số, còn thiếu 1."),
            ("1", "Số định danh có 12 chữ số, còn thiếu 11."),
            ("0011850001234", "Số định danh có 12 chữ số, đang thừa 1."),
            ("00118500012O", "Số định danh chỉ gồm 12 chữ số; bỏ chữ cái và dấu."),
            ("٠٠١١٨٥٠٠٠١٢٣", "Số định danh chỉ gồm 12 chữ số; bỏ chữ cái và dấu."),
        ])
    func identityNumbers(_ text: String, _ message: String?) {
        #expect(IdentityNumber.check(text)?.message.vi == message)
    }

    @Test(
        "Numbers and persons that agree, or don't, with how many warnings",
        arguments: [
            ("001185000123", "1985-03-12", Sex.female, 0), ("001085000123", "1985-03-12", .male, 0),
            ("001303000123", "2003-03-12", .female, 0), ("001203000123", "2003-03-12", .male, 0),
            ("001185000123", "1985-03-12", .male, 1), ("001186000123", "1985-03-12", .female, 1),
            ("001385000123", "1985-03-12", .female, 1), ("003185000123", "1985-03-12", .female, 1),
            ("003086000123", "2085-03-12", .female, 4), ("012345678", "1985-03-12", .female, 0),
            ("xxx", "1985-03-12", .female, 0),
        ])
    func mismatches(_ number: String, _ birth: String, _ sex: Sex, _ count: Int) {
        let phrases = IdentityNumber.mismatch(number, birthDate: LocalDate(iso: birth), sex: sex)
        #expect(phrases.count == count, "\(phrases.map(\.vi))")
    }

    @Test(
        "Provinces of the first three digits",
        arguments: [
            ("001185000123", "Hà Nội"), ("079085000123", "Hồ Chí Minh"), ("096085000123", "Cà Mau"),
            ("003085000123", nil),
            ("000085000123", nil), ("012345678", nil),
        ])
    func provinces(_ number: String, _ name: String?) {
        #expect(IdentityNumber.province(number) == name)
    }

    @Test(
        "Names",
        arguments: ["Nguyễn Thị Ánh", "H'Wiu Êban", "Y Jut Niê", "O’Neil", "Jean-Paul", "Trần V. A", "李明"])
    func names(_ text: String) {
        #expect(PersonName.check(text) == nil)
    }

    @Test("No names", arguments: ["", "123", "Nguyễn 1", "a@b", "A/B", "...", "Ánh;", "<b>"])
    func noNames(_ text: String) {
        #expect(PersonName.check(text) != nil)
    }

    @Test(
        "Characters that no field takes",
        arguments: [
            "a\u{0}", "a\u{1B}b", "a\u{7F}", "a\u{9B}", "\u{202E}abc", "a\u{200B}b", "a\u{FEFF}",
            "a\u{E0041}", "a\u{2066}",
            "a\u{E000}", "a\nb", "a\tb", "a\u{2028}b", "a\u{AD}b", "e\u{302}\u{302}\u{302}\u{302}\u{302}",
        ])
    func hidden(_ text: String) {
        #expect(TextCheck.check(text)?.code == "invalid_character")
    }

    @Test(
        "Characters that nobody sees but Unicode calls letters or marks are no text and no name",
        arguments: [
            "\u{3164}", "\u{115F}", "\u{1160}", "\u{FFA0}", "\u{34F}", "\u{FE0F}", "\u{E0101}", "\u{17B4}",
        ])
    func invisible(_ text: String) {
        #expect(TextCheck.check(text)?.code == "invalid_character")
        #expect(TextCheck.check("Án" + text + "h")?.message.vi.contains("ở vị trí 3") == true)
        #expect(PersonName.check(text) != nil && PersonName.check("Ánh" + text) != nil)
    }

    @Test(
        "One idea of a blank",
        arguments: ["  Ánh\t", "\u{A0}Ánh\r\n", "\u{2003}Ánh\u{3000}", "\u{85}Ánh\u{2028}", "Ánh"])
    func trimming(_ text: String) {
        #expect(text.trimmed == "Ánh" && Substring(text).trimmed == "Ánh" && !text.isBlank)
        #expect("".trimmed == "" && " \u{A0}\n".trimmed == "" && " \u{A0}\n".isBlank)
        // A mark on a blank is text.
        #expect(" \u{301}".trimmed == "\u{301}")
    }

    @Test("Characters that are fine")
    func fine() {
        #expect(TextCheck.check("Nguyễn Thị Ánh, số 5-7 (ngõ 12) “x” – €") == nil)
        #expect(TextCheck.check("e\u{302}\u{303}") == nil)
        #expect(TextCheck.check("a\nb\tc", lines: true) == nil)
        #expect(TextCheck.check("a\rb", lines: true) != nil)
    }
}
