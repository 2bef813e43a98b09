import Models

extension PaperChoice.Obstacle {
    /// For people: why the paper can't be made.
    var message: String {
        switch self {
        case .notReceived: "Mẫu 01 chỉ dùng khi hồ sơ đã được tiếp nhận."
        case .nothingAsked: "Mẫu 02 chỉ dùng khi đã yêu cầu bổ sung hồ sơ."
        case .supplied: "Không còn chờ bổ sung: mẫu 02 chỉ in lại được nếu đã in khi yêu cầu."
        case .closed: "Hồ sơ đã có kết quả hoặc bị từ chối: mẫu 04 chỉ in lại được nếu đã in trước đó."
        case .notRefused: "Mẫu 03 chỉ dùng khi đã từ chối tiếp nhận, giải quyết hồ sơ."
        case .notExtended:
            "Mẫu 04 chỉ dùng khi thời hạn giải quyết đã được gia hạn, hoặc đã quá hẹn mà chưa có kết quả."
        case .notStopped: "Mẫu 05 chỉ dùng khi hồ sơ đang dừng hoặc tạm dừng giải quyết."
        case .decided: "Mẫu 05 không dùng được: hồ sơ đã có kết quả giải quyết."
        case .noHistory: "Mẫu 06 chỉ dùng khi hồ sơ đã có việc được ghi lại."
        }
    }
}
