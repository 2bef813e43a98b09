import Forms
import GRDB
import Models

/// All that one officer works on goes to another: by himself, by the head of his unit or by an administrator over it.
///
/// His are the dossiers that he has taken up, and those that nobody has at steps which he alone is bound to. What waits at
/// steps that he shares with others is in their queues already and needs no handing over; it is only counted.
struct HandingOver: Sendable {
    let central: Central
    let call: Call
    let grant: Grant

    /// More than these at once are handed over in several goes.
    static let most = 1_000

    private struct Prepared: Sendable {
        var request: DossierHandOver
        var dossiers: [(dossier: StoredDossier, ground: RoutingGround)]
        var receiver: OfficerRef
        var shared: Int
        var hasMore: Bool
    }

    init(_ call: Call, _ central: Central) throws {
        self.central = central
        self.call = call
        grant = try call.requireGrant()
    }

    // MARK: Asking and doing

    /// What would go over and what would stay, with its reason; nothing is changed.
    func preview() async throws -> Reply {
        let prepared = try await prepare(
            DossierHandOver(from: call.query["from"] ?? "", to: call.query["to"] ?? ""))
        let items = try await central.store.read { database in
            try prepared.dossiers.map { dossier, ground in
                var item = item(dossier, prepared.request)
                if case .failure(let refusal) = try decide(dossier, ground, prepared.request, database) {
                    item.reason = refusal.reasons.first?.shown
                }
                return item
            }
        }
        return try .json(result(prepared, items))
    }

    func perform() async throws -> Reply {
        return try await central.effectOnce.perform(call) {
            try await prepare(try call.decode())
        } effect: { database, prepared in
            let items = try prepared.dossiers.map { dossier, ground in
                try handOver(dossier, ground, prepared.request, database)
            }
            let result = result(prepared, items)
            let officer = grant.officer
            let entry = AuditEntry(
                at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
                action: "dossier.hand_over", subject: prepared.request.from,
                detail: ["to": prepared.receiver.id, "count": String(result.count)], traceID: call.traceID)
            try AuditTable.append(database, entry, key: central.auditKey)
            return try .json(result)
        }
    }

    private func result(_ prepared: Prepared, _ items: [DossierHandOverResult.Item]) -> DossierHandOverResult
    {
        let left = items.count { $0.reason != nil }
        return DossierHandOverResult(
            to: prepared.receiver, count: items.count - left, left: left, items: items,
            shared: prepared.shared, hasMore: prepared.hasMore)
    }

    // MARK: Checks

    private func prepare(_ asked: DossierHandOver) async throws -> Prepared {
        var request = asked
        (request.from, request.to) = (request.from.lowercased(), request.to.lowercased())
        let day = call.today
        let (from, to) = try await central.store.read { [request] database in
            (
                // Who is away for good still has what he had.
                try OfficerTable.officer(database, id: request.from, on: day, orSuspended: true),
                try OfficerTable.officer(database, id: request.to, on: day)
            )
        }
        if let from, !mayHandOver(from) {
            throw ProblemError(
                .forbidden,
                detail: "Chỉ bàn giao được việc của chính mình, hoặc của cán bộ thuộc đơn vị mình phụ trách.")
        }
        let faults = Self.faults(request, from, to)
        guard faults.isEmpty, let from, let to else { throw ProblemError.input(faults) }
        let (found, shared) = try await central.store.read { database in
            let places = try OfficerWork.places(database, of: from, on: day)
            let ids = try DossierTable.workOf(
                database, officer: from.id, alone: places.alone, limit: Self.most + 1)
            let dossiers = try ids.compactMap {
                try DossierTable.find(database, id: $0, scope: .everything, seal: central.seal)
            }
            return (dossiers, places.shared)
        }
        var dossiers: [(StoredDossier, RoutingGround)] = []
        for stored in found.prefix(Self.most) {
            dossiers.append((stored, try await RoutingGround(of: stored, central, on: day)))
        }
        return Prepared(
            request: request, dossiers: dossiers,
            receiver: OfficerRef(id: to.id, name: to.name, position: to.position), shared: shared,
            hasMore: found.count > Self.most)
    }

