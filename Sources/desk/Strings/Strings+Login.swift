import Forms

extension Strings {
    enum Login {
        static let title = say("Đăng nhập", "Log in")
        static let again = say("Phiên làm việc đã hết hạn", "The session has ended")
        static func goesOn(_ name: String) -> Phrase {
            say(
                "Đăng nhập lại để làm tiếp; những gì \(name) gõ còn nguyên.",
                "Log in again to go on. What \(name) was typing is still there.")
        }
        static let user = say("Tài khoản", "Account")
        static let userHelp = say("Tên tài khoản cán bộ.", "The officer's account name.")
        static let password = say("Mật khẩu", "Password")
        static let passwordHelp = say("Gõ mật khẩu rồi Enter.", "Type the password, then Enter.")
        static let passwordHelpTraining = say(
            "Mật khẩu của mọi tài khoản tập huấn: tap-huan",
            "The password of every training account: tap-huan")
        static let enter = say("Đăng nhập", "Log in")
        static let accounts = say("Tài khoản tập huấn", "Training accounts")
        static let accountsHelp = say(
            "↑↓ chọn, Enter đăng nhập ngay với tài khoản ấy.", "↑↓ choose, Enter logs in with it at once.")
        static let working = say("Đang đăng nhập…", "Logging in…")
        static let refused = say(
            "Sai tài khoản hoặc mật khẩu. Kiểm tra phím Caps Lock rồi gõ lại.",
            "Wrong account or password. Check Caps Lock and type again.")
        static let otherOfficer = say(
            "Đã đăng nhập bằng tài khoản khác. Việc dở của người trước được giữ kín, chờ chính người ấy.",
            "Another officer has logged in. The first one's unfinished work stays sealed for that officer.")
        static func unreachable(_ address: String) -> Phrase {
            say(
                "Chưa nối được tới \(address). Kiểm tra mạng rồi cứ đăng nhập: desk thử lại khi ấy.",
                "\(address) can't be reached. Check the network and log in all the same: desk tries again then."
            )
        }
        static let purpose = say(
            "Một cửa: tiếp nhận và trả kết quả thủ tục hành chính",
            "One-stop desk: intake and delivery of administrative procedures")
        static let noStore = say(
            "Đã đăng nhập, nhưng không mở được kho nháp trên máy này; bản nháp chỉ giữ trong bộ nhớ.",
            "Logged in, but this machine's draft store can't be opened; drafts are kept in memory only.")

        /// What each training account is for: one of each kind of work first, then second persons, then the officers
        /// that the steps of other procedures need.
        static let roles: [(user: String, what: Phrase)] = [
            ("tiepnhan", say("tiếp nhận, phường Hoàn Kiếm", "intake, Hoàn Kiếm ward")),
            ("thamdinh", say("thẩm định", "review")),
            ("lanhdao", say("lãnh đạo ký duyệt", "approval and signature")),
            ("vanthu", say("văn thư cấp số, phát hành", "clerk: numbers and issues")),
            ("thungan", say("thu ngân", "cashier")),
            ("buuchinh", say("quầy bưu chính", "postal counter")),
            ("tongdai", say("tổng đài 1022", "1022 hotline")),
            ("quantri", say("quản trị tỉnh (Hà Nội)", "administrator of Hà Nội")),
            ("quantribo", say("quản trị bộ", "ministry administrator")),
            ("tiepnhan2", say("tiếp nhận, người thứ hai", "intake, second person")),
            ("thamdinh2", say("thẩm định, người thứ hai", "review, second person")),
            ("lanhdao2", say("lãnh đạo, người thứ hai", "approval, second person")),
            ("thungan2", say("thu ngân, người thứ hai", "cashier, second person")),
            ("quantri2", say("quản trị tỉnh, người thứ hai", "administrator of Hà Nội, second person")),
            ("quantribo2", say("quản trị bộ, người thứ hai", "ministry administrator, second person")),
            ("congan", say("Công an phường", "commune police")),
            ("congan2", say("Công an phường, tổng hợp, văn thư", "commune police, clerk")),
            ("congan.lanhdao", say("lãnh đạo Công an phường", "commune police, approval")),
            ("conganhn", say("Công an thành phố", "provincial police")),
            ("conganhn2", say("Công an thành phố, văn thư", "provincial police, clerk")),
            ("conganhn.lanhdao", say("lãnh đạo Công an thành phố", "provincial police, approval")),
            ("vanhoa", say("Phòng Văn hóa - Xã hội", "culture and social office")),
            ("kinhte", say("Phòng Kinh tế, Hạ tầng và Đô thị", "economics office")),
            ("kinhte.lanhdao", say("lãnh đạo Phòng Kinh tế", "economics office, approval")),
        ]
    }
}
