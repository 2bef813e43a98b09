import Forms

extension Strings.Keys {
    private static func words(_ vi: String, _ en: String, _ viHelp: String, _ enHelp: String) -> Words {
        Words(name: Strings.say(vi, en), help: Strings.say(viHelp, enHelp))
    }

    static let answer = words(
        "Trả lời", "Answer", "Câu trả lời về hồ sơ, từng câu đọc được cho người hỏi.",
        "How it stands with the dossier, in sentences that can be read out.")
    static let filterLookup = words(
        "Lọc", "Filter",
        "Lọc theo trạng thái, thủ tục, đơn vị, kênh nộp, ngày nộp và quá hạn; dùng cùng lúc được. Ô tìm trống thì lọc mọi hồ sơ.",
        "Narrow by status, procedure, unit, channel, days and overdue, all at once; with an empty box all dossiers."
    )
    static let overdueOnly = words(
        "Quá hạn", "Overdue", "Chỉ hồ sơ quá hạn; bấm lần nữa thì thôi.",
        "Overdue dossiers only; again for all.")
    static let unfilterLookup = words(
        "Bỏ bớt", "Take off", "Bỏ điều kiện lọc cuối cùng đang hiện.",
        "Take the last shown part of the filter off.")
    static let clearLookupFilter = words(
        "Bỏ lọc", "No filter", "Bỏ mọi điều kiện lọc.", "Take the whole filter off.")
    static let copyAnswer = words(
        "Chép", "Copy", "Gửi câu trả lời tới bộ nhớ tạm của terminal; có terminal không nhận.",
        "Send the answer to the terminal's clipboard; some terminals ignore it.")
    static let openAnswered = words("Mở hồ sơ", "Dossier", "Mở trang hồ sơ.", "Open the dossier's page.")
}
