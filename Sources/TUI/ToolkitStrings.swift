import Forms

/// Every word that the toolkit itself shows.
public enum ToolkitStrings {
    // MARK: - Buttons and choices

    public static let ok = Phrase("Đồng ý", en: "OK")
    public static let cancel = Phrase("Hủy", en: "Cancel")
    public static let close = Phrase("Đóng", en: "Close")
    public static let yes = Phrase("Có", en: "Yes")
    public static let no = Phrase("Không", en: "No")
    public static let submit = Phrase("Gửi", en: "Submit")
    public static let help = Phrase("Trợ giúp", en: "Help")
    public static let working = Phrase("Đang xử lý…", en: "Working…")
    public static let selectAll = Phrase("Chọn tất cả", en: "Select all")
    public static let deselectAll = Phrase("Bỏ chọn tất cả", en: "Deselect all")
    public static let show = Phrase("Hiện", en: "Show")
    public static let hide = Phrase("Ẩn", en: "Hide")
    public static let today = Phrase("Hôm nay", en: "Today")
    public static let row = Phrase("Dòng", en: "Row")

    // MARK: - Lists

    public static let noMatch = Phrase("Không có mục nào khớp", en: "Nothing matches")
    public static let noOptions = Phrase("Danh sách trống", en: "The list is empty")
    public static let loading = Phrase("Đang tải danh sách…", en: "Loading the list…")
    public static let filterHint = Phrase("Gõ để lọc, không cần dấu", en: "Type to filter, accents not needed")

    public static func chosen(_ count: Int) -> Phrase {
        Phrase("đã chọn \(count)", en: "\(count) chosen")
    }

    public static func shown(_ count: Int, of total: Int) -> Phrase {
        Phrase("\(grouped(count))/\(grouped(total)) mục", en: "\(grouped(count)) of \(grouped(total))")
    }

    // MARK: - Refused input

    public static func full(_ limit: Int) -> Phrase {
        Phrase(
            "Ô này dài nhất \(grouped(limit)) ký tự; ký tự vừa gõ không được nhận.",
            en: "At most \(grouped(limit)) characters; the last one was not taken.")
    }

    public static func pasteCut(taken: Int, refused: Int, limit: Int) -> Phrase {
        Phrase(
            "Đã dán \(grouped(taken)) ký tự; \(grouped(refused)) ký tự cuối không được nhận vì ô dài nhất "
                + "\(grouped(limit)). Alt-Z để bỏ đoạn vừa dán.",
            en: "\(grouped(taken)) characters pasted; the last \(grouped(refused)) were not taken, the limit "
                + "is \(grouped(limit)). Alt-Z takes the paste back.")
    }

    public static func refused(_ character: Character, by alphabet: TextInput.Alphabet) -> Phrase {
        let sign = "“\(character)”"
        return switch alphabet {
        case .any: Phrase("Ô này không nhận ký tự \(sign).", en: "\(sign) is not taken here.")
        case .digits: Phrase("Ô này chỉ nhận chữ số; \(sign) không được nhận.", en: "Digits only; \(sign) was not taken.")
        case .amount:
            Phrase("Ô này chỉ nhận số, ví dụ 16.000; \(sign) không được nhận.", en: "Numbers only, like 16.000; \(sign) was not taken.")
        case .date:
            Phrase("Ngày chỉ gồm chữ số và dấu /; \(sign) không được nhận.", en: "A date has digits and / only; \(sign) was not taken.")
        }
    }

    public static func pasteRefused(by alphabet: TextInput.Alphabet) -> Phrase {
        switch alphabet {
        case .any: Phrase("Không dán được vào ô này.", en: "Cannot be pasted here.")
        case .digits:
            Phrase(
                "Không dán: ô này chỉ nhận chữ số, nội dung dán có ký tự khác. Ô giữ nguyên như cũ.",
                en: "Not pasted: digits only, and the text has other characters. The field is unchanged.")
        case .amount:
            Phrase(
                "Không dán: ô này chỉ nhận số, ví dụ 16.000. Ô giữ nguyên như cũ.",
                en: "Not pasted: numbers only, like 16.000. The field is unchanged.")
        case .date:
            Phrase(
                "Không dán: ô này chỉ nhận ngày, ví dụ 31/12/1990. Ô giữ nguyên như cũ.",
                en: "Not pasted: a date only, like 31/12/1990. The field is unchanged.")
        }
    }

    // MARK: - Text area

    public static func counter(characters: Int, limit: Int, words: Int) -> Phrase {
        Phrase(
            "\(grouped(characters))/\(grouped(limit)) ký tự, \(grouped(words)) từ",
            en: "\(grouped(characters))/\(grouped(limit)) characters, \(grouped(words)) words")
    }

    // MARK: - Dates

    public static let datePattern = Phrase("DD/MM/YYYY")
    public static let calendarHint = Phrase(
        "PgUp/PgDn tháng · Alt-PgUp/PgDn năm", en: "PgUp/PgDn month · Alt-PgUp/PgDn year")
    public static let weekdays = Phrase("T2 T3 T4 T5 T6 T7 CN", en: "Mo Tu We Th Fr Sa Su")

    public static func month(_ month: Int, _ year: Int) -> Phrase {
        Phrase("Tháng \(month)/\(year)", en: "\(month)/\(year)")
    }

    public static func allowed(from first: String?, to last: String?) -> Phrase {
        switch (first, last) {
        case (let first?, let last?): Phrase("Từ \(first) đến \(last)", en: "\(first) to \(last)")
        case (let first?, nil): Phrase("Từ \(first)", en: "From \(first)")
        case (nil, let last?): Phrase("Đến \(last)", en: "Up to \(last)")
        case (nil, nil): Phrase("")
        }
    }

    /// A whole number with points between the thousands, as Vietnamese papers write it.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { text.append(".") }
            text.append(digit)
        }
        return text
    }
}
