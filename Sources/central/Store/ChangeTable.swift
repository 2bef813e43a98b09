import GRDB
import Models

/// The feed of changes on disk: appended in the transaction of every effect on a dossier, read by everyone who
/// wants to know what others did, and taken away after `lifetime`.
enum ChangeTable {
    /// Where the feed begins and where it stands.
    struct Head: Sendable, Equatable {
        /// The number of the last change; 0 where there was none.
        var last: Int
        /// Changes up to this number are no longer kept.
        var pruned: Int

        /// Whether all that came after `seq` is still known. A number that was never given comes from another
        /// database.
        func holds(after seq: Int) -> Bool { seq >= pruned && seq <= last }
    }

    /// A change as the feed gives it, before its row is added.
    struct Record: Sendable {
        var seq: Int
        var at: Instant
        var kind: String
        var subject: ID
        var action: String
        var revision: Int
    }

    /// How long a change is kept, in seconds: a desk that was away for longer loads anew.
    static let lifetime: Int64 = 30 * 86_400
    /// Old changes are looked for at every so many new ones, and at most `largestPruning` taken away at once, so
    /// that no act waits for it.
    private static let pruningInterval = 64
    private static let largestPruning = 512

    /// Adds a change to the feed. Has to be called in the transaction of the effect; whoever waits is woken when
    /// it is committed.
    static func append(_ database: Database, _ entry: ChangeEntry, kind: String = "dossier") throws {
        let last = try Int.fetchOne(
            database, sql: "UPDATE change_head SET last = last + 1 WHERE id = 1 RETURNING last")
        guard let seq = last else { throw StoreError.unreadable("change_head") }
        try database.cachedStatement(
            sql: """
                INSERT INTO changes (seq, at, kind, subject, unit, holder_unit, former_unit, action, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            seq, entry.at.seconds, kind, entry.dossier, entry.unit, entry.holderUnit, entry.formerUnit,
            entry.action, entry.revision,
        ])
        if seq.isMultiple(of: pruningInterval) { try prune(database, at: entry.at) }
    }

    /// Kinds that are of a unit's money and of no dossier: only who answers for that money hears of them.
    static let moneyKinds = ["cash", "unmatched"]

    /// Adds that a drawer, or money that belongs to no payment, is another.
    ///
    /// - Parameter kind: One of `moneyKinds`.
    static func append(
        _ database: Database, _ kind: String, _ subject: ID, unit: String, _ action: String, at: Instant
    ) throws {
        try append(
            database,
            ChangeEntry(
                at: at, dossier: subject, unit: unit, holderUnit: unit, action: action, revision: 0),
            kind: kind)
    }

    /// Adds that only a dossier's money is another, for lists of what is owed and of receipts.
    static func appendMoney(_ database: Database, of dossier: ID, _ action: String, at: Instant) throws {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT unit, holder_unit, revision FROM dossiers WHERE id = ?"),
            arguments: [dossier])
        guard let row else { return }
        try append(
            database,
            ChangeEntry(
                at: at, dossier: dossier, unit: row["unit"], holderUnit: row["holder_unit"], action: action,
                revision: row["revision"]), kind: "money")
    }

    static func head(_ database: Database) throws -> Head {
        guard let row = try Row.fetchOne(database, sql: "SELECT last, pruned FROM change_head WHERE id = 1")
        else { throw StoreError.unreadable("change_head") }
        return Head(last: row["last"], pruned: row["pruned"])
    }

    /// Changes after `seq` up to `last` that concern the scope, the oldest first.
    ///
    /// - Parameter money: Where the reader answers for the money as well.
    static func page(
        _ database: Database, after seq: Int, upTo last: Int, scope: Scope, money: Scope, limit: Int
    ) throws -> [Record] {
        var condition = SQLCondition("c.seq > ? AND c.seq <= ?", [seq, last])
        condition.and(
            scope.withPost(
                on: ["c.unit", "c.holder_unit", "c.former_unit"],
                where:
                    "EXISTS (SELECT 1 FROM dossiers d WHERE d.id = c.subject AND d.delivery_method = 'post')")
        )
        let answersForIt = money.condition(on: ["c.unit"])
        condition.and(
            "c.kind NOT IN ('cash', 'unmatched') OR (\(answersForIt.sql))", answersForIt.arguments)
        return try Row.fetchAll(
            database,
            sql: """
                SELECT c.seq, c.at, c.kind, c.subject, c.action, c.revision FROM changes c
                WHERE \(condition.sql) ORDER BY c.seq LIMIT ?
                """, arguments: condition.arguments + [limit]
        ).map {
            Record(
                seq: $0["seq"], at: Instant(seconds: $0["at"]), kind: $0["kind"], subject: $0["subject"],
                action: $0["action"], revision: $0["revision"])
        }
    }

    /// The units that changes after `seq` concern, and where the feed stands: what decides who is woken.
    static func units(_ database: Database, after seq: Int) throws -> (head: Head, units: Set<String>) {
        let head = try head(database)
        guard head.last > seq else { return (head, []) }
        var units: Set<String> = []
        for column in ["unit", "holder_unit", "former_unit"] {
            units.formUnion(
                try String.fetchAll(
                    database,
                    sql: "SELECT DISTINCT \(column) FROM changes WHERE seq > ? AND \(column) IS NOT NULL",
                    arguments: [seq]))
        }
        return (head, units)
    }

    private static func prune(_ database: Database, at now: Instant) throws {
        let until = try Int.fetchOne(
            database,
            sql: """
                SELECT MAX(seq) FROM (SELECT seq, at FROM changes ORDER BY seq LIMIT ?) oldest WHERE at < ?
                """, arguments: [largestPruning, now.seconds - lifetime])
        guard let until else { return }
        try database.execute(sql: "DELETE FROM changes WHERE seq <= ?", arguments: [until])
        try database.execute(sql: "UPDATE change_head SET pruned = ? WHERE id = 1", arguments: [until])
    }
}
