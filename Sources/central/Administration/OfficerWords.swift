import GRDB
import Forms
import Models

/// What central says to people about officers.
enum OfficerWords {
    static func name(_ state: OfficerState) -> String {
        switch state {
        case .active: "hoạt động"
        case .waiting: "chưa đến ngày bắt đầu"
        case .ended: "hết thời hạn"
        case .suspended: "bị tạm khóa"
        case .revoked: "bị thu hồi"
        }
    }

    /// What a proposal would do, without anybody's number.
    static func summary(
        _ deed: OfficerDeed, _ record: OfficerTable.Record, _ database: Database, on day: LocalDate
    ) throws -> String {
        switch deed.act {
        case .change: return "sửa tài khoản của \(record.name)"
        case .suspend: return "tạm khóa \(record.name)"
        case .reactivate: return "mở khóa \(record.name)"
        case .revoke: return "thu hồi tài khoản của \(record.name)"
        case .transfer:
            let code = deed.transfer?.unit ?? ""
            let name = try OfficerTable.unitName(database, code: code, on: day) ?? code
            return "chuyển \(record.name) đến \(name)"
        case .review: return "rà soát \(record.name)"
        case .assign:
            let (code, role) = (deed.assignment?.unit ?? "", deed.assignment?.role ?? "")
            let name = try OfficerTable.unitName(database, code: code, on: day) ?? code
            return "giao \(record.name) vai trò \(Role.name(of: role)) tại \(name)"
        case .endAssignment:
            let held = try deed.assignmentId.flatMap {
                try AssignmentTable.find(database, id: $0, scope: .everything, on: day)
            }
            return "thôi giao \(record.name) vai trò \(held?.roleName ?? "") tại \(held?.unit.name ?? "")"
        }
    }
}
