import Foundation
import Testing

/// What a returning citizen's intake costs in keys, on the real programs with the procedures and forms of the training
/// data.
@Suite("Keystrokes of an intake", .serialized)
struct KeystrokeTests {
    private static let most = 25

    /// An officer whose keys are counted. The card and what is typed as an answer are the data itself; everything else
    /// counts: the letters that find the procedure, every Enter, every function key.
    private final class Officer {
        let desk: Tmux
        private(set) var strokes = 0

        init(_ desk: Tmux) {
            self.desk = desk
        }

        func press(_ keys: String..., then sign: String) throws {
            for key in keys {
                try desk.press(key)
                strokes += 1
            }
            try desk.expect(sign)
        }

        func find(_ letters: String, then sign: String) throws {
            try desk.type(letters)
            strokes += letters.count
            try desk.expect(sign)
        }

        func answer(_ text: String, then sign: String? = nil) throws {
            try desk.type(text)
            try desk.expect(sign ?? text)
        }

        /// From home to the list of what the declaration lacks, with the first of it under the cursor.
        func begin(_ letters: String, _ procedure: String, form: String, lacks: String) throws {
            try press("n", then: "Chủ hồ sơ")
            try desk.scan(IntakeTests.card)
            try desk.expect("0912345678")
            try press("M-d", then: "sổ đăng ký")
            try press("NPage", then: "Tìm thủ tục")
            try find(letters, then: procedure)
            try press("Enter", then: "Trường hợp")
            try press("Enter", then: form)
            try press("C-a", then: "[x]")
            try press("F10", then: "Cần sửa trước khi gửi")
            try press("F8", then: lacks)
        }

        func submit() throws {
            try press("F10", then: "Quyết định")
            try desk.expect("no fault is left") { !$0.contains("Cần sửa") }
            try press("F10", then: "ĐÃ TIẾP NHẬN HỒ SƠ")
        }
    }

    private func officer(_ desktop: Desktop) throws -> Officer {
        let desk = try desktop.desk()
        try desk.expect("Mật khẩu")
        try desk.type("tiepnhan\rtap-huan\r")
        try desk.expect("Quá hạn", within: 120)
        return Officer(desk)
    }

    @Test("A returning citizen's extract costs at most 25 keystrokes beyond the data itself")
    func extract() throws {
        let desktop = try Desktop()
        let officer = try officer(desktop)
        try officer.begin(
            "trich", "1/27", form: "Tờ khai cấp bản sao trích lục", lacks: "Quan hệ với người được đăng ký")
        try officer.answer("b", then: "Bản thân")
        try officer.press("Enter", then: "Đã chép chủ hồ sơ")
        try officer.answer("k", then: "Khai tử")
        try officer.press("Enter", then: "Khai sinh")
        try officer.press("F8", then: "Thông tin đăng ký trước đây")
        try officer.answer("UBND phường Cửa Nam")
        try officer.submit()
        #expect(officer.strokes <= Self.most, "\(officer.strokes) keystrokes")
    }

    @Test("A returning mother's registration of a birth costs at most 25 keystrokes beyond the data itself")
    func birth() throws {
        let desktop = try Desktop()
        let officer = try officer(desktop)
        try officer.begin(
            "khai s", "Đăng ký khai sinh", form: "Giấy chứng sinh", lacks: "Quan hệ với người được đăng ký")
        try officer.answer("m", then: "Mẹ")
        try officer.press("Enter", then: "Đã chép chủ hồ sơ vào “Thông tin người mẹ”")
        try officer.answer("LÊ VĂN NAM")
        try officer.press("F8", then: "Đã thấy")
        try officer.answer(Self.daysAgo(10))
        try officer.press("F8", then: "lỗi: Giới tính")
        try officer.answer("nam", then: "(•) Nam")
        try officer.press("F8", then: "lỗi: Tên cơ sở y tế")
        try officer.answer("Bệnh viện Phụ sản Hà Nội")
        try officer.press("F8", then: "lỗi: Địa chỉ nơi sinh")
        try officer.answer("Phường Cửa Nam, Hà Nội")
        try officer.press("F8", then: "lỗi: Quê quán")
        try officer.answer("Phường Trúc Bạch, Hà Nội")
        try officer.press("F8", then: "Thông tin người cha")
        try officer.answer("Lê Văn Bình")
        try officer.submit()
        #expect(officer.strokes <= Self.most, "\(officer.strokes) keystrokes")
    }

    /// A day as it is typed: DDMMYYYY in Vietnam.
    private static func daysAgo(_ days: Int) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 7 * 3600)
        format.dateFormat = "ddMMyyyy"
        return format.string(from: Date().addingTimeInterval(Double(-days) * 86_400))
    }
}
