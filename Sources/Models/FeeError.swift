import Forms

/// Why a fee could not be worked out.
public struct FeeError: Error, Hashable, Sendable {
    public enum Code: String, Hashable, Sendable {
        case unknownFee = "unknown_fee"
        case notInForce = "fee_not_in_force"
        case negativeQuantity = "negative_quantity"
        case tooLarge = "quantity_too_large"
        case emptyCopy = "empty_copy"
        case unknownExemption = "unknown_exemption"
        case unknownChannel = "unknown_channel"
    }

    public var code: Code
    /// In the request's body: `/quantities/ban_sao`.
    public var pointer: String
    public var message: Phrase

    public init(code: Code, pointer: String, message: Phrase) {
        self.code = code
        self.pointer = pointer
        self.message = message
    }
}

extension FeeError {
    private static func quantity(_ code: Code, _ fee: String, _ message: Phrase) -> FeeError {
        let escaped = fee.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
        return FeeError(code: code, pointer: "/quantities/" + escaped, message: message)
    }

    static func unknownFee(_ fee: String) -> FeeError {
        quantity(
            .unknownFee, fee,
            Phrase(
                "Trường hợp này không có khoản thu “\(fee)”; xem lại danh sách phí, lệ phí.",
                en: "This case has no fee “\(fee)”: see the list of fees."))
    }

    static func notInForce(_ fee: String, on date: LocalDate) -> FeeError {
        quantity(
            .notInForce, fee,
            Phrase(
                "Khoản thu “\(fee)” không còn hoặc chưa có hiệu lực ngày \(date.display).",
                en: "The fee “\(fee)” is not in force on \(date.display)."))
    }

    static func negative(_ fee: String) -> FeeError {
        quantity(
            .negativeQuantity, fee,
            Phrase("Số lượng không được âm; nhập từ 0 trở lên.", en: "A quantity can't be negative."))
    }

    static func tooLarge(_ fee: String, _ limit: Int, _ what: Phrase) -> FeeError {
        quantity(
            .tooLarge, fee,
            Phrase(
                "Nhiều nhất \(Money(limit).grouped) \(what.vi) một lần; kiểm tra lại số đã nhập.",
                en: "At most \(Money(limit).grouped) \(what.text(.en)) at once: check the number."))
    }

    static func emptyCopy(_ fee: String) -> FeeError {
        quantity(
            .emptyCopy, fee,
            Phrase("Mỗi bản phải có ít nhất 1 trang.", en: "Each copy needs at least 1 page."))
    }

    static func unknownExemption(_ exemption: String) -> FeeError {
        FeeError(
            code: .unknownExemption, pointer: "/exemption",
            message: Phrase(
                "Trường hợp này không có diện miễn, giảm “\(exemption)”; chọn lại.",
                en: "This case has no exemption “\(exemption)”: choose again."))
    }

    static func unknownChannel(_ channel: Int) -> FeeError {
        FeeError(
            code: .unknownChannel, pointer: "/channel",
            message: Phrase(
                "Hình thức nộp là 1 (trực tiếp), 2 (trực tuyến) hoặc 3 (bưu chính), không có \(channel).",
                en: "The channel is 1 (direct), 2 (online) or 3 (postal), not \(channel)."))
    }
}
