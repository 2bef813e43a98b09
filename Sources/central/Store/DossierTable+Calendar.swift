import GRDB
import Models

extension DossierTable {
    /// The units that have open dossiers.
    static func unitsWithOpen(_ database: Database) throws -> [String] {
        try String.fetchAll(
            database, sql: "SELECT DISTINCT unit FROM dossiers WHERE ended_at IS NULL ORDER BY unit")
    }

    /// The versions of processes that a unit's open dossiers go by.
    static func openProcesses(_ database: Database, of units: [String]) throws -> Set<ProcessRef> {
        var processes: Set<ProcessRef> = []
        for unit in units {
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT process, process_version FROM dossiers
                    WHERE unit = ? AND ended_at IS NULL AND process IS NOT NULL
                    """, arguments: [unit])
            for row in rows {
                processes.insert(ProcessRef(id: row["process"], version: row["process_version"]))
            }
        }
        return processes
    }

    /// A unit's open dossiers whose running time meets a stretch of days, by due date.
    static func due(
        _ database: Database, of unit: String, from: Instant, until: Instant, after: CalendarPlace?,
        limit: Int
    ) throws -> [CalendarPlace] {
        var condition = SQLCondition(
            "unit = ? AND ended_at IS NULL AND due_at >= ? AND accepted_at <= ?",
            [unit, from.seconds, until.seconds])
        if let after {
            let (due, id) = (after.dueAt.seconds, after.id)
            condition.and("due_at > ? OR (due_at = ? AND id > ?)", [due, due, id])
        }
        let key = DossierOrder.Sort.due.column("")
        return try Row.fetchAll(
            database,
            sql: "SELECT id, due_at FROM dossiers WHERE \(condition.sql) ORDER BY \(key), id LIMIT ?",
            arguments: condition.arguments + [limit]
        ).map { CalendarPlace(unit: unit, dueAt: Instant(seconds: $0["due_at"]), id: $0["id"]) }
    }

    /// Waitings of a unit's dossiers that end in or after the changed days are reckoned anew by the next pass of `Expiry`.
    static func forgetExpiry(_ database: Database, of unit: String, from: Instant) throws {
        try database.execute(
            sql: "UPDATE dossiers SET expires_at = 0 WHERE unit = ? AND ended_at IS NULL AND expires_at >= ?",
            arguments: [unit, from.seconds])
    }
}
