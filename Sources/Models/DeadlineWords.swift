import Forms

/// Tells how a due date came about, in sentences that an officer can read out.
struct DeadlineWords {
    private let calendar: WorkCalendar
    private(set) var sentences: [Phrase] = []
    private var touchedYears: Set<Int> = []

    init(calendar: WorkCalendar) {
        self.calendar = calendar
    }

    private mutating func say(_ text: String, _ english: String) {
        sentences.append(Phrase(text, en: english))
    }

    mutating func accepted(_ acceptedAt: Instant, counted start: Instant) {
        let (taken, from) = (Self.moment(acceptedAt), Self.moment(start))
        if acceptedAt == start {
            say("Tiếp nhận lúc \(taken.vi).", "Taken in at \(taken.en).")
        } else {
            say(
                "Tiếp nhận lúc \(taken.vi) ngoài giờ làm việc, tính từ \(from.vi).",
                "Taken in at \(taken.en), outside working hours; counted from \(from.en).")
        }
    }

    mutating func term(_ clock: DeadlineClock) {
        let amount = clock.amount
        let many = amount == 1 ? "" : "s"
        switch clock.unit {
        case .sameDay: say("Giải quyết trong ngày.", "To be settled within the day.")
        case .workingDay:
            say("Thời hạn \(amount) ngày làm việc.", "Term: \(amount) working day\(many).")
            if amount > 0 { wholeDays(clock) }
        case .workingHour:
            say("Thời hạn \(amount) giờ làm việc.", "Term: \(amount) working hour\(many).")
        case .calendarDay:
            say(
                "Thời hạn \(amount) ngày, tính cả ngày nghỉ.",
                "Term: \(amount) day\(many), days off included.")
        }
    }

    /// Why three working days from 08:00 end at 08:00 of the day after them: the first day is not counted.
    private mutating func wholeDays(_ clock: DeadlineClock) {
        let (start, amount) = (clock.startedAt, clock.amount)
        let day = Self.short(start.date)
        let (vi, en) =
            amount == 1
            ? ("ngày làm việc kế tiếp", "the next working day")
            : ("ngày làm việc thứ \(amount) sau đó", "working day number \(amount) after it")
        let kept = "Ngày \(day) không tính; hẹn vào cùng giờ \(start.clock) của \(vi)"
        let english = "\(day) itself is not counted; due at the same time, \(start.clock), of \(en)"
        guard let due = clock.dueAt, due.secondOfDay != start.secondOfDay else {
            return say(kept + ".", english + ".")
        }
        let moved = Self.moment(due)
        say(
            kept + ", mà giờ ấy không làm việc nên chuyển sang \(moved.vi).",
            english + ", which is outside working hours and so moves to \(moved.en).")
    }

    /// - Parameter missed: The due date that had passed when the pause began.
    mutating func open(_ pause: Pause, missed: Instant?) {
        let from = Self.moment(pause.from)
        if let missed {
            let due = Self.moment(missed)
            return say(
                "Đang tạm dừng từ \(from.vi), khi đã quá hạn trả \(due.vi).",
                "Paused since \(from.en), when it was overdue already: it was due at \(due.en).")
        }
        say(
            "Đang tạm dừng từ \(from.vi), chưa có ngày hẹn trả.",
            "Paused since \(from.en); there is no due date yet.")
    }

    mutating func reset(_ pause: Pause, until end: Instant, counted start: Instant) {
        let (from, to, again) = (Self.moment(pause.from), Self.moment(end), Self.moment(start))
        let (since, english) =
            start == end ? ("", "") : (", tức từ \(again.vi)", ", that is from \(again.en)")
        say(
            "Tạm dừng từ \(from.vi) đến \(to.vi), sau đó tính lại từ đầu\(since).",
            "Paused from \(from.en) to \(to.en), then counted anew\(english).")
    }

    mutating func paused(_ pause: Pause, until end: Instant, seconds: Int, unit: AmountUnit) {
        let (from, to) = (Self.moment(pause.from), Self.moment(end))
        let stretch = "Tạm dừng từ \(from.vi) đến \(to.vi)"
        let english = "Paused from \(from.en) to \(to.en)"
        guard seconds > 0 else {
            return say(
                "\(stretch) không làm thay đổi ngày hẹn.", "\(english): the due date stays as it is.")
        }
        let length = Self.length(seconds, dayLength: unit == .calendarDay ? 86_400 : nil)
        let (working, worked) = unit == .calendarDay ? ("", "") : (" làm việc", " of working time")
        say(
            "\(stretch): cộng thêm \(length.vi)\(working).",
            "\(english): \(length.en)\(worked) are added.")
    }

    mutating func extended(_ extension: DeadlineExtension) {
        let (at, due) = (Self.moment(`extension`.at), Self.moment(`extension`.dueAt))
        let (what, english) =
            `extension`.isCorrection ? ("Sửa ngày hẹn", "Due date corrected") : ("Gia hạn", "Extended")
        say("\(what) ngày \(at.vi) đến \(due.vi).", "\(english) at \(at.en) to \(due.en).")
    }

