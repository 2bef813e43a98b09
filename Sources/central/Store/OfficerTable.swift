import Foundation
import Forms
import GRDB
import Models

/// Officers, their units and their assignments.
enum OfficerTable {
    /// What a login needs of an account. Nil where there is none that may log in.
    struct Account: Sendable {
        var officer: String
        var passwordHash: String?
        var storeKey: Data
    }

    static func account(_ database: Database, named name: String) throws -> Account? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT id, password_hash, store_key FROM officers WHERE account = ? AND suspended_at IS NULL
                """, arguments: [name])
        return row.map {
            Account(officer: $0["id"], passwordHash: $0["password_hash"], storeKey: $0["store_key"])
        }
    }

    /// The officer with the assignments that hold on `day`; nil where unknown, suspended, or not at work on that day. Where
    /// the unit's settings say that its reception collects, who is at its reception is its cashier too.
    ///
    /// - Parameter orSuspended: Also one who may not log in any more: what he has is still his.
    static func officer(
        _ database: Database, id: String, on day: LocalDate, orSuspended: Bool = false
    ) throws -> Officer? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT o.*, u.name AS unit_name, u.phone AS unit_phone
                FROM officers o LEFT JOIN units u ON u.code = o.unit
                    AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
                WHERE o.id = ? AND (? = 1 OR (o.suspended_at IS NULL
                    AND (o.valid_from IS NULL OR o.valid_from <= ?)
                    AND (o.valid_to IS NULL OR o.valid_to >= ?)))
                """, arguments: [day.iso, day.iso, id, orSuspended ? 1 : 0, day.iso, day.iso])
        guard let row else { return nil }
        let assignments = try Row.fetchAll(
            database,
            sql: """
                SELECT a.unit, a.role, COALESCE(c.reception_collects, 0) AS collects FROM assignments a
                LEFT JOIN collection_settings c ON c.unit = a.unit AND a.role = 'reception'
                WHERE a.officer = ? AND a.effective_from <= ?
                    AND (a.effective_to IS NULL OR a.effective_to >= ?)
                ORDER BY a.unit, a.role
                """, arguments: [id, day.iso, day.iso]
        ).flatMap { row -> [Officer.Assignment] in
            guard let role = Role(rawValue: row["role"] ?? "") else { return [] }
            let (unit, collects): (String, Bool) = (row["unit"], row["collects"])
            return (collects ? [role, .cashier] : [role]).map { .init(unit: unit, role: $0) }
        }
        return Officer(
            id: row["id"], person: row["person"], account: row["account"], name: row["name"],
            position: row["position"], unit: row["unit"],
            unitName: row["unit_name"] ?? row["unit"], unitPhone: row["unit_phone"],
            assignments: assignments)
    }

    static func insert(
        _ database: Database, id: String, person: String, account: String, name: String, position: String,
        unit: String, passwordHash: String?
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO officers (id, person, account, name, position, unit, password_hash, store_key, folded,
                    name_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, person, account, name, position, unit, passwordHash, Data.random(32),
                folded(name, account, position), NameOrder.key(name, isPerson: true),
            ])
    }

    static func assign(
        _ database: Database, officer: String, unit: String, role: String, from: LocalDate, to: LocalDate?,
        id: ID = UUIDv7.make()
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO assignments (officer, unit, role, effective_from, effective_to, id)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [officer, unit, role, from.iso, to?.iso, id])
    }

    static func insertUnit(
        _ database: Database, code: String, name: String, parent: String?, phone: String? = nil,
        from: LocalDate, to: LocalDate?
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO units (code, name, parent, phone, effective_from, effective_to, folded)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                code, name, parent, phone, from.iso, to?.iso, UnitTable.folded(code, name),
            ])
    }

    /// What a unit is called on a day; nil where there is no such unit then.
    static func unitName(_ database: Database, code: String, on day: LocalDate) throws -> String? {
        try String.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT name FROM units WHERE code = ? AND effective_from <= ?
                        AND (effective_to IS NULL OR effective_to >= ?) ORDER BY effective_from DESC
                    """), arguments: [code, day.iso, day.iso])
    }

    /// Whether anybody who is at work holds a role in a unit on a day.
    static func hasRole(_ database: Database, _ role: String, in unit: String, on day: LocalDate) throws
        -> Bool
    {
        try Bool.fetchOne(
            database,
            sql: """
                SELECT EXISTS (SELECT 1 FROM assignments a JOIN officers o ON o.id = a.officer
                    WHERE a.unit = ? AND a.role = ? AND o.suspended_at IS NULL AND a.effective_from <= ?
                        AND (a.effective_to IS NULL OR a.effective_to >= ?))
                """, arguments: [unit, role, day.iso, day.iso]) ?? false
    }

    /// Those who hold one of some roles in some units on a day, by name.
    static func colleagues(
        _ database: Database, in scope: Scope, holding roles: Set<Role>, on day: LocalDate
    ) throws -> [Colleague] {
        var condition = scope.condition(on: ["a.unit"])
        let marks = roles.map { _ in "?" }.joined(separator: ", ")
        condition.and(
            "a.role IN (\(marks)) AND o.suspended_at IS NULL", StatementArguments(roles.map(\.rawValue)))
        condition.and(
            "a.effective_from <= ? AND (a.effective_to IS NULL OR a.effective_to >= ?)", [day.iso, day.iso])
        return try colleagues(
            database, "officers o JOIN assignments a ON a.officer = o.id", condition, on: day, isAway: nil)
    }

    /// Those of some units who may not log in any more and still have open dossiers, by name.
    static func leavers(_ database: Database, in scope: Scope, on day: LocalDate) throws -> [Colleague] {
        var condition = scope.condition(on: ["o.unit"])
        condition.and("o.suspended_at IS NOT NULL")
        condition.and(
            "EXISTS (SELECT 1 FROM dossiers d WHERE d.assignee = o.id AND d.ended_at IS NULL)")
        return try colleagues(database, "officers o", condition, on: day, isAway: true)
    }

    private static func colleagues(
        _ database: Database, _ source: String, _ condition: SQLCondition, on day: LocalDate, isAway: Bool?
    ) throws -> [Colleague] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT o.id, o.account, o.name, o.position, o.unit, u.name AS unit_name FROM \(source)
                LEFT JOIN units u ON u.code = o.unit
                    AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
                WHERE \(condition.sql) ORDER BY o.name, o.id
                """, arguments: [day.iso, day.iso] + condition.arguments
        ).map { row in
            Colleague(
                id: row["id"], account: row["account"], name: row["name"], position: row["position"],
                unit: UnitRef(code: row["unit"], name: row["unit_name"] ?? row["unit"]), isAway: isAway)
        }
    }
}
