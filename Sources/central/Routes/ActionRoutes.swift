import Forms
import HTTPTypes
import Models

/// What an officer may do with dossiers, and doing it.
enum ActionRoutes {
    static let all = [
        Route(
            "listDossierActions", .get, "/v1/dossiers/{id}/actions", query: ["action"], find: find,
            handle: options),
        Route(
            "actOnDossier", .post, "/v1/dossiers/{id}/actions", body: .json, isKeyed: true, find: find
        ) { call, central in
            try await Acting(call, central).perform()
        },
        Route("actOnDossiers", .post, "/v1/dossiers/actions:bulk", body: .json, isKeyed: true) {
            call, central in
            try await Acting(call, central).performBulk()
        },
        Route("claimDossier", .put, "/v1/dossiers/{id}/claim", find: find, handle: claim),
        Route("releaseDossier", .delete, "/v1/dossiers/{id}/claim", find: find, handle: release),
        Route("previewHandOver", .get, "/v1/dossiers:hand-over", query: ["from", "to"]) { call, central in
            try await HandingOver(call, central).preview()
        },
        Route(
            "handOverDossiers", .post, "/v1/dossiers:hand-over", body: .json, isKeyed: true
        ) { call, central in
            try await HandingOver(call, central).perform()
        },
    ]

    /// The dossier of the path, where it lies in the scope of the one who asks, or he has acted on it.
    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, grant) = (try call.id(), try call.requireGrant())
        let stored = try await central.store.read {
            try DossierTable.find(
                $0, id: id, scope: grant.scope, orActedOnBy: grant.officer.id, seal: central.seal)
        }
        guard let stored else { throw ProblemError(.notFound) }
        return stored
    }

    private static func options(_ call: Call, _ central: Central) async throws -> Reply {
        let stored = try call.thing(StoredDossier.self)
        let (officer, day, now) = (try call.requireGrant().officer, call.today, call.now)
        let asked = try asked(call)
        let ground = try await RoutingGround(of: stored, central, on: day)
        let answer = try await central.store.read { database in
            let reading = try ground.reading(database, stored, seal: central.seal)
            let engine = try ground.engine(database, for: stored, on: day)
            let actor = try RoutingGround.actor(database, officer, on: day)
            let bound = try BindingTable.officers(
                database, boundTo: stored.dossier.unit.code, process: stored.process.id,
                step: stored.dossier.step, on: day)
            let claim = reading.lease.flatMap { $0.until > now ? $0 : nil }
            let assignee = try reading.assignee.flatMap {
                try OfficerTable.officer(database, id: $0, on: day)
            }
            return ActionOptions(
                revision: stored.dossier.revision,
                items: engine.options(for: actor, on: reading, at: now, asked: asked),
                claim: claim,
                assignee: assignee.map { OfficerRef(id: $0.id, name: $0.name, position: $0.position) },
                assignees: bound.map(\.officer))
        }
        return try .json(answer, headers: ["etag": "\"\(answer.revision)\""])
    }

    /// The verb that the officer wants to hear about, whether it is to be had or not.
    private static func asked(_ call: Call) throws -> ProcessAction? {
        guard let text = call.query["action"] else { return nil }
        guard let action = ProcessAction(rawValue: text) else {
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/action", "invalid_choice", "Không có việc “\(text)”.")])
        }
        return action
    }

    /// Takes the lease of a dossier, or keeps it up. It is no act: nothing of the dossier changes.
    private static func claim(_ call: Call, _ central: Central) async throws -> Reply {
        let stored = try call.thing(StoredDossier.self)
        let (officer, day, now) = (try call.requireGrant().officer, call.today, call.now)
        let ground = try await RoutingGround(of: stored, central, on: day)
        let id = stored.dossier.id
        let claim = try await central.store.write { database in
            let current = try DossierTable.find(database, id: id, scope: .everything, seal: central.seal)
            guard let current, ground.holds(for: current) else { throw ProblemError(.notFound) }
            let reading = try ground.reading(database, current, seal: central.seal)
            let engine = try ground.engine(database, for: current, on: day)
            let actor = try RoutingGround.actor(database, officer, on: day)
            let act = RoutingAct.officer(actor, ActionRequest(action: .claim), assignee: nil)
            if case .failure(let refusal) = engine.decide(act, on: reading, at: now) { throw refusal.problem }
            let since = reading.lease.flatMap {
                $0.until > now && $0.officer.id == officer.id ? $0.since : nil
            }
            let claim = DossierClaim(
                officer: actor.principal.officer, since: since ?? now,
                until: now.adding(seconds: Routing.lease))
            try ClaimTable.put(database, claim, dossier: id)
            return claim
        }
        return try .json(claim)
    }

    /// Gives the lease back; to give back what one does not hold is no error.
    private static func release(_ call: Call, _ central: Central) async throws -> Reply {
        let id = try call.thing(StoredDossier.self).dossier.id
        let officer = try call.requireGrant().officer.id
        try await central.store.write { try ClaimTable.delete($0, dossier: id, officer: officer) }
        return .noContent
    }
}