    /// The days off and make-up days between, and what is not certain about them.
    mutating func counted(_ clock: DeadlineClock, to due: Instant) {
        if clock.startedLate {
            say(
                "Tiếp nhận sau 15:00 nên trả vào ngày làm việc tiếp theo.",
                "Taken in after 15:00, so due on the next working day.")
        }
        var run: [CalendarDay] = []
        var day = clock.beganAt.date
        while day <= due.date {
            touchedYears.insert(day.year)
            if let off = clock.reckoning.dayOff(day) {
                if let first = run.first, first.name != off.name || first.provisional != off.provisional {
                    flush(&run)
                }
                run.append(off)
            } else if clock.reckoning.isWorking(day) {
                flush(&run)
                if let makeup = clock.reckoning.makeupDay(day) {
                    let date = Self.short(makeup.date)
                    say(
                        "\(date) là ngày làm bù (\(makeup.name)), được tính.",
                        "\(date) is a make-up working day (\(makeup.name)) and counts.")
                }
            }
            day = day.adding(days: 1)
        }
        flush(&run)
        if let date = clock.endedOff {
            say(
                "Ngày cuối \(Self.short(date)) là ngày nghỉ, chuyển sang ngày làm việc tiếp theo.",
                "The last day, \(Self.short(date)), is a day off: due on the next working day.")
        }
        for year in touchedYears.sorted() {
            if calendar.provisional.contains(year) {
                say(
                    "Lịch nghỉ năm \(year) mới là dự kiến, ngày hẹn có thể thay đổi.",
                    "The days off of \(year) are provisional; the due date may change.")
            } else if !coveredYears.contains(year) {
                say(
                    "Chưa có lịch nghỉ năm \(year), ngày hẹn có thể thay đổi.",
                    "The days off of \(year) are not known yet; the due date may change.")
            }
        }
    }

    private var coveredYears: Set<Int> {
        Set(calendar.daysOff.map(\.date.year)).union(calendar.year.map { [$0] } ?? [])
    }

    private mutating func flush(_ run: inout [CalendarDay]) {
        guard let first = run.first, let last = run.last else { return }
        let (from, to) = (Self.short(first.date), Self.short(last.date))
        let (days, english) =
            run.count == 1
            ? (from, "\(from) is a day off") : ("\(from) đến \(to)", "\(from) to \(to) are days off")
        let reason = first.name.hasPrefix("nghỉ ") ? first.name : "nghỉ \(first.name)"
        let (maybe, perhaps) = first.provisional == true ? (" (dự kiến)", " (provisional)") : ("", "")
        say("\(days) \(reason)\(maybe).", "\(english): \(first.name)\(perhaps).")
        run = []
    }

    mutating func due(_ due: Instant) {
        let (moment, day) = (Self.moment(due), Self.weekday(due.date))
        say("Hẹn trả lúc \(moment.vi), \(day.vi).", "Due at \(moment.en), a \(day.en).")
    }

    mutating func never() -> [Phrase] {
        say(
            "Lịch làm việc “\(calendar.name)” không có giờ làm việc để tính; báo quản trị kiểm tra lịch.",
            "The calendar “\(calendar.name)” has no working hours to count; tell the administrator.")
        return sentences
    }

    private typealias Words = (vi: String, en: String)

    private static func moment(_ instant: Instant) -> Words {
        ("\(instant.clock) ngày \(instant.date.display)", "\(instant.clock) on \(instant.date.display)")
    }

    /// `24/11`; the due date that closes the explanation has the year.
    private static func short(_ date: LocalDate) -> String {
        String(date.display.prefix(5))
    }

    private static func weekday(_ date: LocalDate) -> Words {
        switch date.weekday {
        case 1: ("thứ Hai", "Monday")
        case 2: ("thứ Ba", "Tuesday")
        case 3: ("thứ Tư", "Wednesday")
        case 4: ("thứ Năm", "Thursday")
        case 5: ("thứ Sáu", "Friday")
        case 6: ("thứ Bảy", "Saturday")
        default: ("Chủ nhật", "Sunday")
        }
    }

    /// "2 ngày 3 giờ", or with no length of a day given only "19 giờ 30 phút".
    private static func length(_ seconds: Int, dayLength: Int?) -> Words {
        var parts: [Words] = []
        var rest = seconds
        if let dayLength, rest >= dayLength {
            parts.append(("\(rest / dayLength) ngày", "\(rest / dayLength) d"))
            rest %= dayLength
        }
        if rest >= 3600 { parts.append(("\(rest / 3600) giờ", "\(rest / 3600) h")) }
        if rest % 3600 >= 60 {
            parts.append(("\(rest % 3600 / 60) phút", "\(rest % 3600 / 60) min"))
        }
        guard !parts.isEmpty else { return ("chưa đến 1 phút", "less than a minute") }
        return (parts.map(\.vi).joined(separator: " "), parts.map(\.en).joined(separator: " "))
    }
}
