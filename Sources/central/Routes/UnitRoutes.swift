import Forms
import GRDB
import HTTPTypes
import Models

/// Units, for their administrators.
enum UnitRoutes {
    static let all = [
        Route("listUnits", .get, "/v1/units", query: ["q", "limit", "cursor"], handle: list),
        Route(
            "renameUnit", .post, "/v1/units/{unit}:rename", body: .json, isKeyed: true, find: find
        ) { call, central in
            let code = try call.thing(UnitRecord.self).code
            return try await central.effectOnce.perform(call) {
                try call.decode(UnitRename.self)
            } effect: { database, request in
                let grant = try call.requireGrant()
                guard
                    let unit = try UnitTable.find(database, code, scope: grant.scope, on: call.today)
                else { throw ProblemError(.notFound) }
                let renaming = UnitRenaming(database: database, grant: grant, call: call, central: central)
                return try .json(renaming.rename(unit, request))
            }
        },
    ]

    /// A unit of another province isn't found.
    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (code, scope) = (call.parameter("unit"), try call.requireGrant().scope)
        let found = try await central.store.read {
            try UnitTable.find($0, code, scope: scope, on: call.today)
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let (limit, after) = (try call.limit(), try call.cursor(parts: 1)?.first)
        let text = call.searchText("q")?.trimmed
        let scope = try call.requireGrant().scope
        // What is longer than anything that there is finds nothing.
        guard (text ?? "").length <= 200 else {
            return try .json(FixedShape.page([UnitRecord](), next: nil))
        }
        let found = try await central.store.read {
            try UnitTable.page(
                $0, text: text, scope: scope, on: call.today, after: after, limit: limit + 1)
        }
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { Cursor.encode([$0.code]) } : nil
        return try .json(FixedShape.page(page, next: next))
    }
}
