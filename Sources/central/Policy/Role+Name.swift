extension Role {
    /// Vietnamese, for people; as in the training data's `roles.json`.
    var name: String {
        switch self {
        case .reception: "Tiếp nhận và trả kết quả"
        case .review: "Thẩm định"
        case .approval: "Lãnh đạo ký duyệt"
        case .clerk: "Văn thư"
        case .cashier: "Thu ngân"
        case .postal: "Bưu chính công ích"
        case .hotline: "Tổng đài 1022"
        case .provinceAdmin: "Quản trị cấp tỉnh"
        case .ministryAdmin: "Quản trị cấp bộ"
        }
    }

    /// What a role of a process is called; a code that no role has names itself.
    static func name(of code: String) -> String { Role(rawValue: code)?.name ?? code }
}
