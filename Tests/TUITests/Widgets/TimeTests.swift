import Forms
import TUI
import TUITesting
import Testing

@Suite struct TimeTests {
    /// 09:41 in Việt Nam on 23/11/2026.
    private let clock = ManualTime()

    private func time(_ text: String) -> LocalTime {
        guard let time = LocalTime(iso: text) else { preconditionFailure("\(text) is no time") }
        return time
    }

    private func state(_ kind: FieldKind) -> FormState {
        var state = FormFixture.state([Field(id: "a", label: "Giờ hẹn", kind: kind)])
        state.time = clock
        return state
    }

    @Test(
        "TP-1 TP-2 a time is typed by hand in any usual shape, and shown with 24 or with 12 hours",
        arguments: [
            ("8", TimeClock.h24, "08:00", "08:00"), ("830", .h24, "08:30", "08:30"),
            ("8h30", .h24, "08:30", "08:30"), ("20:15", .h24, "20:15", "20:15"),
            ("8:30 SA", .h12, "08:30 SA", "08:30"), ("8:30 CH", .h12, "08:30 CH", "20:30"),
            ("8:30ch", .h12, "08:30 CH", "20:30"), ("13:05", .h12, "01:05 CH", "13:05"),
            ("12:00 SA", .h12, "12:00 SA", "00:00"), ("12 CH", .h12, "12:00 CH", "12:00"),
        ])
    func typed(text: String, clock: TimeClock, shown: String, answer: String) {
        var state = state(.time(TimeRule(clock: clock)))
        state.type(text)
        state.press("tab")
        #expect(state.rawText("a") == shown)
        #expect(state.answers["a"] == .text(answer))
    }

    @Test(
        "TP-1 two times are typed with a dash between them",
        arguments: [
            ("8-11:30", TimeClock.h24, "08:00 - 11:30", "08:00/11:30"),
            ("830 - 1130", .h24, "08:30 - 11:30", "08:30/11:30"),
            ("8 SA - 1:30 CH", .h12, "08:00 SA - 01:30 CH", "08:00/13:30"),
        ])
    func typedRange(text: String, clock: TimeClock, shown: String, answer: String) {
        var state = state(.timeRange(TimeRule(clock: clock)))
        state.type(text)
        state.press("tab")
        #expect(state.rawText("a") == shown)
        #expect(state.answers["a"] == .text(answer))
    }

    @Test("TP-1 a range turned round is kept in sight and refused")
    func turnedRound() {
        var state = state(.timeRange(TimeRule()))
        state.type("11:30-8:00")
        state.press("tab")
        #expect(state.rawText("a") == "11:30-8:00" && state.errors.count == 1)
    }

    @Test("TP-1 TP-2 the list of suggested times has a scroll bar, and “Bây giờ” at its head")
    func list() {
        var state = state(.time(TimeRule(min: time("07:30"), max: time("17:00"))))
        state.press("down")
        let drawn = state.drawn(60, 20)
        expectScreen(
            drawn,
            """
            ┌ Nhóm ───────────────────────────────────────────────────┐
            │ Giờ hẹn HH:MM   ▼                                       │
            │         ┌────────────────────────────────────────┐      │
            └─────────│Gõ để lọc, không cần dấu       21/21 mục│──────┘
            [ Gửi ]   │ Bây giờ 09:41                          █
                      │ 07:30                                  █
                      │ 08:00                                  █
                      │ 08:30                                  █
                      │ 09:00                                  █
                      │ 09:30                                  █
                      │ 10:00                                  █
                      │ 10:30                                  █
                      │ 11:00                                  █
                      │ 11:30                                  █
                      │ 12:00                                  │
                      │ 12:30                                  │
                      │ 13:00                                  │
                      │ 13:30                                  │
                      │ 14:00                                  │
                      └────────────────────────────────────────┘
            """)
        state.press("enter")
        #expect(state.rawText("a") == "09:41")
        state.press("f4", "down", "down", "enter")
        #expect(state.answers["a"] == .text("08:00"))
        state.press("alt-z")
        #expect(state.rawText("a") == "09:41", "a choice is a step of undo")
    }

