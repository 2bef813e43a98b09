import Forms
import Models
import Testing

@Suite("What the deadline clock says and where it has no answer")
struct DeadlineExplanationTests {
    private func instant(_ text: String) throws -> Instant {
        try #require(Instant(rfc3339: text + ":00+07:00"))
    }

    private func explain(
        _ accepted: String, _ amount: Int, _ unit: AmountUnit, _ pauses: [Pause] = [],
        calendar: WorkCalendar = NationalCalendar.calendar
    ) throws -> [String] {
        let accepted = try instant(accepted)
        return Deadline.due(
            calendar: calendar, acceptedAt: accepted, amount: amount, unit: unit, pauses: pauses
        ).explanation.map(\.vi)
    }

    @Test("The day off between is named")
    func dayOff() throws {
        let sentences = try explain("2026-11-23T09:00", 1, .workingDay)
        #expect(
            sentences == [
                "Tiếp nhận lúc 09:00 ngày 23/11/2026.", "Thời hạn 1 ngày làm việc.",
                "Ngày 23/11 không tính; hẹn vào cùng giờ 09:00 của ngày làm việc kế tiếp.",
                "24/11 nghỉ Ngày Văn hóa Việt Nam.", "Hẹn trả lúc 09:00 ngày 25/11/2026, thứ Tư.",
            ])
    }

    @Test("Moved acceptance, make-up day, run of days off")
    func movedAndMadeUp() throws {
        let sentences = try explain("2026-08-20T17:30", 8, .workingDay)
        #expect(
            sentences == [
                "Tiếp nhận lúc 17:30 ngày 20/08/2026 ngoài giờ làm việc, tính từ 08:00 ngày 21/08/2026.",
                "Thời hạn 8 ngày làm việc.",
                "Ngày 21/08 không tính; hẹn vào cùng giờ 08:00 của ngày làm việc thứ 8 sau đó.",
                "22/08 là ngày làm bù (bù cho 31/08/2026), được tính.",
                "31/08 nghỉ hoán đổi.", "01/09 đến 02/09 nghỉ Quốc khánh.",
                "Hẹn trả lúc 08:00 ngày 04/09/2026, thứ Sáu.",
            ])
    }

    @Test(
        "Three working days from 08:00 end at 08:00 of the day after them, and why is said in both languages")
    func wholeDays() throws {
        let result = Deadline.due(
            calendar: NationalCalendar.calendar, acceptedAt: try instant("2026-10-05T08:00"), amount: 3,
            unit: .workingDay)
        #expect(
            result.words(.vi) == [
                "Tiếp nhận lúc 08:00 ngày 05/10/2026.", "Thời hạn 3 ngày làm việc.",
                "Ngày 05/10 không tính; hẹn vào cùng giờ 08:00 của ngày làm việc thứ 3 sau đó.",
                "Hẹn trả lúc 08:00 ngày 08/10/2026, thứ Năm.",
            ])
        #expect(
            result.words(.en) == [
                "Taken in at 08:00 on 05/10/2026.", "Term: 3 working days.",
                "05/10 itself is not counted; due at the same time, 08:00, of working day number 3 after it.",
                "Due at 08:00 on 08/10/2026, a Thursday.",
            ])
        let atOnce = try explain("2026-10-05T08:00", 0, .workingDay)
        #expect(!atOnce.contains { $0.contains("không tính") })
    }

    @Test("Where the desk is closed at that time of the last day, it is said where the date has moved")
    func shorterDay() throws {
        var calendar = NationalCalendar.calendar
        calendar.hours = [
            WeekHours(weekdays: [1, 2, 3, 4, 5], spans: NationalCalendar.spans(("08:00", "17:00"))),
            WeekHours(weekdays: [6], spans: NationalCalendar.spans(("08:00", "11:30"))),
        ]
        let sentences = try explain("2026-10-09T15:00", 1, .workingDay, calendar: calendar)
        #expect(
            sentences.contains(
                "Ngày 09/10 không tính; hẹn vào cùng giờ 15:00 của ngày làm việc kế tiếp, mà giờ ấy không làm "
                    + "việc nên chuyển sang 08:00 ngày 12/10/2026."))
    }

    @Test(
        "Every sentence has an English one, without Vietnamese letters but for names",
        arguments: AmountUnit.allCases)
    func english(_ unit: AmountUnit) throws {
        let pauses = [
            Pause(from: try instant("2026-02-10T10:00"), to: try instant("2026-02-10T15:30")),
            Pause(from: try instant("2026-02-11T10:00"), to: try instant("2026-02-11T11:00"), resume: .reset),
        ]
        let result = Deadline.due(
            calendar: NationalCalendar.calendar, acceptedAt: try instant("2026-02-09T19:00"), amount: 12,
            unit: unit, pauses: pauses)
        let names =
            NationalCalendar.calendar.daysOff.map(\.name) + NationalCalendar.calendar.makeupDays.map(\.name)
        for phrase in result.explanation {
            var english = try #require(phrase.en)
            for name in names { english = english.replacing(name, with: "") }
            #expect(english.unicodeScalars.allSatisfy { $0.isASCII }, "\(english)")
        }
        #expect(result.words(.en).contains { $0.hasPrefix("Paused from 10:00 on 11/02/2026") })
    }

    @Test("Same day, taken in late")
    func late() throws {
        let sentences = try explain("2026-10-05T15:01", 1, .sameDay)
        #expect(sentences.contains("Tiếp nhận sau 15:00 nên trả vào ngày làm việc tiếp theo."))
    }

    @Test("A pause says what it adds")
    func pause() throws {
        let tet = Pause(from: try instant("2026-02-13T16:00"), to: try instant("2026-02-23T09:00"))
        let sentences = try explain("2026-02-09T09:00", 7, .workingDay, [tet])
        #expect(
            sentences.contains(
                "Tạm dừng từ 16:00 ngày 13/02/2026 đến 09:00 ngày 23/02/2026: cộng thêm 2 giờ làm việc."))
    }

    @Test("Calendar days say where the term ended")
    func endedOff() throws {
        let sentences = try explain("2026-10-05T09:00", 5, .calendarDay)
        #expect(sentences.contains("Ngày cuối 10/10 là ngày nghỉ, chuyển sang ngày làm việc tiếp theo."))
    }

    @Test(
        "Years not decided, or not known, are owned up to",
        arguments: [
            ("2027-01-29T09:00", "Lịch nghỉ năm 2027 mới là dự kiến, ngày hẹn có thể thay đổi."),
            ("2027-12-30T09:00", "Chưa có lịch nghỉ năm 2028, ngày hẹn có thể thay đổi."),
        ])
    func provisional(_ accepted: String, _ sentence: String) throws {
        #expect(try explain(accepted, 10, .workingDay).contains(sentence))
    }

    @Test("What had fallen due when a pause began stays due then while it is open, whatever comes after it")
    func missed() throws {
        let accepted = try instant("2026-10-05T09:00")
        for resume in [Pause.Resume.continue, .reset] {
            let result = Deadline.due(
                calendar: NationalCalendar.calendar, acceptedAt: accepted, amount: 3, unit: .workingDay,
                pauses: [Pause(from: try instant("2026-12-01T10:00"), resume: resume)])
            #expect(result.dueAt == (try instant("2026-10-08T09:00")))
            #expect(
                result.explanation.last?.vi.hasSuffix("khi đã quá hạn trả 09:00 ngày 08/10/2026.") == true,
                "\(result.explanation.last?.vi ?? "")")
        }
        let late = Deadline.workingDaysLate(
            calendar: NationalCalendar.calendar, due: try instant("2026-10-08T09:00"),
            at: try instant("2026-10-12T08:00"))
        // Friday and Monday.
        #expect(late == 2)
        // Begun on Tuesday the 13th; over on Friday the 16th, or not yet.
        for (end, expected) in [("2026-10-16T09:00", 5), (nil, 3)] as [(String?, Int)] {
            let pause = Pause(from: try instant("2026-10-13T15:00"), to: try end.map { try instant($0) })
            let late = Deadline.workingDaysLate(
                calendar: NationalCalendar.calendar, due: try instant("2026-10-08T09:00"), pauses: [pause],
                at: try instant("2026-10-19T08:00"))
            #expect(late == expected)
        }
    }

    @Test("An open pause gives no due date, also among closed ones")
    func openPause() throws {
        let accepted = try instant("2026-10-05T09:00")
        for pauses in [
            [Pause(from: try instant("2026-10-06T10:00"))],
            [
                Pause(from: try instant("2026-10-06T10:00"), to: try instant("2026-10-06T11:00")),
                Pause(from: try instant("2026-10-06T10:30")),
            ],
            [Pause(from: try instant("2026-10-06T10:00"), resume: .reset)],
        ] {
            let result = Deadline.due(
                calendar: NationalCalendar.calendar, acceptedAt: accepted, amount: 3, unit: .workingDay,
                pauses: pauses)
            #expect(result.dueAt == nil)
            #expect(result.explanation.last?.vi.hasPrefix("Đang tạm dừng từ 10:00") == true)
        }
    }

    @Test("A calendar without hours has no answer, and says so", arguments: AmountUnit.allCases)
    func noHours(_ unit: AmountUnit) throws {
        let calendar = WorkCalendar(unit: "X", name: "trống", hours: [])
        let result = Deadline.due(
            calendar: calendar, acceptedAt: try instant("2026-10-05T09:00"), amount: 3, unit: unit)
        #expect(result.dueAt == nil)
        #expect(result.explanation.last?.vi.contains("“trống” không có giờ làm việc") == true)
    }

    @Test("Absurd terms end", arguments: AmountUnit.allCases, [Int.min, -1, Int.max])
    func absurd(_ unit: AmountUnit, _ amount: Int) throws {
        let result = Deadline.due(
            calendar: NationalCalendar.calendar, acceptedAt: try instant("2026-10-05T09:00"),
            amount: amount, unit: unit)
        #expect(result.dueAt != nil)
    }
}
