import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("What a form may not be sent with, and what the server says against it")
struct RefusalTests {
    private static let today = LocalDate(iso: "2026-11-23") ?? LocalDate(epochDay: 0)

    /// A review found the server's words standing in place of the form's until the next act that went through.
    @Test(
        "G-2 a refusal stands until the officer does something; what the form says of that is seen then",
        arguments: TypedPlace.allCases.filter { $0 != .paper })
    func makesRoom(_ place: TypedPlace) async throws {
        let fixture = Fixture()
        await fixture.logIn()
        HotlineData.answer(on: fixture.transport)
        fixture.answer(
            .get, "/v1/colleagues",
            Page(items: [Colleague(id: "01900000-0000-7000-8000-00000000a0b1", name: "Hai")], nextCursor: nil)
        )
        let driver = await fixture.driver(place.screen(fixture.desk)).waitIdle()
        let screen = try #require(driver.stage.top as? any KeepingScreen)
        #expect(screen.typedForm != nil)
        let said = Self.said(screen)
        #expect(said.before == "Máy chủ từ chối." && said.after != said.before)
    }

    /// The message line after a refusal, and once the officer has pressed F10 again.
    private static func said(_ opened: some KeepingScreen) -> (before: String?, after: String?) {
        var screen = opened
        let context = ScreenContext(size: Size(columns: 80, rows: 21))
        screen.problem = "Máy chủ từ chối."
        let before = screen.messageLine(context)?.text.string
        _ = screen.handle(.action("form.submit"), context)
        return (before, screen.messageLine(context)?.text.string)
    }

    struct Rule: CustomTestStringConvertible, Sendable {
        var form: FormDefinition
        var right: [String: Answer]
        var field: String
        var wrong: Answer
        var testDescription: String { form.id }
    }

    private static func period(_ form: FormDefinition) -> Rule {
        Rule(
            form: form, right: ["from": .text("2026-11-02"), "to": .text("2026-11-02")], field: "to",
            wrong: .text("2026-11-01"))
    }

    static let rules: [Rule] = [
        period(FilterForm.definition(FilterForm.Choices())),
        period(LookupFilterForm.definition(LookupFilterForm.Choices())),
        period(FiguresScreen.definition), period(RegisterScreen.definition),
        Rule(
            form: HandOverAllTask.definition(
                me: FixtureData.me, [Colleague(id: "b", name: "Hai")], hasOwn: true, disposes: true),
            right: ["from": .text(FixtureData.me.officer.id), "to": .text("b")], field: "to",
            wrong: .text(FixtureData.me.officer.id)),
        Rule(
            form: CollectForm.definition(most: 16_000),
            right: ["method": .text("cash"), "amount": .number(16_000), "tendered": .number(16_000)],
            field: "tendered", wrong: .number(15_999)),
        Rule(
            form: MoneyTask.open(beside: []).definition, right: ["n500000": .number(0)], field: "n500000",
            wrong: .number(-1)),
    ]

    @Test("VA-1 what can't be meant is said at its field, and is not sent to be refused", arguments: rules)
    func between(_ rule: Rule) {
        let validator = FormValidator(rule.form, today: Self.today)
        func issues(_ answers: [String: Answer]) -> [FieldIssue] {
            validator.check(Answers(answers)).filter { $0.path.field == rule.field }.map(\.issue)
        }
        #expect(issues(rule.right).isEmpty)
        let found = issues(rule.right.merging([rule.field: rule.wrong]) { $1 })
        #expect(found.count == 1 && found.first?.severity == .error, "\(found)")
    }

    @Test("What was handed over is asked for cash alone")
    func transfer() {
        let validator = FormValidator(CollectForm.definition(most: 16_000), today: Self.today)
        func shown(_ method: String) -> Bool {
            validator.visibleFields(Answers(["method": .text(method), "amount": .number(16_000)]))
                .contains(FieldPath("tendered"))
        }
        #expect(shown("cash") && !shown("transfer") && !shown("online"))
    }

