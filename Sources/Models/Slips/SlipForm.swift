/// The papers of TT 03/2025/TT-VPCP, Phụ lục I that are handed out at intake.
///
/// The circular's own wording was not at hand; titles and blocks are those of its forerunner of 2018
/// (TT 01/2018/TT-VPCP), whose first three forms bear the same names.
public enum SlipForm: String, Codable, CaseIterable, Hashable, Sendable {
    /// Giấy tiếp nhận hồ sơ và hẹn trả kết quả
    case appointment = "01"
    /// Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ
    case supplementRequest = "02"
    /// Phiếu từ chối tiếp nhận giải quyết hồ sơ
    case refusal = "03"

    public var title: String {
        switch self {
        case .appointment: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
        case .supplementRequest: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
        case .refusal: "Phiếu từ chối tiếp nhận giải quyết hồ sơ"
        }
    }

    /// What each printed copy says of itself. Form 01 is made in two; the others in one that says nothing.
    public var copyLabels: [String] {
        switch self {
        case .appointment: ["Liên 1: Lưu", "Liên 2: Giao người nộp hồ sơ"]
        case .supplementRequest, .refusal: [""]
        }
    }
}
