import Forms
import GRDB
import HTTPTypes
import Models

/// Who does which step: the set of a unit and a process, and one assignee for a whole selection.
enum BindingRoutes {
    static let all = [
        Route("getBindings", .get, "/v1/units/{unit}/bindings/{process}", find: find) { call, central in
            let place = try call.thing(Place.self)
            return try await central.store.read { try reply(place, $0, on: call.today) }
        },
        Route(
            "putBindings", .put, "/v1/units/{unit}/bindings/{process}", body: .json, find: find, handle: put),
        Route("applyBindings", .post, "/v1/bindings:apply", body: .json, isKeyed: true, handle: apply),
    ]

    /// A unit and a process, both there and within reach.
    private struct Place: Sendable {
        var unit: UnitRef
        var process: String
    }

    @Sendable private static func find(_ call: Call, _ central: Central) async throws -> any Sendable {
        let (unit, process, today) = (call.parameter("unit"), call.parameter("process"), call.today)
        let scope = try call.requireGrant().scope
        let name = try await central.store.read { database -> String? in
            guard scope.contains(unit), try !ProcessTable.versions(database, id: process, on: today).isEmpty
            else { return nil }
            return try OfficerTable.unitName(database, code: unit, on: today)
        }
        guard let name else { throw ProblemError(.notFound) }
        return Place(unit: UnitRef(code: unit, name: name), process: process)
    }

    private static func reply(_ place: Place, _ database: Database, on day: LocalDate) throws -> Reply {
        let revision = try BindingTable.revision(database, unit: place.unit.code, process: place.process)
        let live = try BindingTable.live(
            database, unit: place.unit.code, process: place.process, from: day)
        let staffed = try BindingTable.staffed(database, process: place.process, on: day)
        let current = try CatalogueTable.document(database, .process, code: place.process, on: day).map {
            try LenientJSON.decode(ProcessDefinition.self, from: Array($0.utf8))
        }
        let gaps = (current?.steps ?? []).filter { step in
            step.role != nil && !staffed.contains(.init(unit: place.unit.code, step: step.code))
        }
        let bindings = UnitBindings(
            unit: place.unit, process: place.process, items: live.map { wire($0.binding) },
            gaps: gaps.map {
                BindingGap(unit: place.unit.code, process: place.process, step: $0.code, from: day)
            })
        return try .json(bindings, headers: ["etag": "\"\(revision.number)\""])
    }

    private static func wire(_ binding: ProcessBinding) -> StepBinding {
        var wire = StepBinding(
            step: binding.step, role: binding.role, effectiveFrom: binding.from, effectiveTo: binding.to,
            subDeadline: binding.subDeadline)
        switch binding.assignee {
        case .officer(let id): wire.officer = id
        case .unit(let code): wire.assigneeUnit = code
        }
        return wire
    }

    private static func put(_ call: Call, _ central: Central) async throws -> Reply {
        let (place, grant) = (try call.thing(Place.self), try call.requireGrant())
        let request: BindingsPut = try call.decode()
        return try await central.store.write { database in
            let current = try BindingTable.revision(
                database, unit: place.unit.code, process: place.process)
            try Precondition.check(
                call, revision: current.number, changedBy: current.changedBy, changedAt: current.changedAt)
            var change = BindingChange(database, by: grant.officer, scope: grant.scope, at: call.now)
            try change.put(request, unit: place.unit.code, process: place.process)
            try AuditTable.append(
                database,
                entry("binding.set", place.process, ["unit": place.unit.code], call, grant.officer),
                key: central.auditKey)
            return try reply(place, database, on: call.today)
        }
    }

    private static func apply(_ call: Call, _ central: Central) async throws -> Reply {
        let grant = try call.requireGrant()
        return try await central.effectOnce.perform(call) {
            try call.decode(BindingsApply.self)
        } effect: { database, request in
            var change = BindingChange(database, by: grant.officer, scope: grant.scope, at: call.now)
            let applied = try change.apply(request)
            let detail = [
                "applied": String(applied.applied), "gaps": String(applied.gaps.count),
                "assignee": request.officer ?? request.assigneeUnit ?? "",
            ]
            try AuditTable.append(
                database, entry("binding.apply", nil, detail, call, grant.officer), key: central.auditKey)
            return try .json(applied)
        }
    }

    private static func entry(
        _ action: String, _ subject: String?, _ detail: [String: String], _ call: Call, _ officer: Officer
    ) -> AuditEntry {
        AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: officer.unit, action: action,
            subject: subject, detail: detail, traceID: call.traceID)
    }
}
