import HTTPTypes
import Forms
import Logging
import Models

/// Reading the audit, and checking that it is whole.
enum AuditRoutes {
    static let all = [
        Route(
            "listAudit", .get, "/v1/audit",
            query: ["officer", "action", "subject", "unit", "outcome", "from", "to", "limit", "cursor"],
            handle: list),
        Route("verifyAudit", .post, "/v1/audit:verify", handle: verify),
    ]

    /// Administrators read the entries of their units, everybody else his own.
    private static func list(_ call: Call, _ central: Central) async throws -> Reply {
        let limit = try call.limit()
        let before = try call.numberCursor()
        let grant = try call.requireGrant()
        let own = grant.officer.roles.isDisjoint(with: Role.administrating) ? grant.officer.id : nil
        let asked = try filter(call)
        let (found, names) = try await central.store.read { database in
            var filter = asked
            // An account's name and a dossier's code say whom and what as well as their ids.
            if let officer = asked.officer, !UUIDv7.isValid(officer) {
                filter.officer = try OfficerTable.id(database, ofAccount: officer) ?? officer
            }
            if let subject = asked.subject, !UUIDv7.isValid(subject) {
                filter.subject = try DossierTable.id(database, ofCode: subject.uppercased()) ?? subject
            }
            let found = try AuditTable.page(
                database, officer: own, scope: grant.scope, filter: filter, before: before, limit: limit + 1)
            return (found, try OfficerTable.names(database, Set(found.compactMap(\.officer))))
        }
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { Cursor.encode([String($0.seq)]) } : nil
        return try .json(
            FixedShape.page(page.map { $0.json(name: $0.officer.flatMap { names[$0] }) }, next: next))
    }

    /// `?officer=`, `action`, `subject`, `unit`, `outcome`, `from`, `to`.
    private static func filter(_ call: Call) throws -> AuditTable.Filter {
        func text(_ name: String) throws -> String? {
            let text = try call.text(name)?.trimmed
            return text?.isEmpty == true ? nil : text
        }
        var filter = AuditTable.Filter(
            officer: try text("officer")?.lowercased(), action: try text("action"),
            subject: try text("subject"), unit: try text("unit"))
        if call.query["outcome"] != nil { filter.outcome = try call.choice("outcome", or: .done) }
        var faults: [InputFault] = []
        for name in ["from", "to"] {
            guard let text = call.query[name] else { continue }
            guard let day = LocalDate(iso: text) else {
                faults.append(.init("/query/\(name)", "invalid_date", "Phải là ngày dạng YYYY-MM-DD."))
                continue
            }
            if name == "from" {
                filter.from = Instant(seconds: day.epochSeconds)
            } else {
                filter.until = Instant(seconds: day.adding(days: 1).epochSeconds)
            }
        }
        guard faults.isEmpty else { throw ProblemError(.invalidParameter, errors: faults) }
        return filter
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
    /// - Parameter name: Of the officer.
    fileprivate func json(name: String?) -> JSONValue {
        var members: [String: JSONValue] = [
            "seq": .int(seq), "at": .string(at.rfc3339), "action": .string(action),
            "outcome": .string(outcome.rawValue), "detail": .object(detail.mapValues(JSONValue.string)),
            "trace_id": .string(traceID),
        ]
        if let officer { members["officer"] = .string(officer) }
        if let name { members["officer_name"] = .string(name) }
        if let unit { members["unit"] = .string(unit) }
        if let subject { members["subject"] = .string(subject) }
        return .object(members)
    }
}
