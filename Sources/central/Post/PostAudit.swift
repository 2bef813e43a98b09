import GRDB
import Models

/// What is done with shipments and manifests, in the audit.
enum PostAudit {
    static func record(
        _ database: Database, _ action: String, _ subject: ID, unit: String, _ detail: [String: String],
        _ call: Call, _ central: Central
    ) throws {
        let officer = try call.requireGrant().officer
        try AuditTable.append(
            database,
            AuditEntry(
                at: call.now, officer: officer.id, person: officer.person, unit: unit,
                action: "post." + action, subject: subject, detail: detail, traceID: call.traceID),
            key: central.auditKey)
    }
}
