import Crypto
import Forms
import Foundation
import GRDB
import Models

/// Files by their SHA-256, in sealed parts, and the dossiers and drafts that refer to them.
enum FileTable {
    struct Stored: Sendable {
        var sha256: String
        var size: Int
        var type: FileType
    }

    /// Who refers to a file.
    enum Kind: String, Sendable {
        case dossier, draft
    }

    /// What an officer reads a file through.
    struct Reference: Sendable {
        var kind: Kind
        var subject: ID
        /// Of a dossier.
        var unit: String?
    }

    /// A part of a file, sealed for its place.
    struct Part: Sendable {
        var position: Int
        var sealed: Data
    }

    static func find(_ database: Database, sha256: String) throws -> Stored? {
        let row = try Row.fetchOne(
            database, sql: "SELECT * FROM files WHERE sha256 = ?", arguments: [sha256])
        guard let row, let type = FileType(mediaType: row["type"]) else { return nil }
        return Stored(sha256: row["sha256"], size: row["size"], type: type)
    }

    static func insert(_ database: Database, _ file: Stored, at now: Instant) throws {
        try database.execute(
            sql: "INSERT INTO files (sha256, size, type, created_at) VALUES (?, ?, ?, ?)",
            arguments: [file.sha256, file.size, file.type.mediaType, now.seconds])
    }

    // MARK: Parts

    /// Bytes of one sealed part at most.
    private static let partSize = 1 << 20

    private static func place(_ position: Int) -> String { "part:\(position)" }

    /// Seals bytes that begin at a position: the work of a part, done before a transaction is begun.
    static func parts(_ bytes: [UInt8], at position: Int, seal: DataSeal) throws -> [Part] {
        try stride(from: 0, to: bytes.count, by: partSize).map { start in
            let part = bytes[start..<min(start + partSize, bytes.count)]
            let position = position + start
            return Part(position: position, sealed: try seal.seal(Data(part), at: place(position)))
        }
    }

    /// Adds parts, the first of them where the part before ended.
    static func append(_ database: Database, owner: String, _ parts: [Part]) throws {
        for part in parts {
            try database.execute(
                sql: "INSERT INTO file_parts (owner, position, sealed) VALUES (?, ?, ?)",
                arguments: [owner, part.position, part.sealed])
        }
    }

    static func bytes(_ database: Database, owner: String, seal: DataSeal) throws -> Data {
        var data = Data()
        let rows = try Row.fetchCursor(
            database, sql: "SELECT position, sealed FROM file_parts WHERE owner = ? ORDER BY position",
            arguments: [owner])
        while let row = try rows.next() {
            let position: Int = row["position"]
            guard position == data.count else { throw StoreError.unreadable("file part") }
            data.append(try seal.open(row["sealed"], at: place(position)))
        }
        return data
    }

    /// The content of a file, held against its hash: what was exchanged on disk is not given out.
    static func content(_ database: Database, _ file: Stored, seal: DataSeal) throws -> Data {
        let data = try bytes(database, owner: file.sha256, seal: seal)
        guard data.count == file.size, data.sha256.hex == file.sha256 else {
            throw StoreError.unreadable("file")
        }
        return data
    }

    static func move(_ database: Database, from owner: String, to other: String) throws {
        try database.execute(
            sql: "UPDATE file_parts SET owner = ? WHERE owner = ?", arguments: [other, owner])
    }

    static func deleteParts(_ database: Database, owner: String) throws {
        try database.execute(sql: "DELETE FROM file_parts WHERE owner = ?", arguments: [owner])
    }

    // MARK: References

    /// From now on the subject refers to exactly these.
    static func refer(_ database: Database, _ kind: Kind, _ subject: ID, to hashes: Set<String>) throws {
        try database.execute(
            sql: "DELETE FROM file_references WHERE kind = ? AND subject = ?",
            arguments: [kind.rawValue, subject])
        for hash in hashes.sorted() {
            try database.execute(
                sql: "INSERT INTO file_references (sha256, kind, subject) VALUES (?, ?, ?)",
                arguments: [hash, kind.rawValue, subject])
        }
    }

    /// Through what the officer may read a file: a draft of his, or a dossier that he sees whole. To know its hash gives
    /// nothing.
    static func reference(
        _ database: Database, sha256: String, grant: Grant, at now: Instant
    ) throws -> Reference? {
        let draft = try ID.fetchOne(
            database,
            sql: """
                SELECT d.id FROM file_references r JOIN drafts d ON d.id = r.subject
                WHERE r.sha256 = ? AND r.kind = 'draft' AND d.officer = ? AND d.expires_at > ? LIMIT 1
                """, arguments: [sha256, grant.officer.id, now.seconds])
        if let draft { return Reference(kind: .draft, subject: draft, unit: nil) }
        var condition = SQLCondition("r.sha256 = ? AND r.kind = 'dossier'", [sha256])
        condition.and(grant.scope.dossiers("d"))
        let row = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT d.id, d.unit, d.holder_unit
                FROM file_references r JOIN dossiers d ON d.id = r.subject
                WHERE \(condition.sql) LIMIT 100
                """, arguments: condition.arguments
        ).first { grant.disclosure(unit: $0["unit"], holder: $0["holder_unit"]) == .whole }
        return row.map { Reference(kind: .dossier, subject: $0["id"], unit: $0["unit"]) }
    }

    /// Whether the officer may refer to a file: he sent all of it himself, or may read it already.
    static func isAtHand(_ database: Database, sha256: String, grant: Grant, at now: Instant) throws -> Bool {
        let sent = try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM uploads WHERE sha256 = ? AND officer = ? AND type IS NOT NULL
                    AND expires_at > ?)
                """, arguments: [sha256, grant.officer.id, now.seconds])
        if sent ?? false { return true }
        return try reference(database, sha256: sha256, grant: grant, at: now) != nil
    }

    /// Forgets uploads that expired, references of drafts that are gone, and files that nothing refers to any more.
    static func sweep(_ database: Database, at now: Instant) throws {
        try database.execute(
            sql: """
                DELETE FROM file_parts WHERE owner IN (SELECT 'upload:' || id FROM uploads WHERE expires_at <= ?)
                """, arguments: [now.seconds])
        try database.execute(sql: "DELETE FROM uploads WHERE expires_at <= ?", arguments: [now.seconds])
        try database.execute(
            sql: """
                DELETE FROM file_references WHERE kind = 'draft' AND NOT EXISTS (
                    SELECT 1 FROM drafts d WHERE d.id = file_references.subject AND d.expires_at > ?)
                """, arguments: [now.seconds])
        let unused = """
            SELECT f.sha256 FROM files f WHERE NOT EXISTS (SELECT 1 FROM file_references r WHERE r.sha256 = f.sha256)
                AND NOT EXISTS (SELECT 1 FROM uploads u WHERE u.sha256 = f.sha256)
            """
        try database.execute(sql: "DELETE FROM file_parts WHERE owner IN (\(unused))")
        try database.execute(sql: "DELETE FROM files WHERE sha256 IN (\(unused))")
    }
}
