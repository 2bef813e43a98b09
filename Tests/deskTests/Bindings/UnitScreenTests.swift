import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Units at the desk")
struct UnitScreenTests {
    @Test("A unit is renamed from a day on, under one key, and the list says what it will be called")
    func rename() async throws {
        let fixture = await Fixture.administrator()
        BindingData.answer(on: fixture.transport)
        let path = "/v1/units/H26.1.5:rename"
        var unit = UnitRecord(
            code: "H26.1.5", name: "UBND phường Hoàn Kiếm", parent: "H26", effectiveFrom: BindingData.day,
            officers: 31)
        unit.nextName = "UBND phường Hồ Gươm"
        unit.nextFrom = LocalDate(iso: "2026-12-01")
        fixture.transport.on(.post, path, .effect(.json(FixtureData.json(unit))))
        let driver = await fixture.driver(UnitListScreen(desk: fixture.desk)).waitIdle()
        await driver.press("down", "f8").waitIdle()
        driver.expectText("UBND phường Hoàn Kiếm (H26.1.5)")
        driver.press("ctrl-u").type("UBND phường Hồ Gươm").press("enter").type("01122026").press("enter")
        await driver.type("Nghị quyết 12").press("f10").waitIdle()
        let body = try #require(fixture.bodies(.post, path).first, "\(driver.screenText)")
        #expect(body.contains("UBND phường Hồ Gươm") && body.contains("2026-12-01"), "\(body)")
        driver.expectText("Từ 01/12/2026")
    }

    @Test("SE-2 Enter right after a letter waits for the answer, and never opens a row of the words before")
    func enterWaits() async {
        let fixture = await Fixture.administrator()
        BindingData.answer(on: fixture.transport)
        let driver = await fixture.driver(UnitListScreen(desk: fixture.desk)).waitIdle()
        driver.expectText("UBND thành phố Hà Nội")
        fixture.transport.forget(.get, "/v1/units")
        fixture.transport.on(.get, "/v1/units", .answer(json: FixtureData.json(Page(items: [Self.ward]))))
        // The bar stands on the city: Enter is about the ward that is being typed.
        await driver.type("hoan kiem").press("enter").waitIdle()
        #expect(driver.screen(as: BindingMatrixScreen.self)?.unit.code == Self.ward.code)
        #expect(fixture.transport.requests.contains { $0.target == "/v1/units?q=hoan%20kiem&limit=100" })
    }

    @Test(
        "SE-2 an answer of many rows opens none by itself; what can't be asked shows no rows of other words")
    func enterChoosesNothing() async {
        let fixture = await Fixture.administrator()
        BindingData.answer(on: fixture.transport)
        let driver = await fixture.driver(UnitListScreen(desk: fixture.desk)).waitIdle()
        await driver.type("u").press("enter").waitIdle()
        #expect(driver.stage.depth == 1)
        await driver.press("down", "enter").waitIdle()
        #expect(driver.screen(as: BindingMatrixScreen.self)?.unit.code == Self.ward.code)
        await driver.press("escape").waitIdle()
        fixture.transport.forget(.get, "/v1/units")
        fixture.transport.on(.get, "/v1/units", .problem(503, "unavailable"))
        await driver.type("x").press("enter").waitIdle()
        #expect(driver.stage.depth == 1 && driver.screen(as: UnitListScreen.self)?.list.items.isEmpty == true)
    }

    private static let ward = UnitRecord(
        code: "H26.1.5", name: "UBND phường Hoàn Kiếm", parent: "H26", effectiveFrom: BindingData.day,
        officers: 31)
}
