import Foundation
import Forms
import GRDB
import Models

/// The public keys that signatures are held against, and the signatures that dossiers came in with.
enum SigningKeyTable {
    struct Key: Sendable {
        var id: String
        var officer: ID
        var algorithm: String
        var publicKey: [UInt8]
    }

    static func insert(_ database: Database, _ key: Key, from: LocalDate, to: LocalDate? = nil) throws {
        try database.execute(
            sql: """
                INSERT INTO signing_keys (id, officer, algorithm, public_key, effective_from, effective_to)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [key.id, key.officer, key.algorithm, Data(key.publicKey), from.iso, to?.iso])
    }

    /// A key that may sign on a day.
    static func find(_ database: Database, id: String, on day: LocalDate) throws -> Key? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT * FROM signing_keys WHERE id = ? AND effective_from <= ?
                    AND (effective_to IS NULL OR effective_to >= ?)
                """, arguments: [id, day.iso, day.iso]
        ).map { row in
            let bytes: Data = row["public_key"]
            return Key(
                id: row["id"], officer: row["officer"], algorithm: row["algorithm"], publicKey: Array(bytes))
        }
    }

    /// The signature of a dossier's answers, kept for good.
    static func record(
        _ database: Database, _ verified: SignatureCheck.Verified, dossier: ID, at now: Instant
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO signatures (dossier, signer, key_id, algorithm, signature, content_hash, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                dossier, verified.signer, verified.signature.keyId, verified.signature.algorithm,
                Data(verified.raw), verified.contentHash, now.seconds,
            ])
    }
}
