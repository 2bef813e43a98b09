import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("What did not go out, at the desk")
struct DeadLettersTests {
    private static let letter = DossierMessage(
        id: "01900000-0000-7000-8000-000000000701", dossier: "01900000-0000-7000-8000-000000000001",
        occasion: "post_order", channel: .post, address: PostData.number(0), state: .dead,
        createdAt: PostData.since, attempts: 1, fault: "order 104")
    private static let path = "/v1/outbox/\(letter.id):retry"

    private func answer(_ transport: ScriptedTransport) {
        func page(_ items: [DossierMessage]) -> ScriptedTransport.Step {
            .answer(json: FixtureData.json(Page(items: items, nextCursor: nil)))
        }
        transport.on(.get, "/v1/outbox", page([Self.letter]), page([]))
        var sent = Self.letter
        sent.state = .waiting
        transport.on(.post, Self.path, .effect(.json(FixtureData.json(sent))))
    }

    @Test("An order that the post refused is seen and sent again, under a key")
    func retry() async {
        let fixture = await Fixture.administrator()
        answer(fixture.transport)
        let driver = await fixture.narrow(DeadLettersScreen(desk: fixture.desk))
        driver.expectScreen(
            """
             desk ▸ Tin không gửi được   TP Hà Nội · Trần Thu Hà  TẬP HUẤN  ● đã nối  09:41
             Tin không gửi được                                                       1 tin
             Tạo lúc          Kênh         Gửi đến               Việc                Số lần
            ▸09:00 23/11/2026 bưu điện     RR100000003VN         Đặt đơn                  1


















             Lý do: bưu điện từ chối đơn, mã 104
             F1 Trợ giúp  F2 Lệnh  F3 Tra cứu  F5 Làm mới  R Gửi lại  Enter Mở  Esc Quay lại
            """)
        await driver.press("r").waitIdle()
        driver.expectText("Mọi tin đều đã đi.")
        #expect(fixture.transport.requests.filter { $0.target == Self.path }.count == 1)
        let keys = fixture.transport.requests.compactMap { $0.headers.first("Idempotency-Key") }
        #expect(!keys.isEmpty)
    }

    @Test("In English, on a large terminal")
    func wide() async {
        let fixture = await Fixture.administrator()
        answer(fixture.transport)
        await fixture.wide(DeadLettersScreen(desk: fixture.desk), .en).expectScreen(
            """
             desk ▸ Messages that did not go out                                                                         TP Hà Nội · Trần Thu Hà  TRAINING  ● online  09:41
             Messages that did not go out                                                                                                                         1 message
             Made             Channel      To                                 About                           Reason                                                  Tries
            ▸09:00 23/11/2026 the post     RR100000003VN                      Order                           the post refused the order, code 104                        1












































             Reason: the post refused the order, code 104
             F1 Help  F2 Command  F3 Lookup  F5 Refresh  R Send again  Enter Open  Esc Back
            """)
    }

    @Test("Line by line")
    func plain() async {
        let fixture = Fixture(training: false, signedIn: false)
        answer(fixture.transport)
        var me = FixtureData.me
        me.roles = ["province_admin"]
        fixture.say("/v1/me", me)
        let console = ScriptedConsole([
            ("Tài khoản", "quantri"), ("Mật khẩu", "tap-huan"), ("Chọn số", "tin khong gui duoc"),
            ("Chọn số", PostData.number(0)), ("Gửi lại tin này?", "c"), ("Chọn số", "thoat"),
        ])
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        let line = "bưu điện, \(PostData.number(0)), Đặt đơn, 09:00 23/11/2026, bưu điện từ chối đơn, mã 104"
        #expect(console.text.contains(line), "\(console.text)")
        #expect(console.text.contains("Đã xếp gửi lại."), "\(console.text)")
    }
}
