import Forms

extension Strings {
    /// Reports of wrong source values, for their owner.
    enum Mismatch {
        static let command = say("Báo sai lệch đã nhận", "Reports of wrong values")
        static let title = say("Báo sai lệch đã nhận", "Reports of wrong values")
        static let handle = say("Xử lý báo sai lệch", "Handle a report")
        static let open = say("Chưa xử lý", "Open")
        static let all = say("Tất cả", "All")
        static let none = say("Không có báo sai lệch nào.", "There is no report.")
        static let at = say("Báo lúc", "Reported")
        static let unit = say("Đơn vị", "Unit")
        static let field = say("Mục", "Field")
        static let values = say("Nguồn ghi → đúng là", "Source says → should be")
        static let state = say("Tình trạng", "State")
        static let handled = say("đã xử lý", "handled")
        static let waiting = say("chờ", "open")
        static func loaded(_ n: Int, more: Bool) -> Phrase {
            more
                ? say("đã tải \(n), còn nữa", "\(n) loaded, more to come")
                : say("\(n) báo", counted(n, "report"))
        }
        static let person = say("Số định danh (đã che)", "Identity number (masked)")
        static let by = say("Người báo", "Reported by")
        static let form = say("Biểu mẫu", "Form")
        static func form(_ id: String, _ version: String, _ path: String) -> Phrase {
            say("\(id), phiên bản \(version), \(path)", "\(id), version \(version), \(path)")
        }
        static let note = say("Ghi chú", "Note")
        static let done = say("Đã xử lý thế nào", "What was done")
        static let doneHelp = say(
            "Ví dụ: đã sửa ở nguồn, đã chuyển cơ quan quản lý nguồn, hoặc nguồn đúng vì …",
            "For example: mended in the source, passed on to its owner, or the source is right because …")
        static let doneBy = say("Người xử lý", "Handled by")
        static let send = say("Ghi đã xử lý", "Mark as handled")
        static let sent = say("Đã ghi là đã xử lý.", "Marked as handled.")
        static func earlier(_ name: String) -> Phrase {
            say("\(name) đã xử lý báo này trước.", "\(name) has handled this report already.")
        }
    }
}