    @Test("TP-2 Alt-G writes the present time of Việt Nam, by the program's clock")
    func now() {
        var state = state(.time(TimeRule(clock: .h12)))
        state.press("alt-g")
        #expect(state.answers["a"] == .text("09:41") && state.rawText("a") == "09:41 SA")
        clock.advance(milliseconds: 4 * 3_600_000)
        state.press("alt-g")
        #expect(state.rawText("a") == "01:41 CH")
        var closed = self.state(.time(TimeRule(max: time("09:00"))))
        let outcome = closed.press("alt-g")
        #expect(outcome.events.contains(.refused) && closed.rawText("a") == "")
        #expect(closed.messageLine(.vi).text == "Giờ hiện tại nằm ngoài khoảng được phép.")
    }

    @Test("TP-1 the list asks for the first time of a range, then from there on for the last")
    func rangeList() {
        var state = state(.timeRange(TimeRule(min: time("08:00"), max: time("10:00"))))
        state.press("down")
        #expect(state.messageLine(.vi).text == "Từ giờ nào?")
        state.press("down", "down", "enter")
        #expect(state.isPopupOpen && state.messageLine(.vi).text == "Từ 08:30 đến giờ nào?")
        #expect(!state.drawn(60, 20).text().contains("│ 08:00"))
        state.press("end", "enter")
        #expect(!state.isPopupOpen && state.answers["a"] == .text("08:30/10:00"))
        state.press("f4", "tab")
        #expect(!state.isPopupOpen, "Tab closes")
    }

    @Test("TP-1 TP-2 with the mouse: the arrow opens the list, a click chooses, a click outside closes")
    func mouse() {
        var state = state(.time(TimeRule(min: time("08:00"), max: time("17:00"))))
        func click(_ text: String, _ offset: Int = 0) {
            let lines = state.drawn(60, 20).text().split(separator: "\n", omittingEmptySubsequences: false)
            for (row, line) in lines.enumerated() {
                guard let found = line.ranges(of: text).first else { continue }
                let column = line.distance(from: line.startIndex, to: found.lowerBound)
                _ = state.handle(.mouse(Mouse(.press, at: Point(column + offset, row))))
                return
            }
            Issue.record("\(text) is not on the screen")
        }
        click("▼")
        #expect(state.isPopupOpen)
        click("09:00")
        #expect(!state.isPopupOpen && state.answers["a"] == .text("09:00"))
        click("▼")
        click("Nhóm")
        #expect(!state.isPopupOpen && state.answers["a"] == .text("09:00"))
    }

    @Test("TP-2 a time is pasted; what is none is refused and changes nothing")
    func pasted() {
        var state = state(.time(TimeRule()))
        _ = state.handle(.paste(" 8:30\n"))
        let refused = state.handle(.paste("xin chào"))
        #expect(refused.events.contains(.refused))
        state.press("tab")
        #expect(state.answers["a"] == .text("08:30"))
    }

    @Test func typingInTheOpenListGoesIntoTheField() {
        var state = state(.time(TimeRule()))
        state.press("down")
        state.type("817")
        state.press("tab")
        #expect(!state.isPopupOpen && state.answers["a"] == .text("08:17"))
    }

    @Test(arguments: [0, -5, 1, 719, 720, 5_000])
    func anyStepSuggestsTimesOfTheDay(step: Int) {
        let times = TimeEntry(rule: TimeRule(step: step)).suggestions()
        #expect(times.first == time("00:00") && times.count <= 1440)
        #expect(times == times.sorted())
    }

    @Test func theTimeInVietnam() {
        #expect(LocalTime(secondsUTC: 0).iso == "07:00")
        #expect(LocalTime(secondsUTC: 1_795_401_660).iso == "09:41")
        #expect(LocalTime(secondsUTC: 17 * 3600).iso == "00:00")
        #expect(LocalTime(secondsUTC: -8 * 3600).iso == "23:00")
    }
}
