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
    public static let row = Phrase("Dòng", en: "Row")

    // MARK: - Lists

    public static let noMatch = Phrase("Không có mục nào khớp", en: "Nothing matches")
    public static let noOptions = Phrase("Danh sách trống", en: "The list is empty")
    public static let loading = Phrase("Đang tải danh sách…", en: "Loading the list…")
    public static let filterHint = Phrase(
        "Gõ để lọc, không cần dấu", en: "Type to filter, accents not needed")

    public static func chosen(_ count: Int) -> Phrase {
        Phrase("đã chọn \(count)", en: "\(count) chosen")
    }

    public static func shown(_ count: Int, of total: Int) -> Phrase {
        Phrase("\(grouped(count))/\(grouped(total)) mục", en: "\(grouped(count)) of \(grouped(total))")
    }

    // MARK: - Forms

    public static let choose = Phrase("Chưa chọn", en: "Not chosen")
    public static let nothingChosen = Phrase("Không", en: "None")
    public static let chooseOne = Phrase("Chọn…", en: "Choose…")
    public static let notTyped = Phrase(
        "Ở đây không gõ chữ được; phím vừa gõ không được nhận.", en: "Nothing can be typed here.")
    /// A letter that begins none of a few choices.
    static func noChoice(_ text: String) -> Phrase {
        Phrase(
            "Không lựa chọn nào bắt đầu bằng “\(text)”: mũi tên rồi dấu cách để chọn.",
            en: "No choice begins with “\(text)”: an arrow, then Space chooses.")
    }
    public static let lastDossier = Phrase("hồ sơ trước", en: "last dossier")
    public static let noErrors = Phrase("Không có lỗi nào.", en: "No errors.")
    public static let errorList = Phrase("Các lỗi", en: "Errors")
    public static let stillWorking = Phrase(
        "Đang gửi, chưa nhận phím này. Chờ một lát.", en: "Still submitting; wait a moment.")
    public static let noList = Phrase("Ô này không có danh sách.", en: "This field has no list.")
    static func nothingChosen(_ query: String) -> Phrase {
        Phrase(
            "Không có mục nào khớp “\(query)”; chưa chọn gì.",
            en: "Nothing matches “\(query)”; nothing chosen.")
    }
    public static let noRows = Phrase("Ở đây không thêm, xóa dòng được.", en: "There are no rows here.")
    public static let rowRemoved = Phrase(
        "Đã xóa dòng. Alt-Z để lấy lại.", en: "Row removed. Alt-Z brings it back.")
    public static let nothingToUndo = Phrase("Không còn gì để hoàn tác.", en: "Nothing to undo.")
    public static let nothingToRedo = Phrase("Không có gì để làm lại.", en: "Nothing to redo.")
    public static let nothingToRepeat = Phrase(
        "Không có giá trị trước cho ô này.", en: "There is no value from before for this field.")
    public static let nothingToReport = Phrase(
        "Ô này không lấy giá trị từ nguồn nào.", en: "This field was not filled in from a source.")
    public static let revealHelp = Phrase("Hiện hoặc ẩn mật khẩu.", en: "Shows or hides the password.")
    public static let removeRowHelp = Phrase(
        "Xóa dòng này; Alt-Z lấy lại được.", en: "Removes this row; Alt-Z brings it back.")
    public static let submitHelp = Phrase(
        "Enter để gửi; các ô được kiểm tra trước.", en: "Enter submits; all fields are checked first.")
    /// - Parameters:
    ///   - entersOn: Enter goes on to the next field, and does nothing else in this one.
    ///   - submit: What the key that ends the form does here; nil where the form's own does nothing.
    public static func formKeys(entersOn: Bool, submit: Phrase?) -> Phrase {
        let on = entersOn ? "Tab, Enter" : "Tab"
        func end(_ language: Language) -> String {
            guard let words = submit?.text(language), let first = words.first else { return "" }
            return " F10: " + first.lowercased() + words.dropFirst() + "."
        }
        return Phrase(
            "\(on): ô sau. Shift-Tab: ô trước. F8: lỗi sau.\(end(.vi)) Alt-Z: hoàn tác. F1 lần nữa: mọi phím.",
            en: "\(on): next field. Shift-Tab: field before. F8: next error.\(end(.en)) Alt-Z: undo. "
                + "F1 again: all keys.")
    }

    public static func errors(_ count: Int) -> Phrase {
        Phrase(
            "Còn \(count) lỗi. F8: lỗi sau, Alt-E: xem tất cả.",
            en: "\(Phrase.counted(count, "error")). F8: next one, Alt-E: all of them.")
    }

    public static func errorCount(_ count: Int) -> Phrase {
        Phrase("\(count) lỗi", en: Phrase.counted(count, "error"))
    }

    public static func allChosen(_ count: Int) -> Phrase {
        Phrase("Tất cả (\(count))", en: "All (\(count))")
    }

    public static func filledFrom(_ source: Phrase) -> Phrase {
        Phrase("Lấy từ \(source.vi), sửa được.", en: "Filled in from \(source.text(.en)); can be changed.")
    }

    public static func mostRows(_ count: Int) -> Phrase {
        Phrase("Nhiều nhất \(count) dòng.", en: "At most \(Phrase.counted(count, "row")).")
    }

    public static func leastRows(_ count: Int) -> Phrase {
        Phrase(
            "Phải có ít nhất \(count) dòng.",
            en: "At least \(Phrase.counted(count, "row is", "rows are")) needed.")
    }

    public static func addRowHelp(_ count: Int, of most: Int) -> Phrase {
        Phrase(
            "Có \(count) dòng, nhiều nhất \(most).", en: "\(Phrase.counted(count, "row")), at most \(most).")
    }

    /// How a field of a kind is worked with, for its F1 help.
    static func keys(of field: Field) -> Phrase {
        switch field.kind {
        case .text, .password, .number, .money:
            Phrase("Ctrl-U xóa đến đầu ô.", en: "Ctrl-U erases to the start.")
        case .textArea: textAreaKeys
        case .radio:
            Phrase("←, → hoặc phím cách để chọn.", en: "Left, Right or Space choose.")
        case .checkbox, .checkboxes:
            Phrase("Phím cách để đánh dấu; Alt-A chọn tất cả.", en: "Space ticks; Alt-A ticks all.")
        case .dropdown:
            Phrase(
                "↓, F4 hoặc gõ chữ để mở danh sách; gõ không cần dấu. Del để bỏ chọn.",
                en: "Down, F4 or a letter opens the list; accents are not needed. Del empties it.")
        case .date:
            Phrase(
                "Gõ 31/12/1990, 311290 hay 3112 (năm nay). ↓ hoặc F4 mở lịch.",
                en: "Type 31/12/1990, 311290 or 3112 (this year). Down or F4 opens the calendar.")
        case .dateRange:
            Phrase(
                "Gõ hai ngày cách nhau dấu -, hoặc ↓, F4 mở lịch: chọn ngày đầu rồi ngày cuối.",
                en: "Type two dates with a dash, or Down or F4: choose the first day, then the last.")
        case .time, .timeRange:
            Phrase(
                "Gõ 8, 830 hay 8:30; Alt-G ghi giờ hiện tại; ↓ hoặc F4 mở danh sách giờ.",
                en: "Type 8, 830 or 8:30; Alt-G writes the present time; Down or F4 opens the list.")
        case .spinBox:
            Phrase("↑, ↓ để tăng, giảm; hoặc gõ số.", en: "Up and Down step; or type the number.")
        case .slider(let rule):
            rule.vertical
                ? Phrase(
                    "↑, ↓ để tăng, giảm; Home, End về hai đầu; hoặc gõ số.",
                    en: "Up and Down change it; Home and End go to the ends; or type the number.")
                : Phrase(
                    "←, → để giảm, tăng; Home, End về hai đầu; hoặc gõ số.",
                    en: "Left and Right change it; Home and End go to the ends; or type the number.")
        case .search:
            Phrase(
                "Gõ để tìm, không cần dấu; ↓ hoặc F4 xem các mục hay tìm. Del để bỏ chọn.",
                en: "Type to search, accents are not needed; Down or F4 shows popular ones. Del empties it.")
        case .files: filesHelp
        case .note: Phrase("")
        }
    }

    // MARK: - What a format asks for

    public static let dateHint = Phrase(
        "Ngày/tháng/năm, ví dụ 31/12/1990.", en: "Day/month/year, as 31/12/1990.")
    public static let digitsOnly = Phrase("Chỉ gồm chữ số.", en: "Digits only.")
    public static let textAreaHint = Phrase(
        "Enter xuống dòng, Tab sang ô sau.", en: "Enter starts a line, Tab goes on.")
    public static let manyHint = Phrase("Chọn được nhiều mục.", en: "Several can be chosen.")
    public static let findHint = Phrase(
        "Gõ vài chữ, rồi chọn trong những mục tìm được.",
        en: "Type a few letters, then choose from what is found.")
    public static let textAreaKeys = Phrase(
        "Enter xuống dòng, Tab sang ô sau. Alt-+ và Alt-- đổi chiều cao của ô.",
        en: "Enter starts a line, Tab goes on. Alt-+ and Alt-- change the height of the field.")

    public static func digits(_ count: Int) -> Phrase {
        Phrase("Đúng \(count) chữ số.", en: "Exactly \(Phrase.counted(count, "digit")).")
    }

    public static func characters(_ count: Int) -> Phrase {
        Phrase("Đúng \(count) ký tự.", en: "Exactly \(Phrase.counted(count, "character")).")
    }

    static func hint(_ format: TextFormat) -> Phrase {
        switch format {
        case .identityNumber:
            Phrase("12 chữ số trên thẻ căn cước.", en: "The 12 digits on the identity card.")
        case .phone: Phrase("Ví dụ 0912345678.", en: "As 0912345678.")
        case .email: Phrase("Ví dụ ten@coquan.vn.", en: "As name@office.vn.")
        case .taxCode: Phrase("10 chữ số, hoặc 10 chữ số-3 chữ số.", en: "10 digits, or 10 digits-3 digits.")
        case .personName: Phrase("Viết đủ họ, đệm và tên.", en: "The full name.")
        case .dossierCode: Phrase("Ví dụ H26.1.5-261123-0001.", en: "As H26.1.5-261123-0001.")
        }
    }

    /// A year is a number without points; from five digits on they help.
    static func range(_ least: Int?, _ most: Int?, isMoney: Bool) -> Phrase? {
        let unit = isMoney ? " đ" : ""
        func shown(_ number: Int) -> String {
            isMoney || number.magnitude >= 10_000 ? grouped(number) : String(number)
        }
        return switch (least.map(shown), most.map(shown)) {
        case (let least?, let most?):
            Phrase("Từ \(least) đến \(most)\(unit).", en: "\(least) to \(most)\(unit).")
        case (let least?, nil):
            Phrase("Từ \(least)\(unit) trở lên.", en: "\(least)\(unit) or more.")
        case (nil, let most?): Phrase("Nhiều nhất \(most)\(unit).", en: "At most \(most)\(unit).")
        case (nil, nil): nil
        }
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
        case .digits:
            Phrase(
                "Ô này chỉ nhận chữ số; \(sign) không được nhận.", en: "Digits only; \(sign) was not taken.")
        case .amount:
            Phrase(
                "Ô số chỉ nhận chữ số, ví dụ 16.000; \(sign) không hợp lệ.",
                en: "A number has digits only, like 16.000; \(sign) is not valid.")
        case .date:
            Phrase(
                "Ô ngày chỉ nhận chữ số, ví dụ 12031985; \(sign) không hợp lệ.",
                en: "A date has digits only, like 12031985; \(sign) is not valid.")
        case .time:
            Phrase(
                "Ô giờ nhận chữ số, SA và CH, ví dụ 8:30; \(sign) không hợp lệ.",
                en: "A time has digits, AM and PM, like 8:30; \(sign) is not valid.")
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
        case .time:
            Phrase(
                "Không dán: ô này chỉ nhận giờ, ví dụ 8:30. Ô giữ nguyên như cũ.",
                en: "Not pasted: a time only, like 8:30. The field is unchanged.")
        }
    }

    // MARK: - Text area

    public static let grown = Phrase("Ô đã cao hết mức.", en: "The field is as high as it can be.")
    public static let shrunk = Phrase("Ô đã thấp hết mức.", en: "The field is as low as it can be.")

    public static func counter(characters: Int, limit: Int, words: Int) -> Phrase {
        Phrase(
            "\(grouped(characters))/\(grouped(limit)) ký tự, \(grouped(words)) từ",
            en: "\(grouped(characters))/\(grouped(limit)) characters, \(grouped(words)) words")
    }

    // MARK: - Dates

    public static let dateRangeHint = Phrase(
        "Ngày đầu - ngày cuối, ví dụ 01/01/2026 - 31/03/2026.",
        en: "First day - last day, as 01/01/2026 - 31/03/2026.")

    static func timeHint(_ clock: TimeClock) -> Phrase {
        switch clock {
        case .h24: Phrase("Giờ:phút, ví dụ 08:30.", en: "Hours:minutes, as 08:30.")
        case .h12: Phrase("Ví dụ 08:30 SA (sáng), 01:30 CH (chiều).", en: "As 08:30 SA (am), 01:30 CH (pm).")
        }
    }

    static func timeRangeHint(_ clock: TimeClock) -> Phrase {
        switch clock {
        case .h24: Phrase("Từ giờ - đến giờ, ví dụ 08:00 - 11:30.", en: "From - to, as 08:00 - 11:30.")
        case .h12:
            Phrase(
                "Từ giờ - đến giờ, ví dụ 08:00 SA - 01:30 CH.", en: "From - to, as 08:00 SA - 01:30 CH.")
        }
    }

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

    public static let dateRangePattern = Phrase("DD/MM/YYYY - DD/MM/YYYY")

    /// What the calendar asks for when two days are chosen.
    public static func rangeStep(from first: String?) -> Phrase {
        guard let first else { return Phrase("Chọn ngày đầu", en: "Choose the first day") }
        return Phrase("Từ \(first) đến…", en: "From \(first) to…")
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
