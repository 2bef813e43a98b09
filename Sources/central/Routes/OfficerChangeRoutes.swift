import Forms
import GRDB
import HTTPTypes
import Models

/// Changes that one administrator has proposed, decided on by another one.
enum OfficerChangeRoutes {
    static let all = [
        Route(
            "listOfficerChanges", .get, "/v1/officer-changes", query: ["state", "limit", "cursor"],
            handle: list),
        Route(
            "confirmOfficerChange", .post, "/v1/officer-changes/{id}:confirm", isKeyed: true, find: find
        ) { call, central in
            let id = try call.thing(OfficerChange.self).id
            return try await central.effectOnce.perform(call) {
            } effect: { database, _ in
                let changing = try OfficerChanging(database, call, central)
                try changing.confirm(stored(database, id, call, central))
                return try .json(stored(database, id, call, central).change)
            }
        },
        Route(
            "rejectOfficerChange", .post, "/v1/officer-changes/{id}:reject", body: .json, isKeyed: true,
            find: find
        ) { call, central in
            let id = try call.thing(OfficerChange.self).id
            return try await central.effectOnce.perform(call) {
                try call.decode(OfficerActRequest.self)
            } effect: { database, request in
                let changing = try OfficerChanging(database, call, central)
                var input = changing.input()
                let reason = input.reason(request.reason)
                try input.refuse()
                try changing.reject(stored(database, id, call, central), reason: reason)
                return try .json(stored(database, id, call, central).change)
            }
        },
    ]

    private enum Which: String, CaseIterable {
        case open, all
    }

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let (limit, before) = (try call.limit(), try call.cursor(parts: 1)?.first)
        let which = try call.choice("state", or: Which.open)
        let scope = try call.requireGrant().scope
        let found = try await central.store.read {
            try OfficerChangeTable.page(
                $0, openOnly: which == .open, scope: scope, before: before, at: call.now, limit: limit + 1)
        }
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { Cursor.encode([$0.id]) } : nil
        return try .json(FixedShape.page(page, next: next))
    }

    private static func stored(_ database: Database, _ id: ID, _ call: Call, _ central: Central) throws
        -> OfficerChangeTable.Stored
    {
        let scope = try call.requireGrant().scope
        guard
            let stored = try OfficerChangeTable.find(
                database, id: id, scope: scope, at: call.now, seal: central.seal)
        else { throw ProblemError(.notFound) }
        return stored
    }

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let id = try call.id()
        return try await central.store.read { try stored($0, id, call, central).change }
    }
}
