import Forms
import Models

/// Whether a year's days can be a calendar's, and which calendar they make.
enum CalendarCheck {
    /// Of a list of days. A year has 366 at most.
    private static let most = 366
    private static let longestName = 200
    private static let longestReason = 500

    /// The years that a calendar has days for, and the one after them, which comes to be by the first change.
    static func years(_ calendar: WorkCalendar) -> ClosedRange<Int>? {
        let years = (calendar.daysOff + calendar.makeupDays).map(\.date.year)
        guard let first = years.min(), let last = years.max() else { return nil }
        return first...last + 1
    }

    /// What is wrong with the days of a year, each at its place.
    static func faults(_ put: CalendarPut, of calendar: WorkCalendar, year: Int) -> [InputFault] {
        var faults: [InputFault] = []
        if put.daysOff.count > most || put.makeupDays.count > most {
            let list = put.daysOff.count > most ? "/days_off" : "/makeup_days"
            return [.init(list, "too_many", "Nhiều nhất \(most) ngày.")]
        }
        let off = Set(put.daysOff.map(\.date))
        let worked = Set(calendar.hours.filter { !$0.spans.isEmpty }.flatMap(\.weekdays))
        for (list, days) in [("/days_off", put.daysOff), ("/makeup_days", put.makeupDays)] {
            var seen: [LocalDate: Int] = [:]
            for (index, day) in days.enumerated() {
                let place = "\(list)/\(index)"
                if day.date.year != year {
                    faults.append(
                        .init(
                            place + "/date", "other_year", "Ngày \(day.date.display) không thuộc năm \(year)."
                        ))
                } else if let first = seen[day.date] {
                    faults.append(
                        .init(
                            place + "/date", "duplicate",
                            "Ngày \(day.date.display) đã có ở dòng \(first + 1)."))
                }
                seen[day.date] = seen[day.date] ?? index
                if day.name.isBlank {
                    faults.append(.init(place + "/name", "required", "Cần tên ngày hoặc lý do."))
                } else if day.name.length > longestName {
                    faults.append(.init(place + "/name", "too_long", "Nhiều nhất \(longestName) ký tự."))
                }
                guard list == "/makeup_days" else { continue }
                if off.contains(day.date) {
                    faults.append(
                        .init(
                            place + "/date", "also_off",
                            "Ngày \(day.date.display) vừa là ngày nghỉ vừa là ngày làm bù.",
                            hint: "Bỏ ngày này ở một trong hai danh sách."))
                } else if worked.contains(day.date.weekday) {
                    faults.append(
                        .init(
                            place + "/date", "already_worked",
                            "Ngày \(day.date.display) vốn là ngày làm việc, không cần làm bù."))
                }
            }
        }
        if put.reason.isBlank {
            faults.append(.init("/reason", "required", "Cần lý do thay đổi."))
        } else if put.reason.length > longestReason {
            faults.append(.init("/reason", "too_long", "Nhiều nhất \(longestReason) ký tự."))
        }
        return Array(faults.prefix(50))
    }

    /// The calendar with the days of one year in place of what it had.
    static func apply(_ put: CalendarPut, to calendar: WorkCalendar, year: Int) -> WorkCalendar {
        var calendar = calendar
        calendar.daysOff = days(calendar.daysOff, put.daysOff, year)
        calendar.makeupDays = days(calendar.makeupDays, put.makeupDays, year)
        if let provisional = put.provisional {
            calendar.provisional.removeAll { $0 == year }
            if provisional { calendar.provisional = (calendar.provisional + [year]).sorted() }
        }
        return calendar
    }

    private static func days(_ old: [CalendarDay], _ new: [CalendarDay], _ year: Int) -> [CalendarDay] {
        let trimmed = new.map { day in
            CalendarDay(date: day.date, name: day.name.trimmed, provisional: day.provisional)
        }
        return (old.filter { $0.date.year != year } + trimmed).sorted { $0.date < $1.date }
    }

    /// The days on which two calendars differ in when they are open, from the first to the last; nil where they don't.
    static func difference(_ old: WorkCalendar, _ new: WorkCalendar) -> ClosedRange<LocalDate>? {
        let off = Set(old.daysOff.map(\.date)).symmetricDifference(new.daysOff.map(\.date))
        let makeup = Set(old.makeupDays.map(\.date)).symmetricDifference(new.makeupDays.map(\.date))
        let days = off.union(makeup)
        guard let first = days.min(), let last = days.max() else { return nil }
        return first...last
    }

    /// What a calendar says of one year.
    static func of(_ year: Int, _ calendar: WorkCalendar, unit: String) -> WorkCalendar {
        var calendar = calendar
        calendar.unit = unit
        calendar.year = year
        calendar.daysOff.removeAll { $0.date.year != year }
        calendar.makeupDays.removeAll { $0.date.year != year }
        calendar.provisional.removeAll { $0 != year }
        return calendar
    }
}
