import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Two of its questions have met the end of the session.
private struct Questions: Screen {
    typealias Message = Never
    let desk: Desk
    var title: SafeText { "questions" }
    var scopes: [String] { [] }

    mutating func start(_ context: ScreenContext) -> [Effect<Never>] {
        [.push(LoginScreen.again(desk)), .push(LoginScreen.again(desk))]
    }

    mutating func handle(_ event: ScreenEvent<Never>, _ context: ScreenContext) -> [Effect<Never>] { [] }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {}
}

/// Whatever one officer began stays that officer's, however the next one comes to the desk.
@Suite("Another officer at the desk")
struct OfficerChangeTests {
    private static let other: Me = {
        var me = FixtureData.me
        me.officer = OfficerRef(
            id: "01900000-0000-7000-8000-00000000a002", name: "Lê Văn Hai", position: nil)
        return me
    }()

    /// Each officer's token has its name in it, and `/v1/me` goes by the token.
    private func twoOfficers(_ fixture: Fixture) {
        fixture.transport.forget(.post, "/oauth/token")
        fixture.transport.on(
            .post, "/oauth/token",
            .reply { request in
                let isOther = String(decoding: request.body ?? [], as: UTF8.self).contains("username=hai")
                return .json(
                    FixtureData.json(
                        TokenResponse(
                            accessToken: isOther ? "of-hai" : "of-ha", tokenType: "Bearer", expiresIn: 3600,
                            refreshToken: nil, storeKey: FixtureData.storeKeyText)))
            })
        fixture.transport.forget(.get, "/v1/me")
        fixture.transport.on(
            .get, "/v1/me",
            .reply { request in
                let isOther = request.headers.first("Authorization") == "Bearer of-hai"
                return .json(FixtureData.json(isOther ? Self.other : FixtureData.me))
            })
    }

    private func tokens(_ fixture: Fixture, _ path: String) -> [String] {
        fixture.transport.requests.filter { $0.target.hasPrefix(path) }
            .compactMap { $0.headers.first("Authorization") }
    }

    private func logIn(_ driver: TestDriver, _ user: String) async {
        driver.type(user).press("enter").type("tap-huan").press("enter")
        await driver.waitIdle()
    }

    @Test(
        "S1: intake, F3, the session ends, another officer: the stack is home and nothing of the first is seen"
    )
    func lookupOverIntake() async throws {
        let fixture = Fixture()
        twoOfficers(fixture)
        await fixture.logIn()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.press("n").scan(FixtureData.card)
        await driver.waitIdle()
        let first = try #require(fixture.desk.store)
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(.get, "/v1/search", .problem(401, "unauthorised"))
        driver.press("f3").type("tran van")
        driver.advance(seconds: 0.4)
        await driver.waitIdle()
        driver.expectText("Phiên làm việc đã hết hạn")
        await logIn(driver, "hai")
        #expect(driver.stage.depth == 1)
        driver.expectText("Lê Văn Hai").expectNoText("Nguyễn Thị Ánh").expectText("Không có nháp nào.")
        #expect(try first.drafts().count == 1)
        #expect(fixture.bodies(.post, "/v1/dossiers").isEmpty)
    }

    @Test("S1: an intake that can't be saved goes too: the next officer sees nothing of it")
    func withoutStore() async {
        let fixture = Fixture(signedIn: false)
        _ = fixture.desk.take(Entry(client: fixture.desk.client, me: FixtureData.me, store: nil))
        twoOfficers(fixture)
        await fixture.logIn()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.press("n").scan(FixtureData.card)
        await driver.waitIdle()
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(.get, "/v1/search", .problem(401, "unauthorised"))
        driver.press("f3").type("tran van")
        driver.advance(seconds: 0.4)
        await driver.waitIdle()
        await logIn(driver, "hai")
        #expect(driver.stage.depth == 1)
        driver.expectNoText("Nguyễn Thị Ánh")
    }

