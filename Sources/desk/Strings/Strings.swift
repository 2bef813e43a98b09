import Forms

/// Every word that desk shows to its officers, in Vietnamese and English.
///
/// One nested namespace per screen, in a file of its own. A phrase is made by `say`, which takes both
/// languages, so a missing translation does not compile; a test keeps Vietnamese words out of all other files.
/// Words of single widgets ("Đồng ý", "Hủy") are the toolkit's, messages about field values the validator's,
/// and answers of the server come from the server.
enum Strings {
    static func say(_ vi: String, _ en: String) -> Phrase { Phrase(vi: vi, en: en) }

    /// `1 dossier`, `2 dossiers`: English alone counts its nouns.
    ///
    /// - Parameters:
    ///   - one: With a verb after it where that changes too: `officer is`.
    ///   - many: Where it is more than an `s` after it.
    static func counted(_ n: Int, _ one: String, _ many: String? = nil) -> String {
        Phrase.counted(n, one, many)
    }
}

extension Strings {
    /// What several screens say.
    enum Common {
        static let appName = say("desk", "desk")
        static let training = say("TẬP HUẤN", "TRAINING")
        static let yes = say("có", "yes")
        static let no = say("không", "no")
        static let loading = say("Đang tải…", "Loading…")
        static func slowServer(_ seconds: Int) -> Phrase {
            say(
                "Máy chủ chậm, đã chờ \(seconds) giây. Không mất gì; Esc dừng chờ.",
                "The server is slow, \(seconds) s so far. Nothing is lost; Esc stops waiting.")
        }
        static let nothing = say("Không có gì ở đây.", "There is nothing here.")
        static let cancel = say("Hủy", "Cancel")
        static let close = say("Đóng", "Close")
        static let more = say("còn nữa, cuộn xuống để tải tiếp", "there is more: scroll down to load it")
        /// What an optional dropdown reads in which nothing is chosen (eForm DD-1); one that filters reads `Filter.all`.
        static let empty = say("Không", "None")
        static let none = say("không có", "none")
        static let backwards = say(
            "Ngày cuối phải không trước ngày đầu.", "The last day must not be before the first.")
        static let masked = say("(đã che)", "(masked)")
        static func of(_ n: Int, _ total: Int) -> Phrase { say("\(n)/\(total)", "\(n)/\(total)") }

        /// "hôm nay", "thứ Ba" …: 1 is Monday.
        static func weekday(_ day: Int) -> Phrase {
            switch day {
            case 1: say("thứ Hai", "Monday")
            case 2: say("thứ Ba", "Tuesday")
            case 3: say("thứ Tư", "Wednesday")
            case 4: say("thứ Năm", "Thursday")
            case 5: say("thứ Sáu", "Friday")
            case 6: say("thứ Bảy", "Saturday")
            default: say("Chủ nhật", "Sunday")
            }
        }
    }

    /// The status line.
    enum Status {
        static let connected = say("đã nối", "online")
        static let unasked = say("chưa nối", "not asked yet")
        static let connecting = say("đang nối", "connecting")
        static let disconnected = say("mất nối", "offline")
        /// What waits can't be read.
        static let pendingUnknown = say("chờ gửi ?", "? to send")
        static func pending(_ n: Int) -> Phrase { say("chờ gửi \(n)", "\(n) to send") }
    }
}
