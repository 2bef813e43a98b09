import Models

extension ProcessAction {
    /// Vietnamese, for people.
    var name: String {
        switch self {
        case .receive: "Tiếp nhận"
        case .refuse: "Từ chối tiếp nhận"
        case .requestSupplement: "Yêu cầu bổ sung"
        case .supplementIn: "Nhận giấy tờ bổ sung"
        case .forward: "Chuyển bước xử lý"
        case .sendBack: "Trả lại bước trước"
        case .recall: "Thu hồi"
        case .claim: "Nhận xử lý"
        case .release: "Thôi giữ"
        case .reassign: "Chuyển cho cán bộ khác"
        case .approve: "Duyệt"
        case .sign: "Ký duyệt"
        case .requestPayment: "Yêu cầu nộp phí, lệ phí"
        case .paymentOk: "Đã thu tiền"
        case .extend: "Gia hạn"
        case .withdraw: "Rút hồ sơ"
        case .suspend: "Tạm dừng xử lý"
        case .resume: "Tiếp tục xử lý"
        case .stop: "Dừng xử lý"
        case .expire: "Hết thời gian chờ"
        case .finish: "Phát hành kết quả"
        case .deliver: "Trả kết quả"
        case .amend: "Sửa hồ sơ"
        case .undo: "Hoàn tác"
        }
    }

    /// The verbs that exist at every step without the process naming them. None of them changes the step but `undo`,
    /// which takes the last act back.
    static let everywhere: [ProcessAction] = [.claim, .release, .reassign, .undo]
}

extension ProcessEffect {
    /// The number of the paper that follows; nil for what is no paper.
    var form: String? {
        switch self {
        case .form01: "01"
        case .form02: "02"
        case .form03: "03"
        case .form04: "04"
        case .form05: "05"
        case .notify, .sync: nil
        }
    }
}
