import Testing

@testable import desk

@Suite("What is typed into the look-up")
struct LookupQueryTests {
    @Test(
        "Trial 1 C17: codes as people copy them from paper",
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
}
