import Forms

extension Strings {
    /// What a button does beyond its name: its tooltip (eForm BT-1).
    enum Buttons {
        static let bulk = say(
            "F10 làm cho mọi hồ sơ đã chọn; mỗi hồ sơ có kết quả riêng.",
            "F10 does it for all chosen dossiers; each has an outcome of its own.")
        static let calendar = say(
            "F10 xem hồ sơ nào đổi ngày hẹn; chưa đổi gì.",
            "F10 shows which appointments move; nothing is changed yet.")
        static let handOver = say(
            "F10 chuyển nháp sang đồng nghiệp; ở đây không còn nữa.",
            "F10 gives the draft to the colleague; here it is gone.")
        static let handOverAll = say(
            "F10 xem những gì sẽ chuyển; chưa chuyển gì.",
            "F10 shows what would be moved; nothing is moved yet.")
        static let report = say(
            "F10 gửi cho nơi quản lý dữ liệu; ô trên tờ khai giữ nguyên.",
            "F10 tells the owner of the data; the field of the form stays as it is.")
        static let mismatch = say(
            "F10 ghi cách xử lý và khép báo cáo; không mở lại được.",
            "F10 notes what was done and closes the report for good.")
        static let ticket = say(
            "F10 gửi một lần; người gọi được báo khi phiếu có trả lời.",
            "F10 sends it once; the caller is told when there is an answer.")
        static let attach = say(
            "F10 kèm phiếu vào cuộc gọi; gửi đi khi lưu cuộc gọi.",
            "F10 goes with the call; it is sent when the call is saved.")
        static let login = say(
            "F10 vào bàn làm việc; mật khẩu không lưu ở máy này.",
            "F10 opens your desk; the password is not kept on this machine.")
        static let collect = say(
            "F10 thu một lần, lập biên lai; chuyển khoản thì hiện mã QR.",
            "F10 takes it once and makes a receipt; a transfer shows its QR code.")
        static let calendarChoice = say(
            "F10 mở lịch của năm đó để sửa; chưa đổi gì.",
            "F10 opens that year's calendar; nothing is changed yet.")
        static let paper = say(
            "F10 cho xem giấy trước; chưa in gì.", "F10 shows the paper first; nothing is printed yet.")
        static let verify = say(
            "F10 đối chiếu với hồ sơ; trả lời sai được đếm.",
            "F10 compares it with the dossier; wrong answers are counted.")
    }
}
