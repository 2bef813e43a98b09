import Forms
import GRDB
import Models

extension BindingTable {
    /// A binding with its place in the table.
    struct Stored: Sendable {
        var id: ID
        var binding: ProcessBinding
    }

    /// How often the set of a unit and a process was changed, and by whom last; 0 where nobody was ever bound.
    struct Revision: Sendable {
        var number: Int
        var changedBy: String?
        var changedAt: Instant?
    }

    static func revision(_ database: Database, unit: String, process: String) throws -> Revision {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT b.revision, b.changed_at, o.name FROM bindings b
                LEFT JOIN officers o ON o.id = b.changed_by
                WHERE b.unit = ? AND b.process = ? ORDER BY b.revision DESC LIMIT 1
                """, arguments: [unit, process])
        guard let row else { return Revision(number: 0) }
        let at: Int64 = row["changed_at"]
        return Revision(number: row["revision"], changedBy: row["name"], changedAt: Instant(seconds: at))
    }

    /// Those that hold on a day or later.
    static func live(_ database: Database, unit: String, process: String, from day: LocalDate) throws
        -> [Stored]
    {
        try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM bindings WHERE unit = ? AND process = ?
                    AND (effective_to IS NULL OR (effective_to >= ? AND effective_to >= effective_from))
                ORDER BY step, effective_from, id
                """, arguments: [unit, process, day.iso]
        ).map { Stored(id: $0["id"], binding: try binding($0)) }
    }

    /// Sets the last day of one; one whose last day comes before its first never held.
    static func end(
        _ database: Database, id: ID, on day: LocalDate?, revision: Int, by officer: ID?, at now: Instant
    ) throws {
        try database.execute(
            sql: """
                UPDATE bindings SET effective_to = ?, revision = ?, changed_by = ?, changed_at = ? WHERE id = ?
                """, arguments: [day?.iso, revision, officer, now.seconds, id])
    }

    /// Ends those that name an officer, but for dossiers of some units.
    ///
    /// - Returns: How many ended.
    static func endPersonal(
        _ database: Database, of assignee: ID, keeping units: Set<String>, last: LocalDate, by officer: ID,
        at now: Instant
    ) throws -> Int {
        let held = try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM bindings WHERE officer = ?
                    AND (effective_to IS NULL OR (effective_to > ? AND effective_to >= effective_from))
                """, arguments: [assignee, last.iso]
        ).map { Stored(id: $0["id"], binding: try binding($0)) }.filter { !units.contains($0.binding.unit) }
        for stored in held {
            let next = try revision(database, unit: stored.binding.unit, process: stored.binding.process)
            try end(
                database, id: stored.id, on: min(last, stored.binding.to ?? last), revision: next.number + 1,
                by: officer, at: now)
        }
        return held.count
    }
}
