import Forms
import GRDB
import Models

/// The reports of what is wrong in a source, and who handled them. Rows are only ever added.
enum MismatchTable {
    static func insert(
        _ database: Database, _ report: MismatchReport, id: ID, officer: ID, unit: String, at: Instant
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO mismatches (id, identity_number, field, source_value, correct_value, note, officer,
                    unit, at, source, form_id, form_version, path)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, report.identityNumber, report.field, report.sourceValue, report.correctValue, report.note,
                officer, unit, at.seconds, report.source, report.formId, report.formVersion, report.path,
            ])
    }

    /// Which reports a list holds.
    enum State: String, Sendable {
        case open, resolved
    }

    /// The reports of the units in a scope, the latest first.
    static func page(
        _ database: Database, scope: Scope, state: State?, on day: LocalDate,
        after: DossierList.Position?, limit: Int
    ) throws -> [Mismatch] {
        var condition = scope.condition(on: ["m.unit"])
        switch state {
        case .open: condition.and("r.mismatch IS NULL")
        case .resolved: condition.and("r.mismatch IS NOT NULL")
        case nil: break
        }
        if let after {
            condition.and("m.at < ? OR (m.at = ? AND m.id < ?)", [after.key, after.key, after.id])
        }
        return try rows(database, condition, on: day, limit: limit)
    }

    /// Nil where there is none in the scope.
    static func find(_ database: Database, id: ID, scope: Scope, on day: LocalDate) throws -> Mismatch? {
        var condition = scope.condition(on: ["m.unit"])
        condition.and("m.id = ?", [id])
        return try rows(database, condition, on: day, limit: 1).first
    }

    static func resolve(
        _ database: Database, id: ID, officer: ID, note: String, at: Instant
    ) throws {
        try database.execute(
            sql: "INSERT INTO mismatch_resolutions (mismatch, officer, note, at) VALUES (?, ?, ?, ?)",
            arguments: [id, officer, note, at.seconds])
    }

    private static func rows(
        _ database: Database, _ condition: SQLCondition, on day: LocalDate, limit: Int
    ) throws -> [Mismatch] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT m.*, u.name AS unit_name, o.name AS officer_name, o.position AS officer_position,
                    r.officer AS resolver, r.note AS resolution, r.at AS resolved_at, h.name AS resolver_name,
                    h.position AS resolver_position
                FROM mismatches m
                JOIN officers o ON o.id = m.officer
                LEFT JOIN units u ON u.code = m.unit
                    AND u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)
                LEFT JOIN mismatch_resolutions r ON r.mismatch = m.id
                LEFT JOIN officers h ON h.id = r.officer
                WHERE \(condition.sql) ORDER BY m.at DESC, m.id DESC LIMIT ?
                """, arguments: [day.iso, day.iso] + condition.arguments + [limit]
        ).map(decode)
    }

    private static func decode(_ row: Row) -> Mismatch {
        let resolver: ID? = row["resolver"]
        let number: String = row["identity_number"]
        let unit: String = row["unit"]
        return Mismatch(
            id: row["id"], identityNumber: number, field: row["field"],
            sourceValue: row["source_value"], correctValue: row["correct_value"], note: row["note"],
            source: row["source"], formId: row["form_id"], formVersion: row["form_version"],
            path: row["path"], unit: UnitRef(code: unit, name: row["unit_name"] ?? unit),
            reportedBy: OfficerRef(
                id: row["officer"], name: row["officer_name"], position: row["officer_position"]),
            at: Instant(seconds: row["at"]),
            resolution: resolver.map { resolver in
                MismatchResolution(
                    by: OfficerRef(
                        id: resolver, name: row["resolver_name"] ?? resolver,
                        position: row["resolver_position"]),
                    at: Instant(seconds: row["resolved_at"]), note: row["resolution"])
            })
    }
}
