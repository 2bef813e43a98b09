import Forms
import Models

extension Strings.Keys {
    private static func words(_ vi: String, _ en: String, _ viHelp: String, _ enHelp: String) -> Words {
        Words(name: Strings.say(vi, en), help: Strings.say(viHelp, enHelp))
    }

    /// A verb of the process, as a key. Where it is not possible the key says why.
    static func act(_ verb: ProcessAction) -> Words {
        Words(name: Strings.Act.name(verb), help: Strings.Act.help(verb))
    }

    static let dossierPapers = words(
        "Giấy tờ", "Papers", "Mẫu 01 đến 06 của hồ sơ: in được mẫu nào, vì sao chưa in được mẫu khác.",
        "Forms 01 to 06 of the dossier: which can be printed, and why not the others.")
    static let amendDossier = words(
        "Sửa", "Amend", "Sửa hồ sơ đã tiếp nhận kèm lý do, rồi in lại phiếu (bản sửa).",
        "Correct a received dossier with a reason, then print its slip anew.")
    static let dossierFiles = words(
        "Tệp", "Files", "Xem và lưu các tệp đính kèm của hồ sơ.",
        "Look at the files that came with the dossier, and save them.")
    static let viewFile = words(
        "Xem", "View", "Xem trước tệp đang chọn.", "Look at the chosen file.")
    static let saveFile = words(
        "Lưu", "Save", "Lưu tệp đang chọn vào thư mục phiếu in.",
        "Save the chosen file to the folder of printed slips.")
    static let nextDossier = words(
        "Hồ sơ sau", "Next", "Hồ sơ sau trong hàng đợi.", "The next dossier of the queue.")
    static let previousDossier = words(
        "Hồ sơ trước", "Previous", "Hồ sơ trước trong hàng đợi.", "The dossier before in the queue.")
    static let openBundle = words(
        "Liên thông", "Bundle", "Các hồ sơ tiếp nhận cùng một lần (liên thông), mỗi hồ sơ đang ở đâu.",
        "The dossiers that were taken in together, and where each of them stands.")
    static let closeAct = words(
        "Bỏ", "Leave", "Bỏ, không làm gì với hồ sơ.", "Leave without doing anything to the dossier.")
    static let filterQueue = words(
        "Lọc", "Filter", "Lọc hàng đợi theo trạng thái, thủ tục, kênh, người xử lý, ngày, chữ.",
        "Filter by status, procedure, channel, officer, dates, text.")
    static let markRow = words(
        "Đánh dấu", "Mark", "Đánh dấu hồ sơ để làm cùng lúc; bấm lại để bỏ.",
        "Mark the dossier for an act on many; again takes the mark away.")
    static let markAll = words(
        "Đánh dấu hết", "Mark all", "Đánh dấu mọi hồ sơ đã tải, nhiều nhất 200.",
        "Mark all that is loaded, at most 200.")
    static let clearMarks = words(
        "Bỏ dấu, bỏ lọc", "Clear", "Bỏ mọi dấu; không có dấu thì bỏ bộ lọc.",
        "Take all marks away; where there are none, the filter.")
    static let sortQueue = words(
        "Sắp xếp", "Sort", "Sắp xếp theo cột khác: hẹn trả, ngày nộp, tên, mã.",
        "Sort by another column: due, submitted, name, code.")
    static let reverseQueue = words(
        "Đảo thứ tự", "Reverse", "Đảo thứ tự sắp xếp.", "Reverse the order.")
    static let handOverAll = words(
        "Bàn giao hồ sơ", "Hand over", "Bàn giao mọi hồ sơ của một cán bộ cho người khác.",
        "Hand all dossiers of an officer over to another.")
    static let handOverNow = words(
        "Bàn giao", "Hand over", "Bàn giao những hồ sơ chuyển được trong danh sách.",
        "Hand over those of the list that can go.")
}
