import Forms
import Models
import Testing

@Suite("Codes and scans")
struct CodeTests {
    @Test(
        "Dossier codes seen in the wild",
        arguments: [
            ("H15.50.05.13-261008-0975", "H15.50.05.13", "2026-10-08", "0975"),
            ("H26.103.25.7-250908-0112", "H26.103.25.7", "2025-09-08", "0112"),
            ("38.98.H29-210519-0003", "38.98.H29", "2021-05-19", "0003"),
            ("000.00.01.H29-260310-0420", "000.00.01.H29", "2026-03-10", "0420"),
            ("G09.20-20260609-0092637", "G09.20", "2026-06-09", "0092637"),
            ("H26-261123-0001", "H26", "2026-11-23", "0001"),
        ])
    func dossierCodes(_ text: String, _ unit: String, _ date: String, _ number: String) throws {
        let code = try #require(DossierCode.parse(text))
        #expect([code.unit, code.date.iso, code.number, code.text] == [unit, date, number, text])
    }

    @Test(
        "Whatever is no code",
        arguments: [
            "", "H26.1.5-261123", "h26.1.5-261123-0001", "H26.1.5-261323-0001", "H26.1.5-26112-0001",
            "H26.1.5-261123-001", "H26.1.5-261123-00000001", "X26.1.5-261123-0001", "H26.1.5.6.7-261123-0001",
            "H26.1234-261123-0001", "H2.1-261123-0001", "H26..5-261123-0001", "1.2.3-261123-0001",
            "H26.1.5-261123-0001 ", "H26.1.5–261123–0001", "H26.1.5-٢٦١١٢٣-0001", "--", "H26.H26-261123-0001",
        ])
    func noDossierCodes(_ text: String) {
        #expect(DossierCode.parse(text) == nil)
    }

    @Test(
        "Codes as they are read out or typed in a hurry",
        arguments: [
            ("h26.1.5-261123-0001", "H26.1.5-261123-0001"),
            ("  H26.1.5 261123 0001 ", "H26.1.5-261123-0001"),
            ("h26 1 5 261123 0001", "H26.1.5-261123-0001"),
            ("H26.1.5-2611230001", "H26.1.5-261123-0001"),
            ("H26.1.5261123-0001", "H26.1.5-261123-0001"),
            ("h26.1.52611230001", "H26.1.5-261123-0001"),
            ("H26.1.5–261123—0001", "H26.1.5-261123-0001"),
            ("hồ sơ mã H26 chấm 1 chấm 5 gạch 261123 gạch ngang 0001", "H26.1.5-261123-0001"),
            ("h26. 1. 5 - 261123 - 0001", "H26.1.5-261123-0001"),
            ("g09.20 20260609 0092637", "G09.20-20260609-0092637"),
            ("g09.2020260609 0092637", "G09.20-20260609-0092637"),
            ("000.00.01.h29 260310 0420", "000.00.01.H29-260310-0420"),
            ("38.98.h292105190003", "38.98.H29-210519-0003"),
        ])
    func spoken(_ text: String, _ code: String) {
        #expect(DossierCode.spoken(text) == code)
    }

    @Test(
        "What can't be made a code stays nil",
        arguments: [
            "", "nguyễn văn a", "001185000123", "0912345678", "H26", "261123", "....", "- - -",
            "H26.1.5-269923-0001",
        ])
    func notSpoken(_ text: String) {
        #expect(DossierCode.spoken(text) == nil)
    }

    @Test("Codes are made with four digits, more past 9999")
    func made() throws {
        let date = try #require(LocalDate(iso: "2026-11-23"))
        #expect(DossierCode.make(unit: "H26.1.5", date: date, number: 7) == "H26.1.5-261123-0007")
        #expect(DossierCode.make(unit: "H26.1.5", date: date, number: 10_000) == "H26.1.5-261123-10000")
    }

    @Test(
        "S10 numbers",
        arguments: [
            "RR473124829GB", "RR123456785VN", "EE123456785VN", "EE000000014VN", "EE987654326VN",
            "EE202507158VN",
        ])
    func tracking(_ text: String) {
        #expect(S10.isValid(text))
        #expect(Scan.recognise(text + "\n") == .trackingNumber(text))
    }

    @Test(
        "Numbers that are no S10",
        arguments: [
            "EH123456789VN", "RR473124829", "rr123456785vn", "RR12345678VN", "RR123456785V1", "R1123456785VN",
            "RR123456786VN", "RR1234５6785VN",
        ])
    func noTracking(_ text: String) {
        #expect(!S10.isValid(text))
    }

    @Test("S10 numbers are made with their check digit")
    func madeTracking() {
        #expect(S10.make(service: "EE", serial: 12_345_678) == "EE123456785VN")
        #expect(S10.make(service: "EE", serial: 1) == "EE000000014VN")
        #expect(S10.make(service: "ee", serial: 1) == nil)
        #expect(S10.make(service: "EE", serial: 100_000_000) == nil)
    }

    private static let card = "001185000123||Nguyễn Thị Ánh|12031985|Nữ|Hà Nội|10052021"

    @Test(
        "A scan is told by its shape",
        arguments: [
            (card + "\r", Scan.identityCard(card)), ("||||||", .identityCard("||||||")),
            ("h26.1.5-261123-0001\n", .dossierCode("H26.1.5-261123-0001")),
            ("rr123456785vn", .trackingNumber("RR123456785VN")),
            (
                "https://dichvucong.example/tra-cuu?MHS=H26.1.5-261123-0001&SGT=1",
                .dossierCode("H26.1.5-261123-0001")
            ),
        ])
    func scans(_ burst: String, _ scan: Scan) {
        #expect(Scan.recognise(burst) == scan)
    }

    @Test(
        "Anything else is keys",
        arguments: [
            "", "\n", "Nguyễn Văn A", "|||||", "001185000123", "https://vidu.vn/?MHS=x",
            "H26.1.5 261123 0001",
            String(repeating: "|", count: 5000),
        ])
    func noScans(_ burst: String) {
        #expect(Scan.recognise(burst) == nil)
    }

    @Test("UUIDs of version 7 sort by time and are valid")
    func uuids() {
        var generator = SeededGenerator(1)
        let ids = [0, 1, 1_795_400_467_000, 1_795_400_467_001, Int64.max].map {
            UUIDv7.make(milliseconds: $0, using: &generator)
        }
        #expect(ids == ids.sorted())
        for id in ids + [UUIDv7.make()] {
            #expect(UUIDv7.isValid(id))
            let characters = Array(id)
            #expect(characters.count == 36 && characters[14] == "7" && "89ab".contains(characters[19]))
        }
        #expect(ids[2].hasPrefix("01a20635-0238-7"))
    }

    @Test(
        "What is no UUID",
        arguments: [
            "", "x", "01a2062c-aef8-7000-8000-00000000000", "01a2062c-aef8-7000-8000-00000000000g",
            "01a2062caef8700080000000000000000000", "01a2062c-aef8-7000-8000-0000000000000",
        ])
    func noUUIDs(_ text: String) {
        #expect(!UUIDv7.isValid(text))
    }
}
