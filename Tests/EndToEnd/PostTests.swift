import Foundation
import Testing

/// A result on its way by the real programs: sent and handed over at the desk, scanned in and signed for at the post's
/// counter, carried by `central simulate post`, and given out by the post's word.
@Suite("The post", .serialized)
struct PostTests {
    private static func logIn(_ terminal: Tmux, as account: String) throws {
        try terminal.expect("Tài khoản *", within: 60)
        try terminal.type(account)
        try terminal.press("Enter")
        try terminal.type("tap-huan")
        try terminal.press("F10")
        try terminal.expect("Trang chủ", within: 60)
    }

    /// Loads the screen anew until it says so: what the post says comes when it says it.
    private static func reload(_ terminal: Tmux, until text: String) throws {
        let limit = Date().addingTimeInterval(120)
        while !terminal.screen.contains(text), Date() < limit { try terminal.press("F5") }
        try terminal.expect(text)
    }

    @Test(
        "From the desk to \"phát thành công\", driven at both ends; also by a slow post that repeats and reorders",
        arguments: [
            [],
            ["--slow", "50", "--duplicate", "0.5", "--reorder", "0.5", "--seed", "7"],
        ])
    func delivered(faults: [String]) throws {
        let folder = try TemporaryFolder()
        let post = try PostProcess(in: folder, pace: 1, faults: faults)
        let central = try CentralProcess(in: folder, arguments: ["--post", post.url])
        let server = "--server unix:\(central.socket)"
        let (office, counter) = (try Desktop(isNew: true), try Desktop(isNew: true))
        let (desk, postman) = (try office.desk(server), try counter.desk(server))
        try Self.logIn(desk, as: "tiepnhan")
        try Self.logIn(postman, as: "buuchinh")
        let code = try central.query(
            """
            SELECT MAX(code) FROM dossiers d WHERE unit = 'H26.1.5' AND status = 9 AND delivery_method = 'post'
                AND NOT EXISTS (SELECT 1 FROM shipments s WHERE s.dossier = d.id)
            """)

        // The desk: a parcel of what the dossier says, onto a manifest of its own, signed.
        try desk.press("F3")
        try desk.type(code)
        try desk.expect("▸" + code)
        try desk.press("Enter")
        try desk.expect("Việc làm được")
        try desk.press("F9")
        try desk.expect("Hồ sơ chưa có bưu gửi")
        try desk.press("n")
        try desk.expect("Gửi kết quả qua bưu chính")
        try desk.press("F10")
        try desk.expect("đã tạo.")
        let number = try central.query("SELECT tracking_number FROM shipments WHERE dossier_code = '\(code)'")
        try desk.expect("▸" + number)
        try desk.press("Escape")
        try desk.expect("Việc làm được")
        try desk.press("Escape")
        try desk.expect("▸" + code)
        try desk.press("Escape")
        try desk.expect("Trang chủ")
        try desk.press("b")
        try desk.expect("Chờ bàn giao (")
        try desk.press("b")
        try desk.expect("Bảng kê bàn giao")
        try desk.press("n")
        try desk.expect("0 bưu gửi")
        try desk.scan(number)
        try desk.expect("Đã vào bảng kê")
        let manifest = try central.query("SELECT MAX(code) FROM manifests")
        try desk.expect(manifest)
        try desk.press("F10")
        try desk.expect("Ký giao bảng kê?")
        try desk.press("Right", "Enter")
        try desk.expect("đã nhận 0/1")

        // The counter: scanned in, nothing missing, signed for.
        try postman.press("b")
        try postman.expect("Chờ bàn giao (")
        try postman.press("b")
        try postman.expect("▸" + manifest)
        try postman.press("Enter")
        try postman.expect("Còn thiếu 1")
        try postman.scan(number)
        try postman.expect("Đủ theo bảng kê")
        try postman.press("F10")
        try postman.expect("Ghi chú, chênh lệch")
        try postman.press("F10")
        try postman.expect("đã ký nhận")

        // Its way, until the post says that it is delivered; then the dossier is given out, by nobody's hand.
        try desk.press("Escape")
        try desk.expect("▸" + manifest)
        try desk.press("Escape")
        try desk.expect("Chờ bàn giao (")
        try desk.press("F4")
        try desk.expect("Tìm bưu gửi")
        try desk.type(number)
        try desk.press("F10")
        try desk.expect("▸" + number)
        try Self.reload(desk, until: "Phát thành công")
        try desk.press("Enter")
        try desk.expect("Đơn bưu điện")
        try desk.press("Enter")
        try desk.expect("Việc làm được")
        try Self.reload(desk, until: "Đã trả kết quả")
        let orders = try central.query(
            """
            SELECT COUNT(*) FROM outbox o JOIN dossiers d ON d.id = o.dossier
            WHERE d.code = '\(code)' AND o.occasion = 'post_order' AND o.state = 'sent'
            """)
        #expect(orders == "1")
    }
}
