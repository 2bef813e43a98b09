import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// What has no room is never cut off silently: the box says that there is more, and a key shows it.
@Suite("Boxes that can be scrolled")
struct ScrollingTests {
    private let more = "còn nữa ↓ Ctrl-↓"

    @Test("Page 5 keeps sum and date in view and shows all reasons")
    func terms() async {
        let fixture = Fixture()
        var due = FixtureData.due
        due.explanation = (1...9).map { "Lý do thứ \($0)." }
        fixture.answer(.post, "/v1/deadlines:preview", due)
        let driver = await fixture.intake(page: 5)
        driver.expectText(more).expectText("Lý do thứ 1.").expectNoText("Lý do thứ 9.")
        for _ in 1...9 {
            driver.press("ctrl-down")
            driver.expectText("Thu 16.000 đ").expectText("Hẹn trả thứ Tư, 09:41 25/11/2026")
        }
        driver.expectText("Lý do thứ 9.").expectNoText(more).expectText("↑ Ctrl-↑")
        // The end is the end: one step back is one line back.
        driver.press("ctrl-up").expectText(more)
        for _ in 1...9 { driver.press("alt-k") }
        driver.expectText("Lý do thứ 1.").expectNoText("↑ Ctrl-↑")
        // Another look at the page begins at the top.
        driver.press("ctrl-down", "alt-4", "alt-5").expectText("Lý do thứ 1.")
        driver.resize(160, 50).expectText("Lý do thứ 9.").expectNoText(more)
    }

    @Test("The longest slips of fees have their sum in the title")
    func fees() async {
        let fixture = Fixture()
        let line = FixtureData.quote.lines[0]
        let quote = FeeQuote(lines: Array(repeating: line, count: 6), total: 96_000)
        fixture.answer(.post, "/v1/fees:quote", quote)
        let driver = await fixture.intake(page: 5)
        driver.expectText("Thu 96.000 đ").expectText(more)
        for _ in 1...20 { driver.press("ctrl-down") }
        driver.expectText("Cộng").expectText("Thu 96.000 đ")
    }

    @Test("A doubt about the number that has no room is announced, and reached by key")
    func doubts() async throws {
        let fixture = Fixture()
        let driver = await fixture.intake(page: 1)
        driver.expectNoText(more)
        // Another birth date than the number says: doubts join what is known of the person.
        var screen = try #require(driver.screen(as: IntakeScreen.self))
        screen.intake.applicant.set(ApplicantForm.ID.birth, to: .text("1890-01-01"))
        screen.intake.applicant.set(ApplicantForm.ID.sex, to: .text("male"))
        #expect(screen.intake.mismatches.count >= 2)
        let doubtful = fixture.driver(screen)
        let box = try #require(doubtful.screen(as: IntakeScreen.self)).knownScroll(fixture.context)
        #expect(box > 0)
        doubtful.expectText(more)
        for _ in 1...box { doubtful.press("ctrl-down") }
        doubtful.expectText("kết quả)").expectNoText(more)
    }

    @Test("The review scrolls to its end and back")
    func review() async {
        let driver = await Fixture().intake(page: 6)
        driver.expectNoText("Nơi đã đăng ký")
        for _ in 1...20 { driver.press("ctrl-down") }
        driver.expectText("Nơi đã đăng ký").expectText("UBND phường Cửa Nam")
        for _ in 1...20 { driver.press("ctrl-up") }
        driver.expectText("001185000123")
    }
}
