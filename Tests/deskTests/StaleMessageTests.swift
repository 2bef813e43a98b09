import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// A message leaves when what it speaks of has left.
@Suite("Messages that have had their time")
struct StaleMessageTests {
    private func intake(_ fixture: Fixture) async -> TestDriver {
        await fixture.logIn()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.press("n").scan(FixtureData.card)
        await driver.waitIdle()
        return driver
    }

    @Test("What was said of a scanned card is not seen on the pages that follow")
    func scannedCard() async {
        let driver = await intake(Fixture())
        driver.expectText("Đã đọc thẻ của Nguyễn Thị Ánh").press("alt-2").expectNoText("Đã đọc thẻ")
        driver.press("alt-1").expectNoText("Đã đọc thẻ")
        driver.press("alt-d").expectText("Đã điền từ hệ thống").press("pagedown")
            .expectNoText("Đã điền từ hệ thống")
    }

    @Test("\"Điền sẵn\" is offered on the page that it fills only")
    func fillIn() async {
        let driver = await intake(Fixture())
        driver.expectText("Alt-D Điền sẵn").press("alt-2").expectNoText("Điền sẵn").press("alt-6")
            .expectNoText("Điền sẵn").press("alt-1").expectText("Alt-D Điền sẵn")
    }

    @Test("An unreadable card of an intake that was left is nothing of the next one")
    func leftIntake() async {
        let fixture = Fixture()
        await fixture.logIn()
        let driver = fixture.driver(HomeScreen(desk: fixture.desk))
        await driver.waitIdle()
        driver.press("n").scan("00118500012|011223344|Nguyễn Thị Ánh|12031985|Nữ|Hà Nội|01012022")
        driver.expectText("11 chữ số").press("escape").expectNoText("11 chữ số").press("n")
            .expectNoText("11 chữ số")
    }

    @Test("A changed form is said when the draft is taken up, and again in the review")
    func changedForm() async {
        let fixture = Fixture()
        let driver = await intake(fixture)
        driver.press("alt-d", "pagedown").type("trich").press("enter")
        await driver.waitIdle()
        driver.press("escape")
        await driver.waitIdle()
        var changed = FixtureData.form
        changed.version = 4
        fixture.answer(.get, "/v1/procedures/2.000635/form", changed)
        driver.press("tab", "enter")
        await driver.waitIdle()
        driver.expectText("Tờ khai đã đổi từ bản 3 sang bản 4").press("alt-1").expectNoText("Tờ khai đã đổi")
        driver.press("alt-6").resize(80, 50).expectText("▲ Tờ khai đã đổi từ bản 3 sang bản 4")
    }

    @Test("What was sent for a former officer is not told to the next one: a title names a person")
    func resumedForFormer() {
        let fixture = Fixture()
        var chrome = DeskChrome(desk: fixture.desk, watches: false)
        var resumed = Resumed()
        resumed.refused = ["Nguyễn Thị Ánh · Khai sinh"]
        #expect(chrome.handle(.message(.resumed(fixture.desk.serial, resumed)), fixture.context).count == 1)
        #expect(chrome.handle(.message(.resumed(fixture.desk.serial - 1, resumed)), fixture.context).isEmpty)
    }
}
