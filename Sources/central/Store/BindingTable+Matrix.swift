import Forms
import GRDB
import Models

extension BindingTable {
    /// A procedure in force with the process that it has: a row of the matrix.
    struct Line: Sendable {
        var procedure: CodeName
        var field: CodeName
        var process: String
        var version: Int
    }

    /// What the matrix is narrowed to.
    struct MatrixFilter: Sendable {
        /// How a unit's rows stand.
        enum State: String, CaseIterable, Sendable {
            /// Somebody is bound, and a step is left at which nobody is able to act today.
            case gaps
            /// Somebody is bound today to a step of it.
            case bound
            /// Nobody is.
            case unbound
        }

        var text: String?
        /// Of the procedure, with `*` for anything.
        var code: String?
        var field: String?
        var state: State?
    }

    /// The rows after a code, by code.
    static func lines(
        _ database: Database, _ filter: MatrixFilter, unit: String, on day: LocalDate, after code: String?,
        limit: Int
    ) throws -> [Line] {
        var condition = condition(filter, unit: unit, on: day)
        if let code { condition.and("p.code > ?", [code]) }
        return try Row.fetchAll(
            database,
            sql: """
                SELECT p.code, p.name, p.field_code, p.field_name, p.process, p.process_version
                FROM procedures p WHERE \(condition.sql) ORDER BY p.code LIMIT ?
                """, arguments: condition.arguments + [limit]
        ).map { row in
            Line(
                procedure: CodeName(code: row["code"], name: row["name"]),
                field: CodeName(code: row["field_code"], name: row["field_name"]), process: row["process"],
                version: row["process_version"])
        }
    }

    static func count(_ database: Database, _ filter: MatrixFilter, unit: String, on day: LocalDate) throws
        -> Int
    {
        let condition = condition(filter, unit: unit, on: day)
        return try Int.fetchOne(
            database, sql: "SELECT COUNT(*) FROM procedures p WHERE \(condition.sql)",
            arguments: condition.arguments) ?? 0
    }

    private static func condition(_ filter: MatrixFilter, unit: String, on day: LocalDate) -> SQLCondition {
        let iso = day.iso
        var condition = SQLCondition(
            """
            p.process IS NOT NULL AND p.effective_from <= ? AND (p.effective_to IS NULL OR p.effective_to >= ?)
            """, [iso, iso])
        // Of several versions in force the newest counts.
        condition.and(
            """
            NOT EXISTS (SELECT 1 FROM procedures n WHERE n.code = p.code AND n.version > p.version
                AND n.effective_from <= ? AND (n.effective_to IS NULL OR n.effective_to >= ?))
            """, [iso, iso])
        let steps = "process_steps s WHERE s.process = p.process AND s.version = p.process_version"
        for word in TextFold.fold(filter.text ?? "").split(whereSeparator: \.isWhitespace) {
            condition.and("p.folded LIKE ? ESCAPE '\\'", ["%\(escaped(String(word)))%"])
        }
        if let code = filter.code {
            condition.and("p.code LIKE ? ESCAPE '\\'", [escaped(code).replacing("*", with: "%")])
        }
        if let field = filter.field { condition.and("p.field_code = ?", [field]) }
        let bound = SQLCondition(
            """
            EXISTS (SELECT 1 FROM bindings b WHERE b.unit = ? AND b.process = p.process AND \(inForce(day, "b").sql))
            """, [unit] + inForce(day, "b").arguments)
        switch filter.state {
        case nil: break
        case .bound: condition.and(bound)
        case .unbound: condition.and("NOT \(bound.sql)", bound.arguments)
        case .gaps:
            condition.and(bound)
            let able = able("b", on: day)
            condition.and(
                """
                EXISTS (SELECT 1 FROM \(steps) AND NOT EXISTS (
                    SELECT 1 FROM bindings b WHERE b.unit = ? AND b.process = s.process AND b.step = s.step
                        AND \(inForce(day, "b").sql) AND \(able.sql)))
                """, [unit] + inForce(day, "b").arguments + able.arguments)
        }
        return condition
    }

    /// Whether somebody is able to act by a binding: asked by the officer and by the unit, for each of which there is an index.
    private static func able(_ alias: String, on day: LocalDate) -> SQLCondition {
        let held = inForce(day, "a")
        func exists(_ join: String) -> String {
            """
            EXISTS (SELECT 1 FROM assignments a JOIN officers o ON o.id = a.officer
                WHERE \(join) AND a.role = \(alias).role AND o.suspended_at IS NULL AND \(held.sql))
            """
        }
        return SQLCondition(
            exists("a.officer = \(alias).officer") + " OR " + exists("a.unit = \(alias).assignee_unit"),
            held.arguments + held.arguments)
    }

    private static func escaped(_ word: String) -> String {
        word.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
    }

    // MARK: Many at once

    /// A statement takes only so many values.
    static func parts(of values: [String]) -> [[String]] {
        stride(from: 0, to: values.count, by: 200).map { Array(values[$0..<min($0 + 200, values.count)]) }
    }

    /// Those of a unit and some processes that hold on a day or later.
    static func live(_ database: Database, unit: String, processes: [String], from day: LocalDate) throws
        -> [String: [Stored]]
    {
        var found: [String: [Stored]] = [:]
        for part in parts(of: processes) {
            let marks = part.map { _ in "?" }.joined(separator: ", ")
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM bindings WHERE unit = ? AND process IN (\(marks))
                        AND (effective_to IS NULL OR (effective_to >= ? AND effective_to >= effective_from))
                    ORDER BY process, step, effective_from, id
                    """, arguments: [unit] + StatementArguments(part) + [day.iso])
            for row in rows {
                let stored = Stored(id: row["id"], binding: try binding(row))
                found[stored.binding.process, default: []].append(stored)
            }
        }
        return found
    }

    /// How often each set of a unit was changed; none where nobody was ever bound.
    static func revisions(_ database: Database, unit: String, processes: [String]) throws -> [String: Int] {
        var found: [String: Int] = [:]
        for part in parts(of: processes) {
            let marks = part.map { _ in "?" }.joined(separator: ", ")
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT process, MAX(revision) AS revision FROM bindings
                    WHERE unit = ? AND process IN (\(marks)) GROUP BY process
                    """, arguments: [unit] + StatementArguments(part))
            for row in rows { found[row["process"]] = row["revision"] }
        }
        return found
    }

    static func stored(_ database: Database, id: ID) throws -> Stored? {
        try Row.fetchOne(database, sql: "SELECT * FROM bindings WHERE id = ?", arguments: [id])
            .map { Stored(id: $0["id"], binding: try binding($0)) }
    }
}
