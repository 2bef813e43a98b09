import Testing

@testable import desk

@Suite("What is typed into the look-up")
struct LookupQueryTests {
    @Test(
        "Codes as people copy them from paper",
        arguments: [
            ("H 2 6 . 1 . 5 - 2 6 1 1 2 3 - 0 0 1 2", "H26.1.5-261123-0012"),
            ("h26.1.5-261123-0012", "H26.1.5-261123-0012"), ("h26 1 5 261123 0012", "H26.1.5-261123-0012"),
            ("H26.1.5 261123 0012", "H26.1.5-261123-0012"), ("0912 345 678", "0912345678"),
            ("001 185 000 123", "001185000123"), ("0101234567-001", "0101234567001"), ("q y b v", "QYBV"),
            ("j4mg", "J4MG"), ("tuan", "tuan"),
            ("Nguyễn Thị Ánh", "Nguyễn Thị Ánh"), ("an", "an"),
        ])
    func asked(typed: String, wanted: String) {
        #expect(LookupQuery.asked(typed) == wanted)
    }

    @Test(
        "Codes without dots, dashes or zeros",
        arguments: [
            ("h26152611240001", "H26.1.5-261124-0001"), ("h26 15 261124 0001", "H26.1.5-261124-0001"),
            ("2611240001", "H26.1.5-261124-0001"), ("h26.1.5.261124.1", "H26.1.5-261124-0001"),
            ("H 2 6 . 1 . 5 - 2 6 1 1 2 4 - 0 0 0 1", "H26.1.5-261124-0001"),
            ("h27232611240007", "H27.2.3-261124-0007"), ("0912121234", "0912121234"),
            ("0101243150", "0101243150"), ("261124 1", "261124 1"), ("001185000123", "001185000123"),
        ])
    func unparted(typed: String, wanted: String) {
        #expect(LookupQuery.asked(typed, unit: "H26.1.5") == wanted)
    }

    @Test("Digits alone are nobody's code where the officer has no unit")
    func noUnit() {
        #expect(LookupQuery.code("2611240001") == nil)
    }

    @Test(
        "A day and a number are a code, also where their digits would pass for a tax code",
        arguments: [
            ("261127-0003", "H26.1.5-261127-0003"), ("261127-0035", "H26.1.5-261127-0035"),
            ("261126 0012", "H26.1.5-261126-0012"), ("261127-00", "261127-00"),
            ("261127-1", "261127-1"), ("H26.1.5-261127-00", "H26.1.5-261127-00"),
            ("2611270003", "2611270003"),
        ])
    func dayAndNumber(typed: String, wanted: String) {
        #expect(LookupQuery.asked(typed, unit: "H26.1.5") == wanted)
    }
}
