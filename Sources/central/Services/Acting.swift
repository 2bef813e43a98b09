import Forms
import GRDB
import HTTPTypes
import Models

/// One officer's act on one dossier or on many, from a request.
struct Acting: Sendable {
    let central: Central
    let call: Call
    let grant: Grant

    init(_ call: Call, _ central: Central) throws {
        self.central = central
        self.call = call
        grant = try call.requireGrant()
    }

    var author: Routing.Author { Routing.Author(officer: grant.officer, traceID: call.traceID) }

    /// What the caller says that he has seen.
    enum Seen: Sendable {
        /// `If-Match` is missing.
        case nothing
        case anything
        case revisions(Set<Int>)
    }

    // MARK: One

    func perform() async throws -> Reply {
        let stored = try call.thing(StoredDossier.self)
        let ground = try await RoutingGround(of: stored, central, on: call.today)
        let seen = Self.seen(call)
        return try await central.effectOnce.perform(call) {
            try await checkRights(stored, ground)
            let request: ActionRequest = try call.decode()
            _ = try await central.store.read { try outcome($0, request, on: stored.dossier.id, ground, seen) }
            return request
        } effect: { database, request in
            let (before, outcome) = try outcome(database, request, on: stored.dossier.id, ground, seen)
            let after = try Routing.record(database, outcome, on: before, ground, by: author, central)
            var dossier = try BundleReading.linked(
                after.told(database, on: call.today), database, scope: grant.scope, central
            )
            .disclosed(try call.disclosure(of: before))
            if let warning = outcome.warning {
                dossier.warnings = [
                    InputProblem(pointer: "/action", code: "counted_overdue", message: warning)
                ]
            }
            return try .json(dossier, headers: ["etag": "\"\(dossier.revision)\""])
        }
    }

    /// Whoever does no step of the dossier's process has no business with it, whatever he asks for.
    private func checkRights(_ stored: StoredDossier, _ ground: RoutingGround) async throws {
        let isBound = try await central.store.read { database in
            let engine = try ground.engine(database, for: stored, on: call.today)
            return engine.isBoundAnywhere(try RoutingGround.actor(database, grant.officer, on: call.today))
        }
        guard isBound else {
            let entry = AuditEntry(
                at: call.now, officer: grant.officer.id, person: grant.officer.person,
                unit: grant.officer.unit, action: "policy.refuse", subject: stored.dossier.id,
                outcome: .refused, detail: ["route": call.route.id], traceID: call.traceID)
            try await central.store.write { try AuditTable.append($0, entry, key: central.auditKey) }
            throw ProblemError(.notBound)
        }
    }

    /// What an act does to a dossier as it is now, or the refusal of the contract.
    func outcome(
        _ database: Database, _ request: ActionRequest, on id: ID, _ ground: RoutingGround, _ seen: Seen
    ) throws -> (before: StoredDossier, outcome: RoutingOutcome) {
        let day = call.today
        let found = try DossierTable.find(
            database, id: id, scope: grant.scope, orActedOnBy: grant.officer.id, seal: central.seal)
        guard let stored = found else { throw ProblemError(.notFound) }
        guard ground.holds(for: stored) else { throw ProblemError(.revisionConflict) }
        let reading = try ground.reading(database, stored, seal: central.seal)
        let engine = try ground.engine(database, for: stored, on: day, signature: request.signature)
        let act = RoutingAct.officer(
            try RoutingGround.actor(database, grant.officer, on: day), request,
            assignee: try RoutingGround.actor(database, id: request.assignee?.lowercased(), on: day))
        let decision = engine.decide(act, on: reading, at: call.now)
        if case .failure(let refusal) = decision, refusal.isOfRequest { throw refusal.problem }
        try check(seen, stored, reading)
        switch decision {
        case .success(let outcome): return (stored, outcome)
        case .failure(let refusal): throw refusal.problem
        }
    }

    /// 428 and 412, the latter with who changed it and when.
    private func check(_ seen: Seen, _ stored: StoredDossier, _ reading: RoutingCase) throws {
        let revision = stored.dossier.revision
        switch seen {
        case .nothing: throw ProblemError(.revisionMissing)
        case .anything: return
        case .revisions(let revisions):
            guard !revisions.contains(revision) else { return }
            let last = reading.events.last
            let who = last.map { $0.officer?.name ?? "Hệ thống" }
            let what = last.map { $0.name.lowercased() }
            throw ProblemError(
                .revisionConflict,
                detail: who.flatMap { who in
                    what.map { what in
                        "\(who) vừa làm “\(what)”; hồ sơ đang ở bước “\(stored.dossier.stepName)”. "
                            + "Hãy tải lại để xem nội dung mới nhất."
                    }
                },
                headers: ["etag": "\"\(revision)\""], changedBy: who, changedAt: last?.at)
        }
    }

    private static func seen(_ call: Call) -> Seen {
        guard let text = call.headers[.ifMatch] else { return .nothing }
        let tags = text.split(separator: ",").map { $0.trimmed }
        if tags.contains("*") { return .anything }
        return .revisions(
            Set(
                tags.compactMap {
                    $0.hasPrefix("\"") && $0.hasSuffix("\"") ? Int($0.dropFirst().dropLast()) : nil
                }))
    }
}

extension RoutingRefusal {
    /// Whether it is of the request alone, whatever the dossier's revision: told before 428 and 412.
    fileprivate var isOfRequest: Bool {
        kind == .input && !foremost.contains { $0.code == "bad_signature" }
    }

    /// As the contract tells it.
    var problem: ProblemError {
        let faults = foremost.map { InputFault($0.pointer, $0.code, $0.message, hint: $0.hint) }
        let detail = foremost.first?.message
        switch kind {
        case .notBound: return ProblemError(.notBound, detail: detail, errors: faults)
        case .input: return .input(faults)
        case .claimed:
            return ProblemError(
                .claimed, detail: detail, errors: faults, changedBy: claim?.officer.name,
                changedAt: claim?.since)
        case .state: return ProblemError(.actionNotAllowed, detail: detail, errors: faults)
        }
    }
}
