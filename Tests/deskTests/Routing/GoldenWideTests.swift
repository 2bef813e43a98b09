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
             desk ▸ Lịch làm việc     P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Lịch năm 2026 của UBND phường Hoàn Kiếm
             4 hồ sơ và 1 phiếu 1022 sẽ đổi ngày hẹn.
             Có lịch riêng, không đổi theo: H26.1.5.2
             Hồ sơ, phiếu             Thủ tục          Hẹn cũ            Hẹn mới
            ▸H26.1.5-261120-1000      Cấp bản sao trí… 09:41 25/11/2026  09:41 26/11/2026
             H26.1.5-261120-1001      Cấp bản sao trí… 09:41 25/11/2026  09:41 26/11/2026
             H26.1.5-261120-1002      Cấp bản sao trí… 09:41 25/11/2026  09:41 26/11/2026
             H26.1.5-261120-1003      Cấp bản sao trí… 09:41 25/11/2026  09:41 26/11/2026
             PA-H26-261123-0001       Phiếu 1022: Phả… 09:41 15/12/2026  09:41 16/12/2026












             F10 đổi lịch và tính lại; Esc quay lại sửa.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Đổi lịch  Esc Quay lại
            """)
    }

    @Test("What a change of the calendar moves, at 160×50 in English")
    func calendarWide() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.wide(Self.calendar(fixture), .en)
        driver.expectScreen(
            """
             desk ▸ Working calendar                                                                                  P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ● online  09:41
             Calendar 2026 of UBND phường Hoàn Kiếm
             Appointments of 4 dossiers and 1 hotline ticket will move.
             With a calendar of their own, not changed: H26.1.5.2
             Dossier, ticket          Procedure                                                         Step                           Before            After
            ▸H26.1.5-261120-1000      Cấp bản sao trích lục hộ tịch                                     Thẩm định                      09:41 25/11/2026  09:41 26/11/2026
             H26.1.5-261120-1001      Cấp bản sao trích lục hộ tịch                                     Thẩm định                      09:41 25/11/2026  09:41 26/11/2026
             H26.1.5-261120-1002      Cấp bản sao trích lục hộ tịch                                     Thẩm định                      09:41 25/11/2026  09:41 26/11/2026
             H26.1.5-261120-1003      Cấp bản sao trích lục hộ tịch                                     Thẩm định                      09:41 25/11/2026  09:41 26/11/2026
             PA-H26-261123-0001       Ticket: Phản ánh, kiến nghị                                       Mới chuyển                     09:41 15/12/2026  09:41 16/12/2026






































             F10 changes it; Esc goes back.
             F1 Help  F2 Command  F3 Lookup  F10 Change it  Esc Back
            """)
    }

    @Test("All of a colleague's dossiers, before they go, at 80×24")
    func handOverNarrow() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.narrow(Self.handOver(fixture))
        driver.expectScreen(
            """
             desk ▸ Bàn giao hồ sơ    P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Nguyễn Văn Hùng → Lê Văn Thành
             3 hồ sơ sẽ chuyển sang, 1 hồ sơ ở lại.
             3 hồ sơ chưa ai nhận ở các bước chung: đồng nghiệp cùng bước đã thấy trong
             hàng đợi.
             ▲ H26.1.5-261120-0004      Nguyễn Thị Ánh
                 Người nhận đã thẩm định hồ sơ này.
             ▸ H26.1.5-261120-0001      Trần Văn Bình        Thẩm định, đang giữ
             ▸ H26.1.5-261120-0002      Lê Hoàng Đức         Thẩm định, đang giữ
             ▸ H26.1.5-261120-0003      Phạm Thu Hương
                 Thẩm định, chưa nhận, chỉ người này làm được











             F10 bàn giao; Esc quay lại.
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F10 Bàn giao  Esc Quay lại
            """)
    }

    @Test("All of a colleague's dossiers, before they go, at 160×50 in English")
    func handOverWide() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.wide(Self.handOver(fixture), .en)
        driver.expectScreen(
            """
             desk ▸ Hand over dossiers                                                                                P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ● online  09:41
             Nguyễn Văn Hùng → Lê Văn Thành
             3 dossiers will go over, 1 stays.
             3 at shared steps, not taken up: the others of the step have them in their queues.
             ▲ H26.1.5-261120-0004      Nguyễn Thị Ánh                           Người nhận đã thẩm định hồ sơ này.
             ▸ H26.1.5-261120-0001      Trần Văn Bình                            Thẩm định, has it
             ▸ H26.1.5-261120-0002      Lê Hoàng Đức                             Thẩm định, has it
             ▸ H26.1.5-261120-0003      Phạm Thu Hương                           Thẩm định, not taken up, waits for him alone








































             F10 hands over; Esc goes back.
             F1 Help  F2 Command  F3 Lookup  F10 Hand over  Esc Back
            """)
    }

    @Test("Which period of the figures, in English")
    func figures() async {
        let fixture = await Fixture().logIn()
        let driver = await fixture.narrow(FiguresScreen(desk: fixture.desk), .en)
        driver.expectScreen(
            """
             desk ▸ Report of a period       P. Hoàn Kiếm · Trần Thu Hà  TRAINING  ●  09:41
            ┌ Report of a period ─────────────────────────────────────────────────────────┐
            │ From * 01/11/2026  ▼                  To * 23/11/2026  ▼                    │
            │        At most 366 days.                   At most 366 days.                │
            │ By *   Procedure          ▼                                                 │
            └─────────────────────────────────────────────────────────────────────────────┘
            [ Show the report ]















             At most 366 days.
             F1 Help  F2 Command  F3 Lookup  F4 List  F10 Show the report  Esc Close
            """)
    }
}
