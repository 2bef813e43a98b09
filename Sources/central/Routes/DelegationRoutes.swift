import Forms
import GRDB
import HTTPTypes
import Models

/// Roles lent to colleagues: by the officer himself, or by an administrator for officers of his units.
enum DelegationRoutes {
    static let all = [
        Route("listDelegations", .get, "/v1/delegations", query: ["limit", "cursor"], handle: list),
        Route("makeDelegation", .post, "/v1/delegations", body: .json, isKeyed: true, handle: make),
        Route("endDelegation", .delete, "/v1/delegations/{id}", find: find, handle: end),
    ]

    private static func isAdministrator(_ grant: Grant) -> Bool {
        !grant.officer.roles.isDisjoint(with: Role.administrating)
    }

    /// One's own, from and to; an administrator's units'. The newest first.
    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let (limit, before) = (try call.limit(), try call.cursor(parts: 1)?.first)
        let grant = try call.requireGrant()
        let whose: DelegationTable.Whose =
            isAdministrator(grant) ? .units(grant.scope) : .officer(grant.officer.id)
        let found = try await central.store.read {
            try DelegationTable.page($0, whose, before: before, limit: limit + 1)
        }
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { Cursor.encode([$0.id]) } : nil
        return try .json(FixedShape.page(page, next: next))
    }

    private static func make(_ call: Call, _ central: Central) async throws -> Reply {
        let grant = try call.requireGrant()
        return try await central.effectOnce.perform(call) {
            try call.decode(DelegationRequest.self)
        } effect: { database, request in
            let delegation = try checked(request, grant, database, call)
            try DelegationTable.insert(database, delegation)
            try AuditTable.append(
                database,
                entry(
                    "delegation.make", delegation.id,
                    ["from": delegation.from.id, "to": delegation.to.id, "role": delegation.role], call),
                key: central.auditKey)
            return try .json(delegation, status: 201)
        }
    }

    /// A role that the one really holds, to a colleague of the same unit, for days that are not over.
    private static func checked(
        _ request: DelegationRequest, _ grant: Grant, _ database: Database, _ call: Call
    ) throws -> Delegation {
        let from = request.effectiveFrom ?? call.today
        var faults: [InputFault] = []
        let owner = (request.from ?? grant.officer.id).lowercased()
        if owner != grant.officer.id, !isAdministrator(grant) || !grant.scope.contains(request.unit) {
            throw ProblemError.input([
                .init("/from", "not_yours", "Chỉ quản trị của đơn vị mới ủy quyền thay người khác.")
            ])
        }
        let lender = try OfficerTable.officer(database, id: owner, on: from)
        let receiver = try OfficerTable.officer(database, id: request.to.lowercased(), on: from)
        let held = lender?.assignments.contains {
            $0.unit == request.unit && $0.role.rawValue == request.role && Role.handling.contains($0.role)
        }
        if held != true {
            faults.append(
                .init("/role", "not_held", "Người ủy quyền không giữ vai trò xử lý hồ sơ này tại đơn vị."))
        }
        let isColleague = receiver.map { officer in
            officer.id != owner && officer.person != lender?.person
                && officer.assignments.contains { $0.unit == request.unit }
        }
        if isColleague != true {
            faults.append(.init("/to", "no_colleague", "Phải là cán bộ khác đang làm ở cùng đơn vị."))
        }
        if let lender, let receiver,
            try DelegationTable.leads(
                database, from: receiver.id, to: lender.id, unit: request.unit, role: request.role,
                between: from, and: request.effectiveTo)
        {
            faults.append(
                .init(
                    "/to", "cycle",
                    "Người này đã ủy quyền vai trò ấy trở lại cho người ủy quyền trong những ngày đó.")
            )
        }
        if from < call.today {
            faults.append(.init("/effective_from", "in_past", "Ngày đầu phải từ hôm nay."))
        }
        if request.effectiveTo < from {
            faults.append(.init("/effective_to", "before_start", "Ngày cuối phải sau ngày đầu."))
        }
        let reason = request.reason.trimmed
        if !(3...500).contains(reason.length) {
            faults.append(.init("/reason", "required", "Cần ghi lý do, từ 3 đến 500 ký tự."))
        }
        guard faults.isEmpty, let lender, let receiver else { throw ProblemError.input(faults) }
        return Delegation(
            id: UUIDv7.make(), from: lender.reference, to: receiver.reference, unit: request.unit,
            role: request.role, effectiveFrom: from, effectiveTo: request.effectiveTo, reason: reason,
            madeBy: grant.officer.id, madeAt: call.now)
    }

    /// One that the caller lent, was lent, or administers.
    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, grant) = (try call.id(), try call.requireGrant())
        guard let found = try await central.store.read({ try DelegationTable.find($0, id: id) }),
            [found.from.id, found.to.id].contains(grant.officer.id)
                || isAdministrator(grant) && grant.scope.contains(found.unit)
        else { throw ProblemError(.notFound) }
        return found
    }

    /// What was ended before stays ended: a desk that asks twice gets the same answer.
    private static func end(_ call: Call, _ central: Central) async throws -> Reply {
        let delegation = try call.thing(Delegation.self)
        try await central.store.write { database in
            guard try DelegationTable.find(database, id: delegation.id)?.endedAt == nil else { return }
            try DelegationTable.end(database, id: delegation.id, at: call.now)
            try AuditTable.append(
                database, entry("delegation.end", delegation.id, [:], call), key: central.auditKey)
        }
        return .noContent
    }

    private static func entry(
        _ action: String, _ subject: String, _ detail: [String: String], _ call: Call
    ) throws -> AuditEntry {
        let officer = try call.requireGrant().officer
        return AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: officer.unit, action: action,
            subject: subject, detail: detail, traceID: call.traceID)
    }
}
