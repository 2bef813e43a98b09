import Forms

extension Strings {
    /// Correcting a dossier after its slip was given out.
    enum Amend {
        static let note = say(
            "Nội dung cũ còn trong diễn biến; phiếu in lại ghi “Bản sửa”. PgDn: tờ khai.",
            "The old stays in the history; the slip is a correction. PgDn: declaration.")
        static func declared(_ name: Phrase) -> Phrase {
            say("Tờ khai, \(name.text(.vi))", "Declaration, \(name.text(.en))")
        }
        static func lacks(_ reason: Phrase) -> Phrase {
            say(
                "Chưa sửa được trường hợp, phí hay tờ khai, các nội dung khác vẫn sửa được: \(reason.text(.vi))",
                "Case, fees or declaration can't be changed now, all else can: \(reason.text(.en))")
        }
        static let why = say("Vì sao sửa", "Why")
        static let reason = say("Lý do sửa", "Reason")
        static let reasonHelp = say(
            "Bắt buộc; được giữ trong diễn biến của hồ sơ.", "Needed; it stands in the history.")
        static let caseGroup = say("Trường hợp của thủ tục", "Case of the procedure")
        static let caseHelp = say(
            "Đổi trường hợp thì thời hạn, ngày hẹn và phí tính lại.",
            "With another case time, appointment and fees are reckoned anew.")
        static let page = say("Hồ sơ", "Dossier")
        /// - Parameter title: Nil where the form has one page.
        static func declaration(_ title: Phrase?) -> Phrase {
            guard let title else { return Strings.Dossier.declaration }
            return say("Tờ khai: \(title.text(.vi))", "Declaration: \(title.text(.en))")
        }
        static let fees = say("Phí và số bộ", "Fees and sets")
        static let feesHelp = say(
            "Phí tính lại theo biểu phí ngày nộp; khoản đã thu tiền thì không sửa được.",
            "Fees are quoted anew; what money was taken for can't be changed.")
        static let quantity = say("Số lượng tính phí", "Counted for fees")
        static func lacking(vi: [String], en: [String]) -> Phrase {
            say(
                "Tờ khai còn thiếu: \(vi.joined(separator: "; ")).",
                "The declaration lacks: \(en.joined(separator: "; ")).")
        }
        static let dueHelp = say(
            "Chỉ sửa trong thời hạn theo quy định; muốn muộn hơn phải gia hạn (mẫu 04).",
            "Within the law's time only; for later there is the extension (form 04).")
        static let review = say("Xem thay đổi", "See the changes")
        static let submitHelp = say(
            "F10 xem thay đổi trước khi gửi; Esc bỏ.", "F10 shows the changes first; Esc leaves.")
        static let changes = say("Những chỗ sẽ sửa", "What will change")
        static let send = say("Sửa", "Amend")
        static let back = say("Xem lại", "Back")
        static let blank = say("(trống)", "(blank)")
        static let nothing = say(
            "Chưa có gì khác với hồ sơ đang có.", "Nothing differs from what stands there.")
        static func because(_ reason: String) -> Phrase { say("Lý do: \(reason)", "Reason: \(reason)") }
    }
}
