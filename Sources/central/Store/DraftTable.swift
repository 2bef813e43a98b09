import Forms
import GRDB
import Models

/// Drafts that a desk keeps at the centre, so that they can be taken up at another one. Forgotten after 30 days.
enum DraftTable {
    struct Stored: Sendable {
        var draft: Draft
        var officer: ID
        var revision: Int
    }

    static func find(_ database: Database, id: ID, at now: Instant, seal: DataSeal) throws -> Stored? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM drafts WHERE id = ? AND expires_at > ?",
            arguments: [id, now.seconds]
        ).map { try decode($0, files(database, of: id), seal) }
    }

    private static func files(_ database: Database, of id: ID) throws -> [String] {
        try String.fetchAll(
            database,
            sql: "SELECT sha256 FROM file_references WHERE kind = 'draft' AND subject = ? ORDER BY sha256",
            arguments: [id])
    }

    static func page(
        _ database: Database, officer: ID, at now: Instant, after: DossierList.Position?,
        seal: DataSeal, limit: Int
    )
        throws -> [Stored]
    {
        var condition = SQLCondition("officer = ? AND expires_at > ?", [officer, now.seconds])
        if let after {
            condition.and(
                "updated_at < ? OR (updated_at = ? AND id < ?)", [after.key, after.key, after.id])
        }
        return try Row.fetchAll(
            database,
            sql: "SELECT * FROM drafts WHERE \(condition.sql) ORDER BY updated_at DESC, id DESC LIMIT ?",
            arguments: condition.arguments + [limit]
        ).map { try decode($0, files(database, of: $0["id"]), seal) }
    }

    static func put(_ database: Database, _ stored: Stored, seal: DataSeal) throws {
        let draft = stored.draft
        try database.execute(
            sql: """
                INSERT INTO drafts (id, officer, revision, kind, title, procedure_code, form_id, form_version,
                    content, updated_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    officer = excluded.officer, revision = excluded.revision, kind = excluded.kind,
                    title = excluded.title, procedure_code = excluded.procedure_code,
                    form_id = excluded.form_id, form_version = excluded.form_version,
                    content = excluded.content, updated_at = excluded.updated_at,
                    expires_at = excluded.expires_at
                """,
            arguments: [
                draft.id, stored.officer, stored.revision, draft.kind,
                try SealedColumn.seal(Array(draft.title.utf8), at: titlePlace(draft.id), seal),
                draft.procedure, draft.formId, draft.formVersion,
                try SealedColumn.seal(StrictJSON.encode(draft.content), at: place(draft.id), seal),
                draft.updatedAt.seconds, draft.expiresAt.seconds,
            ])
    }

    static func delete(_ database: Database, id: ID) throws {
        try database.execute(sql: "DELETE FROM drafts WHERE id = ?", arguments: [id])
    }

    static func purge(_ database: Database, at now: Instant) throws {
        try database.execute(sql: "DELETE FROM drafts WHERE expires_at <= ?", arguments: [now.seconds])
    }

    /// Where a draft's content is sealed for.
    static func place(_ id: ID) -> String { "draft:" + id }

    /// Where its title is sealed for.
    static func titlePlace(_ id: ID) -> String { "draft-title:" + id }

    private static func decode(_ row: Row, _ files: [String], _ seal: DataSeal) throws -> Stored {
        let content = try SealedColumn.open(row["content"], at: place(row["id"]), seal)
        let title = try SealedColumn.open(row["title"], at: titlePlace(row["id"]), seal)
        return Stored(
            draft: Draft(
                id: row["id"], kind: row["kind"], title: String(decoding: title, as: UTF8.self),
                procedure: row["procedure_code"], formId: row["form_id"], formVersion: row["form_version"],
                content: try StrictJSON.parse(content),
                files: files.isEmpty ? nil : files,
                updatedAt: Instant(seconds: row["updated_at"]), expiresAt: Instant(seconds: row["expires_at"])
            ),
            officer: row["officer"], revision: row["revision"])
    }
}
