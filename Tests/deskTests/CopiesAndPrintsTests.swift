import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// How copies make sums, and which prints come out.
@Suite("Copies, sums and prints")
struct CopiesAndPrintsTests {
    /// A procedure whose fee is by the page.
    private static var byPage: Procedure {
        var procedure = FixtureData.procedure
        procedure.fees[0].per = "trang"
        return procedure
    }

    private func termsByPage(_ fixture: Fixture) async -> TestDriver {
        fixture.transport.forget(.get, "/v1/procedures/2.000635")
        fixture.transport.on(.get, "/v1/procedures/2.000635", .answer(json: FixtureData.json(Self.byPage)))
        fixture.transport.forget(.post, "/v1/fees:quote")
        fixture.transport.on(
            .post, "/v1/fees:quote", .answer(json: FixtureData.json(FixtureData.quote(copies: 6))))
        let driver = await fixture.intake(page: 5)
        return driver
    }

    private func type(_ text: String, _ driver: TestDriver) async {
        driver.press("ctrl-e", "ctrl-u").type(text).advance(seconds: 1)
        await driver.waitIdle()
    }

    @Test("\"2 x 3\" is three copies of two pages")
    func pagesWithBlanks() throws {
        #expect(TermsForm.pages("2 x 3") == [2, 2, 2])
        #expect(TermsForm.pages("2 x 3 4, 5 ×2") == [2, 2, 2, 4, 5, 5])
        #expect(TermsForm.pages("2X3") == [2, 2, 2])
        #expect(TermsForm.pages("2*3") == [2, 2, 2])
    }

    @Test(
        "Pages and copies of none are errors at the field",
        arguments: ["0", "2x0", "0x2", "2x", "x3", "2 x 201", "2 x 3 x 4", "00", "abc", "10000"])
    func wrongPages(text: String) throws {
        let pattern = try Pattern(TermsForm.pagesPattern)
        #expect(!pattern.matches(text))
        #expect(TermsForm.pages(text) == nil)
    }

    @Test(
        "What counts is no error at the field",
        arguments: ["1", "3 3 12", "3, 3; 12", "14x13", "2 x 3", "2 x3, 4", "201", "1x200", " 5 "])
    func rightPages(text: String) throws {
        #expect(try Pattern(TermsForm.pagesPattern).matches(text))
        #expect(TermsForm.pages(text)?.isEmpty == false)
    }

    @Test("While the field is wrong no sum stands there, and nothing can be sent")
    func noSumOfWrongPages() async throws {
        let fixture = Fixture()
        let driver = await termsByPage(fixture)
        driver.expectText("Thu 48.000 đ")
        await type("2x0", driver)
        driver.expectNoText("48.000").expectText("Chưa tính được phí")
        driver.press("tab").expectText("Gõ số trang từ 1 đến 9999")
        await driver.press("f10", "f10").waitIdle()
        #expect(fixture.transport.effects.isEmpty)
        await driver.press("alt-5").waitIdle()
        let screen = try #require(driver.screen(as: IntakeScreen.self))
        #expect(screen.intake.page == .terms && screen.intake.uncountable.count == 1)
    }

    @Test("Too many copies in all are an error too")
    func tooManyCopies() async throws {
        let driver = await termsByPage(Fixture())
        await type("1x150 1x150", driver)
        driver.expectNoText("48.000")
        await driver.press("f10").waitIdle()
        driver.resize(160, 50).expectText("Một hồ sơ tính phí nhiều nhất 200 bản")
    }

    private static func dossier(_ decision: IntakeDecision) -> Dossier {
        var dossier = FixtureData.dossier
        dossier.decision = decision
        guard decision != .receive else { return dossier }
        (dossier.acceptedAt, dossier.dueAt) = (nil, nil)
        dossier.status = decision == .refuse ? 3 : 5
        dossier.statusName = "Không được tiếp nhận"
        return dossier
    }

    @Test(
        "Nothing is collected for what was not taken in",
        arguments: [IntakeDecision.refuse, .requestSupplement])
    func nothingCollected(decision: IntakeDecision) async {
        let fixture = Fixture()
        await fixture.logIn()
        let dossier = Self.dossier(decision)
        let next = Intake(key: "k", now: fixture.desk.now, language: .vi)
        let result = fixture.driver(
            ResultScreen(desk: fixture.desk, submitted: Submitted(dossier: dossier), next: next))
        result.expectNoText("Thu   ").expectNoText("16.000")
        let path = "/v1/dossiers/\(dossier.id)"
        fixture.answer(.get, path, dossier)
        let page = fixture.driver(
            DossierScreen(desk: fixture.desk, id: dossier.id, code: dossier.code), rows: 60)
        await page.waitIdle()
        page.expectNoText("16.000").expectText(
            decision == .refuse
                ? "Không thu: hồ sơ không được tiếp nhận." : "Chưa thu: hồ sơ chưa được tiếp nhận.")
    }

