import Forms
import GRDB
import HTTPTypes
import Models

/// Which officers hold which roles, in which units.
enum AssignmentRoutes {
    static let all = [
        Route("listRoles", .get, "/v1/roles", query: ["limit", "cursor"]) { call, _ in
            let officer = try call.requireGrant().officer
            let roles = Role.allCases.map { role in
                RoleSummary(
                    code: role.rawValue, name: role.name, needsTwo: Role.administrating.contains(role),
                    mayGive: role.mayBeGiven(by: officer))
            }
            return try .list(roles, call)
        },
        Route(
            "listAssignments", .get, "/v1/assignments",
            query: ["officer", "unit", "role", "limit", "cursor"], handle: list),
        Route("createAssignment", .post, "/v1/assignments", body: .json, isKeyed: true, handle: create),
        Route(
            "endAssignment", .delete, "/v1/assignments/{id}", query: ["allow_gaps"], find: find, handle: end),
    ]

    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let after = try call.cursor(parts: 1)?.first
        let filter = AssignmentTable.Filter(
            officer: try call.text("officer")?.lowercased(), unit: try call.text("unit"),
            role: try call.text("role"))
        let (scope, today) = (try call.requireGrant().scope, call.today)
        let found = try await central.store.read {
            try AssignmentTable.page($0, filter, scope: scope, from: today, after: after, limit: limit + 1)
        }
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { Cursor.encode([$0.id]) } : nil
        return try .json(FixedShape.page(page, next: next))
    }

    private static func create(_ call: Call, _ central: Central) async throws -> Reply {
        try await central.effectOnce.perform(call) {
            try call.decode(AssignmentRequest.self)
        } effect: { database, request in
            let changing = try OfficerChanging(database, call, central)
            let id = request.officer.lowercased()
            guard
                let record = try OfficerTable.record(
                    database, id: id, scope: changing.scope, on: call.today, seal: central.seal)
            else {
                throw ProblemError.input([
                    .init("/officer", "unknown_officer", "Không có cán bộ này trong phạm vi quản trị.")
                ])
            }
            var request = request
            request.officer = id
            return try OfficerRoutes.perform(
                OfficerDeed(act: .assign, assignment: request), on: record, changing, call, central,
                created: true)
        }
    }

    /// What was ended before stays ended: a desk that asks twice gets the same answer.
    private static func end(_ call: Call, _ central: Central) async throws -> Reply {
        let held = try call.thing(OfficerAssignment.self)
        let allowsGaps = call.query["allow_gaps"].map { $0 == "true" }
        if let text = call.query["allow_gaps"], !["true", "false"].contains(text) {
            throw ProblemError(
                .invalidParameter,
                errors: [.init("/query/allow_gaps", "invalid_choice", "Phải là true hoặc false.")])
        }
        return try await central.store.write { database in
            let changing = try OfficerChanging(database, call, central)
            let record = try changing.record(held.officer.id)
            let now = try AssignmentTable.find(
                database, id: held.id, scope: changing.scope, on: call.today)
            if let last = now?.effectiveTo, last < max(call.today, held.effectiveFrom) {
                return try OfficerRoutes.reply(
                    OfficerRoutes.page(database, record.id, call, central), status: 200)
            }
            let deed = OfficerDeed(act: .endAssignment, assignmentId: held.id, allowGaps: allowsGaps)
            return try OfficerRoutes.perform(deed, on: record, changing, call, central)
        }
    }

    /// One of a unit in reach, whose officer is in reach too.
    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (id, scope, today) = (try call.id(), try call.requireGrant().scope, call.today)
        let found = try await central.store.read { database -> OfficerAssignment? in
            guard let held = try AssignmentTable.find(database, id: id, scope: scope, on: today),
                try OfficerTable.record(
                    database, id: held.officer.id, scope: scope, on: today, seal: central.seal) != nil
            else { return nil }
            return held
        }
        guard let found else { throw ProblemError(.notFound) }
        return found
    }
}
