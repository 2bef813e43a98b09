import Forms
import GRDB
import Models

/// Changes of bindings that were saved as one act: what each did, row by row, so that it can be taken back.
enum BindingChangeTable {
    /// A set of bindings that a change wrote, and the revision that it left.
    struct Place: Hashable, Sendable {
        var unit: String
        var process: String
        var revision: Int
    }

    /// A binding that a change made, or whose last day it set.
    struct Touched: Hashable, Sendable {
        var binding: ID
        var isNew: Bool
        /// Its last day before.
        var formerTo: LocalDate?
    }

    static func insert(
        _ database: Database, id: ID, summary: String, steps: Int, places: [Place], rows: [Touched],
        by officer: ID, at now: Instant
    ) throws {
        try database.execute(
            sql: "INSERT INTO binding_changes (id, at, made_by, summary, steps) VALUES (?, ?, ?, ?, ?)",
            arguments: [id, now.seconds, officer, summary, steps])
        for place in places {
            try database.cachedStatement(
                sql: """
                    INSERT INTO binding_change_places (change_id, unit, process, revision) VALUES (?, ?, ?, ?)
                    """
            ).execute(arguments: [id, place.unit, place.process, place.revision])
        }
        for row in rows {
            try database.cachedStatement(
                sql: """
                    INSERT INTO binding_change_rows (change_id, binding, is_new, former_to) VALUES (?, ?, ?, ?)
                    """
            ).execute(arguments: [id, row.binding, row.isNew ? 1 : 0, row.formerTo?.iso])
        }
    }

    static func setUndone(_ database: Database, id: ID, by officer: ID, at now: Instant) throws {
        try database.execute(
            sql: "UPDATE binding_changes SET undone_by = ?, undone_at = ? WHERE id = ?",
            arguments: [officer, now.seconds, id])
    }

    static func places(_ database: Database, of id: ID) throws -> [Place] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT unit, process, revision FROM binding_change_places WHERE change_id = ?
                ORDER BY unit, process
                """, arguments: [id]
        ).map { Place(unit: $0["unit"], process: $0["process"], revision: $0["revision"]) }
    }

    static func rows(_ database: Database, of id: ID) throws -> [Touched] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM binding_change_rows WHERE change_id = ? ORDER BY binding",
            arguments: [id]
        ).map { row in
            let (isNew, to): (Int, String?) = (row["is_new"], row["former_to"])
            return Touched(
                binding: row["binding"], isNew: isNew == 1, formerTo: to.flatMap { LocalDate(iso: $0) })
        }
    }

    /// Those that lie in a scope whole, the newest first.
    static func page(
        _ database: Database, id: ID? = nil, scope: Scope, before cursor: ID? = nil, limit: Int
    ) throws -> [BindingsChange] {
        let reach = scope.condition(on: ["p.unit"])
        var condition = SQLCondition(
            "NOT EXISTS (SELECT 1 FROM binding_change_places p WHERE p.change_id = c.id AND NOT \(reach.sql))",
            reach.arguments)
        if let id { condition.and("c.id = ?", [id]) }
        if let cursor { condition.and("c.id < ?", [cursor]) }
        return try Row.fetchAll(
            database,
            sql: """
                SELECT c.*, o.name, o.position, u.name AS undoer, u.position AS undoer_position,
                    (SELECT COUNT(*) FROM binding_change_places n WHERE n.change_id = c.id) AS places
                FROM binding_changes c JOIN officers o ON o.id = c.made_by
                LEFT JOIN officers u ON u.id = c.undone_by
                WHERE \(condition.sql) ORDER BY c.id DESC LIMIT ?
                """, arguments: condition.arguments + [limit]
        ).map { row in
            let undoer: String? = row["undone_by"]
            return BindingsChange(
                id: row["id"], summary: row["summary"],
                by: OfficerRef(id: row["made_by"], name: row["name"], position: row["position"]),
                at: Instant(seconds: row["at"]), rows: row["places"], steps: row["steps"],
                undoneBy: undoer.map {
                    OfficerRef(id: $0, name: row["undoer"], position: row["undoer_position"])
                }, undoneAt: (row["undone_at"] as Int64?).map { Instant(seconds: $0) })
        }
    }
}
