import Foundation
import Models
import Testing

/// A whole call, by the real programs: a telephone system rings, the caller shows that the dossier is his, the answer is
/// read out, what is left becomes a ticket, another officer answers it, and the answer lies in the carrier's folder.
@Suite("Hotline", .serialized)
struct HotlineTests {
    private static func logIn(_ terminal: Tmux, as account: String) throws {
        try terminal.expect("Tài khoản *")
        try terminal.expect("đã nối", within: 60)
        try terminal.type(account)
        try terminal.press("Enter")
        try terminal.type("tap-huan")
        try terminal.press("F10")
        try terminal.expect("Trang chủ", within: 60)
    }

    /// The texts of the messages in the carrier's folder.
    private static func messages(_ folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
    }

    /// The dossier with a fixed id and its characters, as openapi.yaml names them.
    private static let lookupCode = "2223"

    @Test("A call from the ring to the answer by short message")
    func call() throws {
        let desktop = try Desktop()
        let hotline = try desktop.desk()
        try Self.logIn(hotline, as: "tongdai")
        try hotline.expect("Cuộc gọi hôm nay")

        let rung = try run(
            Binaries.desk, ["call", "--phone", "+84 912 345 678"], environment: desktop.environment)
        #expect(rung.status == 0, "\(rung.errors)")
        try hotline.expect("Phiếu cuộc gọi")
        try hotline.expect("0912345678")
        try hotline.expect("HS H26.1.5-")
        // The dossier of the sample is the newest of this telephone.
        try hotline.press("Enter")
        try hotline.expect("Xác minh người gọi")
        // Found by its telephone it asks for the identity number; the caller has the slip in his hand.
        try hotline.press("Up")
        try hotline.type("zzzz")
        try hotline.press("Enter")
        try hotline.expect("Không khớp")
        try hotline.type(Self.lookupCode)
        try hotline.press("Enter")
        try hotline.expect("đã xác minh")
        try hotline.expect("Hỏi thêm tại UBND phường Hoàn Kiếm.")

        try hotline.press("F7")
        try hotline.expect("UBND phường Hoàn Kiếm (H26.1.5)")
        // Unit, kind and subject stand there: the focus is at what was said.
        try hotline.type("Xin cho biết giờ làm việc sáng thứ Bảy.")
        try hotline.press("F10")
        try hotline.expect("Chuyển phiếu")
        try hotline.press("F10")
        try hotline.expect("đọc mã phiếu: PA-H26-")
        let code = try #require(
            hotline.screen.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("PA-H26-") }.map(
                String.init))

        let unit = try desktop.desk()
        try Self.logIn(unit, as: "tiepnhan")
        try unit.expect("phiếu chờ trả lời")
        try unit.press("t")
        try unit.expect(code)
        // Those due first stand on top; this one came last of its day.
        while !unit.screen.contains("▸\(code)") { try unit.press("Down") }
        try unit.press("Enter")
        try unit.expect("Xin cho biết giờ làm việc sáng thứ Bảy.")
        #expect(!unit.screen.contains("0912345678"))
        try unit.press("a")
        try unit.expect("đang xử lý")
        try unit.press("t")
        try unit.expect("Người gọi nhận bằng tin nhắn")
        try unit.type("Sáng thứ Bảy phường làm từ 08:00 đến 11:30.")
        try unit.press("F10")
        try unit.expect("đã trả lời")

        try hotline.press("t")
        try hotline.press("t")
        try hotline.press("t")
        try hotline.expect("Đã trả lời")

        // By day it lies in the carrier's folder; at night it waits in the outbox, and neither is ever skipped.
        let minutes = Calendar(identifier: .gregorian).dateComponents(
            in: TimeZone(secondsFromGMT: 7 * 3600) ?? .gmt, from: Date())
        let now = (minutes.hour ?? 0) * 60 + (minutes.minute ?? 0)
        let folder = desktop.folder.file("data/desk/training.sqlite.messages")
        let words = "Sang thu Bay phuong lam tu 08:00 den 11:30."
        if (7 * 60 + 30..<20 * 60 - 2).contains(now) {
            let limit = Date().addingTimeInterval(60)
            func answers() -> [String] {
                Self.messages(folder).filter {
                    $0.contains(code) && $0.contains("0912345678") && $0.contains(words)
                }
            }
            while answers().isEmpty, Date() < limit { Thread.sleep(forTimeInterval: 0.1) }
            #expect(answers().count == 1)
        } else {
            #expect(!Self.messages(folder).contains { $0.contains(words) })
        }
        // Of what the caller said nothing lies in the clear on the desk's side.
        #expect(try desktop.filesHolding("sáng thứ Bảy").isEmpty)
        hotline.close()
        unit.close()
        let gone = try run(
            Binaries.desk, ["call", "--phone", "0912345678"], environment: desktop.environment)
        #expect(gone.status == 69)
    }
}
