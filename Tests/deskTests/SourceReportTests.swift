import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// A wrong value of a source can be reported wherever one is filled in, not only at the intake.
@Suite("Reports of wrong source values on other forms")
struct SourceReportTests {
    @Test("AF-3 Amend: what the card gave is reported by Alt-R, and what was typed stays")
    func amend() async throws {
        let fixture = Fixture()
        let driver = await fixture.amending()
        driver.type("Sai số")
        // What stands there from the dossier came from no source.
        driver.press("tab", "tab", "alt-r")
        #expect(driver.screen(as: AmendScreen.self) != nil)
        driver.scan(FixtureData.card.replacing("Thị Ánh", with: "Thị Anh")).press("alt-r")
        let report = try #require(driver.screen(as: ReportScreen.self))
        #expect(report.identityNumber == "001185000123")
        driver.expectText("Báo sai lệch")
        await driver.press("escape").waitIdle()
        driver.expectText("Sai số")
    }

    @Test("AF-3 Handing over: what the card gave is reported by Alt-R")
    func act() async throws {
        let driver = await Fixture().openFromQueue()
        await driver.press("g").waitIdle()
        driver.scan(FixtureData.card)
        let form = try #require(driver.screen(as: ActScreen.self)?.form)
        #expect(form.text(ActForm.ID.identity) == "001185000123")
        for _ in 0..<12 where driver.screen(as: ActScreen.self)?.form?.focus?.field != ActForm.ID.recipient {
            driver.press("tab")
        }
        driver.press("alt-r")
        #expect(driver.screen(as: ReportScreen.self)?.identityNumber == "001185000123")
    }
}
