import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Administrators change the days on which units work")
struct CalendarScreenTests {
    static let calendar = WorkCalendar(
        unit: "H26.1.5", year: 2026, name: "Lịch", hours: [],
        daysOff: [
            CalendarDay(date: LocalDate(iso: "2026-09-02")!, name: "Quốc khánh"),
            CalendarDay(date: LocalDate(iso: "2026-11-24")!, name: "Ngày Văn hóa Việt Nam"),
        ])
    static let path = "/v1/calendars/H26.1.5/2026"

    static func change(_ count: Int, isDry: Bool, next: String? = nil, from first: Int = 0)
        -> CalendarChange
    {
        let at = Instant(rfc3339: "2026-11-25T09:41:00+07:00") ?? Instant(seconds: 0)
        return CalendarChange(
            calendar: calendar, dryRun: isDry, changed: first == 0 ? count : nil, apart: ["H26.1.5.2"],
            items: (first..<min(count, first + 100)).map { index in
                CalendarChange.Item(
                    id: "d\(index)", code: "H26.1.5-261120-\(1000 + index)",
                    procedureName: "Cấp bản sao trích lục hộ tịch", stepName: "Thẩm định", unit: "H26.1.5",
                    before: at, after: at.adding(seconds: 86_400))
            }, nextCursor: next)
    }

    private static func opened(_ fixture: Fixture) async -> TestDriver {
        let people = [
            Colleague(
                id: "o-9", name: "Lê Văn Thành", unit: UnitRef(code: "H26.1.4", name: "Phường Cửa Nam"))
        ]
        fixture.transport.forget(.get, "/v1/colleagues")
        fixture.transport.on(
            .get, "/v1/colleagues", .answer(json: FixtureData.json(Page(items: people, nextCursor: nil))))
        fixture.transport.on(
            .get, path,
            .answer(json: FixtureData.json(calendar), headers: [Header("ETag", "\"7\"")]))
        await fixture.logIn()
        let driver = await fixture.driver(CalendarScreen(desk: fixture.desk)).waitIdle()
        await driver.press("f10").waitIdle()
        return driver
    }

    static func puts(_ fixture: Fixture) -> [Request] {
        fixture.transport.requests.filter { $0.method == .put && $0.target.hasPrefix(path) }
    }

    @Test(
        "The year's days are there to be changed; the dossiers are seen before and after; F10 changes it once"
    )
    func changes() async throws {
        let fixture = Fixture()
        fixture.transport.on(
            .put, Self.path,
            .reply { request in
                let isDry = request.target.contains("dry_run=true")
                let isMore = request.target.contains("cursor=n1")
                return .json(
                    FixtureData.json(
                        Self.change(
                            130, isDry: isDry, next: isDry && !isMore ? "n1" : nil, from: isMore ? 100 : 0)))
            })
        let driver = await Self.opened(fixture)
        driver.expectText("Lịch năm 2026 của").expectText("Quốc khánh").expectText("24/11/2026")
        // Without a reason nothing is asked.
        await driver.press("f10").waitIdle()
        #expect(Self.puts(fixture).isEmpty)
        await driver.type("Bù bão số 5").press("f10").waitIdle()
        driver.expectText("130 hồ sơ sẽ đổi ngày hẹn.").expectText("Có lịch riêng, không đổi theo: H26.1.5.2")
            .expectText("09:41 25/11/2026").expectText("09:41 26/11/2026")
        await driver.press("end").waitIdle()
        #expect(driver.screen(as: CalendarReviewScreen.self)?.items.count == 130)
        #expect(Self.puts(fixture).allSatisfy { $0.target.contains("dry_run=true") })
        await driver.press("f10").waitIdle()
        driver.expectText("Đã đổi lịch; 130 hồ sơ đổi ngày hẹn.")
        await driver.press("f10").waitIdle()
        let sent = Self.puts(fixture).filter { $0.target.contains("dry_run=false") }
        #expect(sent.count == 1 && sent.first?.headers.first("If-Match") == "\"7\"")
        let body = try #require(fixture.bodies(.put, Self.path).last)
        #expect(body.contains("\"reason\":\"Bù bão số 5\"") && body.contains("2026-09-02"))
    }

    @Test(
        "An answer that is lost is said, and F10 sends the same under the same key; a refusal stands at its day"
    )
    func lost() async throws {
        let fixture = Fixture()
        let made = Response.json(FixtureData.json(Self.change(1, isDry: false)))
        fixture.transport.on(
            .put, Self.path,
            .problem(
                422, "invalid",
                more:
                    #""errors":[{"pointer":"/days_off/1/date","code":"duplicate","message":"Ngày này đã có."}]"#
            ),
            .answer(json: FixtureData.json(Self.change(1, isDry: true))), .fail(.cut), .fail(.cut),
            .fail(.cut),
            .answer(made))
        let driver = await Self.opened(fixture)
        await driver.type("Bão").press("f10").waitIdle()
        driver.expectText("Ngày này đã có.")
        await driver.press("f10").waitIdle()
        driver.expectText("1 hồ sơ sẽ đổi ngày hẹn.")
        await driver.press("f10").waitIdle()
        var keys: [String?] = []
        for _ in 0..<3 {
            if driver.screen(as: CalendarReviewScreen.self)?.made != nil { break }
            driver.expectText("Chưa biết đã đổi chưa")
            await driver.press("f10").waitIdle()
        }
        driver.expectText("Đã đổi lịch; 1 hồ sơ đổi ngày hẹn.")
        keys = Self.puts(fixture).filter { $0.target.contains("dry_run=false") }
            .map { $0.headers.first("Idempotency-Key") }
        #expect(keys.count > 1 && Set(keys).count == 1)
    }

    @Test(
        "What a change moved is listed with both dates, grows while the server reckons on, and is to be had later"
    )
    func moves() async {
        let fixture = Fixture()
        func moves(_ count: Int, isOver: Bool) -> CalendarMoves {
            CalendarMoves(
                unit: "H26.1.5", year: 2026, version: 8, reason: "Bão", changed: count,
                finishedAt: isOver ? Instant(rfc3339: "2026-11-23T09:41:00+07:00") : nil,
                items: Self.change(count, isDry: false).items,
                nextCursor: nil)
        }
        fixture.transport.on(
            .get, Self.path + "/moves", .answer(json: FixtureData.json(moves(2, isOver: false))),
            .answer(json: FixtureData.json(moves(3, isOver: true))))
        let driver = await Self.opened(fixture)
        // From the choice of unit and year.
        await driver.press("escape").waitIdle()
        await driver.press("f6").waitIdle()
        driver.expectText("Đang tính tiếp: 2 hồ sơ đã đổi ngày hẹn. Bão").expectText("H26.1.5-261120-1001")
            .expectText("09:41 25/11/2026").expectText("09:41 26/11/2026").expectText("F5 xem thêm")
        await driver.press("f5").waitIdle()
        driver.expectText("Lần sửa gần nhất: 3 hồ sơ đã đổi ngày hẹn. Bão").expectText("H26.1.5-261120-1002")
        await driver.press("escape").waitIdle()
        driver.expectText("Mở lịch")
    }

    @Test("Only administrators are offered it")
    func command() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = await fixture.driver(CommandScreen(desk: fixture.desk)).waitIdle()
        await driver.type("lich lam viec").waitIdle()
        driver.expectNoText("Sửa lịch làm việc")
        #expect(!fixture.desk.isAdministrator)
    }
}
