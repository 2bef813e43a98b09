import Forms
import Models
import Synchronization
import TUI
import TUITesting
import Testing

@testable import APIClient
@testable import desk

/// What can't be had, read or written is said, and never passes for "there is nothing".
@Suite("No error is swallowed")
struct SwallowedErrorTests {
    private let busy = ScriptedTransport.Step.problem(503, "busy")

    private func fixture(full: Bool = false) async -> Fixture {
        let fixture = Fixture()
        var calls = FileCalls()
        if full { calls.create = { _, _ in -28 } }
        _ = fixture.desk.logOut()
        let store = try? ActStore(
            directory: fixture.desk.paths.state, officer: FixtureData.me.officer.id,
            key: FixtureData.storeKey, now: { [time = fixture.time] in Instant(seconds: time.now) },
            calls: calls)
        _ = fixture.desk.take(Entry(client: fixture.desk.client, me: FixtureData.me, store: store))
        await fixture.logIn()
        HotlineData.answer(on: fixture.transport)
        return fixture
    }

    @Test("The command list says why the queues are missing")
    func queues() async {
        let fixture = await fixture()
        fixture.transport.forget(.get, "/v1/inboxes")
        fixture.transport.on(.get, "/v1/inboxes", busy)
        let driver = await fixture.driver(CommandScreen(desk: fixture.desk)).waitIdle()
        driver.expectText("Chưa có các hàng đợi trong danh sách này")
    }

    @Test("A ticket whose unit is not known says so, and can be written all the same")
    func unit() async {
        let fixture = await fixture()
        let path = "/v1/dossiers/\(FixtureData.dossier.id)"
        fixture.transport.forget(.get, path)
        fixture.transport.on(.get, path, busy)
        var card = CallCard(
            key: fixture.desk.newID(), startedAt: fixture.desk.now, phone: "0912345678",
            today: fixture.desk.today, language: .vi)
        card.dossier = CallDossier(id: FixtureData.dossier.id, code: FixtureData.dossier.code)
        let driver = await fixture.driver(
            TicketRequestScreen(desk: fixture.desk, card: card, subject: nil)
        ).waitIdle()
        driver.expectText("Chưa biết hồ sơ ở đơn vị nào, hãy tự chọn nơi nhận").expectText("Loại phiếu")
    }

    @Test("A ticket that can't be loaded anew after a refusal is said to be an older one")
    func ticket() async {
        let fixture = await fixture()
        let path = "/v1/tickets/\(HotlineData.ticket.id)"
        fixture.transport.on(.post, path + ":resolve", .problem(412, "revision_conflict"))
        fixture.transport.forget(.get, path)
        fixture.transport.on(.get, path, busy)
        let driver = await fixture.driver(
            TicketActScreen(desk: fixture.desk, verb: .resolve, ticket: HotlineData.ticket)
        ).waitIdle()
        await driver.type("x").press("f10").waitIdle()
        driver.expectText("Phiếu đang hiện có thể đã cũ")
    }

    @Test("A full disk that keeps nothing for F9 and the look-up is said once in a session")
    func conveniences() async throws {
        let fixture = await fixture(full: true)
        let owner = try #require(fixture.desk.signedIn)
        fixture.desk.keepLastAnswers(["ho_ten": .text("Ánh")], of: "trich-luc", owner: owner)
        let first = fixture.desk.takeStoreReport()
        #expect(first.map(\.vi) == [Strings.Home.notRemembered(Strings.Errors.fullDisk).vi])
        fixture.desk.note(
            .dossier(id: "1", code: "H26.1.5-261120-0001", procedure: "Khai sinh"), owner: owner)
        #expect(fixture.desk.takeStoreReport().isEmpty)
        // It is repeated from memory all the same.
        #expect(fixture.desk.lastAnswers(of: "trich-luc")["ho_ten"] == .text("Ánh"))
    }

    @Test("An intake whose draft can't be written is not sent, and why is said")
    func intake() async {
        let fixture = await fixture(full: true)
        let driver = await fixture.intake(page: 6)
        await driver.press("f10").waitIdle()
        #expect(fixture.bodies(.post, "/v1/dossiers").isEmpty)
        driver.expectText("CHƯA gửi: ổ đĩa đầy")
    }

    @Test("A dossier's page and its act say that the clock could not be had")
    func clock() async {
        let fixture = await fixture()
        fixture.transport.forget(.get, "/v1/dossiers/*/clock")
        fixture.transport.on(.get, "/v1/dossiers/*/clock", busy)
        let driver = await fixture.driver(
            DossierScreen(
                desk: fixture.desk, id: FixtureData.dossier.id, code: FixtureData.dossier.code)
        )
        .waitIdle()
        driver.expectText("Chưa có đồng hồ thời hạn")
    }

    @Test("A correction whose procedure can't be had says that the case can't be changed")
    func amend() async {
        let fixture = await fixture()
        let path = "/v1/procedures/\(FixtureData.dossier.procedure.code)"
        fixture.transport.forget(.get, path)
        fixture.transport.on(.get, path, busy)
        let driver = await fixture.driver(AmendScreen(desk: fixture.desk, dossier: FixtureData.dossier))
            .waitIdle()
        driver.expectText("Chưa sửa được trường hợp")
    }
}
