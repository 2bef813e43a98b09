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
}
