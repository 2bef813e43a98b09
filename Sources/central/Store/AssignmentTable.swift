import Forms
import GRDB
import Models

/// Which officers hold which roles, in which units, from when to when. One that ended stays: who was able to act on a day
/// stays known.
enum AssignmentTable {
    struct Filter: Sendable {
        var officer: ID?
        var unit: String?
        var role: String?
    }

    private static let columns = """
        SELECT a.*, o.name, o.position, o.unit AS home, u.name AS unit_name FROM assignments a
        JOIN officers o ON o.id = a.officer
        LEFT JOIN units u ON u.code = a.unit AND u.effective_from <= ?
            AND (u.effective_to IS NULL OR u.effective_to >= ?)
        """

    /// Those that hold on a day or later, in a scope.
    static func page(
        _ database: Database, _ filter: Filter, scope: Scope, from day: LocalDate, after id: ID?, limit: Int
    ) throws -> [OfficerAssignment] {
        var condition = scope.condition(on: ["a.unit"])
        if let officer = filter.officer { condition.and("a.officer = ?", [officer]) }
        if let unit = filter.unit { condition.and("a.unit = ?", [unit]) }
        if let role = filter.role { condition.and("a.role = ?", [role]) }
        condition.and(
            "a.effective_to IS NULL OR (a.effective_to >= ? AND a.effective_to >= a.effective_from)",
            [day.iso])
        if let id { condition.and("a.id > ?", [id]) }
        return try fetch(database, condition, on: day, limit: limit)
    }

    /// Those of some officers that hold on a day or later, wherever they are.
    static func live(_ database: Database, of officers: [ID], from day: LocalDate) throws
        -> [ID: [OfficerAssignment]]
    {
        guard !officers.isEmpty else { return [:] }
        let marks = officers.map { _ in "?" }.joined(separator: ", ")
        var condition = SQLCondition("a.officer IN (\(marks))", StatementArguments(officers))
        condition.and(
            "a.effective_to IS NULL OR (a.effective_to >= ? AND a.effective_to >= a.effective_from)",
            [day.iso])
        let found = try fetch(database, condition, on: day, limit: 100 * officers.count)
        return Dictionary(grouping: found, by: \.officer.id)
    }

    static func find(_ database: Database, id: ID, scope: Scope, on day: LocalDate) throws
        -> OfficerAssignment?
    {
        var condition = SQLCondition("a.id = ?", [id])
        condition.and(scope.condition(on: ["a.unit"]))
        return try fetch(database, condition, on: day, limit: 1).first
    }

    /// Sets the last day; one whose last day comes before its first never held.
    static func end(_ database: Database, id: ID, on day: LocalDate?) throws {
        try database.execute(
            sql: "UPDATE assignments SET effective_to = ? WHERE id = ?", arguments: [day?.iso, id])
    }

    private static func fetch(
        _ database: Database, _ condition: SQLCondition, on day: LocalDate, limit: Int
    ) throws -> [OfficerAssignment] {
        try Row.fetchAll(
            database, sql: "\(columns) WHERE \(condition.sql) ORDER BY a.id LIMIT ?",
            arguments: [day.iso, day.iso] + condition.arguments + [limit]
        ).map { row in
            guard let from = LocalDate(iso: row["effective_from"]) else {
                throw StoreError.unreadable("assignment")
            }
            let (to, role): (String?, String) = (row["effective_to"], row["role"])
            return OfficerAssignment(
                id: row["id"],
                officer: OfficerRef(id: row["officer"], name: row["name"], position: row["position"]),
                unit: UnitRef(code: row["unit"], name: row["unit_name"] ?? row["unit"]), role: role,
                roleName: Role.name(of: role), effectiveFrom: from,
                effectiveTo: to.flatMap { LocalDate(iso: $0) })
        }
    }

    /// How many besides an officer hold a role in a unit and are at work on a day.
    static func count(
        _ database: Database, role: Role, in unit: String, besides officer: ID, on day: LocalDate
    ) throws -> Int {
        try Int.fetchOne(
            database,
            sql: """
                SELECT COUNT(DISTINCT o.id) FROM assignments a JOIN officers o ON o.id = a.officer
                WHERE a.role = ? AND a.unit = ? AND o.id <> ? AND o.suspended_at IS NULL
                    AND a.effective_from <= ? AND (a.effective_to IS NULL OR a.effective_to >= ?)
                    AND (o.valid_from IS NULL OR o.valid_from <= ?)
                    AND (o.valid_to IS NULL OR o.valid_to >= ?)
                """, arguments: [role.rawValue, unit, officer, day.iso, day.iso, day.iso, day.iso]) ?? 0
    }

    /// The steps at which an officer is able to act on a day, and nobody else is.
    static func onlyHis(_ database: Database, officer: ID, on day: LocalDate) throws -> [BindingGap] {
        let places = BindingTable.places(of: officer, on: day)
        var held = BindingTable.inForce(day, "b")
        held.and(BindingTable.inForce(day, "a"))
        return try Row.fetchAll(
            database,
            sql: """
                SELECT p.unit, p.process, p.step FROM (\(places.sql)) AS p WHERE NOT EXISTS (
                    SELECT 1 FROM bindings b
                    JOIN assignments a ON a.role = b.role AND (a.officer = b.officer OR a.unit = b.assignee_unit)
                    JOIN officers o ON o.id = a.officer
                    WHERE b.unit = p.unit AND b.process = p.process AND b.step = p.step AND o.id <> ?
                        AND o.suspended_at IS NULL AND \(held.sql))
                ORDER BY p.unit, p.process, p.step
                """, arguments: places.arguments + [officer] + held.arguments
        ).map { BindingGap(unit: $0["unit"], process: $0["process"], step: $0["step"], from: day) }
    }

    /// All at which an officer is able to act on a day, as gaps from that day on would be.
    static func places(_ database: Database, of officer: ID, on day: LocalDate) throws -> [BindingGap] {
        let places = BindingTable.places(of: officer, on: day)
        return try Row.fetchAll(
            database, sql: "SELECT p.unit, p.process, p.step FROM (\(places.sql)) AS p",
            arguments: places.arguments
        ).map { BindingGap(unit: $0["unit"], process: $0["process"], step: $0["step"], from: day) }
    }
}
