import Forms
import Models

extension Strings.Keys {
    private static func words(_ vi: String, _ en: String, _ viHelp: String, _ enHelp: String) -> Words {
        Words(name: Strings.say(vi, en), help: Strings.say(viHelp, enHelp))
    }

    static let newCall = words(
        "Cuộc gọi", "Call", "Mở phiếu cuộc gọi mới (tổng đài), ở bất cứ đâu.",
        "Opens a new call card (hotline), from anywhere.")
    static let tickets = words(
        "Phiếu 1022", "Tickets", "Phiếu phản ánh, kiến nghị của 1022.", "Tickets of the hotline.")
    static let openFoundInCall = words(
        "Mở", "Open", "Mở câu trả lời; hồ sơ thì xác minh người gọi trước.",
        "Opens the answer; of a dossier the caller is verified first.")
    static let saveCall = words(
        "Lưu cuộc gọi", "Save", "Lưu phiếu cuộc gọi, sẵn sàng cho cuộc sau.",
        "Saves the call's card, ready for the next.")
    static let callTicket = words(
        "Lập phiếu", "Ticket", "Lập phiếu chuyển đơn vị, điền sẵn từ cuộc gọi.",
        "Makes a ticket to a unit, prefilled from the call.")
    static let switchCallFocus = words(
        "Tìm ⇄ phiếu", "Find ⇄ card", "Chuyển giữa ô tìm và phiếu cuộc gọi.",
        "Goes between the search and the card.")
    static let otherTickets = words(
        "Nhóm khác", "Next group", "Đang mở, quá hạn, đã trả lời, đã đóng, tất cả.",
        "Open, overdue, answered, closed, all.")
    static let revealCaller = words(
        "Xem số", "Show number", "Xem tên và số người gọi; việc xem được ghi nhật ký.",
        "Shows who called; the audit keeps it.")

    static func ticket(_ verb: TicketVerb) -> Words {
        let name = Strings.Ticket.name(verb)
        let help: Phrase =
            switch verb {
            case .create, .recalculate: name
            case .acknowledge:
                Strings.say(
                    "Báo là đơn vị đã nhận phiếu; người gọi được nhắn tin.",
                    "The unit takes it; the caller is told.")
            case .escalate:
                Strings.say("Chuyển đơn vị khác; hạn trả lời không đổi.", "Hands it on; the clock goes on.")
            case .resolve:
                Strings.say(
                    "Trả lời; người gọi nhận bằng tin nhắn.", "Answers; the caller gets it as a message.")
            case .close: Strings.say("Tổng đài đóng phiếu đã trả lời.", "The hotline ends what was answered.")
            }
        return Words(name: name, help: help)
    }
}
