import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Drafts tell when they expire")
struct DraftExpiryTests {
    private let fixture = Fixture()

    /// A draft that was saved so many days ago.
    private func save(_ number: Int, _ title: String, kind: String = IntakeDraft.kind) throws {
        let store = try #require(fixture.desk.store)
        try store.saveDraft(
            DraftPut(
                id: "01900000-0000-7000-8000-0000000d000\(number)", kind: kind, title: title,
                content: .object([:])))
    }

    private func wait(days: Int64) {
        fixture.time.advance(milliseconds: days * 86_400_000)
    }

    /// The letter of the look that a text has on the screen.
    private func role(of text: String, _ driver: TestDriver) -> Character? {
        let canvas = driver.canvas
        let roles = canvas.roles().split(separator: "\n", omittingEmptySubsequences: false)
        for (row, line) in canvas.text().split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        {
            let parts = String(line).components(of: text)
            guard parts.count > 1, roles.indices.contains(row) else { continue }
            return roles[row].dropFirst(parts[0].count).first
        }
        return nil
    }

    @Test(
        "WC-1 each draft's row says how many days it has, from five days on as a warning, on the last one the time"
    )
    func rows() async throws {
        try save(1, "Lê Bốn · Khai sinh")
        wait(days: 25)
        try save(2, "Trần Ba · Kết hôn")
        wait(days: 4)
        try save(3, "Vũ Hai · Khai tử")
        let driver = await fixture.home()
        driver.expectText("còn 30 ngày").expectText("còn 26 ngày").expectText("còn 1 ngày")
        #expect(role(of: "còn 1 ngày", driver) == Role.warning.letter)
        #expect(role(of: "còn 26 ngày", driver) == Role.dim.letter)
        wait(days: 1)
        await driver.press("f5").waitIdle()
        driver.expectText("hết 09:41")
        #expect(DraftExpiry(fixture.desk.now.adding(seconds: 5 * 86_400), now: fixture.desk.now).isSoon)
        #expect(!DraftExpiry(fixture.desk.now.adding(seconds: 6 * 86_400), now: fixture.desk.now).isSoon)
    }

    @Test("WC-1 the draft in focus says its day and what keeps it longer, whatever else there is to hint at")
    func focused() async throws {
        let fixture = await Fixture.hotline(roles: ["reception"])
        fixture.transport.forget(.get, "/v1/reports/tickets")
        fixture.answer(
            .get, "/v1/reports/tickets",
            TicketFigures(received: 1, acknowledged: 1, overdue: 1, answered: 0))
        try fixture.desk.store?.saveDraft(
            DraftPut(
                id: "01900000-0000-7000-8000-0000000d0001", kind: IntakeDraft.kind, title: "Lê Bốn",
                content: .object([:])))
        fixture.time.advance(milliseconds: 27 * 86_400_000)
        let driver = await fixture.home()
        // What the login says has had its time.
        driver.advance(seconds: 11).expectText("1 quá hạn").press("tab")
        driver.expectText("còn 3 ngày. Gõ tiếp vào nháp thì hạn tính lại từ đầu.")
        driver.press("tab").expectNoText("tính lại từ đầu").expectText("1 quá hạn")
    }

    @Test(
        "WC-1 the login names what ends within three days, drafts and text typed into forms, and nothing else"
    )
    func login() async throws {
        try save(1, "Lê Bốn · Khai sinh")
        try fixture.desk.store?.saveTyped(
            .string("x"), title: "Trả lời phiếu PA-1", at: TypedForm.Place("ticket-resolve", "1"), change: 1)
        wait(days: 5)
        try save(2, "Trần Ba · Kết hôn")
        wait(days: 22)
        let driver = await fixture.home()
        driver.expectText("Sắp hết hạn: Lê Bốn · Khai sinh (còn 3 ngày); Trả lời phiếu PA-1 (còn 3 ngày).")
        driver.expectNoText("Trần Ba · Kết hôn (")
    }

    @Test("WC-1 nothing that ends soon is nothing to say")
    func nothing() async throws {
        try save(1, "Lê Bốn · Khai sinh")
        await fixture.home().expectNoText("Sắp hết hạn")
        #expect(DraftExpiry.warning([], now: fixture.desk.now) == nil)
    }

    @Test("WC-1 line by line it is said at the login, in the list, and for each draft")
    func plain() async throws {
        let fixture = Fixture(training: false, signedIn: true)
        try fixture.desk.store?.saveDraft(
            DraftPut(
                id: "01900000-0000-7000-8000-0000000d0001", kind: IntakeDraft.kind, title: "Lê Bốn",
                content: .object([:])))
        fixture.time.advance(milliseconds: 28 * 86_400_000)
        let console = ScriptedConsole([
            ("Tài khoản", "tiepnhan"), ("Mật khẩu", "tap-huan"), ("Chọn số", "nhap"), ("Chọn số", "1"),
            ("Enter", "<"), ("Chọn số", "thoat"),
        ])
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        #expect(console.text.contains("Lê Bốn, lưu"))
        #expect(console.text.contains("còn 2 ngày"))
    }
}
