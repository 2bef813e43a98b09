import Forms
import GRDB
import Models

/// Says why an officer sees a dossier and may act on it, or why not.
///
/// What lies outside his reach is explained as what doesn't exist: the answer says nothing that the dossier's own page
/// would not.
struct PermissionReading {
    let officer: Officer
    let scope: Scope
    let day: LocalDate
    /// The unit of the dossier that was asked for, where it may be opened with a reason.
    var closedUnit: String?

    /// - Parameter process: Of a dossier, the process that it began under.
    func explain(
        _ subject: String, _ stored: StoredDossier?, _ process: ProcessDefinition?, _ database: Database
    ) throws -> PermissionExplanation {
        if stored == nil, let unit = closedUnit {
            let name = try OfficerTable.unitName(database, code: unit, on: day) ?? unit
            return PermissionExplanation(
                subject: subject, visible: false, mayAct: false,
                reasons: [
                    ActionReason(
                        code: "closed", message: "Hồ sơ của \(name); quản trị không xem hồ sơ.",
                        hint: "Khi thật cần, mở một hồ sơ trong 30 phút, có ghi lý do.")
                ])
        }
        guard let stored else {
            return PermissionExplanation(
                subject: subject, visible: false, mayAct: false,
                reasons: [
                    ActionReason(
                        code: "not_found",
                        message: "Không có hồ sơ mang mã này, hoặc hồ sơ không thuộc đơn vị của cán bộ.",
                        hint: "Kiểm tra lại mã; hồ sơ của đơn vị khác thì hỏi đơn vị đó.")
                ])
        }
        let dossier = stored.dossier
        var reasons = [whyVisible(stored)]
        var mayAct = false
        if !stored.isOpen {
            reasons.append(
                ActionReason(code: "ended", message: "Hồ sơ đã kết thúc, không còn việc phải làm."))
        } else if let process, let step = process.step(dossier.step), let role = step.role {
            let authorities = try BindingTable.authority(
                database, of: officer, unit: dossier.unit.code, process: process.id, step: step.code, on: day)
            mayAct = !authorities.isEmpty
            reasons +=
                mayAct
                ? authorities.prefix(1).map(because)
                : try whyNot(dossier, process.id, step, role, database)
            if let assignee = stored.assignee, assignee != officer.id,
                let other = try OfficerTable.officer(database, id: assignee, on: day)
            {
                reasons.append(
                    ActionReason(code: "assigned", message: "Hồ sơ đang giao cho \(other.name)."))
            }
        } else {
            reasons.append(ActionReason(code: "nobody", message: "Ở bước này không cán bộ nào thao tác."))
        }
        return PermissionExplanation(
            subject: subject, visible: true, mayAct: mayAct, step: dossier.step, stepName: dossier.stepName,
            reasons: reasons)
    }

    // MARK: Reasons

    private func whyVisible(_ stored: StoredDossier) -> ActionReason {
        let dossier = stored.dossier
        if scope.units.contains(dossier.unit.code) {
            return ActionReason(
                code: "own_unit", message: "Hồ sơ của \(dossier.unit.name), đơn vị của cán bộ.")
        }
        if scope.units.contains(stored.holderUnit) {
            return ActionReason(code: "holder_unit", message: "Đơn vị của cán bộ đang giữ bước hiện tại.")
        }
        if scope.opened.contains(dossier.id) {
            return ActionReason(code: "opened", message: "Cán bộ đã mở hồ sơ này, có ghi lý do, để xem.")
        }
        return ActionReason(code: "reach", message: "Hồ sơ trong phạm vi tra cứu của vai trò được giao.")
    }

    private func because(_ authority: StepAuthority) -> ActionReason {
        let role = Role.name(of: authority.binding.role)
        guard let other = authority.onBehalfOf else {
            return ActionReason(
                code: "bound", message: "Cán bộ được phân quyền bước này với vai trò “\(role)”.")
        }
        return ActionReason(
            code: "delegated", message: "Cán bộ làm thay \(other.name), theo ủy quyền vai trò “\(role)”.")
    }

    private func whyNot(
        _ dossier: Dossier, _ process: String, _ step: ProcessStep, _ role: String, _ database: Database
    ) throws -> [ActionReason] {
        var reasons: [ActionReason] = []
        if !officer.roles.contains(where: { $0.rawValue == role }) {
            reasons.append(
                ActionReason(
                    code: "role_missing",
                    message:
                        "Bước “\(step.name)” cần vai trò “\(Role.name(of: role))”, cán bộ không giữ vai trò này.",
                    hint: "Đề nghị quản trị đơn vị giao vai trò."))
        }
        let all = try BindingTable.history(
            database, of: dossier.unit.code, process: process, step: step.code)
        let mine = all.filter { BindingTable.fulfils($0, officer.id, officer.assignments) }
        if let last = mine.compactMap(\.to).filter({ $0 < day }).max() {
            reasons.append(
                ActionReason(
                    code: "binding_ended",
                    message: "Phân quyền của cán bộ đã hết từ sau ngày \(last.display)."
                ))
        }
        if let first = mine.map(\.from).filter({ $0 > day }).min() {
            reasons.append(
                ActionReason(
                    code: "binding_begins",
                    message: "Phân quyền của cán bộ có hiệu lực từ ngày \(first.display)."
                ))
        }
        let others = try all.filter { $0.from <= day && $0.to.map { day <= $0 } ?? true }.map { binding in
            switch binding.assignee {
            case .officer(let id): try OfficerTable.officer(database, id: id, on: day)?.name ?? id
            case .unit(let unit): try OfficerTable.unitName(database, code: unit, on: day) ?? unit
            }
        }
        reasons.append(
            others.isEmpty
                ? ActionReason(
                    code: "unbound", message: "Bước này chưa phân quyền cho ai.",
                    hint: "Báo quản trị đơn vị.")
                : ActionReason(
                    code: "not_bound", message: "Bước này phân quyền cho: \(others.joined(separator: ", ")).")
        )
        return reasons
    }
}
