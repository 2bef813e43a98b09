import Forms
import GRDB
import Models

/// Roles lent to colleagues. One that has ended stays, so that who acted on whose behalf stays explained.
enum DelegationTable {
    static func insert(_ database: Database, _ delegation: Delegation) throws {
        try database.execute(
            sql: """
                INSERT INTO delegations (id, from_officer, to_officer, unit, role, effective_from, effective_to,
                    reason, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                delegation.id, delegation.from.id, delegation.to.id, delegation.unit,
                delegation.role, delegation.effectiveFrom.iso, delegation.effectiveTo.iso,
                delegation.reason, delegation.madeBy, delegation.madeAt.seconds,
            ])
    }

    /// Takes one back; one that was taken back before keeps its time.
    static func end(_ database: Database, id: ID, at now: Instant) throws {
        try database.execute(
            sql: "UPDATE delegations SET ended_at = ? WHERE id = ? AND ended_at IS NULL",
            arguments: [now.seconds, id])
    }

    /// Whether a role that one officer lends comes to another one, by however many hands, within some days.
    static func leads(
        _ database: Database, from lender: ID, to officer: ID, unit: String, role: String,
        between first: LocalDate, and last: LocalDate
    ) throws -> Bool {
        var seen: Set<ID> = [lender]
        var next = [lender]
        while let current = next.popLast() {
            let receivers = try String.fetchAll(
                database,
                sql: """
                    SELECT to_officer FROM delegations WHERE from_officer = ? AND unit = ? AND role = ?
                        AND ended_at IS NULL AND effective_from <= ? AND effective_to >= ?
                    """, arguments: [current, unit, role, last.iso, first.iso])
            if receivers.contains(officer) { return true }
            next += receivers.filter { seen.insert($0).inserted }
        }
        return false
    }

    /// Takes back all that an officer lent or was lent, in one unit where it is given.
    static func endAll(_ database: Database, of officer: ID, in unit: String? = nil, at now: Instant) throws {
        try database.execute(
            sql: """
                UPDATE delegations SET ended_at = ? WHERE (from_officer = ? OR to_officer = ?)
                    AND ended_at IS NULL AND (? IS NULL OR unit = ?)
                """, arguments: [now.seconds, officer, officer, unit, unit])
    }

    static func find(_ database: Database, id: ID) throws -> Delegation? {
        try fetch(database, SQLCondition("d.id = ?", [id])).first
    }

    /// What others lent to an officer, in force on a day: they still hold what they lent.
    static func active(_ database: Database, to officer: ID, on day: LocalDate) throws -> [Delegation] {
        var condition = SQLCondition("d.to_officer = ?", [officer])
        condition.and(inForce(day))
        return try fetch(database, condition)
    }

    /// What an officer has lent, in force on a day.
    static func active(_ database: Database, from officer: ID, on day: LocalDate) throws -> [Delegation] {
        var condition = SQLCondition("d.from_officer = ?", [officer])
        condition.and(inForce(day))
        return try fetch(database, condition)
    }

    /// Its days hold, it was not taken back, and who lent the role is at work and holds it himself.
    private static func inForce(_ day: LocalDate) -> SQLCondition {
        SQLCondition(
            """
            d.ended_at IS NULL AND d.effective_from <= ? AND d.effective_to >= ? AND f.suspended_at IS NULL
            AND EXISTS (SELECT 1 FROM assignments a WHERE a.officer = d.from_officer AND a.unit = d.unit
                AND a.role = d.role AND a.effective_from <= ?
                AND (a.effective_to IS NULL OR a.effective_to >= ?))
            """, [day.iso, day.iso, day.iso, day.iso])
    }

    /// Whose delegations a list holds.
    enum Whose: Sendable {
        /// What the officer lent or was lent.
        case officer(ID)
        /// Those of the units in the scope.
        case units(Scope)
    }

    /// A page of somebody's, the newest first.
    static func page(_ database: Database, _ whose: Whose, before id: ID?, limit: Int) throws -> [Delegation]
    {
        var condition =
            switch whose {
            case .officer(let id): SQLCondition("d.from_officer = ? OR d.to_officer = ?", [id, id])
            case .units(let scope): scope.condition(on: ["d.unit"])
            }
        if let id { condition.and("d.id < ?", [id]) }
        return try fetch(database, condition, limit: limit)
    }

    static func fetch(_ database: Database, _ condition: SQLCondition, limit: Int = 1000) throws
        -> [Delegation]
    {
        try Row.fetchAll(
            database,
            sql: """
                SELECT d.*, f.name AS from_name, f.position AS from_position, t.name AS to_name,
                    t.position AS to_position
                FROM delegations d JOIN officers f ON f.id = d.from_officer
                JOIN officers t ON t.id = d.to_officer
                WHERE \(condition.sql) ORDER BY d.id DESC LIMIT ?
                """, arguments: condition.arguments + [limit]
        ).map { row in
            guard let from = LocalDate(iso: row["effective_from"]),
                let to = LocalDate(iso: row["effective_to"])
            else { throw StoreError.unreadable("delegation") }
            let ended: Int64? = row["ended_at"]
            return Delegation(
                id: row["id"],
                from: OfficerRef(
                    id: row["from_officer"], name: row["from_name"], position: row["from_position"]),
                to: OfficerRef(id: row["to_officer"], name: row["to_name"], position: row["to_position"]),
                unit: row["unit"], role: row["role"], effectiveFrom: from, effectiveTo: to,
                reason: row["reason"],
                madeBy: row["made_by"], madeAt: Instant(seconds: row["made_at"]),
                endedAt: ended.map { Instant(seconds: $0) })
        }
    }
}
