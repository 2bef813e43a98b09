/// Every word that the validator says, in both languages.
///
/// A message says what is wrong and how to mend it, with the numbers of the case at hand, so that an officer
/// can act on it without asking anyone (eForm G-2).
enum Messages {
    static func required(_ field: Field) -> FieldIssue {
        let (vi, en) =
            switch field.kind {
            case .text, .password, .textArea, .number, .money, .spinBox, .note: ("nhập", "enter")
            case .date, .dateRange, .time, .timeRange: ("nhập", "enter")
            case .radio, .checkboxes, .dropdown, .search, .slider: ("chọn", "choose")
            case .checkbox: ("đánh dấu", "tick")
            case .files: ("nộp tệp cho", "attach")
            }
        return FieldIssue(
            code: "required",
            message: Phrase(
                "Chưa \(vi) “\(field.label.vi)”, mục này bắt buộc.",
                en: "“\(field.label.text(.en))” is required: \(en) it."))
    }

    static let unknownField = FieldIssue(
        code: "unknown_field",
        message: Phrase(
            "Biểu mẫu không có mục này; mở lại biểu mẫu rồi nhập lại.",
            en: "The form has no such field: reopen the form and enter it again."))

    static func wrongType(_ field: Field) -> FieldIssue {
        let (vi, en) =
            switch field.kind {
            case .text, .password, .textArea: ("chữ", "a text")
            case .number, .slider, .spinBox: ("số nguyên", "a whole number")
            case .money: ("số tiền bằng đồng", "an amount in dong")
            case .checkbox: ("có hoặc không", "yes or no")
            case .checkboxes, .dropdown(_, multiple: true, _): ("danh sách lựa chọn", "a list of choices")
            case .radio, .dropdown, .search: ("một lựa chọn", "one choice")
            case .date: ("ngày YYYY-MM-DD", "a date YYYY-MM-DD")
            case .dateRange: ("hai ngày YYYY-MM-DD/YYYY-MM-DD", "two dates YYYY-MM-DD/YYYY-MM-DD")
            case .time: ("giờ HH:MM", "a time HH:MM")
            case .timeRange: ("hai giờ HH:MM/HH:MM", "two times HH:MM/HH:MM")
            case .files: ("danh sách tệp", "a list of files")
            case .note: ("chữ", "a text")
            }
        return FieldIssue(
            code: "wrong_type",
            message: Phrase(
                "Giá trị của “\(field.label.vi)” phải là \(vi).",
                en: "“\(field.label.text(.en))” must be \(en)."))
    }

    static let rowsExpected = FieldIssue(
        code: "wrong_type",
        message: Phrase("Giá trị phải là danh sách các dòng.", en: "Must be a list of rows."))

    static func tooFewRows(_ least: Int, _ label: Phrase) -> FieldIssue {
        FieldIssue(
            code: "too_few_rows",
            message: Phrase(
                "“\(label.vi)” phải có ít nhất \(least) dòng; bấm “Thêm dòng”.",
                en: "“\(label.text(.en))” needs at least \(Phrase.counted(least, "row")): add one."))
    }

    static func tooManyRows(_ most: Int, _ label: Phrase) -> FieldIssue {
        FieldIssue(
            code: "too_many_rows",
            message: Phrase(
                "“\(label.vi)” có nhiều nhất \(most) dòng; xóa bớt dòng.",
                en: "“\(label.text(.en))” takes at most \(Phrase.counted(most, "row")): remove some."))
    }

    static func tooLong(_ length: Int, _ most: Int) -> FieldIssue {
        FieldIssue(
            code: "too_long",
            message: Phrase(
                "Dài \(length) ký tự, tối đa \(most); bỏ bớt \(length - most) ký tự.",
                en: "\(Phrase.counted(length, "character")), at most \(most): remove \(length - most)."))
    }

    static func fixedLength(_ length: Int, _ expected: Int, digits: Bool) -> FieldIssue {
        let (unit, unitEnglish) = digits ? ("chữ số", "digits") : ("ký tự", "characters")
        let difference = abs(length - expected)
        return FieldIssue(
            code: "wrong_length",
            message: Phrase(
                "Phải có đúng \(expected) \(unit), "
                    + (length < expected ? "còn thiếu \(difference)." : "đang thừa \(difference)."),
                en: "Needs exactly \(expected) \(unitEnglish): "
                    + (length < expected ? "\(difference) missing." : "\(difference) too many.")))
    }

    static let digitsOnly = FieldIssue(
        code: "digits_only",
        message: Phrase("Chỉ nhập chữ số 0–9.", en: "Enter the digits 0–9 only."))

    static let pattern = FieldIssue(
        code: "pattern",
        message: Phrase(
            "Không đúng mẫu của mục này; xem hướng dẫn bên dưới.",
            en: "Not in the form that this field asks for: see the help below."))

    static func hiddenCharacter(_ scalar: Unicode.Scalar, at position: Int) -> FieldIssue {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        return FieldIssue(
            code: "invalid_character",
            message: Phrase(
                "Có ký tự ẩn \(name) ở vị trí \(position); xóa đi và gõ lại chỗ đó.",
                en: "There is a hidden character \(name) at position \(position): delete and retype it."))
    }

    static func tooManyMarks(at position: Int) -> FieldIssue {
        FieldIssue(
            code: "invalid_character",
            message: Phrase(
                "Chữ ở vị trí \(position) có quá nhiều dấu; xóa đi và gõ lại.",
                en: "The letter at position \(position) carries too many marks: delete and retype it."))
    }

    static func personName(_ character: Character) -> FieldIssue {
        FieldIssue(
            code: "person_name",
            message: Phrase(
                "Họ và tên chỉ gồm chữ, dấu cách, dấu nháy, dấu nối và dấu chấm; bỏ “\(character)”.",
                en: "A name has letters, blanks, apostrophes, hyphens and dots only: remove “\(character)”."))
    }

    static let personNameWithoutLetter = FieldIssue(
        code: "person_name",
        message: Phrase("Họ và tên phải có chữ cái.", en: "A name must have letters."))

    static let unknownOption = FieldIssue(
        code: "unknown_option",
        message: Phrase(
            "Lựa chọn này không có trong danh sách; chọn lại.",
            en: "No such choice in the list: choose again."))

    static let repeatedOption = FieldIssue(
        code: "repeated_option",
        message: Phrase("Một lựa chọn có hai lần; bỏ bớt một.", en: "A choice stands twice: remove one."))

    static let computed = FieldIssue(
        code: "computed",
        message: Phrase(
            "Giá trị này do hệ thống tính, không khớp với các mục khác; mở lại biểu mẫu.",
            en: "This value is computed and does not agree with the other fields: reopen the form."))
}
