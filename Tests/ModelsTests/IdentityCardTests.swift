import Forms
import Models
import Testing

@Suite("Identity cards")
struct IdentityCardTests {
    private static let old =
        "001185000123|012345678|Nguyễn Thị Ánh|12031985|Nữ|Tổ 5, Phường Cửa Nam, Hà Nội|10052021"
    private static let new = old + "||Nguyễn Văn A|Trần Thị B|extra"

    @Test(
        "Both layouts give the same seven parts",
        arguments: [
            old, new, old + "\r\n", "  " + old + "\n", old + "||||",
        ])
    func reads(_ scan: String) throws {
        let card = try IdentityCard.parse(scan)
        #expect(
            card
                == IdentityCard(
                    number: "001185000123", oldNumber: "012345678", name: "Nguyễn Thị Ánh",
                    birthDate: try #require(LocalDate(iso: "1985-03-12")), sex: .female,
                    residence: "Tổ 5, Phường Cửa Nam, Hà Nội",
                    issuedOn: try #require(LocalDate(iso: "2021-05-10"))))
        #expect(card.warnings.isEmpty)
    }

    @Test("Decomposed letters come out composed")
    func composed() throws {
        let scan =
            "001185000123||Nguye\u{302}\u{303}n A\u{301}nh|12031985|N\u{1B0}\u{303}|Ha\u{300} No\u{323}\u{302}i|10052021"
        let card = try IdentityCard.parse(scan)
        #expect(card.name.unicodeScalars.elementsEqual("Nguyễn Ánh".unicodeScalars))
        #expect(card.residence.unicodeScalars.elementsEqual("Hà Nội".unicodeScalars))
        #expect(card.oldNumber == nil)
    }

    @Test(
        "Junk in addresses goes",
        arguments: [
            ("Số 5, - Phường Cửa Nam,, Hà Nội", "Số 5 Phường Cửa Nam, Hà Nội"),
            ("Thôn Đông ,-  Xã Tây", "Thôn Đông Xã Tây"),
            (", , Xã Tây, Hà Nội, ", "Xã Tây, Hà Nội"),
            ("Số 5-7, ngõ 12", "Số 5-7, ngõ 12"),
            ("Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
            ("Tổ 1,,, Phường 2", "Tổ 1, Phường 2"),
            ("", ""), ("-", ""), (",,,", ""),
        ])
    func addresses(_ raw: String, _ clean: String) throws {
        let card = try IdentityCard.parse("001185000123||Nguyễn Thị Ánh|12031985|Nữ|\(raw)|10052021")
        #expect(card.residence == clean)
    }

    @Test("A number that does not agree is a warning")
    func warnings() throws {
        let card = try IdentityCard.parse("003085000123||Nguyễn Thị Ánh|12031986|Nữ|Hà Nội|10052021")
        #expect(card.warnings.count == 3)
    }

    private static let broken: [(scan: String, kind: CardError.Kind)] = [
        ("", .notACard), ("H26.1.5-261123-0001", .notACard), (String(repeating: "a|", count: 3000), .tooLong),
        (String(repeating: "|", count: 10_000), .tooLong),
        ("001185000123|012345678|Nguyễn", .cutShort),
        ("001185000123|012345678|Nguyễn Thị Ánh|12031985|Nữ|Hà Nội", .cutShort),
        (old + "|", .cutShort), (old + "||Nguyễn", .cutShort),
        ("001185000123||Nguyễn Thị Ánh|12031985|Nữ|Hà Nội|100520", .cutShort),
        ("001185000123||Nguyễn Thị Ánh|12031985|Nữ|Hà Nội|", .cutShort),
        ("01185000123||Nguyễn Thị Ánh|12031985|Nữ|Hà Nội|10052021", .number),
        ("0011850001234||Nguyễn Thị Ánh|12031985|Nữ|Hà Nội|10052021", .number),
        ("0011850oo123||Nguyễn Thị Ánh|12031985|Nữ|Hà Nội|10052021", .garbled),
        ("||Nguyễn Thị Ánh|12031985|Nữ|Hà Nội|10052021", .garbled),
        ("001185000123|12a|Nguyễn Thị Ánh|12031985|Nữ|Hà Nội|10052021", .garbled),
        ("001185000123|||12031985|Nữ|Hà Nội|10052021", .name),
        ("001185000123||Nguy?n Th? Ánh|12031985|Nữ|Hà Nội|10052021", .garbled),
        ("001185000123||Nguyá»…n Thá»‹ Ã\u{81}nh|12031985|Nữ|Hà Nội|10052021", .hiddenCharacter),
        ("001185000123||Nguyá»…n VÄƒn|12031985|Nam|Hà Nội|10052021", .garbled),
        ("001185000123||Nguy\u{FFFD}n|12031985|Nam|Hà Nội|10052021", .garbled),
        ("001185000123||Nguyeenx Thij Anhs|12031985|Nuwx|Haf Nooij|10052021", .garbled),
        ("001185000123||Nguyeenx Vawn Nam|12031985|Nam|Haf Nooij|10052021", .garbled),
        ("001185000123||Nguyễn Thị Ánh|12031985|Nu|Hà Nội|10052021", .garbled),
        ("001185000123||Nguyễn Thị Ánh|12031985|Khác|Hà Nội|10052021", .sex),
        ("001185000123||Nguyễn Thị Ánh|12031985||Hà Nội|10052021", .sex),
        ("001185000123||Nguyễn Thị Ánh|31021985|Nữ|Hà Nội|10052021", .birthDate),
        ("001185000123||Nguyễn Thị Ánh|00001985|Nữ|Hà Nội|10052021", .birthDate),
        ("001185000123||Nguyễn Thị Ánh|1985|Nữ|Hà Nội|10052021", .birthDate),
        ("001185000123||Nguyễn Thị Ánh|12/03/85|Nữ|Hà Nội|10052021", .birthDate),
        ("001185000123||Nguyễn Thị Ánh|12031985|Nữ|Hà Nội|10132021", .issueDate),
        ("001185000123||Nguyễn Thị Ánh|12031985|Nữ|Hà Nội|10051984", .issueDate),
        ("001185000123||Nguyễn\u{202E} Thị Ánh|12031985|Nữ|Hà Nội|10052021", .hiddenCharacter),
        ("001185000123||Nguyễn\u{1B}[31m|12031985|Nữ|Hà Nội|10052021", .hiddenCharacter),
        ("001185000123||Nguyễn\nÁnh|12031985|Nữ|Hà Nội|10052021", .hiddenCharacter),
        ("001185000123||Nguyễn\u{200B}Ánh|12031985|Nữ|Hà Nội|10052021", .hiddenCharacter),
    ]

    @Test("Broken scans are told apart, in Vietnamese, with what to do", arguments: broken.indices)
    func refuses(_ index: Int) {
        let (scan, kind) = Self.broken[index]
        let error = #expect(throws: CardError.self) { try IdentityCard.parse(scan) }
        #expect(error?.kind == kind, "\(scan.prefix(80)): \(error?.message.vi ?? "")")
        #expect(error?.message.vi.isEmpty == false && error?.hint.vi.isEmpty == false)
        #expect(error?.message.en != nil && error?.hint.en != nil)
    }

    @Test(
        "Names of the peoples pass", arguments: ["Ksor H'Bler", "Y Jut Niê", "H'Wiu Êban", "Lò Thị A-lăng"])
    func names(_ name: String) throws {
        #expect(try IdentityCard.parse("001185000123||\(name)|12031985|Nữ|Hà Nội|10052021").name == name)
    }

    @Test("Dates after today")
    func future() throws {
        let today = try #require(LocalDate(iso: "2021-05-09"))
        let error = #expect(throws: CardError.self) { try IdentityCard.parse(Self.old, today: today) }
        #expect(error?.message.vi == "Ngày cấp trên thẻ là 10/05/2021, sau hôm nay.")
    }

    @Test("Hidden characters in the parts that are not used don't matter, and none is kept")
    func unusedParts() throws {
        let card = try IdentityCard.parse(Self.old + "||a\u{202E}b|c|d")
        #expect(card.name == "Nguyễn Thị Ánh")
    }
}
