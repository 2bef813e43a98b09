import Forms
import GRDB
import Models

/// All that one officer works on goes to another: by himself, by the head of his unit or by an administrator over it.
struct HandingOver: Sendable {
    let central: Central
    let call: Call
    let grant: Grant

    /// More than these at once are handed over in several goes.
    private static let most = 1_000

    private struct Prepared: Sendable {
        var request: DossierHandOver
        var dossiers: [(id: ID, ground: RoutingGround)]
        var receiver: OfficerRef
    }

    init(_ call: Call, _ central: Central) throws {
        self.central = central
        self.call = call
        grant = try call.requireGrant()
    }

    func perform() async throws -> Reply {
        let reply = try await central.effectOnce.perform(call) {
            try await prepare()
        } effect: { database, prepared in
            var count = 0
            for (id, ground) in prepared.dossiers
            where try handOver(id, ground, prepared.request, database) {
                count += 1
            }
            let officer = grant.officer
            let entry = AuditEntry(
                at: call.now, officer: officer.id, person: officer.person, unit: officer.unit,
                action: "dossier.hand_over", subject: prepared.request.from,
                detail: ["to": prepared.receiver.id, "count": String(count)], traceID: call.traceID)
            try AuditTable.append(database, entry, key: central.auditKey)
            return try .json(
                DossierHandOverResult(
                    to: prepared.receiver, count: count, left: prepared.dossiers.count - count))
        }
        for unit in Set(grant.officer.assignments.map(\.unit)) { central.inboxCounter.noteAct(in: unit) }
        return reply
    }

    private func prepare() async throws -> Prepared {
        var request: DossierHandOver = try call.decode()
        (request.from, request.to) = (request.from.lowercased(), request.to.lowercased())
        let day = call.today
        let (from, to) = try await central.store.read { [request] database in
            (
                try OfficerTable.officer(database, id: request.from, on: day),
                try OfficerTable.officer(database, id: request.to, on: day)
            )
        }
        var faults: [InputFault] = []
        if from == nil { faults.append(.init("/from", "unknown_officer", "Không có cán bộ này.")) }
        if to == nil { faults.append(.init("/to", "unknown_officer", "Không có cán bộ này, hoặc đã khóa.")) }
        if request.from == request.to {
            faults.append(.init("/to", "same_officer", "Phải là một cán bộ khác."))
        }
        if (request.note?.length ?? 0) > RoutingCheck.longestNote {
            faults.append(.init("/note", "too_long", "Nhiều nhất \(RoutingCheck.longestNote) ký tự."))
        }
        if let from, !mayHandOver(from) {
            throw ProblemError(
                .forbidden,
                detail: "Chỉ bàn giao được việc của chính mình, hoặc của cán bộ thuộc đơn vị mình phụ trách.")
        }
        guard faults.isEmpty, let to else { throw ProblemError.input(faults) }
        let ids = try await central.store.read { [request] in
            try DossierTable.assigned($0, to: request.from, scope: .everything, limit: Self.most)
        }
        var dossiers: [(ID, RoutingGround)] = []
        for id in ids {
            let stored = try await central.store.read {
                try DossierTable.find($0, id: id, scope: .everything, seal: central.seal)
            }
            if let stored { dossiers.append((id, try await RoutingGround(of: stored, central, on: day))) }
        }
        return Prepared(
            request: request, dossiers: dossiers,
            receiver: OfficerRef(id: to.id, name: to.name, position: to.position))
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

    /// Whether a dossier went over: it stays where the receiver is not bound to its step.
    private func handOver(
        _ id: ID, _ ground: RoutingGround, _ request: DossierHandOver, _ database: Database
    ) throws -> Bool {
        let day = call.today
        let found = try DossierTable.find(database, id: id, scope: .everything, seal: central.seal)
        guard let stored = found, stored.assignee == request.from, ground.holds(for: stored),
            let receiver = try RoutingGround.actor(database, id: request.to, on: day)
        else { return false }
        let reading = try ground.reading(database, stored, seal: central.seal)
        let engine = try ground.engine(database, for: stored, on: day)
        let actor = try RoutingGround.actor(database, grant.officer, on: day)
        let act = RoutingAct.handOver(by: actor, to: receiver, note: request.note)
        guard case .success(let outcome) = engine.decide(act, on: reading, at: call.now) else { return false }
        let author = Routing.Author(officer: grant.officer, traceID: call.traceID)
        try Routing.record(database, outcome, on: stored, ground, by: author, central)
        return true
    }
}
