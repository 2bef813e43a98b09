import Foundation
import GRDB
import Models

/// Who is logged in. Only hashes of tokens are kept, so a copy of the database opens no session.
enum SessionTable {
    struct Session: Sendable {
        var id: String
        /// All sessions that came of one login by refreshing.
        var family: String
        var officer: String
        var accessUntil: Instant
        var refreshUntil: Instant
        var refreshedAt: Instant?
        var isRevoked: Bool
    }

    static func insert(
        _ database: Database, id: String, family: String, officer: String, accessHash: Data,
        refreshHash: Data, createdAt: Instant, accessUntil: Instant, refreshUntil: Instant
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO sessions (id, family, officer, access_hash, refresh_hash, created_at, access_until,
                    refresh_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, family, officer, accessHash, refreshHash, createdAt.seconds, accessUntil.seconds,
                refreshUntil.seconds,
            ])
    }

    static func session(_ database: Database, accessHash: Data) throws -> Session? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM sessions WHERE access_hash = ?", arguments: [accessHash]
        ).map(decode)
    }

    static func session(_ database: Database, refreshHash: Data) throws -> Session? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM sessions WHERE refresh_hash = ?", arguments: [refreshHash]
        ).map(decode)
    }

    /// Notes that a session went on under another pair: its refresh token is spent, its access token ends soon.
    static func markRefreshed(_ database: Database, id: String, at: Instant, accessUntil: Instant) throws {
        try database.execute(
            sql: """
                UPDATE sessions SET refreshed_at = COALESCE(refreshed_at, ?),
                    access_until = CASE WHEN access_until > ? THEN ? ELSE access_until END WHERE id = ?
                """, arguments: [at.seconds, accessUntil.seconds, accessUntil.seconds, id])
    }

    static func revoke(_ database: Database, family: String, at: Instant) throws {
        try database.execute(
            sql: "UPDATE sessions SET revoked_at = ? WHERE family = ? AND revoked_at IS NULL",
            arguments: [at.seconds, family])
    }

    /// Ends all that an officer is logged in with.
    static func revokeAll(_ database: Database, officer: ID, at: Instant) throws {
        try database.execute(
            sql: "UPDATE sessions SET revoked_at = ? WHERE officer = ? AND revoked_at IS NULL",
            arguments: [at.seconds, officer])
    }

    /// Forgets sessions that ended long ago.
    static func purge(_ database: Database, before: Instant) throws {
        try database.execute(
            sql: "DELETE FROM sessions WHERE refresh_until < ?", arguments: [before.seconds])
    }

    private static func decode(_ row: Row) -> Session {
        Session(
            id: row["id"], family: row["family"], officer: row["officer"],
            accessUntil: Instant(seconds: row["access_until"]),
            refreshUntil: Instant(seconds: row["refresh_until"]),
            refreshedAt: (row["refreshed_at"] as Int64?).map { Instant(seconds: $0) },
            isRevoked: (row["revoked_at"] as Int64?) != nil)
    }
}
