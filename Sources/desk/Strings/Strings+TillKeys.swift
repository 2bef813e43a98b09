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
    static let saveReceiptXML = words(
        "Lưu XML", "Save XML", "Lưu biên lai điện tử dạng XML, có chỗ cho chữ ký số.",
        "Saves the electronic receipt as XML, with a place for the issuer's signature.")
    static let voidReceipt = words(
        "Hủy", "Void", "Hủy biên lai, ghi lý do.", "Makes the receipt void, with the reason.")
    static let replaceReceipt = words(
        "Thay", "Replace", "Hủy và lập biên lai khác thay.", "Makes it void and puts another in its place.")
    static let refundReceipt = words(
        "Hoàn tiền", "Refund", "Hoàn tiền; người hoàn phải khác người đã thu.",
        "Gives money back; another person than who took it.")
    static let reconcile = words(
        "Đối soát", "Reconcile", "Sổ, biên lai, ngăn kéo, ngân hàng, nền tảng trong ngày.",
        "Ledger, receipts, drawers, bank and platform of the day.")
    static let settleWork = words(
        "Xử lý", "Settle", "Ghép tiền vào hồ sơ, lập biên lai còn thiếu, mở ngăn kéo chưa đóng.",
        "Gives the money to a dossier, issues the missing receipt, opens the drawers.")
    static let giveBackMoney = words(
        "Trả lại", "Send back", "Ghi trả lại khoản tiền không thuộc hồ sơ nào.",
        "Records that money which is no dossier's goes back.")
    static let takeBankFile = words(
        "Tệp ngân hàng", "Bank file", "Chọn tệp CSV sao kê của ngân hàng.", "Chooses the bank's CSV file.")
    static let daySummary = words(
        "Tổng hợp", "Summary", "Bảng tổng hợp biên lai trong ngày gửi cơ quan thuế.",
        "The day's receipts for the tax authority.")
    static let monthChart = words(
        "Tháng", "Month", "Biểu đồ thu trong tháng.", "The month as a chart.")
    static let dayBefore = words(
        "Ngày trước", "Day before", "Đối soát ngày trước.", "The books of the day before.")
    static let dayAfter = words("Ngày sau", "Day after", "Đối soát ngày sau.", "The books of the day after.")
    static let saveSummaryXML = words(
        "Lưu XML", "Save XML", "Lưu bảng tổng hợp dạng XML.", "Saves the summary as XML.")
    static let saveSummaryTable = words(
        "Lưu bảng", "Save table", "Lưu bảng tổng hợp cho bảng tính (CSV).",
        "Saves the summary for a spreadsheet (CSV).")
    static let openDay = words(
        "Đối soát", "Books", "Đối soát ngày đang chọn.", "Opens the books of the day under the mark.")
    static let monthBefore = words("Tháng trước", "Month before", "Tháng trước.", "The month before.")
    static let monthAfter = words("Tháng sau", "Month after", "Tháng sau.", "The month after.")
    static let provisionalSlip = words(
        "Phiếu thu tạm", "Provisional slip",
        "In phiếu thu tạm, không có số biên lai, khi đã nhận tiền mặt mà mất kết nối.",
        "Prints a slip without a receipt's number where cash was taken and the server is away.")
    static let collectResult = words(
        "Thu phí", "Collect", "Thu phí của hồ sơ vừa tiếp nhận.", "Collects for the dossier just taken in.")
}
