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
        #expect(bar.line(.vi, .unicode).string == "! QUÁ HẠN 150%  hẹn 00:00 20/11/2026, quá hạn 5 ngày")
    }

    @Test("Ended, and not begun", arguments: [(10, ClockBar.State.ended), (3, .ended)])
    func ended(status: Int, state: ClockBar.State) {
        let bar = Self.bar(status, now: "25T00:00")
        #expect(bar.state == state && bar.parts(10).isEmpty)
    }
}
