import Forms

/// Why the text of a card could not be used, and what to do about it.
public struct CardError: Error, Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// No card at all.
        case notACard
        case tooLong
        case cutShort
        /// Changed on its way by an input method or a wrong character set.
        case garbled
        case hiddenCharacter
        case number
        case name
        case sex
        case birthDate
        case issueDate
    }

    public var kind: Kind
    public var message: Phrase
    /// What to do.
    public var hint: Phrase

    public init(kind: Kind, message: Phrase, hint: Phrase) {
        self.kind = kind
        self.message = message
        self.hint = hint
    }
}

extension CardError {
    private static let rescan = Phrase(
        "Quét lại; nếu vẫn vậy, nhập tay theo thẻ.", en: "Scan again; if it stays so, type it from the card.")

    static let notACard = CardError(
        kind: .notACard,
        message: Phrase(
            "Đây không phải mã QR của thẻ căn cước.", en: "This is not the QR code of an identity card."),
        hint: Phrase(
            "Quét mã QR ở mặt trước thẻ căn cước.", en: "Scan the QR code on the front of the card."))

    static let tooLong = CardError(
        kind: .tooLong,
        message: Phrase(
            "Nội dung quét quá dài, không phải thẻ căn cước.", en: "Too long for an identity card."),
        hint: notACard.hint)

    static func cutShort(_ fields: Int) -> CardError {
        CardError(
            kind: .cutShort,
            message: Phrase(
                "Nội dung quét bị cắt: mới có \(fields) mục, thẻ có 7 hoặc từ 10 mục trở lên.",
                en: "The scan was cut short: \(Phrase.counted(fields, "part")), a card has 7 or at least 10."),
            hint: Phrase(
                "Quét lại, giữ máy quét đến khi có tiếng bíp.", en: "Scan again and hold it until it beeps."))
    }

    static let cutDate = CardError(
        kind: .cutShort,
        message: Phrase(
            "Nội dung quét bị cắt ở ngày cấp, mục cuối cùng.", en: "The scan was cut short in the issue date."
        ),
        hint: cutShort(7).hint)

    static func garbled(_ what: Phrase) -> CardError {
        CardError(
            kind: .garbled,
            message: Phrase(
                "Nội dung quét bị bộ gõ hoặc bảng mã làm sai ở \(what.vi).",
                en: "An input method or a wrong character set has changed the scan in the \(what.text(.en))."),
            hint: Phrase(
                "Tắt bộ gõ tiếng Việt (Telex, VNI), đặt máy quét ở UTF-8, rồi quét lại.",
                en: "Turn the Vietnamese input method off, set the scanner to UTF-8, and scan again."))
    }

    static func hidden(at position: Int) -> CardError {
        CardError(
            kind: .hiddenCharacter,
            message: Phrase(
                "Nội dung quét có ký tự ẩn hoặc ký tự điều khiển ở vị trí \(position).",
                en: "The scan holds a hidden or control character at position \(position)."),
            hint: rescan)
    }

    static func number(_ count: Int) -> CardError {
        CardError(
            kind: .number,
            message: Phrase(
                "Số định danh trên thẻ có \(count) chữ số thay vì 12.",
                en: "The card's number has \(Phrase.counted(count, "digit")) instead of 12."),
            hint: rescan)
    }

    static let name = CardError(
        kind: .name, message: Phrase("Thẻ không có họ và tên.", en: "The card has no name."), hint: rescan)

    static func sex(_ text: String) -> CardError {
        CardError(
            kind: .sex,
            message: Phrase(
                "Giới tính trên thẻ là “\(text)”, không phải Nam hoặc Nữ.",
                en: "The card's sex is “\(text)”, neither Nam nor Nữ."),
            hint: rescan)
    }

    static func birthDate(_ text: String) -> CardError {
        CardError(
            kind: .birthDate,
            message: Phrase(
                "Ngày sinh trên thẻ là “\(text)”, không phải một ngày có thật.",
                en: "The card's date of birth, “\(text)”, is no real date."),
            hint: rescan)
    }

    static func issueDate(_ text: String) -> CardError {
        CardError(
            kind: .issueDate,
            message: Phrase(
                "Ngày cấp trên thẻ là “\(text)”, không phải một ngày có thật.",
                en: "The card's date of issue, “\(text)”, is no real date."),
            hint: rescan)
    }

    static func futureDate(_ date: LocalDate, _ kind: Kind) -> CardError {
        CardError(
            kind: kind,
            message: Phrase(
                "\(kind == .birthDate ? "Ngày sinh" : "Ngày cấp") trên thẻ là \(date.display), sau hôm nay.",
                en: "The card's date of \(kind == .birthDate ? "birth" : "issue") is after today."),
            hint: Phrase(
                "Kiểm tra thẻ và ngày giờ của máy; nhập tay theo thẻ.",
                en: "Check the card and the machine's clock; type it from the card."))
    }

    static func issuedBeforeBirth(_ birth: LocalDate, _ issue: LocalDate) -> CardError {
        CardError(
            kind: .issueDate,
            message: Phrase(
                "Ngày cấp \(issue.display) trước ngày sinh \(birth.display).",
                en: "The card was issued before the date of birth."),
            hint: rescan)
    }
}
