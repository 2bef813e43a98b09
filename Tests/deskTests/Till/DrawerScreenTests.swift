import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Drawers")
struct DrawerScreenTests {
    private static func open(_ sessions: [CashSession]) async -> (Fixture, TestDriver) {
        let fixture = await Fixture.till()
        fixture.say("/v1/cash-sessions", Page(items: sessions, nextCursor: nil))
        let driver = fixture.driver(DrawerScreen(desk: fixture.desk))
        await driver.waitIdle()
        return (fixture, driver)
    }

    @Test("A drawer is opened with what was counted into it, note by note")
    func opens() async {
        let (fixture, driver) = await Self.open([])
        driver.expectText("O mở ngăn kéo")
        await driver.press("o").waitIdle()
        await driver.press("tab").type("1").press("tab", "tab").type("2").waitIdle()
        driver.expectText("Cộng 700.000 đ").expectText("bảy trăm nghìn đồng chẵn")
        fixture.transport.on(
            .post, "/v1/cash-sessions", .effect(.json(FixtureData.json(TillData.session()))))
        fixture.say("/v1/cash-sessions", Page(items: [TillData.session()], nextCursor: nil))
        await driver.press("f10").waitIdle()
        #expect(
            fixture.bodies(.post, "/v1/cash-sessions") == [
                #"{"counts":{"100000":2,"500000":1},"desk":"Quầy 1"}"#
            ])
        driver.expectText("đang mở").expectText("Trần Thu Hà")
    }

    @Test("Counting is blind: what should be there is told with the answer, and the reason asked for next")
    func counts() async {
        let (fixture, driver) = await Self.open([TillData.session()])
        driver.expectText("báo sau khi kiểm đếm").expectNoText("516.000")
        await driver.press("c").waitIdle()
        driver.expectNoText("516.000")
        driver.type("1")
        let path = "/v1/cash-sessions/\(TillData.sessionID)"
        fixture.transport.on(
            .post, path + ":count",
            .effect(.json(FixtureData.json(TillData.session(.counted, counted: 500_000)))))
        await driver.press("f10").waitIdle()
        #expect(fixture.bodies(.post, path + ":count") == [#"{"counts":{"500000":1}}"#])
        driver.expectText("Đếm được 500.000 đ, phải có 516.000 đ.").expectText("Thiếu 16.000 đ: ghi lý do.")
        // Without a reason nothing goes out.
        await driver.press("f10").waitIdle()
        #expect(fixture.bodies(.post, path + ":close").isEmpty)
        fixture.transport.on(
            .post, path + ":close",
            .effect(.json(FixtureData.json(TillData.session(.closed, counted: 500_000)))))
        fixture.say(
            "/v1/cash-sessions", Page(items: [TillData.session(.closed, counted: 500_000)], nextCursor: nil))
        await driver.type("Trả nhầm").press("f10").waitIdle()
        #expect(fixture.bodies(.post, path + ":close") == [#"{"counted":500000,"reason":"Trả nhầm"}"#])
        driver.expectText("Đã đóng ngăn kéo.").expectText("đã đóng")
    }

    @Test("Payments on their way are said, and left to come later where the cashier says so")
    func leavesPending() async {
        let session = TillData.session(.counted, counted: 516_000)
        let (fixture, driver) = await Self.open([session])
        let path = "/v1/cash-sessions/\(TillData.sessionID):close"
        fixture.transport.on(
            .post, path, .problem(409, "payments_pending", more: #""detail":"Còn 1 khoản chưa có kết quả.""#),
            .effect(.json(FixtureData.json(TillData.session(.closed, counted: 516_000)))))
        await driver.press("x").waitIdle()
        driver.expectText("Khớp.")
        await driver.press("f10").waitIdle()
        driver.expectText("Còn 1 khoản chưa có kết quả.")
        await driver.press("right", "f10").waitIdle()
        #expect(fixture.bodies(.post, path).last == #"{"counted":516000,"leave_pending":true}"#)
    }

    @Test("A difference above the limit says that another person has to close")
    func secondOfficer() async {
        let session = TillData.session(.counted, counted: 416_000, limit: 50_000)
        let (fixture, driver) = await Self.open([session])
        await driver.press("x").waitIdle()
        driver.expectText("Vượt mức 50.000 đ: người khác của đơn vị phải xem và đóng.")
        fixture.transport.on(
            .post, "/v1/cash-sessions/\(TillData.sessionID):close",
            .problem(403, "second_officer", more: #""detail":"Người khác phải đóng.""#))
        await driver.type("Thiếu tiền").press("f10").waitIdle()
        driver.expectText("Người khác phải đóng.").expectText("Thiếu tiền")
    }

    @Test("What an earlier count lacked stays in sight when the last one agrees, and says who has to close")
    func earlierCount() async {
        var session = TillData.session(.counted, counted: 516_000, limit: 50_000)
        session.greatestDifference = -100_000
        let (_, driver) = await Self.open([session])
        driver.expectText("Một lần đếm trước thiếu 100.000 đ.")
        await driver.press("x").waitIdle()
        driver.expectText("Khớp.").expectText("Một lần đếm trước thiếu 100.000 đ.").expectText(
            "Vượt mức 50.000 đ: người khác của đơn vị phải xem và đóng.")
    }

    @Test("What another officer does to a drawer shows in its row; a new one is counted, and F5 shows it")
    func live() async {
        let (fixture, driver) = await Self.open([TillData.session()])
        driver.expectText("đang mở")
        var other = TillData.session()
        (other.id, other.desk) = ("01900000-0000-7000-8000-000000000309", "Quầy 4")
        fixture.say(
            "/v1/cash-sessions",
            Page(items: [TillData.session(.closed, counted: 516_000), other], nextCursor: nil))
        fixture.desk.changes.add(.changes([.money]))
        await driver.waitNews().advance(seconds: 1).waitIdle()
        driver.expectText("đã đóng").expectText("1 mới, F5 xem").expectNoText("Quầy 4")
        await driver.press("f5").waitIdle()
        driver.expectText("Quầy 4")
    }

    @Test("The first desk without an open drawer is proposed, however its name is written")
    func proposes() {
        var (first, third) = (TillData.session(), TillData.session())
        (first.desk, third.desk) = ("quay 1", "Quầy 3")
        guard case .open(let desk) = MoneyTask.open(beside: [first, third]) else { return }
        #expect(desk == "Quầy 2")
        third.desk = "Quầy 2"
        third.state = .closed
        guard case .open(let free) = MoneyTask.open(beside: [first, third]) else { return }
        #expect(free == "Quầy 2")
    }

    @Test("A spare drawer says what it is and what is done with it")
    func rescue() async {
        var session = TillData.session()
        (session.kind, session.desk) = (.rescue, "")
        let (_, driver) = await Self.open([session])
        driver.expectText("Ngăn tạm: tiền mặt thu khi chưa mở ngăn kéo").expectText("X đóng")
        await driver.press("c").waitIdle()
        driver.expectText("Ngăn tạm: tiền mặt thu khi chưa mở ngăn kéo")
    }

    @Test("Money is put in and taken out with a reason")
    func moves() async {
        let (fixture, driver) = await Self.open([TillData.session()])
        let path = "/v1/cash-sessions/\(TillData.sessionID)/movements"
        fixture.transport.on(.post, path, .effect(.json(FixtureData.json(TillData.session()))))
        await driver.press("r").waitIdle()
        await driver.type("200000").press("tab").type("Nộp quỹ").press("f10").waitIdle()
        #expect(fixture.bodies(.post, path) == [#"{"amount":200000,"kind":"out","reason":"Nộp quỹ"}"#])
    }

    @Test("What was counted and not sent stands there again")
    func keeps() async {
        let (_, driver) = await Self.open([TillData.session()])
        await driver.press("c").waitIdle()
        await driver.type("7").press("escape").waitIdle()
        await driver.press("c").waitIdle()
        driver.expectText("Cộng 3.500.000 đ")
    }

    @Test("What the server finds wrong with a note is told at that note, and the count stays")
    func wrongNote() async {
        let (fixture, driver) = await Self.open([TillData.session()])
        let path = "/v1/cash-sessions/\(TillData.sessionID):count"
        fixture.transport.on(
            .post, path,
            .problem(
                422, "validation_failed",
                more:
                    #""errors":[{"pointer":"/counts/200000","code":"out_of_range","message":"Số tờ từ 0 đến 100.000."}]"#
            ))
        await driver.press("c").waitIdle()
        await driver.press("tab").type("100001").press("f10").waitIdle()
        #expect(fixture.bodies(.post, path) == [#"{"counts":{"200000":100001}}"#])
        driver.expectText("Số tờ từ 0 đến 100.000.").expectText("100001")
    }

    @Test("A spare drawer is never told as an open one")
    func spareIsNotOpen() {
        var spare = TillData.session()
        spare.kind = .rescue
        func said(_ sessions: CashSession...) -> String { Strings.Drawer.brief(sessions).text(.vi) }
        #expect(said(spare) == "ngăn kéo chưa mở, có tiền ở ngăn tạm")
        #expect(said(spare, TillData.session()) == "ngăn kéo mở từ 08:00")
        #expect(said(TillData.session(), spare) == "ngăn kéo mở từ 08:00")
        spare.state = .closed
        #expect(said(spare) == "ngăn kéo chưa mở")
    }
}
