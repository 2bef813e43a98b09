import Forms
import GRDB
import Models

/// How often each officer used each procedure, by day (eForm AF-4).
enum UseTable {
    static func record(
        _ database: Database, unit: String, officer: ID, procedure: String, at now: Instant, count: Int = 1
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO procedure_uses (unit, officer, procedure_code, day, uses, last_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (unit, officer, procedure_code, day) DO UPDATE SET
                    uses = uses + excluded.uses, last_at = MAX(last_at, excluded.last_at)
                """
        ).execute(arguments: [unit, officer, procedure, now.date.iso, count, now.seconds])
    }
}
