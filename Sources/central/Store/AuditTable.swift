import Crypto
import Foundation
import GRDB
import Models

/// The audit chain on disk. Entries are only ever added, in the transaction of what they tell of.
enum AuditTable {
    /// Seals the empty chain of a new database. A chain without a head is one that was wiped.
    static func begin(_ database: Database, key: SymmetricKey) throws {
        try setHead(database, count: 0, hash: AuditChain.genesis, key: key)
    }

    /// Adds an entry at the end of the chain and moves the sealed head.
    static func append(_ database: Database, _ entry: AuditEntry, key: SymmetricKey) throws {
        guard
            let head = try Row.fetchOne(database, sql: "SELECT count, hash FROM audit_head WHERE id = 1"),
            let count: Int = head.readable("count"), let previous: Data = head.readable("hash")
        else { throw StoreError.unreadable("audit_head") }
        var entry = entry
        entry.seq = count + 1
        let hash = AuditChain.hash(entry, after: previous)
        try database.cachedStatement(
            sql: """
                INSERT INTO audit (seq, at, officer, person, unit, action, subject, outcome, detail, trace_id,
                    previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            entry.seq, entry.at.seconds, entry.officer, entry.person, entry.unit, entry.action,
            entry.subject, entry.outcome.rawValue, entry.detailText, entry.traceID, previous, hash,
        ])
        try setHead(database, count: entry.seq, hash: hash, key: key)
    }

    private static func setHead(_ database: Database, count: Int, hash: Data, key: SymmetricKey) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO audit_head (id, count, hash, seal) VALUES (1, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    count = excluded.count, hash = excluded.hash, seal = excluded.seal
                """
        ).execute(arguments: [count, hash, AuditChain.seal(count: count, hash: hash, key: key)])
    }

    /// `count:hash` of the last entry, for a record outside the database.
    static func head(_ database: Database) throws -> AuditHead {
        let row = try Row.fetchOne(database, sql: "SELECT count, hash FROM audit_head WHERE id = 1")
        return AuditHead(
            count: row?.readable("count") ?? 0, hash: (row?.readable("hash") as Data?)?.hex ?? "")
    }

    /// Walks the whole chain, and looks whether every act that was bound to a key has its entry.
    ///
    /// - Parameters:
    ///   - known: A head that was noted outside the database: the chain must still hold it. It finds a chain that was cut
    ///     off together with its head.
    ///   - checkpoints: More of them, as the file of checkpoints has them.
    static func verify(
        _ database: Database, key: SymmetricKey, known: AuditHead? = nil, checkpoints: [AuditHead] = []
    ) throws -> AuditVerdict {
        var previous = AuditChain.genesis
        var count = 0
        var noted: [Int: Set<String>] = [:]
        for head in checkpoints + [known].compactMap(\.self) where head.count > 0 {
            noted[head.count, default: []].insert(head.hash)
        }
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM audit ORDER BY seq")
        while let row = try rows.next() {
            count += 1
            guard let entry = decode(row), let detail: String = row.readable("detail"),
                let stored: Data = row.readable("hash"), let link: Data = row.readable("previous_hash")
            else { return .broken(seq: count, .changed) }
            guard entry.seq == count else { return .broken(seq: count, .gap) }
            guard link == previous else { return .broken(seq: count, .unlinked) }
            let hash = AuditChain.hash(entry, after: previous)
            guard stored == hash, entry.detailText == detail else { return .broken(seq: count, .changed) }
            // Rewritten with the key, up to here at the latest.
            if let heads = noted.removeValue(forKey: count), heads != [hash.hex] {
                return .broken(seq: count, .changed)
            }
            previous = hash
        }
        guard let head = try Row.fetchOne(database, sql: "SELECT count, hash, seal FROM audit_head") else {
            return .broken(seq: count + 1, .truncated)
        }
        guard let headCount: Int = head.readable("count"), let headHash: Data = head.readable("hash"),
            let seal: Data = head.readable("seal"),
            AuditChain.isValidSeal(seal, count: headCount, hash: headHash, key: key)
        else { return .broken(seq: count + 1, .forgedHead) }
        guard headCount == count, headHash == previous, noted.isEmpty else {
            return .broken(seq: min(count, headCount) + 1, .truncated)
        }
        guard try acts(database) <= actEntries(database) else { return .broken(seq: count + 1, .truncated) }
        return .whole(count: count, headHash: previous.hex)
    }

