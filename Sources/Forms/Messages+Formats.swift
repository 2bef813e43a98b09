extension Messages {
    // MARK: Identity number

    static func identityLength(_ count: Int) -> FieldIssue {
        let (vi, en) =
            count < 12
            ? ("còn thiếu \(12 - count)", "\(12 - count) missing")
            : ("đang thừa \(count - 12)", "\(count - 12) too many")
        return FieldIssue(
            code: "identity_number",
            message: Phrase(
                "Số định danh có 12 chữ số, \(vi).", en: "An identity number has 12 digits: \(en)."),
            hint: Phrase(
                "Số CMND cũ có 9 chữ số cũng nhận.",
                en: "An old identity card number of 9 digits is fine too."))
    }

    static let identityDigits = FieldIssue(
        code: "identity_number",
        message: Phrase(
            "Số định danh chỉ gồm 12 chữ số; bỏ chữ cái và dấu.",
            en: "An identity number has digits only: remove letters and signs."))

    static func identityProvince(_ prefix: String) -> Phrase {
        Phrase(
            "Ba số đầu \(prefix) không phải mã tỉnh đã biết; đối chiếu lại với thẻ.",
            en: "The first three digits, \(prefix), are no known province: compare with the card.")
    }

    static func identitySex(_ digit: Character, _ sex: Sex) -> Phrase {
        Phrase(
            "Chữ số thứ tư của số định danh là \(digit), không khớp giới tính \(sex.name.vi); "
                + "đối chiếu lại với thẻ.",
            en: "The fourth digit, \(digit), does not agree with the sex: compare with the card.")
    }

    static func identityCentury(_ digit: Character, _ year: Int) -> Phrase {
        Phrase(
            "Chữ số thứ tư của số định danh là \(digit), không khớp thế kỷ của năm sinh \(year); "
                + "đối chiếu lại với thẻ.",
            en:
                "The fourth digit, \(digit), does not agree with the century of \(year): compare with the card."
        )
    }

    static func identityYear(_ digits: String, _ year: Int) -> Phrase {
        Phrase(
            "Hai số năm sinh trong số định danh là \(digits), không khớp năm sinh \(year); "
                + "đối chiếu lại với thẻ.",
            en: "The digits of the birth year, \(digits), do not agree with \(year): compare with the card.")
    }

    // MARK: Phone

    static let phoneDigits = FieldIssue(
        code: "phone",
        message: Phrase(
            "Số điện thoại chỉ gồm chữ số; bỏ chữ cái và dấu khác.",
            en: "A phone number has digits only: remove letters and other signs."))

    static let phoneStart = FieldIssue(
        code: "phone",
        message: Phrase(
            "Số điện thoại bắt đầu bằng số 0 hoặc +84.", en: "A phone number begins with 0 or +84."))

    static func phoneLength(_ count: Int, _ expected: Int, mobile: Bool) -> FieldIssue {
        let (vi, en) =
            count < expected
            ? ("còn thiếu \(expected - count)", "\(expected - count) missing")
            : ("đang thừa \(count - expected)", "\(count - expected) too many")
        return FieldIssue(
            code: "phone",
            message: Phrase(
                "Số điện thoại \(mobile ? "di động" : "cố định") có \(expected) chữ số, \(vi).",
                en: "A \(mobile ? "mobile" : "landline") number has \(expected) digits: \(en)."))
    }

    static func phonePrefix(_ prefix: String) -> FieldIssue {
        FieldIssue(
            code: "phone",
            message: Phrase(
                "Không có đầu số \(prefix); kiểm tra ba chữ số đầu.",
                en: "There is no prefix \(prefix): check the first three digits."))
    }

    // MARK: Tax code

    static let taxCodeShape = FieldIssue(
        code: "tax_code",
        message: Phrase(
            "Mã số thuế có 10 chữ số, chi nhánh thêm gạch nối và 3 chữ số (0100109106-001), "
                + "cá nhân dùng số định danh 12 chữ số.",
            en:
                "A tax code has 10 digits, a branch a hyphen and 3 more, a person the 12 of the identity number."
        ))

    static let taxCodeCheck = FieldIssue(
        code: "tax_code",
        message: Phrase(
            "Mã số thuế sai chữ số kiểm tra; so lại từng chữ số với giấy đăng ký.",
            en: "The tax code's check digit is wrong: compare digit by digit with the certificate."))

    // MARK: E-mail

    static func email(_ vi: String, _ en: String) -> FieldIssue {
        FieldIssue(
            code: "email", message: Phrase(vi, en: en),
            hint: Phrase("Viết như ten@vidu.vn.", en: "Write it like name@example.vn."))
    }

    // MARK: Dossier code

    static let dossierCode = FieldIssue(
        code: "dossier_code",
        message: Phrase(
            "Mã hồ sơ viết mã đơn vị-ngày-số thứ tự, ví dụ H26.1.5-261123-0001.",
            en: "A dossier code is unit-date-number, as in H26.1.5-261123-0001."))
}
