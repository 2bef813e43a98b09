import Crypto
import Foundation

/// The audit of looks at what is known of a person: it says whose data was looked at, without holding his number.
enum PersonAudit {
    /// Stands for an identity number or tax code: the same for the same number, and nobody without central's
    /// key can work it out, though there are few enough numbers to try them all.
    static func subject(_ number: String, _ central: Central) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(number.utf8), using: central.auditKey)
        return "person:" + Array(code).prefix(16).hex
    }

    static func record(
        _ action: String, of number: String, _ detail: [String: String], _ call: Call, _ central: Central
    ) async throws {
        let officer = try call.requireGrant().officer
        let entry = AuditEntry(
            at: call.now, officer: officer.id, person: officer.person, unit: officer.unit, action: action,
            subject: subject(number, central), detail: detail, traceID: call.traceID)
        try await central.store.write { try AuditTable.append($0, entry, key: central.auditKey) }
    }
}
