import Forms
import Models
import Testing

@Suite("A bank's file")
struct BankFileTests {
    private static func read(_ text: String) throws(BankFileError) -> BankFile {
        try BankFile(Array(text.utf8))
    }

    @Test("Columns in any order, with commas, semicolons or tabs, quoted or not, with a mark of the encoding")
    func shapes() throws {
        for text in [
            "Ngày,Số tiền,Nội dung,Mã giao dịch\n23/11/2026,16000,\"nop phi, H26\",A1\n",
            "\u{FEFF}reference;description;amount;date\r\nA1;nop phi, H26;16.000;2026-11-23\r\n",
            "date\tamount\tdescription\treference\textra\n23/11/2026\t16,000\tnop phi, H26\tA1\tx",
            "ngay,so tien,dien giai,so but toan\n23/11/2026,+16000,\"nop phi, H26\",A1",
        ] {
            let file = try Self.read(text)
            #expect(
                file.lines == [
                    .init(
                        number: 2, day: LocalDate(iso: "2026-11-23") ?? .init(epochDay: 0), amount: 16_000,
                        text: "nop phi, H26", reference: "A1")
                ])
            #expect(file.broken.isEmpty)
        }
    }

    @Test(
        "What is no such file",
        arguments: [
            ("", BankFileError.empty), ("\n\n", .empty), ("a,b,c,d\n1,2,3,4", .head),
            ("ngày,số tiền,nội dung\n1,2,3", .head),
        ])
    func refused(_ text: String, _ error: BankFileError) {
        #expect(throws: error) { try Self.read(text) }
    }

    @Test("Bytes that are no UTF-8, and too many lines")
    func limits() {
        #expect(throws: BankFileError.encoding) { try BankFile([0xFF, 0xFE, 0x00]) }
        let line = "23/11/2026,1000,x,R\n"
        #expect(throws: BankFileError.tooLong) {
            try Self.read("ngày,số tiền,nội dung,mã giao dịch\n" + String(repeating: line, count: 20_001))
        }
    }

    @Test(
        "Amounts",
        arguments: [
            ("16000", 16_000), ("16.000", 16_000), ("1,234,567", 1_234_567), ("1", 1), ("+5.000", 5_000),
            ("0", nil), ("-16000", nil), ("16.00", nil), ("16000.00", nil), ("1.2.3", nil), ("", nil),
            ("16000.000000000000001", nil), ("99999999999999", nil), ("１６", nil), ("1e3", nil),
            ("1.234,567", nil),
        ] as [(String, Int?)])
    func amounts(_ text: String, _ amount: Int?) throws {
        let file = try Self.read("ngày;số tiền;nội dung;mã giao dịch\n23/11/2026;\(text);x;R")
        #expect(file.lines.map(\.amount) == (amount.map { [$0] } ?? []))
        #expect(file.broken.map(\.number) == (amount == nil ? [2] : []))
    }

    @Test("A dossier is found by its code however the bank wrote it")
    func codes() throws {
        for text in [
            "H26.1.5-261123-0001", "MBVCB.1234 H26 1 5 261123 0001 CT TU", "h2615-2611230001 nop le phi",
        ] {
            let line = BankFile.Line(
                number: 1, day: LocalDate(epochDay: 0), amount: 1, text: text, reference: "A")
            #expect(line.names("H26.1.5-261123-0001"))
            #expect(!line.names("H26.1.5-261123-0002"))
        }
    }

    @Test(
        "A code that is the beginning of another is not named by it",
        arguments: [
            "H26.1.5-261123-10000", "H26151611231000", "h26 1 5 261123 1000 25", "MBVCB.26151123 100",
        ])
    func beginnings(text: String) {
        let line = BankFile.Line(
            number: 1, day: LocalDate(epochDay: 0), amount: 1, text: text, reference: "A")
        #expect(line.names("H26.1.5-261123-1000") == (text == "h26 1 5 261123 1000 25"))
        #expect(!line.names("H26.1.5-261123-100"))
        #expect(!line.names("H26.1.5-261123-10002"))
    }
}
