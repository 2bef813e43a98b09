import Forms

extension Strings {
    /// The hotline in `desk --plain`.
    enum PlainHotline {
        static func begun(_ phone: String?) -> Phrase {
            guard let phone else { return say("== Cuộc gọi mới", "== New call") }
            return say("== Cuộc gọi từ \(phone)", "== Call from \(phone)")
        }
        static let intro = say(
            "Gõ mã hồ sơ, số, họ tên hoặc câu hỏi. !phieu lập phiếu chuyển đơn vị. Enter để ghi phiếu và lưu, ! để dừng.",
            "Type a code, number, name or question. !ticket makes a ticket. Enter fills the card in and saves, ! stops."
        )
        static let left = say("Đã bỏ, chưa làm gì với phiếu.", "Left; nothing was done to the ticket.")
        static func unfinished(_ n: Int) -> Phrase {
            say("Phiếu cuộc gọi dở dang (\(n))", "Unfinished call cards (\(n))")
        }
    }
}