    private static func faults(_ request: DossierHandOver, _ from: Officer?, _ to: Officer?) -> [InputFault] {
        var faults: [InputFault] = []
        if from == nil { faults.append(.init("/from", "unknown_officer", "Không có cán bộ này.")) }
        if to == nil { faults.append(.init("/to", "unknown_officer", "Không có cán bộ này, hoặc đã khóa.")) }
        if request.from == request.to {
            faults.append(.init("/to", "same_officer", "Phải là một cán bộ khác."))
        }
        if (request.note?.length ?? 0) > RoutingCheck.longestNote {
            faults.append(.init("/note", "too_long", "Nhiều nhất \(RoutingCheck.longestNote) ký tự."))
        }
        return faults
    }

    /// One's own; those of a unit whose approvals one gives; those of a unit under one's administration.
    private func mayHandOver(_ from: Officer) -> Bool {
        let officer = grant.officer
        if officer.id == from.id { return true }
        let units = Set(from.assignments.map(\.unit) + [from.unit])
        return officer.assignments.contains { assignment in
            switch assignment.role {
            case .approval: units.contains(assignment.unit)
            case .provinceAdmin, .ministryAdmin: units.contains { grant.scope.contains($0) }
            default: false
            }
        }
    }

    // MARK: One dossier

    private func item(_ stored: StoredDossier, _ request: DossierHandOver) -> DossierHandOverResult.Item {
        let dossier = stored.dossier
        let isMasked = grant.disclosure(unit: dossier.unit.code, holder: stored.holderUnit) == .masked
        return DossierHandOverResult.Item(
            id: dossier.id, code: dossier.code,
            applicantName: isMasked ? Masking.name(dossier.applicant.name) : dossier.applicant.name,
            procedureName: dossier.procedure.name, stepName: dossier.stepName,
            isTaken: stored.assignee == request.from)
    }

    /// Whether it goes over: it stays where the receiver is not bound to its step.
    private func decide(
        _ stored: StoredDossier, _ ground: RoutingGround, _ request: DossierHandOver, _ database: Database
    ) throws -> Result<RoutingOutcome, RoutingRefusal> {
        let day = call.today
        guard let receiver = try RoutingGround.actor(database, id: request.to, on: day) else {
            return .failure(Self.moved)
        }
        let reading = try ground.reading(database, stored, seal: central.seal)
        let engine = try ground.engine(database, for: stored, on: day)
        let actor = try RoutingGround.actor(database, grant.officer, on: day)
        let act = RoutingAct.handOver(by: actor, to: receiver, note: request.note)
        return engine.decide(act, on: reading, at: call.now)
    }

    private func handOver(
        _ seen: StoredDossier, _ ground: RoutingGround, _ request: DossierHandOver, _ database: Database
    ) throws -> DossierHandOverResult.Item {
        var item = item(seen, request)
        let found = try DossierTable.find(
            database, id: seen.dossier.id, scope: .everything, seal: central.seal)
        // Somebody may have taken it, or moved it on, since it was looked up.
        guard let stored = found, stored.assignee == seen.assignee, stored.dossier.step == seen.dossier.step,
            ground.holds(for: stored)
        else {
            item.reason = Self.moved.reasons.first?.shown
            return item
        }
        switch try decide(stored, ground, request, database) {
        case .failure(let refusal): item.reason = refusal.reasons.first?.shown
        case .success(let outcome):
            let author = Routing.Author(officer: grant.officer, traceID: call.traceID)
            try Routing.record(database, outcome, on: stored, ground, by: author, central)
        }
        return item
    }

    private static let moved = RoutingRefusal(
        .init(
            kind: .state, code: "moved", message: "Hồ sơ vừa được người khác nhận hoặc chuyển đi.", hint: nil)
    )
}
