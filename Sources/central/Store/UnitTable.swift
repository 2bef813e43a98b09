import Forms
import GRDB
import Models

/// Units by code and day: one that is called otherwise from a day on has a row of its own from that day.
enum UnitTable {
    /// Those of a scope on a day, by code.
    static func page(
        _ database: Database, text: String?, scope: Scope, on day: LocalDate, after code: String?, limit: Int
    ) throws -> [UnitRecord] {
        var condition = scope.condition(on: ["u.code"])
        condition.and(
            "u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)", [day.iso, day.iso])
        for word in TextFold.fold(text ?? "").split(whereSeparator: \.isWhitespace) {
            let escaped = word.replacing("\\", with: "\\\\").replacing("%", with: "\\%")
                .replacing("_", with: "\\_")
            condition.and("u.folded LIKE ? ESCAPE '\\'", ["%\(escaped)%"])
        }
        if let code { condition.and("u.code > ?", [code]) }
        return try records(database, condition, on: day, limit: limit)
    }

    /// One that there is on a day, within a scope.
    static func find(_ database: Database, _ code: String, scope: Scope, on day: LocalDate) throws
        -> UnitRecord?
    {
        var condition = scope.condition(on: ["u.code"])
        condition.and("u.code = ?", [code])
        condition.and(
            "u.effective_from <= ? AND (u.effective_to IS NULL OR u.effective_to >= ?)", [day.iso, day.iso])
        return try records(database, condition, on: day, limit: 1).first
    }

    /// Calls a unit otherwise from a day on; lists of options follow on the same day.
    static func rename(_ database: Database, _ unit: UnitRecord, to name: String, from: LocalDate) throws {
        let last = from.adding(days: -1).iso
        try database.execute(
            sql: """
                INSERT INTO units (code, name, parent, phone, effective_from, effective_to, folded)
                SELECT code, ?, parent, phone, ?, effective_to, ? FROM units
                WHERE code = ? AND effective_from = ?
                """,
            arguments: [name, from.iso, folded(unit.code, name), unit.code, unit.effectiveFrom.iso])
        try database.execute(
            sql: "UPDATE units SET effective_to = ? WHERE code = ? AND effective_from = ?",
            arguments: [last, unit.code, unit.effectiveFrom.iso])
        try CatalogueTable.renameReference(
            database, set: "agencies", code: unit.code, to: name, from: from)
    }

    private static func records(
        _ database: Database, _ condition: SQLCondition, on day: LocalDate, limit: Int
    ) throws -> [UnitRecord] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT u.*, n.name AS next_name, n.effective_from AS next_from,
                    (SELECT COUNT(*) FROM officers o WHERE o.unit = u.code AND o.suspended_at IS NULL) AS officers
                FROM units u LEFT JOIN units n ON n.code = u.code AND n.effective_from > ?
                WHERE \(condition.sql) ORDER BY u.code, n.effective_from LIMIT ?
                """, arguments: [day.iso] + condition.arguments + [limit]
        ).map { row in
            guard let from = LocalDate(iso: row["effective_from"]) else {
                throw StoreError.unreadable("units")
            }
            let (to, next): (String?, String?) = (row["effective_to"], row["next_from"])
            return UnitRecord(
                code: row["code"], name: row["name"], parent: row["parent"], effectiveFrom: from,
                effectiveTo: to.flatMap { LocalDate(iso: $0) }, officers: row["officers"],
                nextName: row["next_name"], nextFrom: next.flatMap { LocalDate(iso: $0) })
        }
    }

    /// What a unit is found by.
    static func folded(_ code: String, _ name: String) -> String { TextFold.fold(code + " " + name) }
}