    @Test("S12: a try of the first officer that waits goes out under nobody else's name")
    func waitingRetry() async throws {
        let fixture = Fixture(policy: RetryPolicy())
        twoOfficers(fixture)
        _ = try await fixture.desk.client.login(user: "ha", password: "x")
        fixture.transport.forget(.post, "/v1/dossiers")
        fixture.transport.on(
            .post, "/v1/dossiers",
            .lost(.effect(.json(FixtureData.json(FixtureData.dossier), status: 201))),
            .effect(.json(FixtureData.json(FixtureData.dossier), status: 201)))
        let (desk, owner) = (fixture.desk, fixture.desk.signedIn)
        let intake = Self.intake
        let act = Task { await desk.submit(intake, key: UUIDv7.make(), title: "thử", owner: owner) }
        await fixture.transport.clock.waitForSleepers(1)
        let entry = try await desk.logIn(user: "hai", password: "x").get()
        _ = desk.take(entry)
        fixture.transport.clock.advance(by: .seconds(60))
        let result = await act.value
        #expect(result == .failure(.expired))
        #expect(tokens(fixture, "/v1/dossiers") == ["Bearer of-ha"])
        // It may have arrived: the act waits in the first one's store, and the second has nothing to send.
        #expect(try owner?.store?.pending().count == 1)
        #expect(await desk.resumePending().dossiers.isEmpty)
        #expect(tokens(fixture, "/v1/dossiers") == ["Bearer of-ha"])
    }

    @Test("S12: the former officer can't submit or print any more, and the drafts don't go to the next one's")
    func formerOwner() async throws {
        let fixture = Fixture()
        twoOfficers(fixture)
        _ = try await fixture.desk.client.login(user: "ha", password: "x")
        let owner = try #require(fixture.desk.signedIn)
        _ = fixture.desk.take(try await fixture.desk.logIn(user: "hai", password: "x").get())
        let result = await fixture.desk.submit(Self.intake, key: UUIDv7.make(), title: "thử", owner: owner)
        #expect(result == .failure(.expired))
        let record = await fixture.desk.recordPrint(
            FixtureData.dossier, PrintRequest(form: "01", copies: 2), key: UUIDv7.make(), owner: owner)
        #expect(record.record == nil)
        try owner.store?.saveDraft(
            DraftPut(
                id: UUIDv7.make(), kind: IntakeDraft.kind, title: "Nguyễn Thị Ánh", content: .object([:])))
        await owner.sync?.push()
        #expect(tokens(fixture, "/v1/dossiers").isEmpty)
        #expect(tokens(fixture, "/v1/drafts").isEmpty)
    }

    @Test("S8: a login that fails half-way leaves the one who is there")
    func halfLogin() async throws {
        let fixture = Fixture()
        twoOfficers(fixture)
        _ = try await fixture.desk.client.login(user: "ha", password: "x")
        fixture.transport.forget(.get, "/v1/me")
        fixture.transport.on(.get, "/v1/me", .problem(500, "internal"))
        let answer = await fixture.desk.logIn(user: "hai", password: "x")
        #expect(throws: APIError.self) { try answer.get() }
        _ = await fixture.desk.submit(
            Self.intake, key: UUIDv7.make(), title: "thử", owner: fixture.desk.signedIn)
        #expect(tokens(fixture, "/v1/dossiers") == ["Bearer of-ha"])
        #expect(fixture.desk.me == FixtureData.me)
    }

    @Test("S8: Esc while a login is under way leaves the one who is there")
    func cancelledLogin() async throws {
        let fixture = Fixture()
        twoOfficers(fixture)
        _ = try await fixture.desk.client.login(user: "ha", password: "x")
        fixture.transport.forget(.get, "/v1/me")
        fixture.transport.on(
            .get, "/v1/me", .held("me", .answer(json: FixtureData.json(Self.other))))
        let driver = fixture.driver(LoginScreen.again(fixture.desk))
        driver.type("hai").press("enter").type("tap-huan").press("enter")
        await fixture.transport.waitForRequests(3)
        driver.press("escape")
        fixture.transport.release("me")
        await driver.waitIdle()
        driver.expectNoText("Đang đăng nhập")
        #expect(fixture.desk.me == FixtureData.me)
        #expect(fixture.desk.client === fixture.desk.signedIn?.client)
    }

