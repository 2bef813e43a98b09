import Foundation
import Testing

/// The real programs, by keyboard, from the login to the slip in the citizen's hand.
@Suite("Intake, end to end", .serialized)
struct IntakeTests {
    static let card =
        "001185000123|012345678|Nguyễn Thị Ánh|12031985|Nữ|"
        + "Số 25 phố Lý Thường Kiệt, Phường Cửa Nam, Thành phố Hà Nội|15082025"

    @Test("a scanned card becomes a dossier, a slip that reads back, and a find on another terminal")
    func wholeJob() throws {
        let desktop = try Desktop(isNew: true)
        let desk = try desktop.desk()
        try logIn(desk)
        try desk.press("n")
        try desk.expect("Chủ hồ sơ")
        try desk.scan(Self.card)
        try desk.expect("0912345678")
        try desk.press("M-d", "NPage")
        try desk.expect("Tìm thủ tục")
        try desk.type("trich luc")
        try desk.expect("1/27")
        try desk.press("Enter")
        try desk.expect("Trường hợp")
        try desk.press("Enter")
        try desk.expect("Tờ khai cấp bản sao trích lục")
        try desk.press("C-a", "NPage")
        try desk.expect("Người yêu cầu")
        try fillDeclaration(desk)
        try desk.press("F10")
        try desk.expect("Quyết định")
        try desk.expect("no fault is left") { !$0.contains("Cần sửa") }
        try desk.press("F10")
        try desk.expect("ĐÃ TIẾP NHẬN HỒ SƠ")
        let code = try code(on: desk.screen)
        let due = try appointment(on: desk.screen)

        try desk.press("p")
        try desk.expect("GIẤY TIẾP NHẬN HỒ SƠ")
        try desk.press("s")
        try desk.expect("Đã lưu")
        let paper = try #require(desktop.papers.first)
        try expectSlip(
            paper, holds: [code, "Nguyễn Thị Ánh", "Tờ khai cấp bản sao trích lục", due])
        try expectCodes(in: paper, code: code)

        let other = try desktop.desk(columns: 160, rows: 50)
        try logIn(other)
        try other.press("F3")
        try other.type(code.lowercased().replacingOccurrences(of: "-", with: " "))
        try other.expect(code)
        try other.press("Enter")
        try other.expect("Nguyễn Thị Ánh")
        #expect(try desktop.filesHolding(Self.card).isEmpty)
    }

    @Test("what was typed is there after the window was shut, sealed meanwhile")
    func draftSurvivesTheWindow() throws {
        let desktop = try Desktop()
        let first = try desktop.desk()
        try logIn(first)
        try first.press("n")
        try first.expect("Chủ hồ sơ")
        try first.type("038202004517")
        try first.expect("038202004517")
        // Twelve digits fill the field, and the focus has gone on to the name by itself.
        try first.type("Hoàng Thị Bưởi Năm Roi")
        try first.expect("Bưởi Năm Roi")
        // As a window that is shut: the terminal goes, the program hears of it.
        first.close()
        let again = try desktop.desk()
        try logIn(again)
        try again.expect("Bưởi Năm Roi")
        #expect(try desktop.filesHolding("Bưởi Năm Roi").isEmpty)
        try again.press("Tab", "Enter")
        try again.expect("the page with both values") {
            $0.contains("Chủ hồ sơ") && $0.contains("038202004517") && $0.contains("Bưởi Năm Roi")
        }
    }

    @Test("central dies under two desks: both go on, and nothing typed is lost")
    func centralDies() throws {
        let desktop = try Desktop()
        let desk = try desktop.desk()
        try logIn(desk)
        let neighbour = try desktop.desk()
        try logIn(neighbour)
        try desk.press("n")
        try desk.expect("Chủ hồ sơ")
        try desk.type("038202004517")
        try run("pkill", ["-KILL", "-f", "central serve.*\(desktop.folder.path)"])
        try desk.type("Nguyễn Văn Còn")
        try desk.expect("both values and the connection again", within: 60) {
            $0.contains("038202004517") && $0.contains("Nguyễn Văn Còn") && $0.contains("●")
        }
        try neighbour.press("F5")
        try neighbour.expect("the queues again", within: 60) { $0.contains("●") && $0.contains("Quá hạn") }
    }

