import Forms

extension Strings {
    /// `desk lookup` and `desk status`.
    enum Unattended {
        static let lookupHelp = say("Tra cứu hồ sơ, không mở màn hình.", "Look dossiers up without a screen.")
        static let statusHelp = say(
            "Đọc tình trạng một hồ sơ, không mở màn hình.",
            "Say how it stands with a dossier, without a screen.")
        static let discussion = say(
            """
            Tài khoản lấy từ biến môi trường DESK_ACCOUNT, mật khẩu từ dòng đầu của tệp DESK_PASSWORD_FILE; tập huấn thì \
            không cần. Mã kết thúc: 0 tìm thấy, 1 không có, 2 có nhiều hồ sơ, 64 gọi sai, 69 không nối được, 70 chưa trả lời đủ, 77 không đăng \
            nhập được.
            """,
            """
            The account comes from the environment's DESK_ACCOUNT, the password from the first line of the file \
            DESK_PASSWORD_FILE; training needs neither. Exit codes: 0 found, 1 nothing, 2 several dossiers, 64 wrong \
            call, 69 no server, 70 no whole answer, 77 no login.
            """)
        static let textHelp = say("Mã hồ sơ, cả mã hoặc một phần.", "A dossier's code, whole or in part.")
        static let lookupCodeHelp = say(
            "Mã tra cứu bốn ký tự trên giấy hẹn, người gọi đọc.",
            "The slip's four characters, as the caller says them.")
        static let identityDigitsHelp = say(
            "Bốn số cuối trở lên của số định danh.", "The last four digits or more of the identity number.")
        static let phoneDigitsHelp = say(
            "Bốn số cuối trở lên của điện thoại.", "The last four digits or more of the telephone.")
        static let oneProof = say(
            "Chỉ một trong --lookup-code, --identity-digits, --phone-digits.",
            "Only one of --lookup-code, --identity-digits, --phone-digits.")
        static let sayProof = say(
            "Tài khoản tổng đài chỉ đọc sau khi xác minh người gọi: thêm --lookup-code, --identity-digits hoặc --phone-digits.",
            "A hotline's account says it only of a verified caller: add --lookup-code, --identity-digits or --phone-digits."
        )
        static let phoneHelp = say("Số điện thoại.", "A telephone number.")
        static let idHelp = say("Số định danh.", "An identity number.")
        static let nameHelp = say("Họ tên, không cần dấu.", "A name, accents not needed.")
        static let jsonHelp = say("In kết quả dạng JSON.", "Print what was found as JSON.")
        static let oneOf = say(
            "Cần đúng một: mã hồ sơ, --phone, --id hoặc --name.",
            "Exactly one is needed: a code, --phone, --id or --name.")
        static let noLogin = say(
            "Thiếu tài khoản: đặt DESK_ACCOUNT và DESK_PASSWORD_FILE.",
            "No account: set DESK_ACCOUNT and DESK_PASSWORD_FILE.")
        static let noPhone = say("--phone cần một số điện thoại.", "--phone needs a telephone number.")
        static let noIdentity = say(
            "--id cần số định danh hoặc mã số thuế, từ 9 chữ số.",
            "--id needs an identity number or a tax code, of 9 digits or more.")
        static let noName = say("--name cần họ tên, có chữ cái.", "--name needs a name, of letters.")
        static let unread = say(
            "Có quá nhiều hồ sơ khác khớp, chưa xem hết; hãy hỏi hẹp hơn.",
            "Too many others match to look at all of them; narrow the question.")
        static let statusJSONHelp = say(
            "In tình trạng dạng JSON.", "Print how it stands as JSON.")
        static func more(_ n: Int) -> Phrase {
            say(
                "Còn nữa ngoài \(n) hồ sơ này; hãy hỏi hẹp hơn.",
                "There are more than these \(n); narrow the question.")
        }
        static func noJSON(_ why: String) -> Phrase {
            say("Không ghi được kết quả dạng JSON: \(why)", "The result could not be written as JSON: \(why)")
        }
        static func several(_ n: Int) -> Phrase {
            say(
                "Có \(n) hồ sơ hoặc hơn; hãy nêu cả mã.",
                "\(counted(n, "dossier")) or more; give the whole code.")
        }
    }
}
