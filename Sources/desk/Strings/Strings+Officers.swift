import Forms
import Models

extension Strings {
    /// Officers, as their administrators see them.
    enum Officers {
        static let title = say("Cán bộ", "Officers")
        static let one = say("Cán bộ", "Officer")
        static let command = say("Quản lý cán bộ", "Officers and their accounts")
        static let find = say("Tìm", "Find")
        static let placeholder = say(
            "tên, tài khoản, chức vụ hoặc số định danh", "name, account, position or identity number")
        static let none = say("Không có cán bộ nào như vậy.", "There is no such officer.")
        static func loaded(_ count: Int, more: Bool) -> Phrase {
            more
                ? say("\(count) cán bộ đầu", "the first \(count)")
                : say("\(count) cán bộ", counted(count, "officer"))
        }

        static func group(_ state: String?) -> Phrase {
            switch state {
            case "active": say("Đang hoạt động", "Active")
            case "pending": say("Chờ người thứ hai xác nhận", "Waiting for a second administrator")
            case "review": say("Chưa rà soát trong quý", "Not reviewed in this quarter")
            case "unused": say("Không đăng nhập 90 ngày", "No login for 90 days")
            case "idle": say("Chưa có vai trò", "Without a role")
            case "suspended": say("Tạm khóa", "Suspended")
            case "ended": say("Hết thời hạn", "Over")
            case "revoked": say("Đã thu hồi", "Revoked")
            default: say("Tất cả cán bộ", "All officers")
            }
        }

        static let name = say("Họ và tên", "Name")
        static let unit = say("Đơn vị", "Unit")
        static let role = say("Vai trò", "Role")
        static let roles = say("Vai trò", "Roles")
        static let state = say("Tài khoản", "State")
        static let position = say("Chức vụ", "Position")
        static let account = say("Tên đăng nhập", "Login name")
        static let identity = say("Số định danh", "Identity number")
        static let vneid = say("Mã VNeID", "VNeID subject")
        static let validity = say("Thời hạn", "Validity")
        static let from = say("Từ ngày", "From")
        static let to = say("Đến ngày", "Until")
        static let lastLogin = say("Đăng nhập", "Last login")
        static let never = say("chưa lần nào", "never")
        static let reviewed = say("Rà soát", "Reviewed")
        static let notReviewed = say("chưa", "not yet")
        static let dossiers = say("Hồ sơ đang giữ", "Open dossiers")
        static func openDossiers(_ count: Int) -> Phrase {
            say("\(count), cần bàn giao nếu cán bộ rời đi", "\(count), to be handed over if he leaves")
        }
        static let pending = say("Chờ người thứ hai xác nhận", "Waits for a second administrator")
        static let proposed = say("Người đề nghị", "Proposed by")
        static let reason = say("Lý do", "Reason")
        static let expires = say("Hết hạn", "Until")
        static let noRole = say("Chưa có vai trò nào, chưa làm được gì.", "No role yet: nothing can be done.")
        static let changed = say("Sửa lần cuối", "Last changed")
        static let purpose = say("Đối chiếu hồ sơ cán bộ", "To check an officer's file")

        static func name(_ state: OfficerState) -> Phrase {
            switch state {
            case .active: say("hoạt động", "active")
            case .waiting: say("chưa đến ngày", "not begun")
            case .ended: say("hết hạn", "over")
            case .suspended: say("tạm khóa", "suspended")
            case .revoked: say("đã thu hồi", "revoked")
            }
        }

        static func days(_ from: LocalDate?, _ to: LocalDate?) -> Phrase {
            switch (from, to) {
            case (let from?, let to?):
                say("\(from.display) – \(to.display)", "\(from.display) – \(to.display)")
            case (let from?, nil): say("từ \(from.display)", "from \(from.display)")
            case (nil, let to?): say("đến \(to.display)", "until \(to.display)")
            case (nil, nil): say("không giới hạn", "without a limit")
            }
        }

        static let reviewDone = say("Đã ghi rà soát quyền.", "The review is noted.")
        static let confirm = say("Xác nhận", "Confirm")
        static let confirmTitle = say("Xác nhận thay người đề nghị?", "Confirm the change?")
        static func confirmText(_ change: OfficerChange) -> Phrase {
            say(
                "\(change.proposedBy.name) đề nghị \(change.summary). Có hiệu lực ngay.",
                "\(change.proposedBy.name) proposes: \(change.summary). It holds at once.")
        }
        static func confirmed(_ summary: String) -> Phrase { say("Đã \(summary).", "Done: \(summary).") }
        static func actTitle(_ act: String, _ name: String) -> String { "\(act): \(name)" }
    }

