import Forms

extension ToolkitStrings {
    // MARK: - Times

    public static let now = Phrase("Bây giờ", en: "Now")
    public static let nowRefused = Phrase(
        "Giờ hiện tại nằm ngoài khoảng được phép.", en: "The present time is out of the range.")
    public static let timePattern = Phrase("HH:MM")
    public static let timeRangePattern = Phrase("HH:MM - HH:MM")
    public static let timeFrom = Phrase("Từ giờ nào?", en: "From what time?")

    public static func timeTo(from first: String) -> Phrase {
        Phrase("Từ \(first) đến giờ nào?", en: "From \(first) to what time?")
    }

    // MARK: - Numbers on a scale

    public static func least(_ number: Int) -> Phrase {
        Phrase("Nhỏ nhất là \(grouped(number)).", en: "The least is \(grouped(number)).")
    }

    public static func most(_ number: Int) -> Phrase {
        Phrase("Lớn nhất là \(grouped(number)).", en: "The most is \(grouped(number)).")
    }

    static func scale(_ rule: SliderRule) -> Phrase {
        let (least, most) = (grouped(rule.min), grouped(rule.max))
        guard rule.step > 1 else { return Phrase("Từ \(least) đến \(most).", en: "\(least) to \(most).") }
        return Phrase(
            "Từ \(least) đến \(most), mỗi bước \(grouped(rule.step)).",
            en: "\(least) to \(most), in steps of \(grouped(rule.step)).")
    }

    // MARK: - Search

    public static let searchHint = Phrase("Gõ để tìm", en: "Type to search")
    public static let popular = Phrase("Tìm nhiều", en: "Popular")
    public static let searching = Phrase("Đang tìm…", en: "Searching…")
    public static let searchFailed = Phrase(
        "Chưa tìm được; gõ thêm hoặc bớt một chữ để tìm lại.",
        en: "The search failed; type or erase a letter to try again.")
    public static let nothingFound = Phrase(
        "Không tìm thấy; thử gõ ít chữ hơn", en: "Nothing found; try fewer letters")
}
