import Forms

extension Strings.Keys {
    private static func words(_ vi: String, _ en: String, _ viHelp: String, _ enHelp: String) -> Words {
        Words(name: Strings.say(vi, en), help: Strings.say(viHelp, enHelp))
    }

    static let till = words(
        "Thu phí", "Fees", "Hồ sơ còn phải nộp phí, lệ phí (thu ngân).",
        "Dossiers for which something is to be collected (cashier).")
    static let collect = words(
        "Thu", "Collect", "Thu tiền của hồ sơ đang chọn; đang chờ chuyển khoản thì mở lại mã QR.",
        "Collects for the selected dossier; where a transfer is waited for, shows its code again.")
    static let checkPayment = words(
        "Đã có chưa", "Has it come", "Hỏi xem tiền chuyển khoản đã về chưa.",
        "Asks whether the transfer has come.")
    static let printQRCode = words(
        "In phiếu", "Print", "In phiếu chuyển khoản có mã QR.", "Prints a slip with the code.")
    static let cancelPayment = words(
        "Bỏ yêu cầu", "Give up", "Bỏ yêu cầu chuyển khoản, để thu cách khác.",
        "Gives the transfer up, so that it is collected in another way.")
    static func handed(_ number: Int) -> Words {
        words(
            "Khách đưa \(number)", "Handed over \(number)",
            "Ghi số tiền tròn thứ \(number) là tiền khách đưa.",
            "Takes the round sum number \(number) as what was handed over.")
    }
    static let findOwing = words(
        "Tìm", "Find", "Tìm theo mã hồ sơ hoặc phiếu.", "Searches by a dossier's code or slip.")
    static let drawers = words(
        "Ngăn kéo", "Drawer", "Mở, kiểm đếm, đóng ngăn kéo tiền.", "Opens, counts and closes the drawer.")
    static let receipts = words(
        "Biên lai", "Receipts", "Biên lai hôm nay: tra, in lại, hủy, hoàn tiền.",
        "Today's receipts: search, reprint, void, refund.")
    static let openDrawer = words(
        "Mở ngăn", "Open", "Mở ngăn kéo với số tiền đầu ca.", "Opens a drawer with what lies in it.")
    static let countDrawer = words(
        "Kiểm đếm", "Count", "Kiểm đếm theo mệnh giá; xong mới biết số phải có.",
        "Counts by notes; only then it is told what should be there.")
    static let closeOfDrawer = words(
        "Đóng ngăn", "Close drawer", "Đóng ngăn kéo đã kiểm đếm.", "Closes the drawer that was counted.")
    static let putIn = words(
        "Nộp vào", "Put in", "Nộp tiền từ quỹ vào ngăn kéo.", "Puts money in from the safe.")
    static let takeOut = words(
        "Rút ra", "Take out", "Rút tiền từ ngăn kéo về quỹ.", "Takes money out to the safe.")
    static let openReceipt = words("Mở", "Open", "Mở biên lai đang chọn.", "Opens the receipt.")
    static let findReceipt = words(
        "Tìm", "Find", "Tìm theo số biên lai hoặc mã hồ sơ, mọi ngày.",
        "Searches by number or dossier's code, any day.")
    static let printReceipt = words(
        "In biên lai", "Print", "In biên lai; lần thứ hai trở đi là bản in lại.",
        "Prints the receipt; from the second time on as a reprint.")
    static let voidReceipt = words(
        "Hủy", "Void", "Hủy biên lai, ghi lý do.", "Makes the receipt void, with the reason.")
    static let replaceReceipt = words(
        "Thay", "Replace", "Hủy và lập biên lai khác thay.", "Makes it void and puts another in its place.")
    static let refundReceipt = words(
        "Hoàn tiền", "Refund", "Hoàn tiền; người hoàn phải khác người đã thu.",
        "Gives money back; another person than who took it.")
}
