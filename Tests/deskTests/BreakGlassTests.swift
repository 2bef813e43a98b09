import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("A province's administrator opens one dossier with a reason")
struct BreakGlassTests {
    private static let code = "H26.1.5-261120-0001"

    @Test("The page that is closed says how it is opened, and shows until when once it is")
    func opens() async throws {
        let fixture = await Fixture.administrator()
        let me = FixtureData.me
        fixture.transport.forget(.get, "/v1/search")
        fixture.transport.on(
            .get, "/v1/search", .answer(json: FixtureData.json(SearchPage(items: [], nextCursor: nil))))
        let driver = fixture.driver(DossierScreen(desk: fixture.desk, code: Self.code))
        await driver.waitIdle()
        driver.expectText("Quản trị không xem hồ sơ.").expectText("bấm F10")

        let opening = DossierOpening(
            officer: me.officer, at: fixture.desk.now, until: fixture.desk.now.adding(seconds: 1800),
            reason: "Kiểm tra khiếu nại số 12")
        var dossier = FixtureData.dossier
        dossier.openings = [opening]
        let grant = BreakGlassGrant(
            dossier: dossier.id, code: Self.code, opening: opening, leftToday: 4)
        fixture.transport.on(
            .post, "/v1/dossiers/\(Self.code):break-glass",
            .answer(json: FixtureData.json(grant), status: 201))
        fixture.transport.forget(.get, "/v1/dossiers/\(dossier.id)")
        fixture.transport.on(
            .get, "/v1/dossiers/\(dossier.id)", .answer(json: FixtureData.json(dossier)))
        await driver.press("f10").waitIdle()
        driver.expectText("Xem trong 30 phút").type("Kiểm tra khiếu nại số 12")
        await driver.press("f10").waitIdle()
        driver.expectText("Đã mở đến 10:11. Hôm nay còn mở được 4 hồ sơ.").expectText("Nguyễn Thị Ánh")
        let page = fixture.driver(DossierScreen(desk: fixture.desk, id: dossier.id, code: Self.code))
        await page.waitIdle()
        page.expectText("Mở xem có lý do, đến 10:11.")
        let sent = fixture.transport.requests.last { $0.target.hasSuffix(":break-glass") }
        #expect(sent != nil)
    }
}
