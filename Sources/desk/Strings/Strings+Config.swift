import Forms
import TUI

extension Strings {
    /// The command line and the configuration file. Errors name file and key.
    enum Config {
        static let abstract = say(
            "Chương trình của cán bộ một cửa: tiếp nhận, tra cứu, in phiếu hẹn.",
            "The one-stop officer's program: intake, lookup, slips.")
        static let helpConfig = say(
            "Đọc tệp cấu hình này thay cho $XDG_CONFIG_HOME/desk/config.toml.",
            "Read this configuration file instead of $XDG_CONFIG_HOME/desk/config.toml.")
        static let helpServer = say(
            "Máy chủ: unix:ĐƯỜNG-DẪN, https://…, http://127.0.0.1:…. Không có thì là tập huấn.",
            "The server: unix:PATH, https://…, http://127.0.0.1:…. Without one it is training.")
        static let helpLang = say("Ngôn ngữ màn hình.", "The language of the screen.")
        static let helpTheme = say("Bộ màu.", "The theme.")
        /// nil where everything of the theme can be read.
        static func faint(_ theme: Theme) -> Phrase? {
            let faint = theme.faintRoles
            guard !faint.isEmpty else { return nil }
            func list(_ mark: String) -> String {
                faint.prefix(3).map { role in
                    let tenths = Int(role.contrast * 10)
                    return "\(role.role.rawValue) (\(role.colours)) \(tenths / 10)\(mark)\(tenths % 10):1"
                }.joined(separator: "; ") + (faint.count > 3 ? "; +\(faint.count - 3)" : "")
            }
            return say(
                "Bộ màu \"\(theme.name)\" khó đọc, cần tương phản từ 4,5:1: \(list(",")).",
                "The theme \"\(theme.name)\" is hard to read, 4.5:1 is needed: \(list(".")).")
        }
        static let helpReset = say(
            "Làm lại dữ liệu tập huấn từ đầu.", "Begin with fresh training data.")
        /// What stands in the parser's own help, and what is said in its place.
        static let helpWords: [(String, String)] = [
            ("Error: ", "Lỗi: "), ("Usage: ", "Cách gọi: "), ("Help: ", "Trợ giúp: "),
            ("Unknown option", "Không có tùy chọn"), ("Missing value for", "Thiếu giá trị của"),
            ("Missing expected argument", "Thiếu"), ("unexpected argument", "đối số thừa"),
            ("  See 'desk", "  Xem 'desk"), (" for more information.", ""), ("Did you mean", "Ý là"),
            ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH GỌI: "), ("OPTIONS:", "TÙY CHỌN:"),
            ("SUBCOMMANDS:", "LỆNH CON:"), ("<options>", "<tùy chọn>"), ("<subcommand>", "<lệnh con>"),
            ("Show the version.", "Cho biết phiên bản."), ("Show help information.", "Cho xem trợ giúp này."),
            ("See 'desk help <lệnh con>' for detailed help.", "Xem 'desk help <lệnh con>' để biết thêm."),
        ]
        static func badOption(_ option: String, _ value: String, _ expected: String) -> Phrase {
            say(
                "\(option) không nhận \"\(value)\"; cần: \(expected).",
                "\(option) can't be \"\(value)\"; expected: \(expected).")
        }
        static func unreadable(_ file: String, _ reason: String) -> Phrase {
            say(
                "Không đọc được tệp cấu hình \(file): \(reason).",
                "Can't read the configuration file \(file): \(reason).")
        }
        static func syntax(_ file: String, _ message: String) -> Phrase {
            say(
                "Tệp cấu hình \(file) không đúng cú pháp TOML: \(message).",
                "The configuration file \(file) is not valid TOML: \(message).")
        }
        static func unknownKey(_ file: String, _ key: String, _ known: [String]) -> Phrase {
            let list = known.joined(separator: ", ")
            return say(
                "Tệp cấu hình \(file): không có khóa \"\(key)\". Các khóa ở đó: \(list).",
                "Configuration file \(file): there is no key \"\(key)\". Known there: \(list).")
        }
        static func wrongType(_ file: String, _ key: String, _ expected: Phrase) -> Phrase {
            say(
                "Tệp cấu hình \(file): khóa \"\(key)\" phải là \(expected.text(.vi)).",
                "Configuration file \(file): key \"\(key)\" must be \(expected.text(.en)).")
        }
        static func badValue(_ file: String, _ key: String, _ value: String, _ expected: Phrase) -> Phrase {
            say(
                "Tệp cấu hình \(file): khóa \"\(key)\" không nhận giá trị \"\(value)\"; cần: \(expected.text(.vi)).",
                "Configuration file \(file): key \"\(key)\" can't be \"\(value)\"; expected: \(expected.text(.en))."
            )
        }
        static let aText = say("một chuỗi trong dấu nháy", "a quoted text")
        static let aBool = say("true hoặc false", "true or false")
        static func aTable(_ name: String) -> Phrase { say("một mục [\(name)]", "a table [\(name)]") }
        static let printerName = say(
            "tên máy in CUPS, không có dấu cách, không bắt đầu bằng \"-\"",
            "a CUPS printer name without blanks and not beginning with \"-\"")
        static let serverAddress = say(
            "unix:ĐƯỜNG-DẪN, https://… hoặc http://127.0.0.1:… (http chỉ trên chính máy này)",
            "unix:PATH, https://… or http://127.0.0.1:… (plain http on this machine only)")
        static func server(_ value: String) -> Phrase {
            say(
                "Địa chỉ máy chủ \"\(value)\" không dùng được; cần: \(serverAddress.text(.vi)).",
                "The server address \"\(value)\" can't be used; expected: \(serverAddress.text(.en)).")
        }
        static func theme(_ name: String, _ known: [String], _ file: String) -> Phrase {
            let list = known.joined(separator: ", ")
            return say(
                "Không có bộ màu \"\(name)\". Có: \(list); bộ màu riêng đặt ở \(file).",
                "There is no theme \"\(name)\". There are: \(list); one of your own goes to \(file).")
        }
        static func badTheme(_ file: String, _ reason: String) -> Phrase {
            say("Tệp bộ màu \(file) sai: \(reason)", "The theme file \(file) is wrong: \(reason)")
        }
        static func keymap(_ file: String, _ problems: [Phrase]) -> Phrase {
            let (vi, en) = (problems.map { $0.text(.vi) }, problems.map { $0.text(.en) })
            return say(
                "Tệp phím \(file) sai: \(vi.joined(separator: "; "))",
                "The keymap \(file) is wrong: \(en.joined(separator: "; "))")
        }
        static let absoluteFolder = say(
            "đường dẫn tuyệt đối, bắt đầu bằng \"/\" (không dùng ~)",
            "an absolute path that begins with \"/\" (no ~)")
        static let resetNeedsTraining = say(
            "--reset-training chỉ dùng cho chế độ tập huấn, không dùng cùng một máy chủ đã cấu hình.",
            "--reset-training is for training mode only, not for a configured server.")
        static let noTerminal = say(
            "desk cần một màn hình dòng lệnh (terminal); đầu vào và đầu ra không được chuyển hướng.",
            "desk needs a terminal: its input and output can't be redirected.")
        static func terminal(_ error: TerminalError) -> Phrase {
            switch error {
            case .noTerminal: noTerminal
            case .unknownTerminal(let name):
                say(
                    "Máy này không biết loại terminal \"\(name)\" (biến TERM).",
                    "This machine does not know the terminal \"\(name)\" (TERM).")
            case .tooSimple(let name):
                say(
                    "Terminal \"\(name)\" không di chuyển được con trỏ. Dùng desk --plain, hỏi đáp từng dòng.",
                    "The terminal \"\(name)\" can't place its cursor. Use desk --plain, which asks line by line."
                )
            }
        }
        static func crashed(_ log: String) -> Phrase {
            say(
                "desk gặp lỗi và đã dừng; nháp vẫn còn. Nhật ký: \(log)",
                "desk has crashed; drafts are kept. Log: \(log)")
        }
    }
}
