import Forms
import Models

extension Strings {
    /// Officers who come in by a file.
    enum OfficerImport {
        static let title = say("Nhập cán bộ từ tệp", "Officers from a file")
        static let choose = say(
            "Chọn tệp CSV UTF-8: họ tên, số định danh, chức vụ, mã đơn vị, …",
            "Choose a CSV file in UTF-8: name, identity number, position, unit code …")
        static let columns = say("Các cột của tệp", "The file's columns")
        static let absent = say("không có cột này", "not in the file")
        static let tries = say("Thử", "Try it")
        static func rows(_ count: Int) -> Phrase {
            say(
                "Tệp có \(count) dòng; chưa nhận dòng nào.",
                "\(counted(count, "line")); none is taken in yet.")
        }

        static func name(_ column: OfficerFile.Column) -> Phrase {
            switch column {
            case .name: Officers.name
            case .identityNumber: Officers.identity
            case .position: Officers.position
            case .unit: say("Mã đơn vị", "Unit code")
            case .account: Officers.account
            case .roles: Officers.roles
            case .vneid: Officers.vneid
            case .from: Officers.from
            case .to: Officers.to
            }
        }

        static func summary(_ verdict: Models.OfficerImport) -> Phrase {
            if !verdict.dryRun { return made(verdict.right) }
            if verdict.wrong == 0 {
                return say(
                    "\(verdict.right) dòng đều đúng.",
                    verdict.right == 1 ? "The one line is right." : "All \(verdict.right) lines are right.")
            }
            return say(
                "\(verdict.wrong) dòng sai, \(verdict.right) dòng đúng. Sửa hết mới nhận.",
                "\(counted(verdict.wrong, "line")) wrong, \(verdict.right) right. None is taken before all are right."
            )
        }

        static func made(_ count: Int) -> Phrase {
            say("Đã thêm \(count) cán bộ.", "\(counted(count, "officer is", "officers are")) added.")
        }
        static let line = say("Dòng", "Line")
        static let verdict = say("Kết quả", "Verdict")
        static let fault = say("Lỗi", "Wrong")
        static func right(_ isDone: Bool) -> Phrase {
            isDone ? say("đã thêm", "added") : say("đúng", "right")
        }
        static let working = say("Đang nhận…", "Taking them in…")
        static let confirm = say(
            "F10 nhận tất cả trong một lần; Esc quay lại.", "F10 takes all in at once; Esc goes back.")
    }
}

extension Strings.Keys {
    static let importFromList = Words(
        name: Strings.say("Nhập tệp", "From a file"),
        help: Strings.say("Thêm nhiều cán bộ từ một tệp CSV.", "Adds many officers from a CSV file."))
    static let importOfficers = Words(
        name: Strings.say("Nhận", "Take in"),
        help: Strings.say(
            "Thêm tất cả cán bộ của tệp, một lần; chỉ khi mọi dòng đều đúng.",
            "Adds all officers of the file, once; only where every line is right."))
    static let saveCorrection = Words(
        name: Strings.say("Lưu dòng sai", "Save the wrong ones"),
        help: Strings.say(
            "Lưu các dòng sai kèm lỗi thành tệp để sửa rồi nhập lại.",
            "Saves the wrong lines with what is wrong, to be corrected and sent again."))
    static let allLines = Words(
        name: Strings.say("Mọi dòng", "All lines"),
        help: Strings.say("Mọi dòng, hoặc chỉ dòng sai.", "All lines, or the wrong ones alone."))
}
