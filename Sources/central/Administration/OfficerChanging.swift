import Crypto
import Forms
import GRDB
import Models

/// Does what administrators do with officers, in one transaction: with its checks, its entry in the audit, and, where it
/// is about an administrator, only once a second one has confirmed it.
///
/// What needs two is kept as a proposal: giving or taking an administrator's role, and every change of an administrator's
/// account but for his name and position. It is tried first and taken back, so that nothing is proposed that could not be
/// done; it is done on the officer as he was then, or not at all.
struct OfficerChanging {
    let database: Database
    let officer: Officer
    let scope: Scope
    let seal: DataSeal
    let auditKey: SymmetricKey
    let isTraining: Bool
    let now: Instant
    let traceID: String
    var today: LocalDate { now.date }
    var yesterday: LocalDate { today.adding(days: -1) }

    /// Seconds in which a proposal can be confirmed: a week.
    static let proposalLife = 7 * 86_400

    enum Outcome {
        case done
        case proposed(OfficerChange)
    }

    init(_ database: Database, _ call: Call, _ central: Central) throws {
        let grant = try call.requireGrant()
        self.database = database
        officer = grant.officer
        scope = grant.scope
        seal = central.seal
        auditKey = central.auditKey
        isTraining = central.isTraining
        now = call.now
        traceID = call.traceID
    }

    func input() -> OfficerInput {
        OfficerInput(database, scope: scope, officer: officer, today: today, seal: seal)
    }

    func record(_ id: ID) throws -> OfficerTable.Record {
        guard
            let record = try OfficerTable.record(database, id: id, scope: scope, on: today, seal: seal)
        else { throw ProblemError(.notFound) }
        return record
    }

    // MARK: A new one

    /// Checks all of a new officer; what is wrong is in `input`. Nil where it can't be made.
    ///
    /// - Parameter names: The login names that were given out before it, where it is one of many.
    func prepare(
        _ request: OfficerCreate, _ input: inout OfficerInput, names: inout AccountNames
    ) throws -> (record: OfficerTable.Record, roles: [Role])? {
        let name = input.text(request.name, "/name")
        let position = input.text(request.position, "/position")
        let number = try input.identity(request.identityNumber, "/identity_number", besides: nil)
        let vneid = try input.vneid(request.vneid, "/vneid", besides: nil)
        let from = request.effectiveFrom ?? today
        input.days(from: from, to: request.effectiveTo)
        let unit = try input.unit(request.unit, "/unit")
        let roles = unit.map { input.roles(request.roles, in: $0.code) } ?? []
        let wanted = request.account?.trimmed ?? ""
        let account =
            wanted.isEmpty
            ? try freeAccount(for: name, &names) : try input.account(wanted, "/account", besides: nil)
        guard input.faults.isEmpty, let unit else { return nil }
        let id = UUIDv7.make()
        let record = OfficerTable.Record(
            id: id, person: try formerPerson(number) ?? "person:" + id, account: account, name: name,
            position: position, unit: unit, identityNumber: number, vneid: vneid, from: from,
            to: request.effectiveTo, isSuspended: false, isRevoked: false, revision: 1)
        return (record, roles)
    }

    func create(_ request: OfficerCreate) throws -> ID {
        var input = input()
        var names = AccountNames()
        guard let (record, roles) = try prepare(request, &input, names: &names) else {
            try input.refuse()
            throw ProblemError(.invalidInput)
        }
        try insert(record, roles)
        try audit("officer.create", record, ["roles": roles.map(\.rawValue).joined(separator: ",")])
        return record.id
    }

    func insert(_ record: OfficerTable.Record, _ roles: [Role], passwordHash: String?? = nil) throws {
        let hash =
            try passwordHash
            ?? (isTraining ? OfficerTable.passwordHash(database, of: officer.id) : nil)
        try OfficerTable.insert(
            database, record, passwordHash: hash, by: officer.id, at: now, seal: seal)
        for role in roles {
            try OfficerTable.assign(
                database, officer: record.id, unit: record.unit.code, role: role.rawValue,
                from: max(today, record.from ?? today), to: record.to)
        }
    }

    /// A person who was an officer before is the same person: what he did then counts for the separation of duties.
    private func formerPerson(_ number: String) throws -> String? {
        try OfficerTable.person(database, identityNumber: number, seal: seal)
    }

