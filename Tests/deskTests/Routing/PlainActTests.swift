import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

@Suite("Plain mode: acts")
struct PlainActTests {
    private func run(_ fixture: Fixture, _ answers: [(String, String)]) async -> ScriptedConsole {
        let console = ScriptedConsole(
            [
                ("Tài khoản", "tiepnhan"), ("Mật khẩu", "tap-huan"), ("Chọn số", "hang doi"),
                ("Chọn số", "tat ca"),
                ("Chọn số", "2"),
            ] + answers)
        _ = await PlainDesk(desk: fixture.desk, console: console, language: .vi).run()
        return console
    }

    @Test("The page is read with its clock and what can be done; an act is asked, confirmed and done once")
    func act() async throws {
        let fixture = Fixture(training: false, signedIn: false)
        let console = await run(
            fixture,
            [
                ("Làm gì", "tra lai"), ("Ý kiến", "thiếu chữ ký"), ("Gửi:", "c"), ("Làm gì", ""),
                ("Chọn số", "!"), ("Chọn số", "thoat"),
            ])
        #expect(console.text.contains("Đồng hồ: đã quá nửa hạn, 61%"))
        #expect(console.text.contains("1. Chuyển lãnh đạo duyệt → Duyệt"))
        #expect(console.text.contains("Ký số → Chờ trả, chưa làm được"))
        #expect(console.text.contains("Việc này không hoàn tác được."))
        #expect(console.text.contains("Trả lại bước trước, nay ở Duyệt."))
        #expect(fixture.acts == [#"{"action":"send_back","note":"thiếu chữ ký","to":"buoc"}"#])
    }

    @Test("What is not possible says why, and nothing is sent")
    func whyNot() async {
        let fixture = Fixture(training: false, signedIn: false)
        let console = await run(
            fixture, [("Làm gì", "ky so"), ("Làm gì", ""), ("Chọn số", "!"), ("Chọn số", "thoat")])
        #expect(console.text.contains("Chưa có kết quả để ký."))
        #expect(fixture.acts.isEmpty)
    }

    @Test(
        "A result is given out: who takes it is asked with the proof, a proxy says why; a person's number alone is not enough for a stranger"
    )
    func deliver() async {
        let fixture = Fixture(training: false, signedIn: false)
        let console = await run(
            fixture,
            [
                ("Làm gì", "tra ket qua"), ("Họ và tên", "Trần Thị Lan"), ("Số định danh", "001190000127"),
                ("Quan hệ, ủy quyền", "vợ, giấy ủy quyền ngày 20/11/2026"), ("Đã thu lại giấy hẹn", "c"),
                ("Ý kiến", ""), ("Gửi:", "c"), ("Làm gì", ""), ("Chọn số", "!"), ("Chọn số", "thoat"),
            ])
        #expect(console.text.contains("Việc này không hoàn tác được."), "\(console.text)")
        #expect(fixture.acts.count == 1, "\(console.text)")
        #expect(fixture.acts.first?.contains(#""relation":"vợ, giấy ủy quyền ngày 20/11/2026""#) == true)
        #expect(fixture.acts.first?.contains(#""slip_returned":true"#) == true, "\(fixture.acts)")
        #expect(console.unused.isEmpty, "\(console.text)")
    }

    @Test("Somebody was faster: it is said, and goes out again on the new state when the officer says so")
    func stale() async {
        let fixture = Fixture(training: false, signedIn: false)
        fixture.transport.forget(.post, "/v1/dossiers/*/actions")
        fixture.transport.on(
            .post, "/v1/dossiers/*/actions",
            .problem(412, "revision_stale", more: #""changed_by":"Lê Văn Thành""#),
            .reply { .json(FixtureData.json(FixtureData.after($0))) })
        let console = await run(
            fixture,
            [
                ("Làm gì", "chuyen"), ("Gửi:", "c"), ("Thử lại", "c"), ("Làm gì", ""), ("Chọn số", "!"),
                ("Chọn số", "thoat"),
            ])
        #expect(console.text.contains("Lê Văn Thành vừa thay đổi hồ sơ này"))
        #expect(fixture.acts.count == 2)
    }
}
