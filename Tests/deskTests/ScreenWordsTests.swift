import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// What screens call things, in both languages.
@Suite("What screens say")
struct ScreenWordsTests {
    private func intake(_ fixture: Fixture, language: Language = .vi) async -> TestDriver {
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk), language: language)
        driver.scan(FixtureData.card)
        return await driver.waitIdle()
    }

    @Test("F1 twice lists the page's keys, not those of the help panel")
    func helpTwice() async {
        let driver = await intake(Fixture())
        driver.resize(80, 60).press("f1").expectText("Thư điện tử").press("f1")
        driver.expectText("Alt-N").expectText("Alt-X").expectText("F10, Ctrl-S").expectText("F5, Alt-I")
        driver.press("escape", "escape").expectText("4 Tờ khai")
    }

    @Test("A dossier that was refused has a day and says what became of it")
    func refusedBefore() async {
        let fixture = Fixture()
        var found = FixtureData.person
        found.dossiers = [
            DossierBrief(
                id: "01900000-0000-7000-8000-00000000d003", code: "H26.1.5-261120-0072",
                procedureName: "Đăng ký khai tử", status: 3, statusName: "Không được tiếp nhận", open: false)
        ]
        fixture.answer(.post, "/v1/persons:lookup", found)
        let driver = await intake(fixture)
        driver.resize(80, 40)
        driver.expectText("1 hồ sơ trước, gần nhất 20/11/2026: Đăng ký khai tử (Không được tiếp nhận)")
        driver.expectText("Alt-X xem hồ sơ").expectNoText("chưa rõ")
    }

    @Test("The page of a refusal does not call itself received")
    func refusalTitle() {
        let fixture = Fixture()
        var dossier = FixtureData.dossier
        dossier.decision = .refuse
        let next = Intake(key: "k", now: fixture.desk.now, language: .vi)
        let driver = fixture.driver(
            ResultScreen(desk: fixture.desk, submitted: Submitted(dossier: dossier), next: next))
        driver.expectText("Đã từ chối").expectNoText("Đã tiếp nhận")
    }

    @Test("A draft without a name is called by its identity number")
    func namelessDraft() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        driver.type("001158004321").advance(seconds: 2)
        await driver.waitIdle()
        #expect(fixture.drafts.map(\.title) == ["001158004321"])
    }

    @Test("No names of the machine on the pages of the intake")
    func technicalNames() async {
        let driver = await intake(Fixture())
        driver.press("alt-d", "alt-2").type("trich").press("enter")
        await driver.waitIdle()
        driver.resize(80, 60)
        for page in ["alt-1", "alt-2", "alt-3", "alt-4", "alt-5", "alt-6"] {
            driver.press(page)
            await driver.waitIdle()
            for name in ["trich-luc", "PHI-TL", "identity_number", "TL-", "so_ban"] {
                driver.expectNoText(name)
            }
        }
        driver.press("alt-3").expectText("khai ở trang 4")
    }

    @Test("In English nothing is counted wrong or cut off")
    func english() async {
        let fixture = Fixture()
        let driver = await intake(fixture, language: .en)
        driver.press("alt-d", "alt-2").type("trich").press("enter")
        await driver.waitIdle()
        driver.expectText("Needs 1 original").expectNoText("originals").expectNoText("Copi…")
        driver.press("ctrl-a").expectText("All 2 required papers are there")
        let home = fixture.driver(HomeScreen(desk: fixture.desk), language: .en)
        await home.waitIdle()
        home.expectText("Overdue").expectText("Due soon").expectNoText("Quá hạn")
    }

    @Test("Enter on a code that was copied with blanks opens the dossier")
    func spacedCode() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(LookupScreen(desk: fixture.desk))
        driver.type("H 2 6 . 1 . 5 - 2 6 1 1 2 3 - 0 0 1 2").press("enter")
        #expect(driver.stage.depth == 2)
        await driver.waitIdle()
        #expect(
            fixture.transport.requests.last?.target.contains("q=H26.1.5-261123-0012") == true)
    }

    @Test("What has not been chosen does not read like a choice")
    func notChosen() async {
        let driver = await intake(Fixture())
        driver.press("alt-n").resize(80, 50).expectText("Quan hệ *      Chọn…").expectNoText("Không  ")
    }

    @Test("An error in the review names its field once")
    func namedOnce() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(IntakeScreen(desk: fixture.desk))
        await driver.press("alt-6").waitIdle()
        driver.resize(160, 50).expectText("Cần sửa trước khi gửi")
        let lines = driver.screenText.split(separator: "\n").filter { $0.contains("! Trang 1") }
        #expect(!lines.isEmpty)
        for line in lines { #expect(String(line).components(of: "Họ và tên").count <= 2, "\(line)") }
    }
}
