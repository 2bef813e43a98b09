import Forms
import Models

extension Strings {
    /// The days on which units work, changed by their administrators.
    enum Calendar {
        static let title = say("Lịch làm việc", "Working calendar")
        static let command = say("Sửa lịch làm việc của đơn vị", "Change a unit's working calendar")
        static let which = say("Lịch của đơn vị nào, năm nào", "Which unit, which year")
        static let unit = say("Đơn vị", "Unit")
        static let unitHelp = say(
            "Đơn vị cấp dưới không có lịch riêng theo lịch này.",
            "Units below without a calendar of their own follow this one.")
        static let other = say("Lịch khác, gõ mã", "Another calendar, by its code")
        static let code = say("Mã đơn vị hoặc mã lịch", "Code of the unit or calendar")
        static let codeHelp = say("Như H26.1.5.", "Like H26.1.5.")
        static let year = say("Năm", "Year")
        static let yearHelp = say(
            "Năm đã công bố, hoặc năm liền sau đó.", "One that is published, or the one after it.")
        static let load = say("Mở lịch", "Open the calendar")

        static func days(_ unit: String, _ year: Int) -> Phrase {
            say("Lịch năm \(year) của \(unit)", "Calendar \(year) of \(unit)")
        }
        static let off = say("Ngày nghỉ", "Days off")
        static let offHelp = say(
            "Thứ Bảy, Chủ nhật không cần ghi.", "Saturdays and Sundays need not be listed.")
        static let makeup = say("Ngày làm bù", "Make-up working days")
        static let makeupHelp = say(
            "Ngày nghỉ hằng tuần mà vẫn làm việc, theo giờ thứ Hai.",
            "Weekly rest days that are worked, in the hours of a Monday.")
        static let day = say("Ngày", "Day")
        static let name = say("Tên ngày, căn cứ", "Name, basis")
        static let proposed = say("Ngày dự kiến", "Proposed")
        static let change = say("Thay đổi", "The change")
        static let provisional = say("Cả năm là dự kiến", "The whole year is proposed")
        static let reason = say("Lý do", "Reason")
        static let reasonHelp = say(
            "Vào diễn biến của mọi hồ sơ đổi ngày hẹn.", "Stands in the history of each dossier that moves.")
        static let add = say("Thêm ngày", "Add a day")
        static let remove = say("Bỏ ngày", "Remove the day")
        static let preview = say("Xem trước", "Preview")

        static func moves(_ n: Int, tickets: Int = 0) -> Phrase {
            guard tickets > 0 else {
                return n == 0
                    ? say("Không hồ sơ nào đổi ngày hẹn.", "No dossier's appointment moves.")
                    : say(
                        "\(n) hồ sơ sẽ đổi ngày hẹn.",
                        n == 1
                            ? "1 dossier's appointment will move." : "\(n) dossiers' appointments will move.")
            }
            return say(
                "\(n) hồ sơ và \(tickets) phiếu 1022 sẽ đổi ngày hẹn.",
                "Appointments of \(counted(n, "dossier")) and \(counted(tickets, "hotline ticket")) will move."
            )
        }
        static func moved(_ n: Int, tickets: Int = 0) -> Phrase {
            guard tickets > 0 else {
                return n == 0
                    ? say(
                        "Đã đổi lịch; không hồ sơ nào đổi ngày hẹn.",
                        "Changed; no dossier's appointment moved.")
                    : say(
                        "Đã đổi lịch; \(n) hồ sơ đổi ngày hẹn.",
                        n == 1
                            ? "Changed; 1 dossier's appointment moved."
                            : "Changed; \(n) dossiers' appointments moved.")
            }
            return say(
                "Đã đổi lịch; \(n) hồ sơ và \(tickets) phiếu 1022 đổi ngày hẹn.",
                "Changed; appointments of \(counted(n, "dossier")) and \(counted(tickets, "hotline ticket")) moved."
            )
        }
        static func ticket(_ kind: String) -> Phrase { say("Phiếu 1022: \(kind)", "Ticket: \(kind)") }
        static func apart(_ units: String) -> Phrase {
            say(
                "Có lịch riêng, không đổi theo: \(units)",
                "With a calendar of their own, not changed: \(units)")
        }
        static func listGoesOn(_ count: Int) -> Phrase {
            say("Trên đây là \(count) hồ sơ đầu; còn nữa.", "These are the first \(count); there are more.")
        }
        static let doIt = say("Sửa lịch?", "Change the calendar?")
        static let dossier = say("Hồ sơ, phiếu", "Dossier, ticket")
        static let procedure = say("Thủ tục", "Procedure")
        static let step = say("Bước", "Step")
        static let before = say("Hẹn cũ", "Before")
        static let after = say("Hẹn mới", "After")
        static let confirm = say(
            "F10 đổi lịch và tính lại; Esc quay lại sửa.", "F10 changes it; Esc goes back.")
        static let working = say("Đang đổi lịch và tính lại hạn…", "Changing and reckoning anew…")
        static let unknown = say(
            "Chưa biết đã đổi chưa. F10 gửi lại, chỉ đổi một lần.",
            "It is not known whether it was changed. F10 sends it again; it is changed once.")
        static let noRevision = say(
            "Máy chủ không cho biết phiên bản của lịch.", "The server names no version of the calendar.")
        static let closes = say("Esc đóng.", "Esc closes.")
        static let madeHint = say(
            "F6 xem từng hồ sơ đã đổi; Esc đóng.", "F6 shows each dossier that moved; Esc closes.")
        static let neverChanged = say(
            "Lịch năm này chưa từng sửa.", "This year's calendar was never changed.")
        static func movedBy(_ n: Int, tickets: Int, isOver: Bool, _ reason: String) -> Phrase {
            let (also, too) =
                tickets > 0 ? (" và \(tickets) phiếu 1022", " and \(counted(tickets, "ticket"))") : ("", "")
            return isOver
                ? say(
                    "Lần sửa gần nhất: \(n) hồ sơ\(also) đã đổi ngày hẹn. \(reason)",
                    "The last change moved \(counted(n, "dossier"))\(too). \(reason)")
                : say(
                    "Đang tính tiếp: \(n) hồ sơ\(also) đã đổi ngày hẹn. \(reason)",
                    "Still reckoning: \(counted(n, "dossier"))\(too) moved so far. \(reason)")
        }
        static let goesOn = say(
            "Máy chủ còn tính tiếp; F5 xem thêm, Esc đóng.",
            "The server goes on reckoning; F5 loads anew, Esc closes.")
    }
}

extension Strings.Keys {
    static let calendarMoves = Words(
        name: Strings.say("Đã đổi", "Moved"),
        help: Strings.say(
            "Danh sách hồ sơ mà lần sửa lịch gần nhất đã đổi ngày hẹn, trước và sau.",
            "The dossiers whose appointments the last change moved, before and after."))
    static let applyCalendar = Words(
        name: Strings.say("Đổi lịch", "Change it"),
        help: Strings.say(
            "Đổi lịch và tính lại hạn của mọi hồ sơ đang mở trong danh sách.",
            "Change the calendar and reckon the open dossiers of the list anew."))
}
