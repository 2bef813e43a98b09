import Forms
import Models

/// The plain national calendar of 2025 to 2027, with the exchanged days; Tết 2027 is a proposal.
enum NationalCalendar {
    static let calendar = WorkCalendar(
        unit: "H26.1.5", name: "Lịch quốc gia",
        hours: [WeekHours(weekdays: [1, 2, 3, 4, 5], spans: spans(("08:00", "12:00"), ("13:00", "17:00")))],
        daysOff: days(
            "Tết Dương lịch", "2025-01-01", "2026-01-01", "2027-01-01")
            + days("nghỉ hoán đổi Tết Dương lịch", "2026-01-02")
            + days("Tết Nguyên đán", "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31")
            + days("Tết Nguyên đán", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20")
            + days(
                "Tết Nguyên đán", "2027-02-04", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10",
                provisional: true)
            + days("Giỗ Tổ Hùng Vương", "2025-04-07", "2027-04-16")
            + days("bù Giỗ Tổ Hùng Vương", "2026-04-27")
            + days("Ngày Chiến thắng", "2025-04-30", "2026-04-30", "2027-04-30")
            + days("Quốc tế Lao động", "2025-05-01", "2026-05-01")
            + days("bù Quốc tế Lao động", "2027-05-03")
            + days("nghỉ hoán đổi", "2025-05-02", "2026-08-31")
            + days("Quốc khánh", "2025-09-01", "2025-09-02", "2026-09-01", "2026-09-02", "2027-09-02")
            + days("Quốc khánh", "2027-09-03", provisional: true)
            + days("Ngày Văn hóa Việt Nam", "2026-11-24", "2027-11-24"),
        makeupDays: days("bù cho 02/05/2025", "2025-04-26") + days("bù cho 02/01/2026", "2026-01-10")
            + days("bù cho 31/08/2026", "2026-08-22"),
        provisional: [2027])

    static func spans(_ times: (String, String)...) -> [TimeSpan] {
        times.compactMap { TimeSpan(from: $0.0, to: $0.1) }
    }

    static func days(_ name: String, _ dates: String..., provisional: Bool? = nil) -> [CalendarDay] {
        dates.compactMap(LocalDate.init(iso:)).map {
            CalendarDay(date: $0, name: name, provisional: provisional)
        }
    }
}