    /// The given name and the first letters of the others, as in "hatt", with a number where that is taken.
    private func freeAccount(for name: String, _ names: inout AccountNames) throws -> String {
        let words = TextFold.words(name).map { $0.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } }
        let initials = words.dropLast().compactMap(\.first)
        var stem = (words.last ?? "") + String(initials)
        if stem.first?.isLetter != true { stem = "cb" + stem }
        stem = String(stem.prefix(30))
        if stem.utf8.count < 2 { stem += "cb" }
        return try names.free(stem) { account in
            try OfficerTable.holder(database, account: account, besides: nil, seal: seal) != nil
        }
    }

    // MARK: A change

    /// Does it, or proposes it.
    func perform(_ deed: OfficerDeed, on record: OfficerTable.Record) throws -> Outcome {
        guard try needsTwo(deed, record) else {
            try carryOut(deed, on: record, confirming: nil)
            return .done
        }
        var input = input()
        _ = input.reason(deed.reason)
        try input.refuse()
        // It is tried before it is proposed: what could not be done is refused now.
        try database.inSavepoint {
            try carryOut(deed, on: record, confirming: nil)
            return .rollback
        }
        let open = try OfficerChangeTable.page(
            database, officer: record.id, openOnly: true, scope: scope, at: now, limit: 1)
        if let first = open.first {
            throw ProblemError(
                .changePending,
                detail: "\(first.proposedBy.name) đã đề nghị: \(first.summary). Hãy xác nhận hoặc bác trước.")
        }
        let change = OfficerChange(
            id: UUIDv7.make(), act: deed.act, officer: record.reference, unit: record.unit,
            summary: try OfficerWords.summary(deed, record, database, on: today),
            reason: deed.reason?.trimmed,
            proposedBy: officer.reference, proposedAt: now, expiresAt: now.adding(seconds: Self.proposalLife),
            state: .open)
        try OfficerChangeTable.insert(
            database,
            .init(change: change, deed: deed, revision: record.revision, person: officer.person), seal: seal)
        try audit("officer.propose", record, ["act": deed.act.rawValue, "change": change.id])
        return .proposed(change)
    }

    private func needsTwo(_ deed: OfficerDeed, _ record: OfficerTable.Record) throws -> Bool {
        switch deed.act {
        case .assign:
            return deed.assignment.flatMap { Role(rawValue: $0.role) }.map(Role.administrating.contains)
                ?? false
        case .endAssignment:
            let ended = try deed.assignmentId.flatMap {
                try AssignmentTable.find(database, id: $0, scope: scope, on: today)
            }
            return ended.flatMap { Role(rawValue: $0.role) }.map(Role.administrating.contains) ?? false
        case .review: return false
        case .change where deed.patch?.isHarmless == true: return false
        case .change, .suspend, .reactivate, .revoke, .transfer:
            return try !administration(of: record.id).isEmpty
        }
    }

    /// The administrator's roles that an officer holds today or later.
    func administration(of id: ID) throws -> [OfficerAssignment] {
        (try AssignmentTable.live(database, of: [id], from: today)[id] ?? []).filter {
            Role(rawValue: $0.role).map(Role.administrating.contains) ?? false
        }
    }

    // MARK: A proposal

    /// What another one proposed is done now.
    func confirm(_ stored: OfficerChangeTable.Stored) throws {
        let record = try decidable(stored)
        guard record.revision == stored.revision else {
            throw ProblemError(
                .revisionConflict, detail: "Cán bộ này đã được sửa từ khi đề nghị; hãy bác và đề nghị lại.",
                changedBy: record.changedBy, changedAt: record.changedAt)
        }
        try carryOut(stored.deed, on: record, confirming: stored.change)
        try OfficerChangeTable.decide(
            database, id: stored.change.id, .confirmed, by: officer.id, at: now)
    }

    /// Also by the one who proposed it: he takes it back.
    func reject(_ stored: OfficerChangeTable.Stored, reason: String) throws {
        let record = try record(stored.change.officer.id)
        try mustBeOpen(stored.change)
        try OfficerChangeTable.decide(
            database, id: stored.change.id, .rejected, by: officer.id, at: now)
        try audit(
            "officer.reject", record,
            ["act": stored.change.act.rawValue, "change": stored.change.id, "reason": reason])
    }

    private func decidable(_ stored: OfficerChangeTable.Stored) throws -> OfficerTable.Record {
        let record = try record(stored.change.officer.id)
        try mustBeOpen(stored.change)
        guard officer.person != stored.person, officer.person != record.person else {
            throw ProblemError(
                .secondOfficer,
                detail: "Người đề nghị và người liên quan không tự xác nhận; nhờ một quản trị khác.")
        }
        return record
    }

    private func mustBeOpen(_ change: OfficerChange) throws {
        guard change.state == .open else {
            throw ProblemError(
                .changeDecided,
                detail: change.decidedBy.map { "\($0.name) đã quyết định." } ?? "Đề nghị đã hết hạn.")
        }
    }

    // MARK: Audit

    func audit(
        _ action: String, _ record: OfficerTable.Record, _ detail: [String: String],
        confirming change: OfficerChange? = nil
    ) throws {
        var detail = detail
        if let change {
            detail["change"] = change.id
            detail["proposed_by"] = change.proposedBy.id
        }
        let entry = AuditEntry(
            at: now, officer: officer.id, person: officer.person, unit: record.unit.code, action: action,
            subject: record.id, detail: detail, traceID: traceID)
        try AuditTable.append(database, entry, key: auditKey)
    }
}

extension OfficerPatch {
    /// What an administrator's colleague may mend alone.
    fileprivate var isHarmless: Bool {
        account == nil && identityNumber == nil && vneid == nil && effectiveFrom == nil
            && effectiveTo == nil && withoutEnd != true
    }
}
