import Forms
import GRDB
import Models

extension DossierTable {
    /// The id of a dossier by its code, wherever it lies: what is read of it goes through a scope.
    static func id(_ database: Database, ofCode code: String) throws -> ID? {
        try String.fetchOne(database, sql: "SELECT id FROM dossiers WHERE code = ?", arguments: [code])
    }

    /// The code of a dossier by its id, wherever it lies.
    static func code(_ database: Database, of id: ID) throws -> String? {
        try String.fetchOne(database, sql: "SELECT code FROM dossiers WHERE id = ?", arguments: [id])
    }

    /// What the public is told of a dossier.
    struct PublicRow: Sendable {
        var code: String
        var procedureName: String
        var status: Int
        var unitName: String
        var acceptedAt: Instant?
        var dueAt: Instant?
        var isOpen: Bool
    }

    /// A dossier by its code, where the characters on its slip are right; without a scope, for there is no
    /// officer, and without anything of a person.
    static func publicRow(
        _ database: Database, code: String, lookupCode: String, on day: LocalDate
    ) throws -> PublicRow? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT d.code, d.procedure_name, d.status, COALESCE(u.name, d.unit) AS unit_name, d.accepted_at,
                    d.due_at, d.ended_at
                FROM dossiers d LEFT JOIN units u ON u.code = d.unit
                    AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
                WHERE d.code = ? AND d.lookup_code = ?
                """, arguments: [day.iso, day.iso, code, lookupCode]
        ).map { row in
            let accepted: Int64? = row["accepted_at"]
            let due: Int64? = row["due_at"]
            return PublicRow(
                code: row["code"], procedureName: row["procedure_name"], status: row["status"],
                unitName: row["unit_name"], acceptedAt: accepted.map { Instant(seconds: $0) },
                dueAt: due.map { Instant(seconds: $0) }, isOpen: row["ended_at"] as Int64? == nil)
        }
    }
}
