import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Plain mode: the hotline")
struct PlainHotlineTests {
    private func run(_ fixture: Fixture, roles: String, _ answers: [(String, String)]) async
        -> ScriptedConsole
    {
        var me = FixtureData.me
        me.roles = [roles]
        fixture.transport.forget(.get, "/v1/me")
        fixture.transport.on(.get, "/v1/me", .answer(json: FixtureData.json(me)))
        let console = ScriptedConsole([("Tài khoản", "tiepnhan"), ("Mật khẩu", "tap-huan")] + answers)
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        return console
    }

    @Test("A call that rings: found, verified, read out, saved")
    func call() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        HotlineData.answer(on: fixture.transport)
        fixture.desk.rings.add("0912345678")
        let console = await run(
            fixture, roles: "hotline",
            [
                ("Chọn số", "1"), ("Mã tra cứu", "zzzz"), ("Mã tra cứu", "j4mg"), ("Tìm", "tam tru"),
                ("Chọn số", "2"), ("Tìm", ""), ("Số gọi đến", ""), ("Họ tên", "Lê Văn Bình"),
                ("Nội dung", ""),
                ("Kết quả", ""), ("Ghi chú", ""), ("Chọn số", "thoat"),
            ])
        let said = console.text
        #expect(said.contains("Cuộc gọi từ 0912345678") && said.contains("Không khớp"), "\(said)")
        #expect(said.contains("Hẹn trả kết quả lúc") && said.contains("Phải có: tờ khai CT01"), "\(said)")
        #expect(said.contains("Đã lưu cuộc gọi (00:41)."), "\(said)")
        let body = try #require(fixture.bodies(.post, "/v1/calls").first)
        #expect(
            body.contains(#""caller_name":"Lê Văn Bình""#) && body.contains(#""verified":true"#), "\(body)")
    }

    @Test("A ticket is read out and answered")
    func answer() async {
        let fixture = Fixture(training: false, signedIn: false)
        HotlineData.answer(on: fixture.transport)
        let path = "/v1/tickets/\(HotlineData.ticket.id)"
        var answered = HotlineData.ticket
        answered.state = .answered
        fixture.transport.on(.post, path + ":resolve", .effect(.json(FixtureData.json(answered))))
        let console = await run(
            fixture, roles: "reception",
            [
                ("Chọn số", "Phiếu phản ánh"), ("Chọn số", "1"), ("Làm gì", "3"),
                ("Trả lời", "Phường xin lỗi."),
                ("Chọn số", "!"), ("Chọn số", "thoat"),
            ])
        #expect(console.text.contains("Người gọi chờ cả buổi sáng."), "\(console.text)")
        #expect(fixture.bodies(.post, path + ":resolve") == [#"{"note":"Phường xin lỗi."}"#])
    }
}
