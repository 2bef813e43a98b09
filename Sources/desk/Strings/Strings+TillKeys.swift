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
}
