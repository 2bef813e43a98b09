import Models

extension DeliveryMethod {
    /// Vietnamese, for people.
    var name: String {
        switch self {
        case .desk: "Tại quầy"
        case .post: "Qua bưu chính"
        case .online: "Trực tuyến"
        }
    }
}
