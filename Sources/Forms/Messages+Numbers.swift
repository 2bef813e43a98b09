extension Messages {
    static let dateFormat = FieldIssue(
        code: "date",
        message: Phrase(
            "Ngày viết ngày/tháng/năm, ví dụ 12/03/1985.",
            en: "Write dates as day/month/year, as in 12/03/1985."))

    static func noSuchMonth(_ month: Int) -> FieldIssue {
        FieldIssue(
            code: "date",
            message: Phrase(
                "Không có tháng \(month); tháng từ 1 đến 12, ngày viết trước tháng.",
                en: "There is no month \(month): the day comes before the month."))
    }

    static func noSuchDay(_ day: Int, _ month: Int, _ year: Int) -> FieldIssue {
        let last = LocalDate.days(in: month, of: year)
        return FieldIssue(
            code: "date",
            message: Phrase(
                "Tháng \(month)/\(year) chỉ có \(last) ngày, không có ngày \(day).",
                en: "\(month)/\(year) has only \(last) days, there is no \(day)."))
    }

    static func tooEarly(_ bound: LocalDate, today: LocalDate) -> FieldIssue {
        FieldIssue(
            code: "too_early",
            message: bound == today
                ? Phrase(
                    "Không được trước hôm nay (\(bound.display)).",
                    en: "Must not be before today (\(bound.display)).")
                : Phrase(
                    "Sớm nhất là \(bound.display).", en: "\(bound.display) at the earliest."))
    }

    static func tooLate(_ bound: LocalDate, today: LocalDate) -> FieldIssue {
        FieldIssue(
            code: "too_late",
            message: bound == today
                ? Phrase(
                    "Không được sau hôm nay (\(bound.display)).",
                    en: "Must not be after today (\(bound.display)).")
                : Phrase("Muộn nhất là \(bound.display).", en: "\(bound.display) at the latest."))
    }

    static let number = FieldIssue(
        code: "number",
        message: Phrase(
            "Chỉ nhập số nguyên, ví dụ 3 hoặc 1.500.", en: "Enter a whole number, as in 3 or 1.500."))

    static let money = FieldIssue(
        code: "money",
        message: Phrase(
            "Số tiền là số nguyên đồng, ví dụ 16.000.", en: "Enter an amount in whole dong, as in 16.000."))

    static let hugeNumber = FieldIssue(
        code: "too_large", message: Phrase("Số quá lớn; kiểm tra lại.", en: "The number is too large."))

    static func tooSmall(_ bound: Int, money: Bool) -> FieldIssue {
        let text = money ? Money(bound).display : Money(bound).grouped
        return FieldIssue(
            code: "too_small", message: Phrase("Nhỏ nhất là \(text).", en: "\(text) at the least."))
    }

    static func tooLarge(_ bound: Int, money: Bool) -> FieldIssue {
        let text = money ? Money(bound).display : Money(bound).grouped
        return FieldIssue(
            code: "too_large", message: Phrase("Lớn nhất là \(text).", en: "\(text) at the most."))
    }
}
