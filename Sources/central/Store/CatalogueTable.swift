import Forms
import GRDB
import Models

/// What the ministry publishes, as versioned JSON documents with the days on which they hold.
///
/// A version that was in use is never changed or removed: a dossier ends on the version that it began under.
enum CatalogueTable {
    enum Kind: String, Sendable {
        case form
        case calendar
        case process
        case status
        case role
        /// What citizens are told, by occasion.
        case message
        /// What the hotline says on a procedure.
        case script
    }

    static func insert(
        _ database: Database, _ kind: Kind, code: String, version: Int, from: LocalDate, to: LocalDate?,
        document: [UInt8]
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO catalogue (kind, code, version, effective_from, effective_to, document)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                kind.rawValue, code, version, from.iso, to?.iso, String(decoding: document, as: UTF8.self),
            ])
        guard kind == .process else { return }
        let process = try LenientJSON.decode(ProcessDefinition.self, from: document)
        try ProcessStepTable.insert(database, process.steps, process: code, version: version)
    }

    /// A given version, or the one in force on a day.
    static func document(
        _ database: Database, _ kind: Kind, code: String, version: Int? = nil, on day: LocalDate? = nil
    ) throws -> String? {
        var condition = SQLCondition("kind = ? AND code = ?", [kind.rawValue, code])
        if let version { condition.and("version = ?", [version]) }
        if let day { condition.and(inForce(day)) }
        return try String.fetchOne(
            database,
            sql: "SELECT document FROM catalogue WHERE \(condition.sql) ORDER BY version DESC LIMIT 1",
            arguments: condition.arguments)
    }

    static func documents(_ database: Database, _ kind: Kind, on day: LocalDate) throws -> [String] {
        var condition = SQLCondition("kind = ?", [kind.rawValue])
        condition.and(inForce(day))
        return try String.fetchAll(
            database, sql: "SELECT document FROM catalogue WHERE \(condition.sql) ORDER BY code, version",
            arguments: condition.arguments)
    }

    // MARK: Procedures

    static func insert(_ database: Database, _ procedure: Procedure, to: LocalDate?) throws {
        let document = try StrictJSON.encode(procedure)
        let shown = try shown(procedure, database)
        // A bundle is taken in as its members: the process that it names is one of theirs.
        let process = procedure.bundle == nil ? procedure.process : nil
        try database.execute(
            sql: """
                INSERT INTO procedures (code, version, name, folded, field_code, field_name, level, time_text,
                    fee_text, effective_from, effective_to, document, process, process_version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                procedure.code, procedure.version, procedure.name,
                TextFold.fold(procedure.code + " " + procedure.name), procedure.field.code,
                procedure.field.name, procedure.level, ProcedureText.time(shown),
                ProcedureText.fee(shown),
                procedure.effectiveFrom.iso, to?.iso, String(decoding: document, as: UTF8.self),
                process?.id, process?.version,
            ])
    }

    /// A bundle takes as long and costs as much as its members do.
    private static func shown(_ procedure: Procedure, _ database: Database) throws -> Procedure {
        var shown = procedure
        for member in procedure.bundle ?? [] {
            let version = try latestProcedureVersion(database, code: member.procedure)
            guard let text = try self.procedure(database, code: member.procedure, version: version) else {
                continue
            }
            let own = try LenientJSON.decode(Procedure.self, from: Array(text.utf8))
            let cases = own.cases.filter { $0.code == member.caseCode }
            shown.cases += cases
            shown.fees += own.fees.filter { fee in cases.contains { $0.fees.contains(fee.code) } }
        }
        return shown
    }

    static func procedure(_ database: Database, code: String, on day: LocalDate) throws -> String? {
        var condition = SQLCondition("code = ?", [code])
        condition.and(inForce(day))
        return try String.fetchOne(
            database,
            sql: "SELECT document FROM procedures WHERE \(condition.sql) ORDER BY version DESC LIMIT 1",
            arguments: condition.arguments)
    }

    static func procedure(_ database: Database, code: String, version: Int) throws -> String? {
        try String.fetchOne(
            database, sql: "SELECT document FROM procedures WHERE code = ? AND version = ?",
            arguments: [code, version])
    }

    /// The procedures in force on a day, those first that the officer and then his unit used most since `since`; of
    /// those used as often, the ones used last (eForm AF-4).
    static func summaries(
        _ database: Database, on day: LocalDate, field: String?, level: String?, officer: Officer,
        since: Instant
    ) throws -> [ProcedureSummary] {
        var condition = SQLCondition()
        condition.and(inForce(day))
        // Of several versions in force the newest counts.
        condition.and(
            """
            NOT EXISTS (SELECT 1 FROM procedures n WHERE n.code = p.code AND n.version > p.version
                AND n.effective_from <= ? AND (n.effective_to IS NULL OR n.effective_to >= ?))
            """, [day.iso, day.iso])
        if let field { condition.and("p.field_code = ?", [field]) }
        if let level { condition.and("p.level = ?", [level]) }
        return try Row.fetchAll(
            database,
            sql: """
                SELECT p.code, p.name, p.field_code, p.field_name, p.level, p.time_text, p.fee_text,
                    COALESCE(u.uses, 0) AS uses, COALESCE(u.mine, 0) AS mine,
                    COALESCE(u.mine_at, 0) AS mine_at, COALESCE(u.last_at, 0) AS last_at
                FROM procedures p LEFT JOIN (
                    SELECT procedure_code, SUM(uses) AS uses,
                        SUM(CASE WHEN officer = ? THEN uses ELSE 0 END) AS mine,
                        MAX(CASE WHEN officer = ? THEN last_at END) AS mine_at, MAX(last_at) AS last_at
                    FROM procedure_uses WHERE unit = ? AND day >= ? GROUP BY procedure_code
                ) u ON u.procedure_code = p.code
                WHERE \(condition.sql)
                ORDER BY mine DESC, mine_at DESC, uses DESC, last_at DESC, p.name, p.code, p.version DESC
                """,
            arguments: [officer.id, officer.id, officer.unit, since.date.iso] + condition.arguments
        ).map { row in
            ProcedureSummary(
                code: row["code"], name: row["name"],
                field: CodeName(code: row["field_code"], name: row["field_name"]), level: row["level"],
                timeText: row["time_text"], feeText: row["fee_text"], recentUses: row["uses"])
        }
    }

    // MARK: Reference sets

    static func insertReference(
        _ database: Database, set: String, item: ReferenceItem, position: Int, from: LocalDate, to: LocalDate?
    ) throws {
        let extra = try item.extra.map { String(decoding: try StoredMap.encode($0), as: UTF8.self) }
        try database.cachedStatement(
            sql: """
                INSERT INTO reference_items (set_name, code, name, folded, parent, extra, position,
                    effective_from, effective_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            set, item.code, item.name, TextFold.fold(item.name), item.parent, extra, position, from.iso,
            to?.iso,
        ])
    }

    static func hasReference(_ database: Database, set: String) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM reference_items WHERE set_name = ?)",
            arguments: [set]) ?? false
    }

    /// Items of a set in force on a day, after a position, in the set's own order.
    static func reference(
        _ database: Database, set: String, parent: String?, code: String?, words: [String], on day: LocalDate,
        after position: Int, limit: Int
    ) throws -> [(position: Int, item: ReferenceItem)] {
        var condition = SQLCondition("set_name = ? AND position > ?", [set, position])
        condition.and(inForce(day))
        if let parent { condition.and("parent = ?", [parent]) }
        if let code { condition.and("code = ?", [code]) }
        for word in words { condition.and("folded LIKE ? ESCAPE '\\'", ["%" + escape(word) + "%"]) }
        return try Row.fetchAll(
            database,
            sql: "SELECT * FROM reference_items WHERE \(condition.sql) ORDER BY position LIMIT ?",
            arguments: condition.arguments + [limit]
        ).map { row in
            let extra: String? = row["extra"]
            return (
                row["position"],
                ReferenceItem(
                    code: row["code"], name: row["name"], parent: row["parent"],
                    extra: extra.flatMap(StoredMap.decode))
            )
        }
    }

    /// Those of some items that are in force on a day, each with the parents that it stands under.
    static func parents(_ database: Database, of keys: Set<ReferenceKey>, on day: LocalDate) throws
        -> [ReferenceKey: Set<String>]
    {
        var found: [ReferenceKey: Set<String>] = [:]
        for key in keys {
            var condition = SQLCondition("set_name = ? AND code = ?", [key.set, key.code])
            condition.and(inForce(day))
            let rows = try Row.fetchAll(
                database, sql: "SELECT parent FROM reference_items WHERE \(condition.sql)",
                arguments: condition.arguments)
            guard !rows.isEmpty else { continue }
            found[key] = Set(rows.compactMap { $0["parent"] as String? })
        }
        return found
    }

    private static func escape(_ word: String) -> String {
        word.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
    }

    static func inForce(_ day: LocalDate) -> SQLCondition {
        SQLCondition(
            "effective_from <= ? AND (effective_to IS NULL OR effective_to >= ?)", [day.iso, day.iso])
    }
}
