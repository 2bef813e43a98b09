import Forms
import GRDB
import Models

extension Acting {
    static let largestBulk = 200

    private struct Prepared: Sendable {
        var request: BulkActionRequest
        var grounds: [ID: RoutingGround]
    }

    /// One act on up to 200 dossiers: each is done or refused by itself, and none stops another. All that is done is one
    /// effect of the request's key.
    func performBulk() async throws -> Reply {
        return try await central.effectOnce.perform(call) {
            let request: BulkActionRequest = try call.decode()
            guard (1...Self.largestBulk).contains(request.items.count) else {
                throw ProblemError.input([
                    .init(
                        "/items", request.items.isEmpty ? "required" : "too_many",
                        "Mỗi lần từ 1 đến \(Self.largestBulk) hồ sơ.")
                ])
            }
            var grounds: [ID: RoutingGround] = [:]
            for item in request.items {
                let id = item.id.lowercased()
                guard grounds[id] == nil, UUIDv7.isValid(id), let stored = try await found(id) else {
                    continue
                }
                grounds[id] = try await RoutingGround(of: stored, central, on: call.today)
            }
            return Prepared(request: request, grounds: grounds)
        } effect: { database, prepared in
            let items = try prepared.request.items.map { item in
                try perform(item, prepared.request, database, prepared.grounds[item.id.lowercased()])
            }
            let done = items.count { $0.done }
            let entry = AuditEntry(
                at: call.now, officer: grant.officer.id, person: grant.officer.person,
                unit: grant.officer.unit, action: "dossier.bulk",
                detail: [
                    "action": prepared.request.action.rawValue, "done": String(done),
                    "refused": String(items.count - done),
                ], traceID: call.traceID)
            try AuditTable.append(database, entry, key: central.auditKey)
            return try .json(BulkActionResult(items: items))
        }
    }

    private func found(_ id: ID) async throws -> StoredDossier? {
        try await central.store.read {
            try DossierTable.find(
                $0, id: id, scope: grant.scope, orActedOnBy: grant.officer.id, seal: central.seal)
        }
    }

    private func perform(
        _ item: BulkActionRequest.Item, _ bulk: BulkActionRequest, _ database: Database,
        _ ground: RoutingGround?
    ) throws -> BulkActionResult.Item {
        let id = item.id.lowercased()
        let request = ActionRequest(
            action: bulk.action, to: bulk.to, assignee: bulk.assignee, note: bulk.note,
            signature: item.signature)
        var code: String?
        do {
            guard let ground else { throw ProblemError(.notFound) }
            var result = BulkActionResult.Item(id: id, done: true)
            try database.inSavepoint {
                let found = try DossierTable.find(
                    database, id: id, scope: grant.scope, orActedOnBy: grant.officer.id, seal: central.seal)
                code = found?.dossier.code
                let (before, outcome) = try outcome(
                    database, request, on: id, ground, .revisions([item.revision]))
                let after = try Routing.record(database, outcome, on: before, ground, by: author, central)
                (result.code, result.revision) = (after.dossier.code, after.dossier.revision)
                result.stepName = after.dossier.stepName
                return .commit
            }
            return result
        } catch let error as ProblemError {
            return BulkActionResult.Item(
                id: id, code: code, done: false, problem: ProblemReply.problem(error, traceID: call.traceID))
        }
    }
}
