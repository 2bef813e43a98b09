import Forms
import GRDB
import Models

/// How often each officer used each procedure, by day (eForm AF-4).
enum UseTable {
    static func record(
        _ database: Database, unit: String, officer: ID, procedure: String, at now: Instant
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO procedure_uses (unit, officer, procedure_code, day, uses, last_at)
                VALUES (?, ?, ?, ?, 1, ?)
                ON CONFLICT (unit, officer, procedure_code, day) DO UPDATE SET
                    uses = uses + 1, last_at = MAX(last_at, excluded.last_at)
                """
        ).execute(arguments: [unit, officer, procedure, now.date.iso, now.seconds])
    }
}
