import GRDB
import Models

/// Who works on which dossier at this moment: leases that lapse by themselves. They are no part of a dossier's history.
enum ClaimTable {
    /// The lease of a dossier, live or not.
    static func find(_ database: Database, dossier: ID) throws -> DossierClaim? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT c.officer, c.since, c.until, o.name, o.position FROM claims c
                JOIN officers o ON o.id = c.officer WHERE c.dossier = ?
                """, arguments: [dossier]
        ).map { row in
            DossierClaim(
                officer: OfficerRef(id: row["officer"], name: row["name"], position: row["position"]),
                since: Instant(seconds: row["since"]), until: Instant(seconds: row["until"]))
        }
    }

    static func put(_ database: Database, _ claim: DossierClaim, dossier: ID) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO claims (dossier, officer, since, until) VALUES (?, ?, ?, ?)
                ON CONFLICT (dossier) DO UPDATE SET
                    officer = excluded.officer, since = excluded.since, until = excluded.until
                """
        ).execute(arguments: [dossier, claim.officer.id, claim.since.seconds, claim.until.seconds])
    }

    static func delete(_ database: Database, dossier: ID, officer: ID? = nil) throws {
        var condition = SQLCondition("dossier = ?", [dossier])
        if let officer { condition.and("officer = ?", [officer]) }
        try database.execute(
            sql: "DELETE FROM claims WHERE \(condition.sql)", arguments: condition.arguments)
    }

    /// Takes those away that lapsed.
    static func purge(_ database: Database, at now: Instant) throws {
        try database.execute(sql: "DELETE FROM claims WHERE until <= ?", arguments: [now.seconds])
    }
}