    @Test("The server's fault with a period stands at its date (VA-4)")
    func place() async {
        let fixture = Fixture()
        await fixture.logIn()
        fixture.transport.on(
            .get, "/v1/reports/period",
            .problem(
                400, "invalid_parameter",
                more:
                    #""errors":[{"pointer":"/query/to","code":"too_long","message":"Một kỳ có nhiều nhất 366 ngày."}]"#
            ))
        fixture.transport.on(.get, "/v1/reports/on-time", .problem(400, "invalid_parameter"))
        let driver = fixture.driver(FiguresScreen(desk: fixture.desk))
        await driver.press("f10").waitIdle()
        driver.expectText("! Một kỳ có nhiều nhất 366")
        #expect(driver.screen(as: FiguresScreen.self)?.form.focus == FieldPath("to"))
    }

    @Test("UX-5 an answer longer than the screen is turned by PgDn", arguments: [0, 60])
    func explained(reasons: Int) async throws {
        let fixture = Fixture()
        await fixture.logIn()
        let items = (0...reasons).map { ActionReason(code: "x", message: "Lý do thứ \($0).") }
        let permissions = Permissions(
            assignments: [], delegations: [], serves: [],
            explanation: PermissionExplanation(
                subject: "H26.1.5-261123-0012", visible: false, mayAct: false, reasons: items))
        fixture.transport.on(.get, "/v1/me/permissions", .answer(json: FixtureData.json(permissions)))
        let driver = fixture.driver(ExplainScreen(desk: fixture.desk))
        await driver.type("H26.1.5-261123-0012").press("f10").waitIdle()
        driver.expectText("Lý do thứ 0.")
        for _ in 0..<10 { driver.press("pgdn") }
        driver.expectText("Lý do thứ \(reasons).")
        for _ in 0..<10 { driver.press("pgup") }
        driver.expectText("Lý do thứ 0.")
    }

    /// PgDn went to the form, which had nowhere to go with it.
    @Test("UX-5 PgDn turns the list below the form of an act on many")
    func bulkList() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        let items = FixtureData.items(60)
        let driver = await fixture.driver(
            BulkScreen(desk: fixture.desk, verb: .forward, items: items), columns: 100
        ).waitIdle()
        #expect(driver.screen(as: BulkScreen.self)?.form != nil)
        let last = try #require(items.last?.code)
        driver.expectText(items[0].code).expectNoText(last)
        for _ in 0..<60 { driver.press("pgdn") }
        driver.expectText(last)
        for _ in 0..<60 { driver.press("pgup") }
        driver.expectText(items[0].code)
    }

    @Test("UX-5 a report that was handled is read to its end, whatever was written", arguments: [24, 50])
    func handled(rows: Int) async {
        let fixture = Fixture()
        await fixture.logIn()
        var mismatch = MismatchScreenTests.report
        mismatch.note = String(repeating: "Ghi chú rất dài. ", count: 110)
        mismatch.resolution = MismatchResolution(
            by: FixtureData.me.officer, at: fixture.desk.now,
            note: String(repeating: "đã sửa ", count: 250) + "HẾT.")
        let driver = fixture.driver(MismatchScreen(desk: fixture.desk, mismatch: mismatch), rows: rows)
        driver.expectText("001*******23").expectNoText("HẾT.")
        for _ in 0..<60 { driver.press("down") }
        driver.expectText("HẾT.")
        for _ in 0..<10 { driver.press("pgup") }
        driver.expectText("001*******23")
    }

    @Test("AF-3 a value of 600 characters is reported with what the source gave, not with nothing")
    func longSource() async throws {
        let fixture = Fixture()
        await fixture.logIn()
        let given = String(repeating: "phường Cửa Nam ", count: 40)
        let screen = ReportScreen(
            desk: fixture.desk, identityNumber: "001185000123", path: FieldPath("noi_dang_ky"),
            of: FixtureData.form, label: "Nơi đã đăng ký", source: "hồ sơ trước", given: given, correct: "")
        #expect(screen.report.sourceValue == String(given.prefix(500)))
    }
}
