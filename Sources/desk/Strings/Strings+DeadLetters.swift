import Forms
import Models

extension Strings {
    /// What no carrier took.
    enum DeadLetters {
        static let title = say("Tin không gửi được", "Messages that did not go out")
        static let command = say("Tin không gửi được, gửi lại", "Messages that did not go out")
        static let none = say("Mọi tin đều đã đi.", "Everything went out.")
        static let at = say("Tạo lúc", "Made")
        static let channel = say("Kênh", "Channel")
        static let to = say("Gửi đến", "To")
        static let occasion = say("Việc", "About")
        static let tries = say("Số lần", "Tries")
        static let reason = say("Lý do", "Reason")
        /// What the server or the carrier named; a code that is not known here is shown as it is.
        static func name(fault: String) -> Phrase {
            let parts = fault.split(separator: " ", maxSplits: 1).map(String.init)
            let (kind, code) = (parts.first ?? "", parts.count > 1 ? parts[1] : "")
            return switch kind {
            case "code": say("bưu điện từ chối, mã \(code)", "the post refused it, code \(code)")
            case "order": say("bưu điện từ chối đơn, mã \(code)", "the post refused the order, code \(code)")
            case "cancel": say("bưu điện từ chối hủy, mã \(code)", "the post refused to cancel, code \(code)")
            case "handover":
                say("bưu điện từ chối bàn giao, mã \(code)", "the post refused the hand-over, code \(code)")
            case "login": say("không đăng nhập được, mã \(code)", "the login failed, code \(code)")
            case "http": say("máy chủ bên nhận lỗi \(code)", "the carrier's server answered \(code)")
            case "smtp": say("máy chủ thư trả lời \(code)", "the mail server answered \(code)")
            case "connect", "connection", "closed": say("không nối được", "no connection")
            case "cancelled": say("bưu gửi đã hủy, không đặt nữa", "cancelled, not ordered any more")
            case "no" where code == "answer": say("không trả lời", "no answer")
            case "unreadable", "unknown": say("nội dung tin không đọc được", "the message can't be read")
            default: say(fault, fault)
            }
        }
        static let again = say("Đã xếp gửi lại.", "It goes out again.")
        static let askAgain = say("Gửi lại tin này?", "Send it again?")
        static func actTitle(_ to: String) -> String { "Gửi lại tin " + to }
        static func loaded(_ count: Int, more: Bool) -> Phrase {
            say(
                "\(count)\(more ? "+" : "") tin",
                "\(count)\(more ? "+" : "") \(count == 1 ? "message" : "messages")")
        }
        static func name(_ channel: DossierMessage.Channel) -> Phrase {
            switch channel {
            case .sms: say("tin nhắn", "SMS")
            case .email: say("thư điện tử", "e-mail")
            case .post: say("bưu điện", "the post")
            }
        }
        /// What the server has more of than is known here is called as it calls it.
        static func name(occasion: String) -> Phrase {
            switch occasion {
            case "post_order": say("Đặt đơn", "Order")
            case "post_cancel": say("Hủy đơn", "Cancellation")
            case "post_handover": say("Báo đã giao bưu cục", "Hand-over")
            case "received": say("Đã tiếp nhận", "Received")
            case "supplement": say("Yêu cầu bổ sung", "Papers asked for")
            case "supplemented": say("Đã bổ sung", "Papers came")
            case "refused": say("Từ chối", "Refused")
            case "payment": say("Yêu cầu nộp tiền", "Payment asked for")
            case "paid": say("Đã nộp tiền", "Paid")
            case "extended": say("Gia hạn", "Extended")
            case "suspended": say("Tạm dừng", "Suspended")
            case "resumed": say("Tiếp tục", "Resumed")
            case "stopped": say("Dừng", "Stopped")
            case "late": say("Trễ hạn", "Late")
            case "ready": say("Có kết quả", "Result ready")
            case "delivered": say("Đã trả kết quả", "Result given out")
            case "uncollected": say("Nhắc nhận kết quả", "Reminder")
            case let ticket where ticket.hasPrefix("ticket_"): say("Phiếu 1022", "Ticket of 1022")
            default: say(occasion, occasion)
            }
        }
    }
}

extension Strings.Keys {
    static let retryLetter = Words(
        name: Strings.say("Gửi lại", "Send again"),
        help: Strings.say(
            "Gửi lại tin đang chọn; làm hai lần cũng chỉ gửi một.",
            "Sends the selected message again; twice is once."))
    static let openLetter = Words(
        name: Strings.say("Mở", "Open"),
        help: Strings.say("Mở hồ sơ hoặc phiếu mà tin nói về.", "Opens the dossier or ticket it is about."))
}