    @Test("the last desk out ends the training central, a killed one too")
    func nothingIsLeftBehind() throws {
        let desktop = try Desktop()
        let desk = try desktop.desk()
        try logIn(desk)
        let pattern = "central serve.*\(desktop.folder.path)"
        #expect(try run("pgrep", ["-f", pattern]).status == 0)
        try kill(desk.pid, SIGKILL)
        let limit = Date().addingTimeInterval(20)
        while try run("pgrep", ["-f", pattern]).status == 0, Date() < limit {
            Thread.sleep(forTimeInterval: 0.05)
        }
        #expect(try run("pgrep", ["-f", pattern]).status == 1)
    }

    // MARK: Steps

    private func logIn(_ desk: Tmux) throws {
        try desk.expect("Mật khẩu")
        try desk.type("tiepnhan")
        try desk.press("Enter")
        try desk.type("tap-huan")
        try desk.press("Enter")
        // The first start loads 5,000 dossiers.
        try desk.expect("Quá hạn", within: 120)
    }

    /// What the declaration asks beyond the card, found by the key that goes to the next fault.
    private func fillDeclaration(_ desk: Tmux) throws {
        try desk.press("F10")
        try desk.expect("Cần sửa")
        try desk.press("F8", "Down")
        try desk.type("ban than")
        try desk.expect("1/8")
        try desk.press("Enter", "F8", "Down")
        try desk.type("khai sinh")
        try desk.press("Enter", "F8")
        try desk.expect("Người có sự kiện hộ tịch")
        try desk.type("Nguyễn Văn Bình")
        try desk.press("Tab")
        try desk.type("12032010")
        try desk.press("Tab", "F8")
        try desk.type("UBND phường Cửa Nam")
    }

    private func code(on screen: String) throws -> String {
        // The code stands there in spaced letters, to be read from a distance.
        let dense = screen.replacingOccurrences(of: " ", with: "")
        return String(try #require(dense.firstMatch(of: /H\d\d(\.\d{1,3}){1,3}-\d{6}-\d{4}/)).output.0)
    }

    /// The appointment as the slip words it: time, day, month and year, so that no other date passes for it.
    private func appointment(on screen: String) throws -> String {
        let pattern = /Hẹn trả .* (\d\d):(\d\d) (\d\d)\/(\d\d)\/(\d{4})/
        let (_, hour, minute, day, month, year) = try #require(screen.firstMatch(of: pattern)).output
        // A zero stands before the months of which "1" and "2" could be made another one.
        let number = try #require(Int(month))
        let words = number < 3 ? "0\(number)" : "\(number)"
        return "\(hour) giờ \(minute) phút, ngày \(day) tháng \(words) năm \(year)"
    }

    private func expectSlip(_ paper: String, holds words: [String]) throws {
        let text = try run("pdftotext", ["-layout", paper, "-"]).output
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for word in words { #expect(flat.contains(word), "the slip lacks \(word):\n\(text)") }
        #expect(flat.contains("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"))
    }

    private func expectCodes(in paper: String, code: String) throws {
        let folder = try TemporaryFolder()
        try run("pdftoppm", ["-r", "200", "-png", "-f", "1", "-l", "1", paper, folder.file("page")])
        let pictures = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let picture = try #require(pictures.first)
        let read = try run("zbarimg", ["--quiet", folder.file(picture)]).output
        let barcodes = read.split(separator: "\n").filter { $0.hasPrefix("CODE-128:") }
        let squares = read.split(separator: "\n").filter { $0.hasPrefix("QR-Code:") }
        #expect(barcodes.contains { $0.contains(code) }, "\(read)")
        #expect(squares.contains { $0.contains(code) }, "\(read)")
    }
}