    @Test("No form 01 of a dossier that is registered only; it is said why")
    func noSlipYet() async {
        let fixture = Fixture()
        await fixture.logIn()
        var dossier = FixtureData.dossier
        (dossier.status, dossier.statusName) = (1, "Mới đăng ký")
        (dossier.acceptedAt, dossier.dueAt) = (nil, nil)
        let path = "/v1/dossiers/\(dossier.id)"
        fixture.answer(.get, path, dossier)
        let driver = fixture.driver(
            DossierScreen(desk: fixture.desk, id: dossier.id, code: dossier.code))
        await driver.waitIdle()
        driver.expectText("Chưa có phiếu: hồ sơ này chưa được tiếp nhận.").expectNoText("In lại phiếu")
        driver.press("p")
        #expect(driver.stage.depth == 1)
    }

    private func signIn(_ fixture: Fixture, roles: [String]) async {
        var me = FixtureData.me
        me.roles = roles
        _ = fixture.desk.take(Entry(client: fixture.desk.client, me: me, store: fixture.desk.store))
        await fixture.logIn()
    }

    @Test("A journal that refuses is quoted, and no paper comes out")
    func refusedJournal() async {
        let fixture = Fixture()
        await fixture.logIn()
        let path = "/v1/dossiers/\(FixtureData.dossier.id)/prints"
        fixture.transport.forget(.post, path)
        fixture.transport.on(
            .post, path, .problem(403, "forbidden", more: "\"detail\":\"Vai trò này không in phiếu.\""))
        let driver = fixture.driver(
            SlipScreen(desk: fixture.desk, dossier: FixtureData.dossier, me: FixtureData.me), columns: 160)
        await driver.press("s").waitIdle()
        driver.expectText("Vai trò này không in phiếu.").expectNoText("sẽ ghi khi nối lại")
        driver.expectNoText("Đã lưu")
        #expect(fixture.pending.isEmpty)
    }

    @Test("A print that the journal refuses later is no dossier that was not taken in")
    func refusedLater() async {
        let fixture = Fixture()
        await fixture.logIn()
        let path = "/v1/dossiers/\(FixtureData.dossier.id)/prints"
        fixture.transport.forget(.post, path)
        fixture.transport.on(.post, path, .fail(.refused), .problem(404, "not_found"))
        let entry = await fixture.desk.recordPrint(
            FixtureData.dossier, PrintRequest(form: "01", copies: 2), key: UUIDv7.make(),
            owner: fixture.desk.signedIn)
        #expect(entry.warning == Strings.Slip.journalFailed)
        let resumed = await fixture.desk.resumePending()
        #expect(resumed.unjournalled == [FixtureData.dossier.code] && resumed.refused.isEmpty)
        #expect(fixture.pending.isEmpty)
    }

    @Test("Roles that may not print are not offered it")
    func noPrintKey() async {
        let fixture = Fixture()
        await signIn(fixture, roles: ["hotline"])
        let dossier = FixtureData.dossier
        let driver = fixture.driver(
            DossierScreen(desk: fixture.desk, id: dossier.id, code: dossier.code))
        await driver.waitIdle()
        driver.expectText(dossier.code).expectNoText("In lại phiếu").press("p")
        #expect(driver.stage.depth == 1)
        await signIn(fixture, roles: ["review"])
        #expect(fixture.desk.canPrint && !fixture.desk.canTakeIn)
    }

    @Test("Home promises a role only what it can do, and a masked declaration is called masked")
    func roles() async {
        let fixture = Fixture()
        await signIn(fixture, roles: ["hotline"])
        HotlineData.answer(on: fixture.transport)
        let home = fixture.driver(HomeScreen(desk: fixture.desk))
        await home.waitIdle()
        home.expectNoText("tiếp nhận ngay").expectText("để tra cứu").expectNoText("N Tiếp nhận")
        var dossier = FixtureData.dossier
        (dossier.masked, dossier.answers) = (true, [:])
        let sheet = DossierSheet(
            dossier: dossier, events: .ready([]), form: .ready(FixtureData.form), now: fixture.desk.now,
            language: .vi
        ).sheet(width: 76)
        let text = sheet.lines.map { $0.map(\.text.string).joined() }.joined(separator: "\n")
        #expect(text.contains("(đã che)") && !text.contains("không có"))
    }
}
