import Forms
import Models
import Testing

@Suite("Instants")
struct InstantTests {
    @Test(
        "RFC 3339 is read with any offset and written in Vietnam's",
        arguments: [
            ("2026-11-23T09:41:07+07:00", "2026-11-23T09:41:07+07:00"),
            ("2026-11-23T02:41:07Z", "2026-11-23T09:41:07+07:00"),
            ("2026-11-23t02:41:07z", "2026-11-23T09:41:07+07:00"),
            ("2026-11-23T20:41:07.999Z", "2026-11-24T03:41:07+07:00"),
            ("2026-11-22T23:11:07-03:30", "2026-11-23T09:41:07+07:00"),
            ("1969-12-31T23:59:59Z", "1970-01-01T06:59:59+07:00"),
            ("1968-02-29T17:00:00Z", "1968-03-01T00:00:00+07:00"),
            ("2016-12-31T23:59:60Z", "2017-01-01T06:59:59+07:00"),
        ])
    func reads(_ text: String, _ written: String) throws {
        #expect(try #require(Instant(rfc3339: text)).rfc3339 == written)
    }

    @Test(
        "Anything else is refused",
        arguments: [
            "", "2026-11-23", "2026-11-23T09:41:07", "2026-11-23 09:41:07+07:00", "2026-13-23T09:41:07Z",
            "2026-11-31T09:41:07Z", "2026-11-23T24:00:00Z", "2026-11-23T09:60:07Z", "2026-11-23T09:41:61Z",
            "2026-11-23T09:41:07.Z", "2026-11-23T09:41:07+7:00", "2026-11-23T09:41:07+0700",
            "2026-11-23T09:41:07Zz", "2026-11-23T٠٩:41:07Z", "2026-11-23T09:41:07+24:00",
            "2026-11-23T09:41:07." + String(repeating: "1", count: 100) + "Z",
        ])
    func refuses(_ text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    @Test("Parts are those of Vietnam")
    func parts() throws {
        let date = try #require(LocalDate(iso: "2026-11-23"))
        let instant = Instant(date: date, hour: 9, minute: 41, second: 7)
        #expect(instant.seconds == 1_795_401_667)
        #expect(instant.date == date)
        #expect([instant.hour, instant.minute, instant.second] == [9, 41, 7])
        #expect(instant.display == "09:41 23/11/2026")
        #expect(instant.adding(seconds: 86_400).date == date.adding(days: 1))
    }

    @Test("The ends of time do not crash", arguments: [Int64.min, -1, 0, Int64.max])
    func extremes(_ seconds: Int64) {
        let instant = Instant(seconds: seconds)
        #expect(!instant.rfc3339.isEmpty)
        _ = instant.adding(seconds: Int64.max).adding(seconds: Int64.min).display
    }
}
