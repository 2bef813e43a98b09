/// The papers of TT 03/2025/TT-VPCP, Phụ lục I that are made of one dossier; form 07, the register, is made of many
/// (`RegisterDocument`).
///
/// The circular's own wording was not at hand; titles are its own, blocks are those of its forerunner of 2018
/// (TT 01/2018/TT-VPCP), whose first three forms bear the same names. Form 05 is new in 2025.
public enum SlipForm: String, Codable, CaseIterable, Hashable, Sendable {
    /// Giấy tiếp nhận hồ sơ và hẹn trả kết quả
    case appointment = "01"
    /// Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ
    case supplementRequest = "02"
    /// Phiếu từ chối tiếp nhận giải quyết hồ sơ
    case refusal = "03"
    /// Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết
    case apology = "04"
    /// Thông báo dừng giải quyết hồ sơ
    case stopNotice = "05"
    /// Phiếu kiểm soát quá trình giải quyết hồ sơ
    case controlSlip = "06"

    public var title: String {
        switch self {
        case .appointment: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
        case .supplementRequest: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
        case .refusal: "Phiếu từ chối tiếp nhận giải quyết hồ sơ"
        case .apology: "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"
        case .stopNotice: "Thông báo dừng giải quyết hồ sơ"
        case .controlSlip: "Phiếu kiểm soát quá trình giải quyết hồ sơ"
        }
    }

    /// What each printed copy says of itself. Form 01 is made in two; the others in one that says nothing.
    public var copyLabels: [String] {
        switch self {
        case .appointment: ["Liên 1: Lưu", "Liên 2: Giao người nộp hồ sơ"]
        case .supplementRequest, .refusal, .apology, .stopNotice, .controlSlip: [""]
        }
    }
}
