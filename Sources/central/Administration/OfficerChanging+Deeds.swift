import Forms
import GRDB
import Models

/// Each deed: its checks, what it writes, and what must still be true afterwards.
extension OfficerChanging {
    /// - Parameter change: The proposal that is confirmed by it; nil where one administrator is enough, or where it is only
    ///   tried.
    func carryOut(
        _ deed: OfficerDeed, on record: OfficerTable.Record, confirming change: OfficerChange?
    ) throws {
        let day = firstDay(of: deed)
        let administration = try administration(of: record.id)
        let takes = ![.review, .assign, .reactivate].contains(deed.act)
        let only = takes ? try AssignmentTable.onlyHis(database, officer: record.id, on: day) : []
        let detail: [String: String]
        switch deed.act {
        case .change: detail = try patch(deed.patch ?? OfficerPatch(), record)
        case .suspend: detail = try suspend(deed, record)
        case .reactivate: detail = try reactivate(deed, record)
        case .revoke: detail = try revoke(deed, record)
        case .transfer: detail = try transfer(deed, record)
        case .review:
            var reviewed = record
            reviewed.reviewedAt = now
            try update(reviewed)
            detail = [:]
        case .assign: detail = try assign(deed, record)
        case .endAssignment: detail = try endAssignment(deed, record)
        }
        try mustLeaveAnother(administration, of: record.id, on: day)
        if !deed.allowsGaps { try mustLeaveNoGap(only, of: record.id, on: day) }
        try audit("officer." + deed.act.rawValue, record, detail, confirming: change)
    }

    /// From which day on it holds.
    private func firstDay(of deed: OfficerDeed) -> LocalDate {
        deed.patch?.effectiveTo.map { max($0.adding(days: 1), today) } ?? today
    }

    private func update(_ record: OfficerTable.Record) throws {
        try OfficerTable.update(database, record, by: officer.id, at: now, seal: seal)
    }

    // MARK: The account

    private func patch(_ patch: OfficerPatch, _ record: OfficerTable.Record) throws -> [String: String] {
        try mustBe(record, [.active, .waiting, .ended, .suspended])
        var input = input()
        var changed = record
        var fields: [String] = []
        if let name = patch.name {
            changed.name = input.text(name, "/name")
            fields.append("name")
        }
        if let position = patch.position {
            changed.position = input.text(position, "/position")
            fields.append("position")
        }
        if let account = patch.account {
            changed.account = try input.account(account, "/account", besides: record.id)
            fields.append("account")
        }
        if let number = patch.identityNumber {
            changed.identityNumber = try input.identity(number, "/identity_number", besides: record.id)
            fields.append("identity_number")
        }
        if let vneid = patch.vneid {
            changed.vneid = try input.vneid(vneid, "/vneid", besides: record.id)
            fields.append("vneid")
        }
        if let from = patch.effectiveFrom {
            changed.from = from
            fields.append("effective_from")
        }
        if patch.effectiveTo != nil || patch.withoutEnd == true {
            if patch.effectiveTo != nil, patch.withoutEnd == true {
                input.add("/effective_to", "contradiction", "Không đặt và bỏ ngày cuối cùng lúc.")
            }
            changed.to = patch.effectiveTo
            fields.append("effective_to")
        }
        input.days(from: changed.from, to: patch.effectiveTo)
        try input.refuse()
        guard !fields.isEmpty else {
            throw ProblemError.input([.init("", "nothing", "Không có gì để sửa.")])
        }
        try update(changed)
        if changed.to != record.to { try follow(record, to: changed.to) }
        return ["fields": fields.joined(separator: ",")]
    }

    /// Nobody holds a role longer than he is at work; what ended with the former last day goes on to the new one.
    private func follow(_ record: OfficerTable.Record, to last: LocalDate?) throws {
        for held in try AssignmentTable.live(database, of: [record.id], from: today)[record.id] ?? [] {
            let endsWithHim = record.to != nil && held.effectiveTo == record.to
            let endsLater = last.map { last in held.effectiveTo.map { $0 > last } ?? true } ?? false
            if endsWithHim || endsLater { try AssignmentTable.end(database, id: held.id, on: last) }
        }
    }

