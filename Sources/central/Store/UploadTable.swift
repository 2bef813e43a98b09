import Forms
import Foundation
import GRDB
import Models

/// Files on their way here.
enum UploadTable {
    struct Stored: Sendable {
        var upload: Upload
        var officer: ID
        /// Where the part that came last began, and its SHA-256: it may be sent again where its answer was lost.
        var lastOffset: Int
        var lastHash: Data?

        var owner: String { UploadTable.owner(upload.id) }
    }

    static func owner(_ id: ID) -> String { "upload:" + id }

    static func insert(_ database: Database, _ upload: Upload, officer: ID) throws {
        try database.execute(
            sql: """
                INSERT INTO uploads (id, officer, sha256, size, received, last_offset, expires_at)
                VALUES (?, ?, ?, ?, ?, 0, ?)
                """,
            arguments: [
                upload.id, officer, upload.sha256, upload.size, upload.offset, upload.expiresAt.seconds,
            ])
    }

    static func find(_ database: Database, id: ID, officer: ID, at now: Instant) throws -> Stored? {
        let row = try Row.fetchOne(
            database, sql: "SELECT * FROM uploads WHERE id = ? AND officer = ? AND expires_at > ?",
            arguments: [id, officer, now.seconds])
        return row.map { row in
            let type: String? = row["type"]
            return Stored(
                upload: Upload(
                    id: row["id"], sha256: row["sha256"], size: row["size"], offset: row["received"],
                    complete: type != nil, type: type, expiresAt: Instant(seconds: row["expires_at"])),
                officer: row["officer"], lastOffset: row["last_offset"], lastHash: row["last_hash"])
        }
    }

    static func count(_ database: Database, officer: ID, at now: Instant) throws -> Int {
        try Int.fetchOne(
            database,
            sql: "SELECT COUNT(*) FROM uploads WHERE officer = ? AND type IS NULL AND expires_at > ?",
            arguments: [officer, now.seconds]) ?? 0
    }

    /// What an officer has begun to send on a day, in bytes.
    static func bytes(_ database: Database, officer: ID, on day: LocalDate) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT bytes FROM upload_days WHERE officer = ? AND day = ?",
            arguments: [officer, day.iso]) ?? 0
    }

    static func add(_ database: Database, _ size: Int, officer: ID, on day: LocalDate) throws {
        try database.execute(
            sql: """
                INSERT INTO upload_days (officer, day, bytes) VALUES (?, ?, ?)
                ON CONFLICT (officer, day) DO UPDATE SET bytes = upload_days.bytes + excluded.bytes
                """, arguments: [officer, day.iso, size])
        try database.execute(sql: "DELETE FROM upload_days WHERE day < ?", arguments: [day.iso])
    }

    static func update(_ database: Database, _ stored: Stored) throws {
        try database.execute(
            sql: "UPDATE uploads SET received = ?, last_offset = ?, last_hash = ?, type = ? WHERE id = ?",
            arguments: [
                stored.upload.offset, stored.lastOffset, stored.lastHash, stored.upload.type,
                stored.upload.id,
            ])
    }

    static func delete(_ database: Database, id: ID) throws {
        try FileTable.deleteParts(database, owner: owner(id))
        try database.execute(sql: "DELETE FROM uploads WHERE id = ?", arguments: [id])
    }
}
