import Forms

/// Tells how a due date came about, in sentences that an officer can read out.
struct DeadlineWords {
    private let calendar: WorkCalendar
    private(set) var sentences: [Phrase] = []
    private var touchedYears: Set<Int> = []

    init(calendar: WorkCalendar) {
        self.calendar = calendar
    }

    private mutating func say(_ text: String) {
        sentences.append(Phrase(text))
    }

    mutating func accepted(_ acceptedAt: Instant, counted start: Instant) {
        if acceptedAt == start {
            say("Tiếp nhận lúc \(Self.moment(acceptedAt)).")
        } else {
            say("Tiếp nhận lúc \(Self.moment(acceptedAt)) ngoài giờ làm việc, tính từ \(Self.moment(start)).")
        }
    }

    mutating func term(_ clock: DeadlineClock) {
        switch clock.unit {
        case .sameDay: say("Giải quyết trong ngày.")
        case .workingDay: say("Thời hạn \(clock.amount) ngày làm việc.")
        case .workingHour: say("Thời hạn \(clock.amount) giờ làm việc.")
        case .calendarDay: say("Thời hạn \(clock.amount) ngày, tính cả ngày nghỉ.")
        }
    }

    mutating func open(_ pause: Pause) {
        say("Đang tạm dừng từ \(Self.moment(pause.from)), chưa có ngày hẹn trả.")
    }

    mutating func reset(_ pause: Pause, until end: Instant, counted start: Instant) {
        let from = start == end ? "" : ", tức từ \(Self.moment(start))"
        say("Tạm dừng từ \(Self.moment(pause.from)) đến \(Self.moment(end)), sau đó tính lại từ đầu\(from).")
    }

    mutating func paused(_ pause: Pause, until end: Instant, seconds: Int, unit: AmountUnit) {
        let stretch = "Tạm dừng từ \(Self.moment(pause.from)) đến \(Self.moment(end))"
        guard seconds > 0 else {
            say("\(stretch) không làm thay đổi ngày hẹn.")
            return
        }
        let length = Self.length(seconds, dayLength: unit == .calendarDay ? 86_400 : nil)
        say("\(stretch): cộng thêm \(length)\(unit == .calendarDay ? "" : " làm việc").")
    }

    mutating func extended(_ extension: DeadlineExtension) {
        let what = `extension`.isCorrection ? "Sửa ngày hẹn" : "Gia hạn"
        say("\(what) ngày \(Self.moment(`extension`.at)) đến \(Self.moment(`extension`.dueAt)).")
    }

    /// The days off and make-up days between, and what is not certain about them.
    mutating func counted(_ clock: DeadlineClock, to due: Instant) {
        if clock.startedLate { say("Tiếp nhận sau 15:00 nên trả vào ngày làm việc tiếp theo.") }
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
                    say("\(Self.short(makeup.date)) là ngày làm bù (\(makeup.name)), được tính.")
                }
            }
            day = day.adding(days: 1)
        }
        flush(&run)
        if let date = clock.endedOff {
            say("Ngày cuối \(Self.short(date)) là ngày nghỉ, chuyển sang ngày làm việc tiếp theo.")
        }
        for year in touchedYears.sorted() {
            if calendar.provisional.contains(year) {
                say("Lịch nghỉ năm \(year) mới là dự kiến, ngày hẹn có thể thay đổi.")
            } else if !coveredYears.contains(year) {
                say("Chưa có lịch nghỉ năm \(year), ngày hẹn có thể thay đổi.")
            }
        }
    }

    private var coveredYears: Set<Int> {
        Set(calendar.daysOff.map(\.date.year)).union(calendar.year.map { [$0] } ?? [])
    }

    private mutating func flush(_ run: inout [CalendarDay]) {
        guard let first = run.first, let last = run.last else { return }
        let days =
            run.count == 1 ? Self.short(first.date) : "\(Self.short(first.date)) đến \(Self.short(last.date))"
        let reason = first.name.hasPrefix("nghỉ ") ? first.name : "nghỉ \(first.name)"
        say("\(days) \(reason)\(first.provisional == true ? " (dự kiến)" : "").")
        run = []
    }

    mutating func due(_ due: Instant) {
        say("Hẹn trả lúc \(Self.moment(due)), \(Self.weekday(due.date)).")
    }

    mutating func never() -> [Phrase] {
        say("Lịch làm việc “\(calendar.name)” không có giờ làm việc để tính; báo quản trị kiểm tra lịch.")
        return sentences
    }

    private static func moment(_ instant: Instant) -> String {
        "\(instant.clock) ngày \(instant.date.display)"
    }

    /// `24/11`; the due date that closes the explanation has the year.
    private static func short(_ date: LocalDate) -> String {
        String(date.display.prefix(5))
    }

    private static func weekday(_ date: LocalDate) -> String {
        switch date.weekday {
        case 1: "thứ Hai"
        case 2: "thứ Ba"
        case 3: "thứ Tư"
        case 4: "thứ Năm"
        case 5: "thứ Sáu"
        case 6: "thứ Bảy"
        default: "Chủ nhật"
        }
    }

    /// "2 ngày 3 giờ", or with no length of a day given only "19 giờ 30 phút".
    private static func length(_ seconds: Int, dayLength: Int?) -> String {
        var parts: [String] = []
        var rest = seconds
        if let dayLength, rest >= dayLength {
            parts.append("\(rest / dayLength) ngày")
            rest %= dayLength
        }
        if rest >= 3600 { parts.append("\(rest / 3600) giờ") }
        if rest % 3600 >= 60 { parts.append("\(rest % 3600 / 60) phút") }
        return parts.isEmpty ? "chưa đến 1 phút" : parts.joined(separator: " ")
    }
}
