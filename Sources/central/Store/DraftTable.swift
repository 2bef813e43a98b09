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

    static func find(_ database: Database, id: ID, at now: Instant) throws -> Stored? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM drafts WHERE id = ? AND expires_at > ?",
            arguments: [id, now.seconds]
        ).map(decode)
    }

    static func page(
        _ database: Database, officer: ID, at now: Instant, after: DossierList.Position?, limit: Int
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
        ).map(decode)
    }

    static func put(_ database: Database, _ stored: Stored) throws {
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
                draft.id, stored.officer, stored.revision, draft.kind, draft.title, draft.procedure,
                draft.formId, draft.formVersion,
                String(decoding: try StrictJSON.encode(draft.content), as: UTF8.self),
                draft.updatedAt.seconds, draft.expiresAt.seconds,
            ])
    }

    static func delete(_ database: Database, id: ID) throws {
        try database.execute(sql: "DELETE FROM drafts WHERE id = ?", arguments: [id])
    }

    static func purge(_ database: Database, at now: Instant) throws {
        try database.execute(sql: "DELETE FROM drafts WHERE expires_at <= ?", arguments: [now.seconds])
    }

    private static func decode(_ row: Row) throws -> Stored {
        let content: String = row["content"]
        return Stored(
            draft: Draft(
                id: row["id"], kind: row["kind"], title: row["title"], procedure: row["procedure_code"],
                formId: row["form_id"], formVersion: row["form_version"],
                content: try StrictJSON.parse(Array(content.utf8)),
                updatedAt: Instant(seconds: row["updated_at"]), expiresAt: Instant(seconds: row["expires_at"])
            ),
            officer: row["officer"], revision: row["revision"])
    }
}
