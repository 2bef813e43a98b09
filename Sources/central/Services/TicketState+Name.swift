import Models

extension TicketState {
    /// Vietnamese, for people.
    var name: String {
        switch self {
        case .received: "Mới chuyển"
        case .acknowledged: "Đang xử lý"
        case .answered: "Đã trả lời"
        case .closed: "Đã đóng"
        }
    }
}
