import Forms
import GRDB
import Models

/// Dossiers that administrators opened with a reason. Never taken away: who read what, and why, stays with the dossier.
enum BreakGlassTable {
    /// How long an opened dossier may be read, in seconds.
    static let lifetime: Int64 = 30 * 60
    /// So many dossiers an administrator opens on a day: it is for what can't wait, and no way to work.
    static let mostADay = 5

    /// What an administrator may read now.
    static func opened(_ database: Database, by officer: ID, at now: Instant) throws -> Set<ID> {
        try ID.fetchSet(
            database.cachedStatement(
                sql: "SELECT dossier FROM break_glass WHERE officer = ? AND until > ?"),
            arguments: [officer, now.seconds])
    }

    /// The one of a dossier that holds now.
    static func current(_ database: Database, dossier: ID, by officer: ID, at now: Instant) throws
        -> DossierOpening?
    {
        try of(database, dossier: dossier).first { $0.officer.id == officer && $0.until > now }
    }

    static func count(_ database: Database, by officer: ID, on day: LocalDate) throws -> Int {
        let start = day.epochSeconds
        return try Int.fetchOne(
            database, sql: "SELECT COUNT(*) FROM break_glass WHERE officer = ? AND at >= ? AND at < ?",
            arguments: [officer, start, start + 86_400]) ?? 0
    }

    static func add(_ database: Database, _ opening: DossierOpening, dossier: ID) throws {
        try database.execute(
            sql: """
                INSERT INTO break_glass (dossier, officer, officer_name, at, until, reason)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                dossier, opening.officer.id, opening.officer.name, opening.at.seconds,
                opening.until.seconds, opening.reason,
            ])
    }

    /// Every time that a dossier was opened, the newest first.
    static func of(_ database: Database, dossier: ID) throws -> [DossierOpening] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT officer, officer_name, at, until, reason FROM break_glass
                WHERE dossier = ? ORDER BY at DESC, rowid DESC
                """, arguments: [dossier]
        ).map { row in
            DossierOpening(
                officer: OfficerRef(id: row["officer"], name: row["officer_name"]),
                at: Instant(seconds: row["at"]), until: Instant(seconds: row["until"]),
                reason: row["reason"])
        }
    }
}
