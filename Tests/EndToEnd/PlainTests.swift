import Foundation
import Testing

/// `desk --plain` as a screen reader's user meets it: a terminal, lines, nothing drawn.
@Suite("Plain mode, end to end", .serialized)
struct PlainTests {
    @Test("a scanned card becomes a dossier and a slip, line by line")
    func wholeJob() throws {
        let desktop = try Desktop()
        let desk = try desktop.desk("--plain", columns: 240, rows: 60)
        func answer(_ prompt: String, _ words: String, within seconds: Double = 20) throws {
            // The prompt that waits is the last line that is not blank.
            try desk.expect("the question \(prompt)", within: seconds) { screen in
                screen.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }?.contains(prompt)
                    == true
            }
            try desk.type(words + "\r")
        }
        try answer("Tài khoản", "tiepnhan", within: 120)
        try answer("Mật khẩu", "tap-huan")
        try answer("Chọn số", "1")
        try answer("Số định danh", IntakeTests.card)
        try answer("Điền từ dữ liệu", "")
        // What the card and the register have filled in is read back, and asked no more.
        for label in ["Thư điện tử", "Nộp thay", "Đối tượng"] { try answer(label, "") }
        try answer("Tìm thủ tục", "trich luc")
        try answer("Chọn số", "1")
        for paper in ["1/3", "2/3"] { try answer(paper, "du") }
        try answer("3/3", "")
        // AF-3: the card's name is wrong; what stands on the form stays.
        try answer("Họ, chữ đệm, tên", "!sai")
        try answer("Đúng là", "Nguyễn Thị Anh")
        try answer("Đúng là", "")
        try answer("Ghi chú", "")
        try desk.expect("Đã gửi cho cơ quan quản lý dữ liệu nguồn.")
        for label in ["Họ, chữ đệm, tên", "Số định danh", "Nơi cư trú", "Số điện thoại", "Thư điện tử"] {
            try answer(label, "")
        }
        try answer("Quan hệ", "ban than")
        try answer("Loại việc", "khai sinh")
        // UX-3: the half-filled form on paper, as text.
        try answer("Số bản", "!giay")
        try answer("Bản giấy tờ khai", "v")
        try desk.expect(".txt")
        try answer("Bản giấy tờ khai", "")
        let saved = try #require(desk.screen.firstMatch(of: /Đã lưu (\/\S+\.txt)/)).output.1
        let half = String(saved)
        #expect(try String(contentsOfFile: half, encoding: .utf8).contains("TỜ KHAI"))
        for label in ["Số bản", "Dạng bản sao", "Mục đích"] { try answer(label, "") }
        try answer("Họ, chữ đệm, tên", "Nguyễn Văn Bình")
        try answer("Ngày sinh", "12032010")
        for label in ["Giới tính", "Số định danh", "Nơi cư trú"] { try answer(label, "") }
        try answer("Nơi đã đăng ký", "UBND phường Cửa Nam")
        for label in ["Ngày đăng ký", "Số đăng ký", "Quyển số"] { try answer(label, "") }
        for label in ["Số bản", "Miễn, giảm", "Số bộ", "Kênh nộp", "Nhận kết quả", "Ghi chú"] {
            try answer(label, "")
        }
        try answer("Quyết định", "")
        try answer("Gửi", "c")
        try answer("Phiếu", "l")
        try desk.expect("Đã lưu")
        #expect(desk.screen.contains("ĐÃ TIẾP NHẬN HỒ SƠ"))
        let code = try #require(desk.screen.firstMatch(of: /Mã hồ sơ: (H26\.1\.5-\d{6}-\d{4})/)).output.1
        let paper = try #require(desktop.papers.first { $0.hasSuffix(".pdf") })
        #expect(try run("pdftotext", [paper, "-"]).output.contains(code))
        try answer("Phiếu", "")
        try answer("Thủ tục tiếp theo", "")
        try answer("Chọn số", "2")
        try answer("Tìm", String(code))
        try answer("Làm gì", "")
        try answer("Phiếu", "")
        #expect(desk.screen.contains("Diễn biến"))
        try answer("Tìm", "")
        // Drafts: one is deleted after a yes, one becomes a colleague's.
        try answer("Chọn số", "nhap")
        try answer("Chọn số", "de xoa thu")
        try answer("Nháp này", "x")
        try answer("Xóa nháp này", "c")
        try desk.expect("Đã xóa nháp.")
        // A sample draft can be taken up.
        try answer("Chọn số", "trich luc")
        try answer("Nháp này", "")
        try desk.expect("Đã mở lại nháp.")
        try answer("Tìm thủ tục", "!")
        try answer("Chọn số", "nhap")
        try answer("Chọn số", "chuyen giao")
        try answer("Nháp này", "b")
        try answer("Cán bộ nhận", "1")
        try desk.expect("Đã bàn giao nháp cho")
    }

    @Test("through a pipe nothing but text comes out, and the end of the input keeps the draft")
    func pipe() throws {
        let desktop = try Desktop()
        let said = try run(
            Binaries.desk, ["--plain"], input: "tiepnhan\ntap-huan\n1\n038202004517\nNguyễn Văn Dở\n",
            environment: desktop.environment)
        #expect(said.status == 0)
        #expect(said.output.contains("Đã dừng. Nháp còn nguyên."))
        #expect(!said.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        let again = try run(
            Binaries.desk, ["--plain"], input: "tiepnhan\ntap-huan\nnháp\n1\n\n\n",
            environment: desktop.environment)
        #expect(again.output.contains("Họ và tên (bắt buộc) [Nguyễn Văn Dở]"))
    }
}
