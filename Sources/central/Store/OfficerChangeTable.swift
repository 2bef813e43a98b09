import Forms
import Foundation
import GRDB
import Models

/// Changes that one administrator has proposed and another one decides on. What would be done is sealed: it may hold a
/// person's number.
enum OfficerChangeTable {
    struct Stored: Sendable {
        var change: OfficerChange
        var deed: OfficerDeed
        /// The officer's, as the one who proposed it saw him.
        var revision: Int
        /// The real person who proposed it.
        var person: String
    }

    private static func place(_ id: ID) -> String { "officer_change:\(id)" }

    static func insert(_ database: Database, _ stored: Stored, seal: DataSeal) throws {
        let change = stored.change
        try database.execute(
            sql: """
                INSERT INTO officer_changes (id, officer, officer_revision, act, deed, summary, reason, proposed_by,
                    proposed_person, proposed_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                change.id, change.officer.id, stored.revision, change.act.rawValue,
                try SealedColumn.seal(try StrictJSON.encode(stored.deed), at: place(change.id), seal),
                change.summary, change.reason, change.proposedBy.id, stored.person,
                change.proposedAt.seconds, change.expiresAt.seconds,
            ])
    }

    static func decide(
        _ database: Database, id: ID, _ decision: OfficerChange.State, by officer: ID, at now: Instant
    ) throws {
        try database.execute(
            sql: "UPDATE officer_changes SET decision = ?, decided_by = ?, decided_at = ? WHERE id = ?",
            arguments: [decision.rawValue, officer, now.seconds, id])
    }

    static func find(_ database: Database, id: ID, scope: Scope, at now: Instant, seal: DataSeal) throws
        -> Stored?
    {
        var condition = SQLCondition("g.id = ?", [id])
        condition.and(scope.condition(on: ["o.unit"]))
        guard let row = try rows(database, condition, at: now, limit: 1).first else { return nil }
        let deed = try SealedColumn.open(row["deed"], at: place(id), seal)
        return Stored(
            change: change(row, at: now), deed: try LenientJSON.decode(OfficerDeed.self, from: deed),
            revision: row["officer_revision"], person: row["proposed_person"])
    }

    /// The newest first.
    static func page(
        _ database: Database, officer: ID? = nil, openOnly: Bool, scope: Scope, before id: ID? = nil,
        at now: Instant, limit: Int
    ) throws -> [OfficerChange] {
        var condition = scope.condition(on: ["o.unit"])
        if let officer { condition.and("g.officer = ?", [officer]) }
        if openOnly { condition.and("g.decision IS NULL AND g.expires_at > ?", [now.seconds]) }
        if let id { condition.and("g.id < ?", [id]) }
        return try rows(database, condition, at: now, limit: limit).map { change($0, at: now) }
    }

    private static func rows(
        _ database: Database, _ condition: SQLCondition, at now: Instant, limit: Int
    ) throws -> [Row] {
        let day = now.date.iso
        return try Row.fetchAll(
            database,
            sql: """
                SELECT g.*, o.name, o.position, o.unit, u.name AS unit_name, p.name AS proposer,
                    p.position AS proposer_position, d.name AS decider, d.position AS decider_position
                FROM officer_changes g JOIN officers o ON o.id = g.officer
                JOIN officers p ON p.id = g.proposed_by LEFT JOIN officers d ON d.id = g.decided_by
                LEFT JOIN units u ON u.code = o.unit AND u.effective_from <= ?
                    AND (u.effective_to IS NULL OR u.effective_to >= ?)
                WHERE \(condition.sql) ORDER BY g.id DESC LIMIT ?
                """, arguments: [day, day] + condition.arguments + [limit])
    }

    private static func change(_ row: Row, at now: Instant) -> OfficerChange {
        let expires = Instant(seconds: row["expires_at"])
        let decision = (row["decision"] as String?).flatMap(OfficerChange.State.init(rawValue:))
        let decider: String? = row["decided_by"]
        return OfficerChange(
            id: row["id"], act: OfficerVerb(rawValue: row["act"]) ?? .change,
            officer: OfficerRef(id: row["officer"], name: row["name"], position: row["position"]),
            unit: UnitRef(code: row["unit"], name: row["unit_name"] ?? row["unit"]), summary: row["summary"],
            reason: row["reason"],
            proposedBy: OfficerRef(
                id: row["proposed_by"], name: row["proposer"], position: row["proposer_position"]),
            proposedAt: Instant(seconds: row["proposed_at"]), expiresAt: expires,
            state: decision ?? (expires > now ? .open : .expired),
            decidedBy: decider.map {
                OfficerRef(id: $0, name: row["decider"], position: row["decider_position"])
            }, decidedAt: (row["decided_at"] as Int64?).map { Instant(seconds: $0) })
    }
}