    private func suspend(_ deed: OfficerDeed, _ record: OfficerTable.Record) throws -> [String: String] {
        try mustBe(record, [.active, .waiting, .ended])
        var suspended = record
        suspended.isSuspended = true
        suspended.stateReason = try reason(deed)
        try update(suspended)
        try SessionTable.revokeAll(database, officer: record.id, at: now)
        return ["reason": suspended.stateReason ?? ""]
    }

    private func reactivate(_ deed: OfficerDeed, _ record: OfficerTable.Record) throws -> [String: String] {
        try mustBe(record, [.suspended])
        var active = record
        active.isSuspended = false
        active.stateReason = nil
        let reason = try reason(deed)
        try update(active)
        return ["reason": reason]
    }

    /// For good: his roles and what he was bound to end, and what he lent or was lent.
    private func revoke(_ deed: OfficerDeed, _ record: OfficerTable.Record) throws -> [String: String] {
        try mustBe(record, [.active, .waiting, .ended, .suspended])
        var revoked = record
        (revoked.isSuspended, revoked.isRevoked) = (true, true)
        revoked.stateReason = try reason(deed)
        try update(revoked)
        try SessionTable.revokeAll(database, officer: record.id, at: now)
        for held in try AssignmentTable.live(database, of: [record.id], from: today)[record.id] ?? [] {
            try AssignmentTable.end(database, id: held.id, on: yesterday)
        }
        let bindings = try BindingTable.endPersonal(
            database, of: record.id, keeping: [], last: yesterday, by: officer.id, at: now)
        try DelegationTable.endAll(database, of: record.id, at: now)
        return ["reason": revoked.stateReason ?? "", "bindings": String(bindings)]
    }

    private func transfer(_ deed: OfficerDeed, _ record: OfficerTable.Record) throws -> [String: String] {
        try mustBe(record, [.active, .waiting])
        guard let transfer = deed.transfer else { throw ProblemError(.invalidInput) }
        var input = input()
        let reason = input.reason(transfer.reason)
        let unit = try input.unit(transfer.unit, "/unit")
        if unit?.code == record.unit.code {
            input.add("/unit", "same_unit", "Cán bộ đang ở đơn vị này.")
        }
        let roles = unit.map { input.roles(transfer.roles, in: $0.code) } ?? []
        if !roles.isEmpty, record.person == officer.person {
            input.add("/roles", "own_rights", "Không ai tự giao vai trò cho mình; nhờ một quản trị khác.")
        }
        var moved = record
        if let position = transfer.position { moved.position = input.text(position, "/position") }
        try input.refuse()
        guard let unit else { throw ProblemError(.invalidInput) }
        moved.unit = unit
        try update(moved)
        var kept: Set<String> = [unit.code]
        for held in try AssignmentTable.live(database, of: [record.id], from: today)[record.id] ?? [] {
            if held.unit.code == record.unit.code {
                try AssignmentTable.end(database, id: held.id, on: yesterday)
            } else {
                kept.insert(held.unit.code)
            }
        }
        for role in roles {
            try OfficerTable.assign(
                database, officer: record.id, unit: unit.code, role: role.rawValue,
                from: max(today, record.from ?? today), to: record.to)
        }
        let bindings = try BindingTable.endPersonal(
            database, of: record.id, keeping: kept, last: yesterday, by: officer.id, at: now)
        try DelegationTable.endAll(database, of: record.id, in: record.unit.code, at: now)
        return [
            "to": unit.code, "reason": reason, "bindings": String(bindings),
            "roles": roles.map(\.rawValue).joined(separator: ","),
        ]
    }

    // MARK: Roles