    @Test("S6: two questions meet the end of the session: one login is enough")
    func twoLogins() async {
        let fixture = Fixture()
        let driver = fixture.driver(Questions(desk: fixture.desk))
        #expect(driver.stage.depth == 3)
        await logIn(driver, "tiepnhan")
        #expect(driver.stage.depth == 1)
        driver.expectNoText("Phiên làm việc đã hết hạn")
    }

    @Test("The same officer goes on with the same client and store")
    func sameOfficer() async throws {
        let fixture = Fixture()
        twoOfficers(fixture)
        let before = try #require(fixture.desk.signedIn)
        let after = fixture.desk.take(try await fixture.desk.logIn(user: "ha", password: "x").get())
        #expect(after.client === before.client)
        #expect(after.store === before.store)
        #expect(after.serial != before.serial)
        _ = await fixture.desk.submit(Self.intake, key: UUIDv7.make(), title: "thử", owner: before)
        #expect(tokens(fixture, "/v1/dossiers") == ["Bearer of-ha"])
    }

    @Test("S1: a screen that can't be saved keeps its officer: no log-out behind its back")
    func logOutRefused() async {
        let fixture = Fixture(signedIn: false)
        _ = fixture.desk.take(Entry(client: fixture.desk.client, me: FixtureData.me, store: nil))
        await fixture.logIn()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.press("n").scan(FixtureData.card)
        await driver.waitIdle()
        driver.press("f2").type("dang xuat").press("enter")
        await driver.waitIdle()
        #expect(driver.stage.depth == 2)
        #expect(fixture.desk.me == FixtureData.me)
        #expect(!fixture.desk.wantsLogOut)
    }

    @Test("H16: the login comes at once, however long the server takes to hear of the log-out")
    func logOut() async {
        let fixture = Fixture()
        await fixture.logIn()
        fixture.transport.on(.post, "/oauth/revoke", .held("revoke", .answer(json: "{}")))
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.press("n").scan(FixtureData.card)
        await driver.waitIdle()
        driver.press("f2").type("dang xuat").press("enter")
        driver.expectText("Tài khoản").expectNoText("Nguyễn Thị Ánh")
        #expect(fixture.desk.signedIn == nil)
        fixture.transport.release("revoke")
        await driver.waitIdle()
        await logIn(driver, "tiepnhan")
        // The draft was saved under its officer on the way out.
        driver.expectText("Nguyễn Thị Ánh")
    }

    private static let intake = DossierIntake(
        decision: .receive, procedure: "2.000635", caseCode: "TL", channel: 1,
        applicant: FixtureData.dossier.applicant, documents: [], answers: FixtureData.dossier.answers,
        formId: "trich-luc", formVersion: 3, quantities: [:], copies: 1, delivery: Delivery(method: .desk))

    @Test("A typing method that one officer switched on is that officer's, also when he is back")
    func typing() async {
        let fixture = Fixture(signedIn: false)
        twoOfficers(fixture)
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await logIn(driver, "tiepnhan")
        #expect(fixture.desk.typing.method == .off)
        await driver.press("alt-v").waitIdle()
        #expect(fixture.desk.typing.method == .telex)
        driver.expectText("Telex")
        driver.press("f2").type("dang xuat").press("enter")
        await driver.waitIdle()
        await logIn(driver, "hai")
        #expect(fixture.desk.me?.officer.name == "Lê Văn Hai")
        #expect(fixture.desk.typing.method == .off && driver.stage.typing.method == .off)
        driver.press("f2").type("dang xuat").press("enter")
        await driver.waitIdle()
        await logIn(driver, "tiepnhan")
        #expect(driver.stage.typing.method == .telex)
    }
}
