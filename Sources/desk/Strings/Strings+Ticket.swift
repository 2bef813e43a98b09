import Forms
import Models

extension Strings {
    /// Tickets of the hotline.
    enum Ticket {
        static func notRenewed(_ reason: Phrase) -> Phrase {
            say(
                "Phiếu đang hiện có thể đã cũ: \(reason.text(.vi))",
                "The ticket shown may be an older one: \(reason.text(.en))")
        }
        static func noUnit(_ reason: Phrase) -> Phrase {
            say(
                "Chưa biết hồ sơ ở đơn vị nào, hãy tự chọn nơi nhận: \(reason.text(.vi))",
                "Which unit has the dossier is not known, choose it yourself: \(reason.text(.en))")
        }
        static let title = say("Phiếu 1022", "Hotline tickets")
        static let one = say("Phiếu", "Ticket")
        static let command = say("Phiếu phản ánh, kiến nghị của 1022", "Tickets of the hotline")
        static let compose = say("Phiếu chuyển đơn vị", "Ticket to a unit")
        static let kind = say("Loại phiếu", "Kind")
        static func kindName(_ name: String, _ days: String) -> Phrase {
            say(
                "\(name) (\(days) ngày làm việc)",
                days == "1" ? "\(name) (1 working day)" : "\(name) (\(days) working days)")
        }
        static let to = say("Chuyển đến", "Handed to")
        static let toHelp = say(
            "Gõ tên hoặc mã đơn vị: phường, xã, công an; tỉnh, thành phố; bộ, ngành.",
            "Type the name or code of a unit: a ward, police; the province; a ministry.")
        static func ownProvince(_ code: String) -> Phrase {
            say("Cấp tỉnh, thành phố (\(code))", "The province (\(code))")
        }
        static func aboutDossier(_ code: String) -> String { "Hồ sơ " + code }
        static let subject = say("Tóm tắt", "Subject")
        static let content = say("Nội dung", "Content")
        static let contentHelp = say(
            "Ghi đủ để đơn vị không phải gọi lại. Không ghi số định danh.",
            "Enough that nobody has to call back. No identity numbers.")
        static let attach = say("Kèm vào phiếu gọi", "Attach to the call")
        static let code = say("Mã phiếu", "Code")
        static let state = say("Tình trạng", "State")
        static let due = say("Hạn trả lời", "Due")
        static let acknowledgeBy = say("Hạn nhận phiếu", "To be taken by")
        static let from = say("Nơi lập", "Made by")
        static let caller = say("Người gọi", "Caller")
        static let callBack = say(
            "Không có số di động nên không nhắn tin được: cần gọi lại.",
            "No mobile number, so no message can be sent: call back.")
        static let contentHelpCallBack = say(
            "Người gọi không có số di động: ghi rõ cách trả lời (số cố định, giờ gọi lại).",
            "The caller has no mobile number: say how to answer (landline, when to call).")
        static let phone = say("Điện thoại", "Telephone")
        static let dossier = say("Hồ sơ", "Dossier")
        static let procedure = say("Thủ tục", "Procedure")
        static let answer = say("Trả lời", "Answer")
        static let answerHelp = say(
            "Người gọi nhận bằng tin nhắn: viết ngắn, đủ ý. Tin chứa chừng 400 ký tự, dài hơn thì bị cắt.",
            "The caller gets it as a short message of about 400 characters; what is longer is cut.")
        static let history = say("Diễn biến", "History")
        static let messages = say("Đã báo người gọi", "Told to the caller")
        static let reckoning = say("Cách tính hạn", "How it is reckoned")
        static let note = say("Lý do chuyển", "Reason")
        static let noteHelp = say(
            "Đơn vị nhận đọc lý do này; thời hạn của phiếu không đổi.",
            "The other unit reads it; the clock of the ticket goes on.")
        static let none = say("Không có phiếu nào.", "There are no tickets.")
        static let overdue = say("QUÁ HẠN", "OVERDUE")
        static let purpose = say("Liên hệ người gọi về phiếu", "To reach the caller of a ticket")
        static let send = say("Gửi", "Send")
        static func loaded(_ n: Int, more: Bool) -> Phrase {
            more
                ? say("đã tải \(n), còn nữa", "\(n) loaded, more to come")
                : say("\(n) phiếu", counted(n, "ticket"))
        }
        static func group(_ state: String?) -> Phrase {
            switch state {
            case "open": say("Đang mở", "Open")
            case "overdue": say("Quá hạn", "Overdue")
            case "answered": say("Đã trả lời", "Answered")
            case "closed": say("Đã đóng", "Closed")
            default: say("Tất cả", "All")
            }
        }
        static func name(_ state: TicketState) -> Phrase {
            switch state {
            case .received: say("chờ nhận", "waiting")
            case .acknowledged: say("đang xử lý", "in work")
            case .answered: say("đã trả lời", "answered")
            case .closed: say("đã đóng", "closed")
            }
        }
        static func name(_ verb: TicketVerb) -> Phrase {
            switch verb {
            case .create: say("Lập phiếu", "Made")
            case .acknowledge: say("Nhận xử lý", "Take")
            case .escalate: say("Chuyển đơn vị khác", "Hand on")
            case .resolve: say("Trả lời", "Answer")
            case .close: say("Đóng phiếu", "Close")
            case .recalculate: say("Tính lại hạn theo lịch làm việc", "Due date by a changed calendar")
            }
        }
        static func closes(_ code: String) -> Phrase {
            say(
                "Phiếu \(code) đóng rồi thì không mở lại được. Người gọi đã được trả lời chưa?",
                "Once closed, \(code) can't be opened again. Has the caller been answered?")
        }
        static func letter(_ verb: TicketVerb) -> String {
            switch verb {
            case .create, .recalculate: ""
            case .acknowledge: "A"
            case .escalate: "C"
            case .resolve: "T"
            case .close: "D"
            }
        }
        static func sent(_ state: DossierMessage.State, _ at: String?) -> Phrase {
            switch state {
            case .waiting: say("chờ gửi", "to be sent")
            case .sent: say("đã gửi " + (at ?? ""), "sent " + (at ?? ""))
            case .dead: say("nhà mạng không nhận", "no carrier took it")
            }
        }
        static func done(_ verb: TicketVerb, _ code: String) -> Phrase {
            say(
                "\(code): đã \(name(verb).vi.lowercased()).",
                "\(code): done, \(name(verb).text(.en).lowercased()).")
        }
        static func changed(_ by: String?, _ at: String?) -> Phrase {
            let (who, when) = (by ?? "?", at ?? "?")
            return say(
                "\(who) vừa làm việc với phiếu này lúc \(when). Xem lại rồi gửi lại.",
                "\(who) acted on this ticket at \(when). Look at it again and send again.")
        }
        static func title(_ verb: TicketVerb, _ code: String) -> String { name(verb).vi + " " + code }
        static func hint(_ open: Int, _ overdue: Int) -> Phrase {
            say(
                "1022 chuyển \(open) phiếu chờ trả lời, \(overdue) quá hạn. T mở danh sách.",
                "\(counted(open, "hotline ticket")) to answer, \(overdue) overdue. T opens the list.")
        }
    }
}
