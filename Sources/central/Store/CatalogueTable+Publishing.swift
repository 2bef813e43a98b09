import Forms
import GRDB
import Models

extension CatalogueTable {
    static func latestVersion(_ database: Database, _ kind: Kind, code: String) throws -> Int {
        try versions(database, kind, code: code).max() ?? 0
    }

    static func versions(_ database: Database, _ kind: Kind, code: String) throws -> Set<Int> {
        Set(
            try Int.fetchAll(
                database, sql: "SELECT version FROM catalogue WHERE kind = ? AND code = ?",
                arguments: [kind.rawValue, code]))
    }

    static func latestProcedureVersion(_ database: Database, code: String) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT MAX(version) FROM procedures WHERE code = ?", arguments: [code]) ?? 0
    }

    /// Every version of a procedure, the newest first.
    static func procedureVersions(_ database: Database, code: String) throws -> [String] {
        try String.fetchAll(
            database, sql: "SELECT document FROM procedures WHERE code = ? ORDER BY version DESC",
            arguments: [code])
    }

    static func referenceSets(_ database: Database) throws -> Set<String> {
        Set(try String.fetchAll(database, sql: "SELECT DISTINCT set_name FROM reference_items"))
    }

    static func referenceName(_ database: Database, set: String, code: String) throws -> String? {
        try String.fetchOne(
            database,
            sql: """
                SELECT name FROM reference_items WHERE set_name = ? AND code = ?
                ORDER BY effective_from DESC LIMIT 1
                """, arguments: [set, code])
    }

    /// What a set knows of an item beside its name, on a day.
    static func referenceExtra(_ database: Database, set: String, code: String, on day: LocalDate) throws
        -> [String: String]?
    {
        try reference(
            database, set: set, parent: nil, code: code, words: [], on: day, after: -1, limit: 1
        ).first?.item.extra
    }

    /// The procedures in force that have some processes, by process.
    static func procedureNames(_ database: Database, of processes: [String], on day: LocalDate) throws
        -> [String: CodeName]
    {
        var found: [String: CodeName] = [:]
        for part in BindingTable.parts(of: processes) {
            let marks = part.map { _ in "?" }.joined(separator: ", ")
            var condition = SQLCondition("process IN (\(marks))", StatementArguments(part))
            condition.and(inForce(day))
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT code, name, process FROM procedures WHERE \(condition.sql) ORDER BY version",
                arguments: condition.arguments)
            for row in rows { found[row["process"]] = CodeName(code: row["code"], name: row["name"]) }
        }
        return found
    }

    /// Calls an item otherwise from a day on; nothing where there is no such item then.
    static func renameReference(
        _ database: Database, set: String, code: String, to name: String, from: LocalDate
    ) throws {
        var condition = SQLCondition("set_name = ? AND code = ?", [set, code])
        condition.and(inForce(from))
        let row = try Row.fetchOne(
            database, sql: "SELECT effective_from, position FROM reference_items WHERE \(condition.sql)",
            arguments: condition.arguments)
        guard let row else { return }
        let since: String = row["effective_from"]
        try database.execute(
            sql: """
                INSERT INTO reference_items (set_name, code, name, folded, parent, extra, position, effective_from,
                    effective_to) SELECT set_name, code, ?, ?, parent, extra, position, ?, effective_to
                FROM reference_items WHERE set_name = ? AND code = ? AND effective_from = ?
                """, arguments: [name, TextFold.fold(name), from.iso, set, code, since])
        try database.execute(
            sql: """
                UPDATE reference_items SET effective_to = ?
                WHERE set_name = ? AND code = ? AND effective_from = ?
                """, arguments: [from.adding(days: -1).iso, set, code, since])
    }

    /// The agency of a kind that serves a commune.
    static func agency(_ database: Database, kind: String?, commune: String, on day: LocalDate) throws
        -> String?
    {
        var condition = SQLCondition("set_name = 'agencies' AND extra LIKE ?", ["%\"\(commune)\"%"])
        condition.and(inForce(day))
        return try Row.fetchAll(
            database, sql: "SELECT code, extra FROM reference_items WHERE \(condition.sql) ORDER BY position",
            arguments: condition.arguments
        ).first { row in
            let extra = (row["extra"] as String?).flatMap(StoredMap.decode) ?? [:]
            return extra["commune"] == commune && extra["kind"] == kind
        }?["code"]
    }

    /// Changes with everything that is published, so that every central on the database notices.
    static func revision(_ database: Database) throws -> Int {
        try SettingTable.value(database, SettingTable.catalogueRevision).flatMap { Int($0) } ?? 0
    }

    static func raiseRevision(_ database: Database) throws {
        try SettingTable.set(
            database, SettingTable.catalogueRevision, String(try revision(database) + 1))
    }
}
