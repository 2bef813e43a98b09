import Forms
import Testing

@Suite("Dates")
struct LocalDateTests {
    private static let reference = LocalDate(epochDay: 20_780)  // 23/11/2026

    @Test(
        "Typed as people type",
        arguments: [
            ("12/03/1985", "1985-03-12"), ("12-03-1985", "1985-03-12"), ("12.3.1985", "1985-03-12"),
            ("1/2/2026", "2026-02-01"), ("1/2/26", "2026-02-01"), ("1/2/46", "2046-02-01"),
            ("1/2/47", "1947-02-01"),
            ("1/2/85", "1985-02-01"), ("12031985", "1985-03-12"), ("120385", "1985-03-12"),
            ("1203", "2026-03-12"),
            ("12/3", "2026-03-12"), (" 12/03/1985 ", "1985-03-12"), ("12 3 1985", "1985-03-12"),
            ("29/02/2024", "2024-02-29"),
            ("01/01/00", "2000-01-01"),
        ])
    func typed(_ text: String, _ iso: String) {
        #expect(LocalDate(typed: text, reference: Self.reference)?.iso == iso)
    }

    @Test(
        "No date",
        arguments: [
            "", " ", "31/02/2026", "29/02/2026", "29/02/2100", "00/01/2026", "01/00/2026", "01/13/2026",
            "32/01/2026",
            "1985-03-12", "12/03/198", "12/03/19855", "123", "12345", "1234567", "123456789", "12//1985",
            "/3/85", "a/b/c",
            "12/03/1985x", "１２/03/1985", "12/03/1799", "1/2/3/4", "12/03/", "100/1/2026",
        ])
    func noDate(_ text: String) {
        #expect(LocalDate(typed: text, reference: Self.reference) == nil)
    }

    @Test(
        "ISO is read strictly",
        arguments: [
            "2026-11-23x", "2026-1-23", "26-11-23", "2026/11/23", "2026-11-31", "", "２０26-11-23",
            "-026-11-23", " 2026-11-23",
        ])
    func noISO(_ text: String) {
        #expect(LocalDate(iso: text) == nil)
    }

    @Test(
        "Weekday, display, arithmetic",
        arguments: [
            ("2026-11-23", 1, "23/11/2026"), ("2026-11-29", 7, "29/11/2026"), ("1970-01-01", 4, "01/01/1970"),
            ("1969-12-31", 3, "31/12/1969"), ("2000-02-29", 2, "29/02/2000"), ("1800-01-01", 3, "01/01/1800"),
            ("9999-12-31", 5, "31/12/9999"), ("1900-03-01", 4, "01/03/1900"),
        ])
    func parts(_ iso: String, _ weekday: Int, _ display: String) throws {
        let date = try #require(LocalDate(iso: iso))
        #expect(date.weekday == weekday)
        #expect(date.display == display)
        #expect(date.iso == iso)
        #expect(LocalDate(epochDay: date.epochDay) == date)
    }

    @Test("Every day from 1895 to 2105 follows the one before")
    func succession() throws {
        var date = try #require(LocalDate(iso: "1895-01-01"))
        let end = try #require(LocalDate(iso: "2105-12-31"))
        while date < end {
            let next = date.adding(days: 1)
            #expect(date < next && date.days(to: next) == 1 && next.weekday == date.weekday % 7 + 1)
            #expect(next.day == 1 || (next.day == date.day + 1 && next.month == date.month))
            date = next
        }
    }

    @Test(
        "Age in completed years",
        arguments: [
            ("2008-11-23", 18), ("2008-11-24", 17), ("2026-11-23", 0), ("2026-11-24", -1), ("2004-02-29", 22),
        ])
    func age(_ birth: String, _ years: Int) throws {
        #expect(try #require(LocalDate(iso: birth)).age(on: Self.reference) == years)
    }

    @Test("Who was born on 29/02 is a year older on 01/03")
    func leapling() throws {
        let birth = try #require(LocalDate(iso: "2004-02-29"))
        #expect(birth.age(on: try #require(LocalDate(iso: "2026-02-28"))) == 21)
        #expect(birth.age(on: try #require(LocalDate(iso: "2026-03-01"))) == 22)
    }

    @Test("Arithmetic past the ends is held", arguments: [Int.min, Int.max, -10_000_000, 10_000_000])
    func held(_ days: Int) {
        let date = Self.reference.adding(days: days)
        #expect(date.iso == (days < 0 ? "1800-01-01" : "9999-12-31"))
    }
}
