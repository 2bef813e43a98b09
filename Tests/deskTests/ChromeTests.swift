import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// The status line, and the commands that hold everywhere.
@Suite("Status line and commands of everywhere")
struct ChromeTests {
    private func line(_ fixture: Fixture, _ columns: Int, ascii: Bool = false) -> String {
        var canvas = Canvas(size: Size(columns: columns, rows: 1))
        let context = ScreenContext(
            size: Size(columns: columns, rows: 21), now: fixture.time.now, language: .vi, ascii: ascii)
        DeskChrome(desk: fixture.desk, watches: false)
            .drawStatus(into: &canvas, titles: ["Trang chủ", "Tiếp nhận"], context)
        return canvas.text().split(separator: "\n").first.map(String.init) ?? ""
    }

    @Test("Where there is no room, what matters least goes first: training and clock never do")
    func narrower() {
        let fixture = Fixture()
        #expect(line(fixture, 100).contains("P. Hoàn Kiếm · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41"))
        let levels = [70, 60, 48, 40].map { line(fixture, $0) }
        #expect(!levels[0].contains("đã nối") && levels[0].contains("P. Hoàn Kiếm"))
        #expect(!levels[1].contains("P. Hoàn Kiếm") && levels[1].contains("Trần Thu Hà"))
        for level in levels {
            #expect(level.contains("TẬP HUẤN") && level.contains("●") && level.contains("09:41"))
        }
    }

    @Test("A lost server is said in words, whatever the width, and without colour too")
    func lost() {
        let fixture = Fixture()
        fixture.desk.setLink(.lost)
        for columns in [40, 60, 80] { #expect(line(fixture, columns).contains("○ mất nối")) }
        #expect(line(fixture, 80, ascii: true).contains("o mất nối"))
    }

    @Test("What waits to be sent is counted in the status line")
    func waiting() async {
        let fixture = Fixture()
        await fixture.logIn()
        let path = "/v1/dossiers/\(FixtureData.dossier.id)/prints"
        fixture.transport.forget(.post, path)
        fixture.transport.on(.post, path, .fail(.refused))
        #expect(!line(fixture, 80).contains("chờ gửi"))
        _ = await fixture.desk.recordPrint(
            FixtureData.dossier, PrintRequest(form: "01", copies: 2), key: UUIDv7.make(),
            owner: fixture.desk.signedIn)
        #expect(line(fixture, 100).contains("chờ gửi 1"))
    }

    @Test("F2 and F3 work from inside a field, and what is typed there stays")
    func everywhere() async throws {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 1)
        driver.type("09").press("f3")
        #expect(driver.stage.depth == 2)
        driver.press("escape", "f2")
        #expect(driver.stage.depth == 2)
        driver.press("escape")
        #expect(
            try #require(driver.screen(as: IntakeScreen.self)).intake.applicant.rawText("phone") == "09")
    }

    @Test("Nobody at the desk: no command line, no look-up")
    func login() {
        let driver = Fixture.login().press("f2", "f3")
        #expect(driver.stage.depth == 2)
        driver.expectText("Tài khoản *")
    }
}
