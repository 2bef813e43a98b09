import Forms

extension Strings {
    /// Acts whose outcome is not known.
    enum Unsent {
        static let title = say("Việc chờ gửi", "Acts to send")
        static let command = say("Việc chờ gửi", "Acts to send")
        static let none = say("Không có việc nào chờ gửi.", "Nothing waits to be sent.")
        static func count(_ n: Int) -> Phrase { say("\(n) việc", n == 1 ? "1 act" : "\(n) acts") }
        static let act = say("Việc", "Act")
        static let at = say("Bắt đầu lúc", "Begun at")
        static let state = say("Tình trạng", "State")
        static let waits = say("chờ gửi lại", "to be sent again")
        static let stuck = say("máy chủ từ chối", "refused")
        static let done = say("đã làm với nội dung khác", "done with another content")
        static let waitsLong = say(
            "Chưa biết kết quả; desk tự gửi lại khi nối được máy chủ.",
            "The outcome is unknown; desk sends it again when the server can be reached.")
        static let doneLong = say(
            "Đã có việc làm xong dưới mã gửi này với nội dung khác, máy chủ chưa cho biết là hồ sơ nào.",
            "An act with another content was done under this key; the server does not say which dossier it is."
        )
        static let inUse = say(
            "Việc này đang được gửi ở cửa sổ khác.", "Another window is just sending this.")
        static func ended(_ title: String) -> Phrase {
            say("Đã kết thúc, không gửi lại nữa: \(title)", "Ended, not sent any more: \(title)")
        }
        static let end = say("Kết thúc", "End it")
        static let endTitle = say("Kết thúc việc này?", "End this act?")
        static func endText(_ title: String, _ reason: Phrase) -> Phrase {
            say(
                "\(title)\n\(reason.vi)\nKhông chắc lần gửi trước đã được làm hay chưa: tra cứu hồ sơ trước khi "
                    + "làm lại, kẻo thành hai. Kết thúc rồi desk không gửi lại nữa; nháp, nếu có, vẫn còn.",
                "\(title)\n\(reason.text(.en))\nIt is not sure whether an earlier try was carried out: look the "
                    + "dossier up before you do it again, or it may be done twice. Once ended it is not sent any "
                    + "more; its draft, if there is one, stays.")
        }
        /// Told when it has been sent again in vain.
        static func stuckLater(_ title: String, _ reason: Phrase) -> Phrase {
            say(
                "CHƯA RÕ đã làm hay chưa: \(title). \(reason.vi) Xem Việc chờ gửi.",
                "NOT SURE whether done: \(title). \(reason.text(.en)) See the acts to send.")
        }
        static func unknown(_ reason: Phrase) -> Phrase {
            say(
                "Không đọc được việc chờ gửi: \(reason.vi)",
                "What waits to be sent can't be read: \(reason.text(.en))")
        }
        static func menu(_ n: Int) -> Phrase { say("Việc chờ gửi (\(n))", "Acts to send (\(n))") }
    }
}

extension Strings.Keys {
    private static func words(_ vi: String, _ en: String, _ viHelp: String, _ enHelp: String) -> Words {
        Words(name: Strings.say(vi, en), help: Strings.say(viHelp, enHelp))
    }

    static let unsent = words(
        "Chờ gửi", "To send", "Xem các việc chưa biết kết quả; kết thúc việc mà máy chủ từ chối.",
        "The acts whose outcome is unknown; end one that the server refuses.")
    static let endUnsent = words(
        "Kết thúc", "End", "Kết thúc việc mà máy chủ từ chối, không gửi lại nữa (hỏi lại trước).",
        "End an act that the server refuses; it is not sent any more (asks first).")
    static let sendUnsent = words(
        "Gửi lại", "Send again", "Gửi lại ngay mọi việc đang chờ.", "Send all that waits again, now.")
}
