import Models

extension ShipmentState {
    /// Vietnamese, for people.
    var name: String {
        switch self {
        case .created: "Chờ bàn giao"
        case .accepted: "Bưu điện đã nhận"
        case .inTransit: "Đang vận chuyển"
        case .outForDelivery: "Đang phát"
        case .failed: "Phát không thành công"
        case .delivered: "Phát thành công"
        case .returned: "Đã chuyển hoàn"
        case .cancelled: "Đã hủy"
        }
    }
}
