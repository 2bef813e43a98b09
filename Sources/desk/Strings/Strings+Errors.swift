import Forms

extension Strings {
    /// What the client's errors mean for the officer and what to do. What the server says about an input
    /// comes in its own words.
    enum Errors {
        static let unreachable = say(
            "Không nối được tới máy chủ. Những gì đã gõ còn nguyên; thử lại khi có mạng.",
            "The server can't be reached. All you typed is still there; try again when the network is back.")
        static let timedOut = say(
            "Máy chủ trả lời quá chậm. Những gì đã gõ còn nguyên; hãy thử lại.",
            "The server took too long. All you typed is still there; try again.")
        static let garbage = say(
            "Máy chủ trả lời sai khuôn dạng. Những gì đã gõ còn nguyên; thử lại, nếu vẫn vậy hãy báo người quản trị.",
            "The server's answer makes no sense. All you typed is still there; try again, then tell the administrator."
        )
        static let tooLarge = say(
            "Câu trả lời của máy chủ quá lớn nên đã bị bỏ. Hãy thu hẹp yêu cầu hoặc báo người quản trị.",
            "The server's answer was too large and was dropped. Narrow the request or tell the administrator."
        )
        static let cancelled = say("Đã dừng.", "Stopped.")
        static let unauthorised = say("Phiên làm việc đã hết hạn.", "The session has ended.")
        static let busy = say(
            "Máy chủ đang bận, hãy thử lại sau ít giây.", "The server is busy, try again in a few seconds.")
        static let fullDisk = say("ổ đĩa đầy", "the disk is full")
        static let diskFull = say(
            "Ổ đĩa đầy: không lưu được nháp, desk chỉ còn giữ trong bộ nhớ. Hãy giải phóng chỗ trống, nháp sẽ tự lưu lại.",
            "The disk is full: the draft is kept in memory only. Free some space; it will be saved by itself."
        )
        static func store(_ reason: Phrase) -> Phrase {
            say(
                "Không lưu được nháp (\(reason.text(.vi))); desk chỉ còn giữ trong bộ nhớ.",
                "The draft can't be saved (\(reason.text(.en))); it is kept in memory only.")
        }
        static let openIntent = say(
            "Lần gửi trước của hồ sơ này chưa rõ kết quả. Nhấn F10 để gửi lại đúng lần ấy trước khi sửa.",
            "The earlier attempt of this dossier has no known outcome. Press F10 to finish it before changing."
        )
        static let missingFile = say(
            "Nháp này không còn trên máy: đã gửi xong hoặc đã xóa ở nơi khác. Về trang chủ để xem lại.",
            "This draft is no longer here: it was sent or deleted elsewhere. Go home to see what there is.")
        static let badFileName = say(
            "Mã của nháp này không hợp lệ nên không lưu được. Hãy mở lượt tiếp nhận mới và báo người quản trị.",
            "This draft's id is not valid and it can't be saved. Begin a new intake and tell the administrator."
        )
        static let unencodable = say(
            "Nội dung này không ghi ra tệp được. Đừng đóng màn hình; hãy gửi ngay bằng F10 và báo người quản trị.",
            "This content can't be written. Don't close the screen; send it with F10 and tell the administrator."
        )
        static let fileTooLarge = say(
            "Nháp quá lớn nên không lưu được. Hãy rút ngắn phần ghi chú và các ô chữ dài.",
            "The draft is too large to be saved. Shorten the note and the long texts.")
        static func system(_ what: String, _ number: Int32) -> Phrase {
            say("lỗi hệ thống \(number) khi \(what)", "system error \(number) at \(what)")
        }
        static let readOnlyDisk = say("ổ đĩa chỉ đọc", "the disk is read-only")
        static let deniedDisk = say("không có quyền ghi", "no right to write there")
        static let unsafeFolder = say(
            "thư mục không thuộc riêng người dùng này", "the folder is not this user's own")
        static let lockedStore = say(
            "một desk khác đang treo và giữ kho nháp; đóng desk ấy lại",
            "another desk hangs and holds the drafts; close it")
        static let noHome = say("chưa đặt HOME", "HOME is not set")
        static let notSent = say(
            "CHƯA gửi: ổ đĩa đầy nên không ghi lại được lần gửi. Giải phóng chỗ trống rồi F10.",
            "NOT sent: the disk is full and the act can't be recorded. Free some space, then F10.")
        static func notSent(_ reason: Phrase) -> Phrase {
            say(
                "CHƯA gửi, vì không ghi lại được lần gửi: \(reason.text(.vi))",
                "NOT sent, because the act could not be recorded: \(reason.text(.en))")
        }
        static let untrusted = say(
            "Máy chủ không chứng minh được danh tính (chứng thư số): không gửi gì. Hãy báo người quản trị.",
            "The server could not prove who it is (certificate): nothing was sent. Tell the administrator.")
        /// The server says of what there was too much, in Vietnamese, and for how long nothing more of it is taken.
        static func tooMany(_ text: String, wait seconds: Int?) -> Phrase {
            guard let seconds, seconds > 0 else { return say(text, text) }
            let minutes = (seconds + 59) / 60
            let time = minutes < 120 ? counted(minutes, "minute") : counted((minutes + 59) / 60, "hour")
            return say(text, "That was tried too often. Try again in \(time).")
        }
        static func problem(_ text: String, _ trace: String?) -> Phrase {
            guard let trace else { return say(text, text) }
            return say("\(text) (mã sự cố \(trace))", "\(text) (trace \(trace))")
        }
        static func failed(_ status: Int) -> Phrase {
            say(
                "Máy chủ gặp lỗi \(status). Những gì đã gõ còn nguyên; hãy thử lại.",
                "The server failed (\(status)). All you typed is still there; try again.")
        }
        static func library(_ reason: String) -> Phrase {
            say(
                "Thiếu thư viện libcurl trên máy này: \(reason)",
                "libcurl is missing on this machine: \(reason)")
        }
        static let authorities = say(
            "Không đọc được tệp chứng thư ([server] ca_file).",
            "The certificate file ([server] ca_file) can't be read.")
        static func unsendable(_ what: String) -> Phrase {
            say("Không gửi được yêu cầu: \(what)", "The request can't be sent: \(what)")
        }
        static func trace(_ id: String) -> Phrase { say("mã sự cố \(id)", "trace \(id)") }
    }
}
