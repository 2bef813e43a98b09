extension Messages {
    static let dateRange = FieldIssue(
        code: "date_range",
        message: Phrase(
            "Khoảng ngày viết từ ngày - đến ngày, ví dụ 01/01/2026 - 31/01/2026.",
            en: "Write a range as first day - last day, as in 01/01/2026 - 31/01/2026."))

    static let time = FieldIssue(
        code: "time",
        message: Phrase(
            "Giờ viết giờ:phút, từ 00:00 đến 23:59, ví dụ 8:30; buổi chiều viết 13:30 hoặc 1:30 CH.",
            en: "Write times as hour:minute from 00:00 to 23:59, as in 8:30; after noon 13:30 or 1:30 PM."))

    static let timeRange = FieldIssue(
        code: "time_range",
        message: Phrase(
            "Khoảng giờ viết từ giờ - đến giờ, ví dụ 8:00 - 11:30.",
            en: "Write a range as first time - last time, as in 8:00 - 11:30."))

    static let rangeReversed = FieldIssue(
        code: "range_reversed",
        message: Phrase(
            "Đầu khoảng đang sau cuối khoảng; đổi chỗ hai giá trị.",
            en: "The range ends before it begins: exchange the two."))

    static func tooEarly(_ bound: LocalTime, _ clock: TimeClock) -> FieldIssue {
        let text = bound.display(clock: clock)
        return FieldIssue(
            code: "too_early", message: Phrase("Sớm nhất là \(text).", en: "\(text) at the earliest."))
    }

    static func tooLate(_ bound: LocalTime, _ clock: TimeClock) -> FieldIssue {
        let text = bound.display(clock: clock)
        return FieldIssue(
            code: "too_late", message: Phrase("Muộn nhất là \(text).", en: "\(text) at the latest."))
    }

    static func offScale(_ rule: SliderRule) -> FieldIssue {
        let first = Money(rule.min).grouped
        let step = Money(rule.step).grouped
        return FieldIssue(
            code: "off_scale",
            message: Phrase(
                "Giá trị phải cách \(first) một số lần \(step).",
                en: "Must be \(first) and a multiple of \(step) more."))
    }

    static let files = FieldIssue(
        code: "files",
        message: Phrase(
            "Danh sách tệp không đúng dạng; chọn lại tệp.",
            en: "The list of files is not in order: choose the files again."))

    static func tooManyFiles(_ count: Int, _ most: Int) -> FieldIssue {
        FieldIssue(
            code: "too_many_files",
            message: Phrase(
                "Có \(count) tệp, nhiều nhất \(most); bỏ bớt \(count - most) tệp.",
                en: "\(Phrase.counted(count, "file")), at most \(most): remove \(count - most)."))
    }

    static func fileType(_ types: [FileType]) -> FieldIssue {
        let vi = types.map(\.name.vi).joined(separator: ", ")
        let en = types.map { $0.name.text(.en) }.joined(separator: ", ")
        return FieldIssue(
            code: "file_type",
            message: Phrase("Chỉ nhận tệp \(vi).", en: "Only these files are taken: \(en)."))
    }

    static func emptyFile(_ name: String) -> FieldIssue {
        FieldIssue(
            code: "empty_file",
            message: Phrase("Tệp “\(name)” rỗng; chọn tệp khác.", en: "The file “\(name)” is empty."))
    }

    static func fileTooLarge(_ name: String, _ size: Int, _ most: Int) -> FieldIssue {
        FieldIssue(
            code: "file_too_large",
            message: Phrase(
                "Tệp “\(name)” có \(bytes(size, "byte")), tối đa \(bytes(most, "byte")).",
                en: "The file “\(name)” has \(bytes(size, "bytes")), at most \(bytes(most, "bytes"))."))
    }

    /// To a tenth, rounded up where it is not whole, so that a size over a bound never reads like the bound.
    private static func bytes(_ count: Int, _ word: String) -> String {
        for (unit, name) in [(1 << 20, "MiB"), (1 << 10, "KiB")] where count >= unit {
            let tenths = count / unit * 10 + (count % unit * 10 + unit - 1) / unit
            return tenths % 10 == 0 ? "\(tenths / 10) \(name)" : "\(tenths / 10),\(tenths % 10) \(name)"
        }
        return "\(count) \(word)"
    }

    static func repeatedFile(_ name: String) -> FieldIssue {
        FieldIssue(
            code: "repeated_file",
            message: Phrase(
                "Tệp “\(name)” có hai lần; bỏ bớt một.", en: "The file “\(name)” stands twice: remove one."))
    }
}
