import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Plain mode: what a cashier and a hotline do less often")
struct PlainMoneyTests {
    private func run(_ fixture: Fixture, role: String, _ answers: [(String, String)]) async -> ScriptedConsole
    {
        var me = FixtureData.me
        me.roles = [role]
        fixture.say("/v1/me", me)
        let console = ScriptedConsole([("Tài khoản", "thungan"), ("Mật khẩu", "tap-huan")] + answers)
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        return console
    }

    @Test("A transfer is asked for; account and purpose are said, for a code can't be read out")
    func transfer() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        TillData.answer(on: fixture.transport)
        fixture.transport.on(
            .post, "/v1/payments",
            .effect(.json(FixtureData.json(try TillData.payment(.transfer, .pending)))))
        let console = await run(
            fixture, role: "cashier",
            [
                ("Chọn số", "Thu phí"), ("Chọn số", "1"), ("Hình thức", "2"), ("Số tiền", ""),
                ("Người nộp", ""), ("In phiếu có mã QR", "k"), ("Chọn số", "!"),
                ("Chọn số", "thoat"),
            ])
        #expect(
            console.text.contains("UBND PHUONG HOAN KIEM, 113366668888, H26.1.5-261123-0001"),
            "\(console.text)")
        let sent = fixture.bodies(.post, "/v1/payments")
        #expect(sent.count == 1 && sent.first?.contains(#""method":"transfer""#) == true, "\(sent)")
        #expect(console.unused.isEmpty, "\(console.unused)")
    }

    @Test(
        "Money is put into a drawer or taken out, once, with the reason; a refusal asks again",
        arguments: [("2", CashMovementKind.deposit), ("3", .withdrawal)])
    func moves(choice: String, kind: CashMovementKind) async {
        let fixture = Fixture(training: false, signedIn: false)
        TillData.answer(on: fixture.transport)
        let path = "/v1/cash-sessions/\(TillData.sessionID)/movements"
        fixture.transport.on(
            .post, path, .problem(422, "invalid_input"), .effect(.json(FixtureData.json(TillData.session()))))
        let asked = [("Số tiền", "100000"), ("Lý do", "Tiền lẻ")]
        let console = await run(
            fixture, role: "cashier",
            [("Chọn số", "Ngăn kéo"), ("Chọn số", "1"), ("Làm gì", choice)] + asked
                + [("Thử lại", "c"), ("Số tiền", ""), ("Lý do", "")]
                + [("Chọn số", "!"), ("Chọn số", "thoat")])
        let sent = fixture.bodies(.post, path)
        #expect(
            sent
                == Array(
                    repeating: #"{"amount":100000,"kind":"\#(kind.rawValue)","reason":"Tiền lẻ"}"#, count: 2),
            "\(sent) \(console.text)")
        #expect(console.text.contains("Đã ghi."), "\(console.text)")
    }

    @Test("SE-1 a ticket is handed on: who had it and the province are offered before anything is typed")
    func escalates() async {
        let fixture = Fixture(training: false, signedIn: false)
        HotlineData.answer(on: fixture.transport)
        let path = "/v1/tickets/\(HotlineData.ticket.id)"
        fixture.transport.on(.post, path + ":escalate", .effect(.json(FixtureData.json(HotlineData.ticket))))
        let console = await run(
            fixture, role: "reception",
            [
                ("Chọn số", "Phiếu phản ánh"), ("Chọn số", "1"), ("Làm gì", "2"), ("Chuyển", "1"),
                ("Chuyển", "1"), ("Lý do", "Của sở."), ("Chọn số", "!"), ("Chọn số", "thoat"),
            ])
        let sent = fixture.bodies(.post, path + ":escalate")
        #expect(sent == [#"{"note":"Của sở.","to":"H26"}"#], "\(sent) \(console.text)")
    }
}
