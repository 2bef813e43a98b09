import Forms
import GRDB
import Models

/// Processes version by version: those that are published stand in the catalogue and never change, drafts may be
/// replaced until then.
enum ProcessTable {
    /// A version with what changes about it: how often its draft was replaced, and until when it holds.
    struct Stored: Sendable {
        /// With the state and the last day as they are.
        var process: ProcessDefinition
        var revision: Int
        var changedBy: String?
        var changedAt: Instant?
    }

    static func find(_ database: Database, id: String, version: Int, on day: LocalDate) throws -> Stored? {
        if let row = try Row.fetchOne(
            database, sql: "SELECT * FROM process_drafts WHERE process = ? AND version = ?",
            arguments: [id, version])
        {
            return try draft(row)
        }
        let row = try Row.fetchOne(
            database, sql: "SELECT * FROM catalogue WHERE kind = 'process' AND code = ? AND version = ?",
            arguments: [id, version])
        return try row.map { try published($0, on: day) }
    }

    /// Every version of every process, or of those of a procedure, by id and version.
    static func list(_ database: Database, on day: LocalDate) throws -> [Stored] {
        let drafts = try Row.fetchAll(database, sql: "SELECT * FROM process_drafts").map(draft)
        let others = try Row.fetchAll(database, sql: "SELECT * FROM catalogue WHERE kind = 'process'")
            .map { try published($0, on: day) }
        return (drafts + others).sorted {
            ($0.process.id, $0.process.version) < ($1.process.id, $1.process.version)
        }
    }

    /// Every version of one process, drafts too, the newest last.
    static func versions(_ database: Database, id: String, on day: LocalDate) throws -> [Stored] {
        let drafts = try Row.fetchAll(
            database, sql: "SELECT * FROM process_drafts WHERE process = ?", arguments: [id]
        ).map(draft)
        let others = try Row.fetchAll(
            database, sql: "SELECT * FROM catalogue WHERE kind = 'process' AND code = ?", arguments: [id]
        ).map { try published($0, on: day) }
        return (drafts + others).sorted { $0.process.version < $1.process.version }
    }

    static func putDraft(_ database: Database, _ stored: Stored) throws {
        try database.execute(
            sql: """
                INSERT INTO process_drafts (process, version, revision, document, changed_by, changed_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (process, version) DO UPDATE SET revision = excluded.revision,
                    document = excluded.document, changed_by = excluded.changed_by,
                    changed_at = excluded.changed_at
                """,
            arguments: [
                stored.process.id, stored.process.version, stored.revision,
                String(decoding: try StrictJSON.encode(stored.process), as: UTF8.self), stored.changedBy,
                stored.changedAt?.seconds ?? 0,
            ])
    }

    /// Makes a draft a published version from its first day on; what held until then ends the day before.
    static func publish(_ database: Database, _ process: ProcessDefinition) throws {
        try database.execute(
            sql: "DELETE FROM process_drafts WHERE process = ? AND version = ?",
            arguments: [process.id, process.version])
        let from = process.effectiveFrom
        try database.execute(
            sql: """
                UPDATE catalogue SET effective_to = ? WHERE kind = 'process' AND code = ?
                    AND (effective_to IS NULL OR effective_to >= ?)
                """, arguments: [from.adding(days: -1).iso, process.id, from.iso])
        try CatalogueTable.insert(
            database, .process, code: process.id, version: process.version, from: from, to: nil,
            document: try StrictJSON.encode(process))
    }

    /// The units that have open dossiers of a procedure.
    static func unitsWithOpenDossiers(_ database: Database, of procedure: String) throws -> Set<String> {
        Set(
            try String.fetchAll(
                database,
                sql: "SELECT DISTINCT unit FROM dossiers WHERE procedure_code = ? AND ended_at IS NULL",
                arguments: [procedure]))
    }

    // MARK: Rows

    private static func draft(_ row: Row) throws -> Stored {
        let text: String = row["document"]
        let at: Int64 = row["changed_at"]
        return Stored(
            process: try LenientJSON.decode(ProcessDefinition.self, from: Array(text.utf8)),
            revision: row["revision"], changedBy: row["changed_by"], changedAt: Instant(seconds: at))
    }

    private static func published(_ row: Row, on day: LocalDate) throws -> Stored {
        let text: String = row["document"]
        var process = try LenientJSON.decode(ProcessDefinition.self, from: Array(text.utf8))
        let to: String? = row["effective_to"]
        process.effectiveTo = to.flatMap { LocalDate(iso: $0) }
        process.state = process.effectiveTo.map { $0 < day } ?? false ? .retired : .active
        return Stored(process: process, revision: 1)
    }
}
