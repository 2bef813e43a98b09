import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Roles are lent at the desk")
struct DelegationScreenTests {
    private static let path = "/v1/delegations"
    static let delegation = Delegation(
        id: "01900000-0000-7000-8000-0000000000e1", from: OfficerRef(id: "o-1", name: "Lê Văn Thành"),
        to: OfficerRef(id: "o-2", name: "Phạm Thị Thanh Mai"), unit: "H26.1.5", role: "approval",
        effectiveFrom: LocalDate(iso: "2026-11-20")!, effectiveTo: LocalDate(iso: "2099-12-31")!,
        reason: "Đi công tác", madeBy: "o-1", madeAt: Instant(rfc3339: "2026-11-20T09:00:00+07:00")!)

    private static func fixture() async -> Fixture {
        let fixture = await Fixture.administrator()
        fixture.transport.on(
            .get, path, .answer(json: FixtureData.json(Page(items: [delegation], nextCursor: nil))))
        let unit = UnitRef(code: "H26.1.5", name: "UBND phường Hoàn Kiếm")
        fixture.transport.forget(.get, "/v1/colleagues")
        fixture.transport.on(
            .get, "/v1/colleagues",
            .answer(
                json: FixtureData.json(
                    Page(
                        items: [
                            Colleague(id: "o-1", name: "Lê Văn Thành", unit: unit),
                            Colleague(id: "o-2", name: "Phạm Thị Thanh Mai", unit: unit),
                        ], nextCursor: nil))))
        return fixture
    }

    @Test("An administrator lends an officer's role to a colleague of his unit, once")
    func lends() async throws {
        let fixture = await Self.fixture()
        fixture.transport.on(
            .post, Self.path, .effect(.json(FixtureData.json(Self.delegation), status: 201)))
        let driver = await fixture.driver(DelegationListScreen(desk: fixture.desk)).waitIdle()
        driver.expectText("Phạm Thị Thanh Mai").expectText("đang thay")
        await driver.press("insert").waitIdle()
        driver.type("thanh").press("enter").type("mai").press("enter").type("lanh").press(
            "enter", "enter", "enter")
        await driver.type("31122099").press("enter").type("Nghỉ phép").press("f10").waitIdle()
        let body = try #require(fixture.bodies(.post, Self.path).first, "\(driver.screenText)")
        for part in [
            #""from":"o-1""#, #""to":"o-2""#, #""unit":"H26.1.5""#, #""role":"approval""#, "2099-12-31",
        ] { #expect(body.contains(part), "\(body)") }
        driver.expectText("Phạm Thị Thanh Mai làm thay Lê Văn Thành đến 31/12/2099.")
    }

    @Test("Taking one back is asked first")
    func ends() async {
        let fixture = await Self.fixture()
        let path = Self.path + "/" + Self.delegation.id
        fixture.transport.on(.delete, path, .answer(Response(status: 204)))
        let driver = await fixture.driver(DelegationListScreen(desk: fixture.desk)).waitIdle()
        await driver.press("x", "escape").waitIdle()
        #expect(!fixture.transport.requests.contains { $0.method == .delete })
        await driver.press("x", "right", "enter").waitIdle()
        #expect(fixture.transport.requests.filter { $0.method == .delete }.count == 1)
        driver.expectText("Đã thu lại ủy quyền.")
    }

    @Test("A list that comes while one is asked about changes nothing of what is taken back")
    func asked() async {
        let fixture = await Self.fixture()
        var other = Self.delegation
        other.id = "01900000-0000-7000-8000-0000000000e2"
        other.to = OfficerRef(id: "o-3", name: "Đỗ Thị Khác")
        fixture.transport.forget(.get, Self.path)
        fixture.transport.on(
            .get, Self.path, .answer(json: FixtureData.json(Page(items: [Self.delegation], nextCursor: nil))),
            .held("again", .answer(json: FixtureData.json(Page(items: [other], nextCursor: nil)))))
        for id in [Self.delegation.id, other.id] {
            fixture.transport.on(.delete, "\(Self.path)/\(id)", .answer(Response(status: 204)))
        }
        let driver = await fixture.driver(DelegationListScreen(desk: fixture.desk)).waitIdle()
        let before = fixture.transport.requests.count
        driver.press("f5")
        await fixture.transport.waitForRequests(before + 1)
        driver.press("x").expectText("Phạm Thị Thanh Mai")
        fixture.transport.release("again")
        await driver.waitIdle()
        driver.expectText("Đỗ Thị Khác")
        await driver.press("right", "enter").waitIdle()
        let ended = fixture.transport.requests.filter { $0.method == .delete }.map(\.target)
        #expect(ended == ["\(Self.path)/\(Self.delegation.id)"])
    }
}