    /// What administrators do with officers.
    enum OfficerTasks {
        static let procedure = say("Thủ tục", "Procedure")
        static let procedureHelp = say(
            "Tên hoặc mã. Cán bộ được làm các bước hợp vai trò; ai đang làm vẫn làm.",
            "Name or code. He does the steps of his roles; who does them now goes on.")
        static let noStep = say(
            "Vai trò của cán bộ không làm bước nào của thủ tục này.",
            "None of his roles does a step of this procedure.")
        static let identityHelp = say("12 chữ số; mỗi người một lần.", "12 digits; each person once.")
        static let identityKept = say("Bỏ trống thì giữ số đang có.", "Left blank, the number stays.")
        static let accountHelp = say(
            "Chữ thường không dấu; bỏ trống thì đặt theo tên.", "Left blank, it is made of the name.")
        static let rolesHelp = say(
            "Vai trò quản trị giao riêng, cần hai người.", "An administrator's role is given apart, by two.")
        static let reasonHelp = say(
            "Bắt buộc khi liên quan quyền quản trị.", "Required where an administrator is concerned.")
        static let allowGaps = say("Cho phép bước không còn ai làm", "Steps may be left without anybody")
        static let allowGapsHelp = say(
            "Chỉ chọn khi sẽ phân người khác ngay.", "Only where somebody else is bound at once.")

        static func roles(administrating: Bool) -> [Option] {
            var all = [
                Option(value: "reception", label: say("Tiếp nhận và trả kết quả", "Reception")),
                Option(value: "review", label: say("Thẩm định", "Review")),
                Option(value: "approval", label: say("Lãnh đạo ký duyệt", "Approval")),
                Option(value: "clerk", label: say("Văn thư", "Clerk")),
                Option(value: "cashier", label: say("Thu ngân", "Cashier")),
                Option(value: "postal", label: say("Bưu chính công ích", "Post")),
                Option(value: "hotline", label: say("Tổng đài 1022", "Hotline")),
            ]
            if administrating {
                all += [
                    Option(
                        value: "province_admin", label: say("Quản trị cấp tỉnh", "Province administrator")),
                    Option(value: "ministry_admin", label: say("Quản trị cấp bộ", "Ministry administrator")),
                ]
            }
            return all
        }

        static func role(_ code: String) -> Phrase {
            roles(administrating: true).first { $0.value == code }?.label ?? say(code, code)
        }

        static func held(_ assignment: OfficerAssignment) -> Phrase {
            let words = "\(assignment.roleName), \(assignment.unit.name)"
            return say(words, words)
        }

        static func title(_ task: OfficerTask) -> Phrase {
            switch task {
            case .create: say("Thêm cán bộ", "Add an officer")
            case .change: say("Sửa cán bộ", "Change an officer")
            case .act(.suspend, _): say("Tạm khóa tài khoản", "Suspend")
            case .act(.reactivate, _): say("Mở khóa tài khoản", "Take back")
            case .act: say("Thu hồi tài khoản", "Revoke")
            case .transfer: say("Chuyển công tác", "Transfer")
            case .assign: say("Giao vai trò", "Give a role")
            case .unassign: say("Thôi giao vai trò", "Take a role")
            case .bind: say("Phân công thủ tục", "Bind to a procedure")
            case .reject: say("Bác đề nghị", "Reject the proposal")
            }
        }

        static func button(_ task: OfficerTask) -> Phrase {
            switch task {
            case .create: say("Thêm", "Add")
            case .change: say("Lưu", "Save")
            case .act(.suspend, _): say("Tạm khóa", "Suspend")
            case .act(.reactivate, _): say("Mở khóa", "Take back")
            case .act: say("Thu hồi", "Revoke")
            case .transfer: say("Chuyển", "Transfer")
            case .assign: say("Giao", "Give")
            case .unassign: say("Thôi giao", "Take")
            case .bind: say("Phân công", "Bind")
            case .reject: say("Bác", "Reject")
            }
        }

        /// What comes with it, above the form.
        static func warning(_ task: OfficerTask) -> Phrase? {
            switch task {
            case .act(.suspend, _):
                say(
                    "Cán bộ bị đăng xuất ngay ở mọi máy và không đăng nhập được cho đến khi mở khóa.",
                    "He is logged out everywhere at once, and can't log in until he is taken back.")
            case .act(.revoke, _):
                say(
                    "Không mở lại được. Vai trò, phân công và ủy quyền của cán bộ kết thúc ngay.",
                    "For good. His roles, bindings and delegations end at once.")
            case .transfer:
                say(
                    "Vai trò và phân công ở đơn vị cũ kết thúc; hồ sơ đang giữ phải bàn giao riêng.",
                    "What he held in the former unit ends; his open dossiers are to be handed over.")
            default: nil
            }
        }

