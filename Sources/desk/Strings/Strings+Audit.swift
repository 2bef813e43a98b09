import APIClient
import Forms

extension Strings {
    /// The audit: who did what.
    enum Audit {
        static let title = say("Nhật ký", "Audit")
        static let command = say("Nhật ký: ai đã làm gì", "Audit: who did what")
        static let filter = say("Lọc nhật ký", "Narrow the audit")
        static let show = say("Xem", "Show")
        static let officer = say("Cán bộ", "Officer")
        static let officerHelp = say("Tên đăng nhập, hoặc mã cán bộ.", "A login name, or an id.")
        static let subject = say("Đối tượng", "Subject")
        static let subjectHelp = say("Mã hồ sơ, hoặc mã cán bộ.", "A dossier's code, or an id.")
        static let unit = say("Đơn vị", "Unit")
        static let refusedOnly = say("Chỉ việc bị từ chối", "Refusals alone")
        static let refused = say("bị từ chối", "refused")
        static let at = say("Lúc", "When")
        static let action = say("Việc", "Action")
        static let detail = say("Chi tiết", "Details")
        static let number = say("Số mục", "Number")
        static let outcome = say("Kết quả", "Outcome")
        static let trace = say("Mã theo dõi", "Trace")
        static let system = say("hệ thống", "the system")

        static func outcome(_ code: String) -> Phrase {
            code == "refused" ? refused : say("đã làm", "done")
        }

        static func loaded(_ count: Int, more: Bool) -> Phrase {
            more
                ? say("\(count) mục mới nhất", "the newest \(count)")
                : say("\(count) mục", counted(count, "entry", "entries"))
        }

        static func group(_ action: String?) -> Phrase {
            switch action {
            case "officer.": say("Cán bộ và vai trò", "Officers and roles")
            case "binding.": say("Phân công", "Bindings")
            case "delegation.": say("Ủy quyền", "Delegations")
            case "session.": say("Đăng nhập", "Logins")
            case "dossier.": say("Hồ sơ", "Dossiers")
            case "dossier.break_glass": say("Mở xem hồ sơ", "Dossiers opened")
            case "person.": say("Dữ liệu cá nhân", "Personal data")
            case "list.": say("Xuất danh sách", "Exports")
            case "money.": say("Tiền", "Money")
            case "catalogue.": say("Công bố", "Published")
            case "policy.": say("Bị từ chối quyền", "Refused by the policy")
            default: say("Mọi việc", "Everything")
            }
        }

        static func verdict(_ check: AuditCheck) -> Phrase {
            if check.whole {
                return say(
                    "Nhật ký nguyên vẹn: \(check.count ?? 0) mục.", "The audit is whole: \(check.count ?? 0)."
                )
            }
            return say(
                "Nhật ký KHÔNG nguyên vẹn tại mục \(check.seq ?? 0). Báo ngay người quản trị hệ thống.",
                "The audit is NOT whole at entry \(check.seq ?? 0). Tell the operators at once.")
        }
    }
}

extension Strings.Keys {
    static let audit = Words(
        name: Strings.say("Nhật ký", "Audit"),
        help: Strings.say("Ai đã làm gì với cán bộ này.", "Who did what with this officer."))
    static let openAudit = Words(
        name: Strings.say("Xem", "Show"),
        help: Strings.say("Mọi chi tiết của mục, hoặc về danh sách.", "The whole entry, or the list again."))
    static let filterAudit = Words(
        name: Strings.say("Lọc", "Narrow"),
        help: Strings.say(
            "Lọc theo cán bộ, đối tượng, đơn vị, ngày.", "By officer, subject, unit, days."))
    static let otherAudit = Words(
        name: Strings.say("Nhóm khác", "Other group"),
        help: Strings.say("Lần lượt từng nhóm việc.", "In turn, by kind of action."))
    static let verifyAudit = Words(
        name: Strings.say("Kiểm tra", "Check"),
        help: Strings.say("Kiểm tra cả chuỗi nhật ký có nguyên vẹn không.", "Checks the whole chain."))
}