    /// Acts that were bound to a key: each of them wrote an entry in its transaction.
    static func acts(_ database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM idempotency") ?? 0
    }

    /// The entries that acts bound to a key write. Every keyed route's action has to be among them, or a whole audit
    /// would be called a broken one.
    static func actEntries(_ database: Database) throws -> Int {
        try Int.fetchOne(
            database,
            sql: """
                SELECT COUNT(*) FROM audit WHERE action LIKE 'dossier.%' OR action = 'person.report_mismatch'
                    OR action = 'person.resolve_mismatch' OR action = 'file.upload'
                    OR action LIKE 'catalogue.%' OR action = 'draft.hand_over'
                    OR action LIKE 'binding.%' OR action LIKE 'delegation.%'
                    OR action = 'outbox.retry' OR action = 'register.print' OR action = 'calendar.set'
                    OR action LIKE 'ticket.%' OR action = 'call.record' OR action LIKE 'money.%'
                    OR action LIKE 'officer.%'
                    OR action LIKE 'post.%' OR action LIKE 'unit.%'
                """) ?? 0
    }

    /// What a list is narrowed to.
    struct Filter: Sendable {
        var officer: ID?
        /// The beginning of an action: `officer.` is all of them.
        var action: String?
        var subject: String?
        /// A unit and all under it.
        var unit: String?
        var outcome: AuditEntry.Outcome?
        var from: Instant?
        var until: Instant?
    }

    /// Entries after `cursor`, newest first: those of one officer, or those of the units in a scope.
    static func page(
        _ database: Database, officer: String?, scope: Scope, filter: Filter = Filter(),
        before cursor: Int?, limit: Int
    ) throws -> [AuditEntry] {
        var condition = SQLCondition()
        if let officer {
            condition.and("officer = ?", [officer])
        } else {
            condition.and(scope.condition(on: ["unit"]))
        }
        if let officer = filter.officer { condition.and("officer = ?", [officer]) }
        if let action = filter.action {
            condition.and("substr(action, 1, ?) = ?", [action.unicodeScalars.count, action])
        }
        if let subject = filter.subject { condition.and("subject = ?", [subject]) }
        if let unit = filter.unit { condition.and(Scope(subtrees: [unit]).condition(on: ["unit"])) }
        if let outcome = filter.outcome { condition.and("outcome = ?", [outcome.rawValue]) }
        if let from = filter.from { condition.and("at >= ?", [from.seconds]) }
        if let until = filter.until { condition.and("at < ?", [until.seconds]) }
        if let cursor { condition.and("seq < ?", [cursor]) }
        return try Row.fetchAll(
            database, sql: "SELECT * FROM audit WHERE \(condition.sql) ORDER BY seq DESC LIMIT ?",
            arguments: condition.arguments + [limit]
        ).map { row in
            guard let entry = decode(row) else { throw StoreError.unreadable("audit") }
            return entry
        }
    }

    /// Nil for a row that central never wrote.
    private static func decode(_ row: Row) -> AuditEntry? {
        guard let seq: Int = row.readable("seq"), let seconds: Int64 = row.readable("at"),
            let action: String = row.readable("action"), let traceID: String = row.readable("trace_id"),
            let outcome = (row.readable("outcome") as String?).flatMap(AuditEntry.Outcome.init(rawValue:)),
            let detail = (row.readable("detail") as String?).flatMap(StoredMap.decode)
        else { return nil }
        return AuditEntry(
            seq: seq, at: Instant(seconds: seconds), officer: row.readable("officer"),
            person: row.readable("person"), unit: row.readable("unit"), action: action,
            subject: row.readable("subject"), outcome: outcome, detail: detail,
            traceID: traceID)
    }
}

extension Row {
    /// A column's value, or nil where it holds something of another type: columns of SQLite take anything, and
    /// a row that was tampered with must be reported, not end the program.
    fileprivate func readable<T: DatabaseValueConvertible>(_ column: String) -> T? {
        (self[column] as DatabaseValue?).flatMap(T.fromDatabaseValue)
    }
}
