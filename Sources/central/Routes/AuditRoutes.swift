import HTTPTypes
import Forms
import Logging
import Models

/// Reading the audit, and checking that it is whole.
enum AuditRoutes {
    static let all = [
        Route("listAudit", .get, "/v1/audit", query: ["limit", "cursor"], handle: list),
        Route("verifyAudit", .post, "/v1/audit:verify", handle: verify),
    ]

    /// Administrators read the entries of their units, everybody else his own.
    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let before = try call.numberCursor()
        let grant = try call.requireGrant()
        let own = grant.officer.roles.isDisjoint(with: Role.administrating) ? grant.officer.id : nil
        let found = try await central.store.read {
            try AuditTable.page($0, officer: own, scope: grant.scope, before: before, limit: limit + 1)
        }
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { Cursor.encode([String($0.seq)]) } : nil
        return try .json(FixedShape.page(page.map(\.json), next: next))
    }

    private static func verify(_ call: Call, _ central: Central) async throws -> Reply {
        switch try await central.auditVerifier.verdict() {
        case .whole(let count, let hash):
            return try .json(object: [
                "whole": .bool(true), "count": .int(count), "head": .string(hash),
            ])
        case .broken(let seq, let fault):
            central.logger.critical(
                "audit broken", metadata: ["seq": "\(seq)", "fault": "\(fault.rawValue)"])
            return try .json(object: [
                "whole": .bool(false), "seq": .int(seq), "fault": .string(fault.rawValue),
            ])
        }
    }
}

extension AuditEntry {
    fileprivate var json: JSONValue {
        var members: [String: JSONValue] = [
            "seq": .int(seq), "at": .string(at.rfc3339), "action": .string(action),
            "outcome": .string(outcome.rawValue), "detail": .object(detail.mapValues(JSONValue.string)),
            "trace_id": .string(traceID),
        ]
        if let officer { members["officer"] = .string(officer) }
        if let unit { members["unit"] = .string(unit) }
        if let subject { members["subject"] = .string(subject) }
        return .object(members)
    }
}
