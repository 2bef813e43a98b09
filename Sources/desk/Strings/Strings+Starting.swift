import Forms

extension Strings {
    /// Training mode: starting central, losing it, starting it again.
    enum Starting {
        static let starting = say(
            "Đang mở hệ thống tập huấn… (lần đầu mất vài giây để nạp dữ liệu)",
            "Starting the training system… (the first time loads its data for some seconds)")
        static let restarting = say(
            "Hệ thống tập huấn vừa dừng, đang mở lại. Những gì đã gõ còn nguyên.",
            "The training system stopped and is being started again. All you typed is still there.")
        static let restarted = say(
            "Đã nối lại với hệ thống tập huấn.", "Connected to the training system again.")
        static let serverLost = say(
            "Mất nối tới máy chủ, đang thử lại. Những gì đã gõ còn nguyên.",
            "The server can't be reached, trying again. All you typed is still there.")
        static let serverBack = say("Đã nối lại với máy chủ.", "The server is back.")
        static func folder(_ path: String, _ reason: String) -> Phrase {
            say("Không tạo được thư mục \(path): \(reason).", "Can't make the folder \(path): \(reason).")
        }
        static func folderNotPrivate(_ path: String) -> Phrase {
            say(
                "Thư mục \(path) không thuộc riêng người dùng này. Hãy xóa nó hoặc đặt XDG_RUNTIME_DIR.",
                "The folder \(path) is not this user's own. Remove it or set XDG_RUNTIME_DIR.")
        }
        static func pathTooLong(_ path: String) -> Phrase {
            say(
                "Đường dẫn \(path) quá dài cho một socket. Hãy đặt XDG_RUNTIME_DIR ngắn hơn.",
                "The path \(path) is too long for a socket. Set a shorter XDG_RUNTIME_DIR.")
        }
        static let centralMissing = say(
            "Thiếu chương trình central (hệ thống tập huấn). Chạy \"make\" để dựng, hoặc đặt central cạnh desk hay trong PATH.",
            "The program central (the training system) is missing. Run \"make\" to build it, or put it beside desk or in PATH."
        )
        static let printMissing = say(
            "Thiếu chương trình desk-print. Chạy \"make\" để dựng, hoặc đặt desk-print cạnh desk hay trong PATH.",
            "The program desk-print is missing. Run \"make\" to build it, or put it beside desk or in PATH.")
        static func spawn(_ path: String, _ reason: String) -> Phrase {
            say("Không chạy được \(path): \(reason).", "Can't run \(path): \(reason).")
        }
        static func centralEnded(_ log: String, _ line: String) -> Phrase {
            say(
                "Hệ thống tập huấn không mở được: \(line) (nhật ký: \(log)).",
                "The training system could not start: \(line) (log: \(log)).")
        }
        static func notReady(_ log: String, _ seconds: Int) -> Phrase {
            say(
                "Hệ thống tập huấn chưa trả lời sau \(seconds) giây (nhật ký: \(log)).",
                "The training system did not answer within \(counted(seconds, "second")) (log: \(log)).")
        }
        static let trainingInUse = say(
            "Một desk khác đang dùng dữ liệu tập huấn. Hãy đóng nó rồi chạy lại --reset-training.",
            "Another desk is using the training data. Close it, then run --reset-training again.")
        static func removal(_ path: String, _ reason: String) -> Phrase {
            say("Không xóa được \(path): \(reason).", "Can't remove \(path): \(reason).")
        }
    }
}
