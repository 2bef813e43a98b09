import Forms
import Models
import TUI
import Testing

@testable import desk

@Suite("Clock bar")
struct ClockBarTests {
    private static func at(_ text: String) -> Instant { Instant(rfc3339: "2026-11-\(text):00+07:00")! }

    private static func bar(_ status: Int = 4, pauses: [Pause] = [], used: Int? = nil, now: String)
        -> ClockBar
    {
        var dossier = FixtureData.dossier
        dossier.status = status
        let clock = DossierClock(
            acceptedAt: at("10T00:00"),
            dueAt: pauses.last.map { $0.to == nil } == true ? nil : at("20T00:00"),
            amount: 10, unit: .calendarDay, pauses: pauses, explanation: [], overdue: false,
            usedPercent: used)
        return ClockBar(dossier: dossier, clock: clock, now: at(now))
    }

    private static func text(_ bar: ClockBar, _ columns: Int) -> String {
        bar.parts(columns).map {
            switch $0 {
            case .used: "#"
            case .paused: ":"
            case .left: "-"
            case .over: "!"
            }
        }.joined()
    }

    @Test("Half of the time used")
    func running() {
        let bar = Self.bar(used: 50, now: "15T00:00")
        #expect(bar.state == .running && bar.used == 50)
        #expect(Self.text(bar, 10) == "#####-----")
    }

    @Test("A pause is seen in its place, and does not count as used")
    func paused() {
        let bar = Self.bar(
            pauses: [Pause(from: Self.at("12T00:00"), to: Self.at("14T00:00"))], used: 50, now: "16T00:00")
        #expect(bar.used == 50)
        #expect(Self.text(bar, 10) == "##::##----")
    }

    @Test("While it is paused there is no due time, and the sign says so")
    func open() {
        let bar = Self.bar(5, pauses: [Pause(from: Self.at("12T00:00"), to: nil)], now: "15T00:00")
        #expect(bar.state == .paused && bar.used == nil)
        #expect(Self.text(bar, 10) == "::::::::::")
        #expect(bar.line(.vi, .unicode).string == "= tạm dừng  từ 00:00 12/11/2026")
    }

    @Test("What is over the due time stands behind it")
    func overdue() {
        let bar = Self.bar(used: 150, now: "25T00:00")
        #expect(bar.state == .overdue && bar.used == 150)
        #expect(Self.text(bar, 15) == "##########!!!!!")
        #expect(bar.line(.vi, .unicode).string == "! QUÁ HẠN  hẹn 00:00 20/11/2026, quá hạn 5 ngày")
    }

    @Test(
        "How late it is stands in working days, never as a share beyond the whole", arguments: [0, 1, 3, 140])
    func overdueDays(days: Int) {
        let clock = DossierClock(
            acceptedAt: Self.at("10T00:00"), dueAt: Self.at("20T00:00"), amount: 10, unit: .calendarDay,
            pauses: [], explanation: [], overdue: true, overdueDays: days, usedPercent: 1434)
        let bar = ClockBar(dossier: FixtureData.dossier, clock: clock, now: Self.at("25T00:00"))
        let late = days == 0 ? "quá hạn" : "quá hạn \(days) ngày làm việc"
        #expect(bar.line(.vi, .unicode).string == "! QUÁ HẠN  hẹn 00:00 20/11/2026, \(late)")
        #expect(bar.spoken(.vi).hasSuffix("QUÁ HẠN, hẹn 00:00 20/11/2026, \(late)"))
        #expect(!bar.line(.en, .unicode).string.contains("%"))
    }

    @Test("What was overdue when it began to wait is overdue while it waits, and says both")
    func pausedLate() {
        var dossier = FixtureData.dossier
        dossier.status = 5
        let clock = DossierClock(
            acceptedAt: Self.at("10T00:00"), dueAt: Self.at("20T00:00"), amount: 10, unit: .calendarDay,
            pauses: [Pause(from: Self.at("23T00:00"))], explanation: [], overdue: true, overdueDays: 1,
            usedPercent: 130)
        let bar = ClockBar(dossier: dossier, clock: clock, now: Self.at("25T00:00"))
        #expect(bar.state == .paused && bar.role == .overdue)
        #expect(
            bar.line(.vi, .unicode).string
                == "! QUÁ HẠN, tạm dừng  hẹn 00:00 20/11/2026, quá hạn 1 ngày làm việc")
    }

    @Test(
        "At 50, 80 and 100 % the words say what the colour says, in both languages",
        arguments: [
            (49, "đang chạy", "running"), (50, "đã quá nửa hạn", "over half used"),
            (79, "đã quá nửa hạn", "over half used"), (80, "sắp hết hạn", "nearly due"),
            (100, "hết thời hạn", "time is up"),
        ])
    func warns(used: Int, vi: String, en: String) {
        let bar = Self.bar(used: used, now: "19T00:00")
        #expect(bar.words.text(.vi) == vi && bar.words.text(.en) == en)
        #expect(bar.spoken(.vi).contains("\(vi), \(used)%"))
        #expect((bar.role == .dueSoon) == (used >= 80))
        #expect(bar.sign(.unicode) == (used >= 80 ? Glyphs.unicode.warning : Glyphs.unicode.next))
    }

    @Test("Ended, and not begun", arguments: [(10, ClockBar.State.ended), (3, .ended)])
    func ended(status: Int, state: ClockBar.State) {
        let bar = Self.bar(status, now: "25T00:00")
        #expect(bar.state == state && bar.parts(10).isEmpty)
    }

    @Test("What is suspended stands, what is stopped has ended")
    func suspended() {
        let bar = Self.bar(8, pauses: [Pause(from: Self.at("12T00:00"), to: nil)], now: "15T00:00")
        #expect(bar.state == .paused && bar.line(.vi, .unicode).string == "= tạm dừng  từ 00:00 12/11/2026")
        #expect(Self.bar(8, now: "15T00:00").state == .ended)
    }

    @Test(
        "The bar has the share of the number, whatever the plain time says",
        arguments: [(0, "----------"), (20, "##--------"), (97, "##########"), (50, "#####-----")])
    func share(used: Int, bar: String) {
        #expect(Self.text(Self.bar(used: used, now: "19T00:00"), 10) == bar)
    }

    @Test("A pause keeps its place and its length between the parts of the share")
    func sharePaused() {
        let pauses = [Pause(from: Self.at("12T00:00"), to: Self.at("14T00:00"))]
        #expect(Self.text(Self.bar(pauses: pauses, used: 75, now: "14T00:00"), 10) == "######::--")
    }

    @Test("What was done late says how late", arguments: [(9, "19"), (9, "20"), (10, "23")])
    func doneLate(status: Int, day: String) {
        var dossier = FixtureData.dossier
        dossier.status = status
        let clock = DossierClock(
            acceptedAt: Self.at("10T00:00"), dueAt: Self.at("20T09:00"), amount: 10, unit: .calendarDay,
            pauses: [], explanation: [], overdue: false, usedPercent: 100)
        let bar = ClockBar(
            dossier: dossier, clock: clock, completedAt: Self.at("\(day)T10:00"), now: Self.at("25T00:00"))
        let words = ["19": "đã xong", "20": "đã xong, trễ hẹn", "23": "đã xong, trễ 3 ngày"][day]
        #expect(bar.words.text(.vi) == words)
    }
}