    private func assign(_ deed: OfficerDeed, _ record: OfficerTable.Record) throws -> [String: String] {
        try mustBe(record, [.active, .waiting])
        guard let request = deed.assignment else { throw ProblemError(.invalidInput) }
        var input = input()
        let unit = try input.unit(request.unit, "/unit")
        let role = unit.flatMap { input.role(request.role, in: $0.code, "/role") }
        let from = request.effectiveFrom ?? max(today, record.from ?? today)
        if from < today { input.add("/effective_from", "in_past", "Ngày đầu phải từ hôm nay.") }
        var to = request.effectiveTo
        if let last = record.to {
            if let wanted = to, wanted > last {
                input.add(
                    "/effective_to", "after_end", "Cán bộ chỉ làm việc đến \(last.display).",
                    hint: "Kéo dài ngày cuối của cán bộ trước.")
            }
            to = to ?? last
        }
        if let to, to < from {
            input.add("/effective_to", "before_start", "Ngày cuối không được trước ngày đầu.")
        }
        if record.person == officer.person {
            input.add("/officer", "own_rights", "Không ai tự giao vai trò cho mình; nhờ một quản trị khác.")
        }
        let held = try AssignmentTable.live(database, of: [record.id], from: from)[record.id] ?? []
        if let role, let unit,
            held.contains(where: { other in
                other.role == role.rawValue && other.unit.code == unit.code
                    && (to.map { other.effectiveFrom <= $0 } ?? true)
            })
        {
            input.add("/role", "held", "Cán bộ đã giữ vai trò này trong những ngày đó.")
        }
        try input.refuse()
        guard let role, let unit else { throw ProblemError(.invalidInput) }
        try OfficerTable.assign(
            database, officer: record.id, unit: unit.code, role: role.rawValue, from: from, to: to)
        try update(record)
        return ["role": role.rawValue, "unit": unit.code, "from": from.iso, "to": to?.iso ?? ""]
    }

    /// What is ended today was last held yesterday; what ended before stays as it is.
    private func endAssignment(_ deed: OfficerDeed, _ record: OfficerTable.Record) throws
        -> [String: String]
    {
        guard let id = deed.assignmentId,
            let held = try AssignmentTable.find(database, id: id, scope: scope, on: today)
        else { throw ProblemError(.notFound) }
        try AssignmentTable.end(database, id: id, on: yesterday)
        try update(record)
        return ["role": held.role, "unit": held.unit.code]
    }

    // MARK: Checks

    private func reason(_ deed: OfficerDeed) throws -> String {
        var input = input()
        let reason = input.reason(deed.reason)
        try input.refuse()
        return reason
    }

    private func mustBe(_ record: OfficerTable.Record, _ states: Set<OfficerState>) throws {
        let state = record.state(on: today)
        guard !states.contains(state) else { return }
        throw ProblemError(
            .actionNotAllowed,
            errors: [
                .init("", "state", "Tài khoản đang \(OfficerWords.name(state)), không làm việc này được.")
            ])
    }

    /// Where an administrator goes another one has to be left, who is able to log in on that day.
    private func mustLeaveAnother(
        _ administration: [OfficerAssignment], of id: ID, on day: LocalDate
    ) throws {
        let held = try OfficerTable.officer(database, id: id, on: day)?.assignments ?? []
        for former in administration {
            guard let role = Role(rawValue: former.role),
                !held.contains(where: { $0.role == role && $0.unit == former.unit.code }),
                try AssignmentTable.count(
                    database, role: role, in: former.unit.code, besides: id, on: day) == 0
            else { continue }
            throw ProblemError(
                .lastAdministrator,
                detail:
                    "\(former.unit.name) sẽ không còn ai giữ vai trò \(role.name). Giao cho người khác trước."
            )
        }
    }

    private func mustLeaveNoGap(_ only: [BindingGap], of id: ID, on day: LocalDate) throws {
        guard !only.isEmpty else { return }
        var left = Set<BindingGap>()
        if try OfficerTable.officer(database, id: id, on: day) != nil {
            left = Set(try AssignmentTable.places(database, of: id, on: day))
        }
        try BindingChange.refuse(only.filter { !left.contains($0) })
    }
}
