import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Plain mode: the cashier")
struct PlainTillTests {
    private func run(_ fixture: Fixture, _ answers: [(String, String)]) async -> ScriptedConsole {
        var me = FixtureData.me
        me.roles = ["cashier"]
        fixture.say("/v1/me", me)
        let console = ScriptedConsole([("Tài khoản", "thungan"), ("Mật khẩu", "tap-huan")] + answers)
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        return console
    }

    @Test("Cash is taken, the change said, the receipt printed")
    func cash() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        TillData.answer(on: fixture.transport)
        fixture.transport.on(
            .post, "/v1/payments",
            .effect(.json(FixtureData.json(try TillData.payment(.cash, .paid, tendered: 20_000)))))
        let console = await run(
            fixture,
            [
                ("Chọn số", "Thu phí"), ("Chọn số", "1"), ("Hình thức", ""), ("Số tiền", ""),
                ("Khách đưa", "20000"), ("Người nộp", ""), ("In biên lai", "k"), ("Chọn số", "!"),
                ("Chọn số", "thoat"),
            ])
        let said = console.text
        #expect(said.contains("Còn phải nộp 16.000 đ (mười sáu nghìn đồng chẵn)"), "\(said)")
        #expect(said.contains("Đã thu 16.000 đ, biên lai TH-26E 00000012. Trả lại 4.000 đ."), "\(said)")
        #expect(fixture.bodies(.post, "/v1/payments").count == 1)
    }

    @Test("A drawer is counted blind and closed with its difference's reason")
    func drawer() async {
        let fixture = Fixture(training: false, signedIn: false)
        TillData.answer(on: fixture.transport)
        let path = "/v1/cash-sessions/\(TillData.sessionID)"
        fixture.transport.on(
            .post, path + ":count",
            .effect(.json(FixtureData.json(TillData.session(.counted, counted: 500_000)))))
        fixture.transport.on(
            .post, path + ":close",
            .effect(.json(FixtureData.json(TillData.session(.closed, counted: 500_000)))))
        let notes = CashCount.notes.map { ("Tờ \(Money($0).grouped)", $0 == 500_000 ? "1" : "") }
        let console = await run(
            fixture,
            [("Chọn số", "Ngăn kéo"), ("Chọn số", "1"), ("Làm gì", "1")] + notes + [
                ("Đóng ngăn kéo?", "c"), ("Lý do", "Trả nhầm"), ("Khoản chưa có kết quả", ""),
                ("Chọn số", "!"), ("Chọn số", "thoat"),
            ])
        let said = console.text
        #expect(said.contains("Thiếu 16.000 đ: ghi lý do."), "\(said)")
        #expect(said.contains("Đã đóng ngăn kéo."), "\(said)")
        #expect(fixture.bodies(.post, path + ":count") == [#"{"counts":{"500000":1}}"#])
        #expect(fixture.bodies(.post, path + ":close") == [#"{"counted":500000,"reason":"Trả nhầm"}"#])
    }
}
