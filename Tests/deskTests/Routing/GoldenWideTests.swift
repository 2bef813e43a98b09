import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Acts on many, calendar, register, handing over and bundles, wide and in English")
struct GoldenWideTests {
    private static func handOver(_ fixture: Fixture) -> HandOverReviewScreen {
        let stays = ActionReason(code: "different_officer", message: "Người nhận đã thẩm định hồ sơ này.")
        return HandOverReviewScreen(
            desk: fixture.desk, request: DossierHandOver(from: "a", to: "b", note: "Nghỉ phép."),
            from: "Nguyễn Văn Hùng",
            preview: DossierHandOverResult(
                to: FixtureData.other, count: 3, left: 1,
                items: FixtureData.items(4).enumerated().map { index, item in
                    DossierHandOverResult.Item(
                        id: item.id, code: item.code, applicantName: item.applicantName,
                        procedureName: item.procedureName, stepName: item.stepName, isTaken: index < 2,
                        reason: index == 3 ? stays : nil)
                }, shared: 3, hasMore: false))
    }

    private static func calendar(_ fixture: Fixture) -> CalendarReviewScreen {
        var change = CalendarScreenTests.change(4, isDry: true)
        let at = Instant(rfc3339: "2026-12-15T09:41:00+07:00") ?? Instant(seconds: 0)
        change.tickets = 1
        change.items.append(
            CalendarChange.Item(
                id: "t1", code: "PA-H26-261123-0001", procedureName: "Phản ánh, kiến nghị",
                stepName: "Mới chuyển", unit: "H26.1.5", before: at, after: at.adding(seconds: 86_400),
                isTicket: true))
        return CalendarReviewScreen(
            desk: fixture.desk, unit: UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm"), year: 2026,
            put: CalendarPut(daysOff: [], makeupDays: [], reason: "Bão"), revision: "\"7\"", preview: change)
    }

    @Test("What a change of the calendar moves, dossiers and tickets, at 80×24")
    func calendarNarrow() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.narrow(Self.calendar(fixture))
        driver.expectScreen(
            """
            """)
    }

    @Test("What a change of the calendar moves, at 160×50 in English")
    func calendarWide() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.wide(Self.calendar(fixture), .en)
        driver.expectScreen(
            """
            """)
    }

    @Test("All of a colleague's dossiers, before they go, at 80×24")
    func handOverNarrow() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.narrow(Self.handOver(fixture))
        driver.expectScreen(
            """
            """)
    }

    @Test("All of a colleague's dossiers, before they go, at 160×50 in English")
    func handOverWide() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.wide(Self.handOver(fixture), .en)
        driver.expectScreen(
            """
            """)
    }

    @Test("Which days of the register, in English")
    func register() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.narrow(RegisterScreen(desk: fixture.desk, me: FixtureData.me), .en)
        driver.expectScreen(
            """
            """)
    }

    @Test("Which period of the figures, in English")
    func figures() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.narrow(FiguresScreen(desk: fixture.desk), .en)
        driver.expectScreen(
            """
            """)
    }

    @Test("Many at once, at 80×24 in English")
    func bulk() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.narrow(
            BulkScreen(desk: fixture.desk, verb: .sendBack, items: FixtureData.items(4)), .en)
        driver.expectScreen(
            """
            """)
    }

    @Test("The form of an act that can't be taken back, in English")
    func act() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.queue(.en)
        await driver.press("enter").waitIdle()
        await driver.press("t").waitIdle()
        driver.expectScreen(
            """
            """)
    }
}