        static func done(_ task: OfficerTask, _ value: OfficerTask.Value) -> Phrase {
            switch value {
            case .officer(let officer):
                if let change = officer.pending?.first {
                    return say(
                        "Chờ quản trị khác xác nhận: \(change.summary).",
                        "Waits for another administrator: \(change.summary).")
                }
                if case .create = task {
                    return say(
                        "Đã thêm \(officer.name), đăng nhập: \(officer.account).",
                        "\(officer.name) is added; login name \(officer.account).")
                }
                return say("Đã lưu: \(officer.name).", "Saved: \(officer.name).")
            case .change(let change): return say("Đã bác: \(change.summary).", "Rejected: \(change.summary).")
            case .bound(let count?) where count > 0:
                return say("Đã phân công \(count) bước.", "\(counted(count, "step is", "steps are")) bound.")
            case .bound:
                return say(
                    "Cán bộ đã làm được thủ tục này nhờ vai trò ở đơn vị.",
                    "He is able to do it already, by his role in the unit.")
            }
        }

        /// For the officer, should the act stay open.
        static func actTitle(_ task: OfficerTask) -> String {
            let name = task.officer?.name
            return [title(task).vi, name].compactMap(\.self).joined(separator: ": ")
        }
    }
}

extension Strings.Keys {
    private static func words(_ vi: String, _ en: String, _ viHelp: String, _ enHelp: String) -> Words {
        Words(name: Strings.say(vi, en), help: Strings.say(viHelp, enHelp))
    }

    static let officers = words(
        "Cán bộ", "Officers", "Cán bộ và tài khoản của các đơn vị (quản trị).",
        "Officers and their accounts (administrators).")
    static let newOfficer = words("Thêm", "Add", "Thêm cán bộ.", "Adds an officer.")
    static let otherOfficers = words(
        "Nhóm khác", "Other group", "Lần lượt: tất cả, hoạt động, chờ xác nhận, chưa rà soát, …",
        "In turn: all, active, waiting for a second one, not reviewed …")
    static let changeOfficer = words(
        "Sửa", "Change", "Sửa tên, chức vụ, số định danh, tài khoản, thời hạn.",
        "Changes name, position, number, account, validity.")
    static let suspendOfficer = words(
        "Tạm khóa", "Suspend", "Tạm khóa: đăng xuất ngay, không đăng nhập được.",
        "Suspends: logged out at once, no login.")
    static let reactivateOfficer = words(
        "Mở khóa", "Take back", "Cho đăng nhập trở lại.", "Lets him log in again.")
    static let revokeOfficer = words(
        "Thu hồi", "Revoke", "Thu hồi tài khoản, không mở lại được.", "Revokes the account for good.")
    static let transferOfficer = words(
        "Chuyển", "Transfer", "Chuyển công tác đến đơn vị khác.", "Transfers him to another unit.")
    static let assignOfficer = words("Giao vai trò", "Give a role", "Giao một vai trò.", "Gives a role.")
    static let unassignOfficer = words(
        "Thôi vai trò", "Take a role", "Thôi giao một vai trò.", "Takes a role.")
    static let bindOfficer = words(
        "Phân công", "Bind", "Cho làm các bước của một thủ tục.", "Lets him do steps of a procedure.")
    static let reviewOfficer = words(
        "Đã rà soát", "Reviewed", "Ghi là quyền của cán bộ đã được rà soát trong quý.",
        "Notes that his rights were looked at in this quarter.")
    static let revealOfficer = words(
        "Hiện số", "Show number", "Hiện số định danh; nhật ký ghi lại.", "Shows the number; it is audited.")
    static let handOverOfficer = words(
        "Bàn giao", "Hand over", "Bàn giao hồ sơ cán bộ đang giữ.", "Hands over his open dossiers.")
    static let confirmChange = words(
        "Xác nhận", "Confirm", "Xác nhận đề nghị của quản trị khác.",
        "Confirms what another administrator proposed.")
    static let rejectChange = words(
        "Bác", "Reject", "Bác đề nghị, hoặc rút đề nghị của mình.", "Rejects the proposal, or takes it back.")
}
