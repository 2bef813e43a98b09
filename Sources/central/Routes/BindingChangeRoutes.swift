import Forms
import GRDB
import HTTPTypes
import Models

/// The matrix of bindings of a unit, and changes of many of them as one act that can be taken back.
enum BindingChangeRoutes {
    static let all = [
        Route(
            "getBindingMatrix", .get, "/v1/units/{unit}/bindings",
            query: ["q", "code", "field", "state", "limit", "cursor"], find: findUnit, handle: matrix),
        Route("listBindingChanges", .get, "/v1/binding-changes", query: ["limit", "cursor"], handle: list),
        Route(
            "changeBindings", .post, "/v1/binding-changes", query: ["dry_run"], body: .json, isKeyed: true,
            handle: change),
        Route(
            "undoBindingChange", .post, "/v1/binding-changes/{id}:undo", isKeyed: true, find: find
        ) { call, central in
            let id = try call.thing(BindingsChange.self).id
            return try await central.effectOnce.perform(call) {
            } effect: { database, _ in
                let saving = try BindingSaving(database, call, central)
                guard
                    let change = try BindingChangeTable.page(
                        database, id: id, scope: saving.scope, limit: 1
                    ).first
                else { throw ProblemError(.notFound) }
                return try .json(saving.undo(change))
            }
        },
    ]

    // MARK: The matrix

    @Sendable private static func findUnit(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (unit, today) = (call.parameter("unit"), call.today)
        let scope = try call.requireGrant().scope
        let name = try await central.store.read { database in
            scope.contains(unit) ? try OfficerTable.unitName(database, code: unit, on: today) : nil
        }
        guard let name else { throw ProblemError(.notFound) }
        return UnitRef(code: unit, name: name)
    }

    private static func matrix(_ call: Call, _ central: Central) async throws -> Reply {
        let unit = try call.thing(UnitRef.self)
        let limit = try call.limit()
        let after = try call.cursor(parts: 1)?.first
        var filter = BindingTable.MatrixFilter()
        filter.text = call.searchText("q")?.trimmed
        filter.code = try call.text("code")
        filter.field = try call.text("field")
        if call.query["state"] != nil {
            filter.state = try call.choice("state", or: BindingTable.MatrixFilter.State.gaps)
        }
        // What is longer than anything that there is finds nothing.
        guard (filter.text ?? "").length <= 200 else {
            return try reply(BindingMatrix(unit: unit, items: [], total: 0))
        }
        let found = filter
        let page = try await central.store.read { database in
            try BindingReading(database: database, day: call.today).page(
                of: unit, found, after: after, limit: limit)
        }
        return try reply(page)
    }

    private static func reply(_ page: BindingMatrix) throws -> Reply {
        try .json(FixedShape.value(page, nullable: ["next_cursor"]))
    }

    // MARK: Changes

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let (limit, before) = (try call.limit(), try call.cursor(parts: 1)?.first)
        let scope = try call.requireGrant().scope
        let found = try await central.store.read {
            try BindingChangeTable.page($0, scope: scope, before: before, limit: limit + 1)
        }
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { Cursor.encode([$0.id]) } : nil
        return try .json(FixedShape.page(page, next: next))
    }

    private enum Dryness: String, CaseIterable {
        case dry = "true"
        case wet = "false"
    }

    /// A plan: looked at, or saved on what was looked at.
    private static func change(_ call: Call, _ central: Central) async throws -> Reply {
        guard try call.choice("dry_run", or: Dryness.wet) == .dry else {
            return try await central.effectOnce.perform(call) {
                try call.decode(BindingsPlan.self)
            } effect: { database, plan in
                let change = try BindingSaving(database, call, central).save(
                    plan, on: call.headers[.ifMatch])
                return try .json(change, status: 201)
            }
        }
        let plan: BindingsPlan = try call.decode()
        let scope = try call.requireGrant().scope
        return try await central.store.read { database in
            var planning = BindingPlanning(database, scope: scope, today: call.today)
            let outcome = try planning.work(out: plan)
            return try .json(
                planning.preview(outcome),
                headers: ["etag": "\"\(BindingPlanning.basis(outcome, at: call.now))\""])
        }
    }

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, scope) = (try call.id(), try call.requireGrant().scope)
        let found = try await central.store.read {
            try BindingChangeTable.page($0, id: id, scope: scope, limit: 1).first
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }
}
