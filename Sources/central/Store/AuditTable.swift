import Crypto
import Foundation
import GRDB
import Models

/// The audit chain on disk. Entries are only ever added, in the transaction of what they tell of.
enum AuditTable {
    /// Adds an entry at the end of the chain and moves the sealed head.
    static func append(_ database: Database, _ entry: AuditEntry, key: SymmetricKey) throws {
        let head = try Row.fetchOne(database, sql: "SELECT count, hash FROM audit_head WHERE id = 1")
        let previous: Data = head?["hash"] ?? AuditChain.genesis
        var entry = entry
        entry.seq = (head?["count"] ?? 0) + 1
        let hash = AuditChain.hash(entry, after: previous)
        try database.execute(
            sql: """
                INSERT INTO audit (seq, at, officer, person, unit, action, subject, outcome, detail, trace_id,
                    previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                entry.seq, entry.at.seconds, entry.officer, entry.person, entry.unit, entry.action,
                entry.subject, entry.outcome.rawValue, entry.detailText, entry.traceID, previous, hash,
            ])
        let seal = AuditChain.seal(count: entry.seq, hash: hash, key: key)
        try database.execute(
            sql: """
                INSERT INTO audit_head (id, count, hash, seal) VALUES (1, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    count = excluded.count, hash = excluded.hash, seal = excluded.seal
                """,
            arguments: [entry.seq, hash, seal])
    }

    /// `count:hash` of the last entry, for a record outside the database.
    static func head(_ database: Database) throws -> String {
        let row = try Row.fetchOne(database, sql: "SELECT count, hash FROM audit_head WHERE id = 1")
        guard let row, let hash: Data = row["hash"], let count: Int = row["count"] else { return "0" }
        return "\(count):\(hash.hex)"
    }

    /// Walks the whole chain.
    static func verify(_ database: Database, key: SymmetricKey) throws -> AuditVerdict {
        var previous = AuditChain.genesis
        var count = 0
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM audit ORDER BY seq")
        while let row = try rows.next() {
            count += 1
            guard let entry = decode(row), let detail: String = row["detail"] else {
                return .broken(seq: count, .changed)
            }
            guard entry.seq == count else { return .broken(seq: count, .gap) }
            guard row["previous_hash"] as Data == previous else { return .broken(seq: count, .unlinked) }
            let hash = AuditChain.hash(entry, after: previous)
            guard row["hash"] as Data == hash, entry.detailText == detail else {
                return .broken(seq: count, .changed)
            }
            previous = hash
        }
        guard let head = try Row.fetchOne(database, sql: "SELECT count, hash, seal FROM audit_head") else {
            return count == 0
                ? .whole(count: 0, headHash: AuditChain.genesis.hex) : .broken(seq: count, .truncated)
        }
        let headCount: Int = head["count"]
        let headHash: Data = head["hash"]
        guard AuditChain.isValidSeal(head["seal"], count: headCount, hash: headHash, key: key) else {
            return .broken(seq: count, .forgedHead)
        }
        guard headCount == count, headHash == previous else {
            return .broken(seq: min(count, headCount) + 1, .truncated)
        }
        return .whole(count: count, headHash: previous.hex)
    }

    /// Entries after `cursor`, newest first: those of one officer, or those of the units in a scope.
    static func page(
        _ database: Database, officer: String?, scope: Scope, before cursor: Int?, limit: Int
    ) throws -> [AuditEntry] {
        var condition = SQLCondition()
        if let officer {
            condition.and("officer = ?", [officer])
        } else {
            condition.and(scope.condition(on: ["unit"]))
        }
        if let cursor { condition.and("seq < ?", [cursor]) }
        return try Row.fetchAll(
            database, sql: "SELECT * FROM audit WHERE \(condition.sql) ORDER BY seq DESC LIMIT ?",
            arguments: condition.arguments + [limit]
        ).compactMap(decode)
    }

    private static func decode(_ row: Row) -> AuditEntry? {
        guard let outcome = AuditEntry.Outcome(rawValue: row["outcome"] ?? ""),
            let seconds: Int64 = row["at"], let detail: String = row["detail"]
        else { return nil }
        return AuditEntry(
            seq: row["seq"], at: Instant(seconds: seconds), officer: row["officer"], person: row["person"],
            unit: row["unit"], action: row["action"], subject: row["subject"], outcome: outcome,
            detail: StoredMap.decode(detail), traceID: row["trace_id"])
    }
}
