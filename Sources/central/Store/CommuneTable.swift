import Forms
import GRDB
import Models

/// Provinces and communes by name, those of today and those that were merged on 01/07/2025.
enum CommuneTable {
    /// The set of communes of before; each names its district, its province of then and what it was merged into.
    static let formers = "former_communes"
    static let formerProvinces = "former_provinces"

    struct Place: Hashable, Sendable {
        var code: String
        var name: String
        /// The province of today.
        var province: String
        var extra: [String: String]

        var district: String { extra["district"] ?? "" }
        /// The codes of the communes that it belongs to now.
        var successors: [String] { (extra["successors"] ?? "").split(separator: " ").map(String.init) }
    }

    /// All provinces of today.
    static func provinces(_ database: Database, on day: LocalDate) throws -> [Place] {
        try rows(database, set: "provinces", condition: SQLCondition(), on: day)
    }

    /// Provinces that were merged; `province` is that which each belongs to now.
    static func formerProvinces(_ database: Database, on day: LocalDate) throws -> [Place] {
        try rows(database, set: formerProvinces, condition: SQLCondition(), on: day)
    }

    /// Communes of a province whose folded name is one of these.
    static func named(
        _ database: Database, _ names: [String], set: String = "communes", in province: String,
        on day: LocalDate
    ) throws -> [Place] {
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        var condition = SQLCondition("parent = ?", [province])
        condition.and("folded IN (\(marks))", StatementArguments(names))
        return try rows(database, set: set, condition: condition, on: day)
    }

    static func commune(_ database: Database, code: String, on day: LocalDate) throws -> Place? {
        try rows(database, set: "communes", condition: SQLCondition("code = ?", [code]), on: day).first
    }

    private static func rows(
        _ database: Database, set: String, condition: SQLCondition, on day: LocalDate
    ) throws -> [Place] {
        var whole = SQLCondition("set_name = ?", [set])
        whole.and("effective_from <= ? AND (effective_to IS NULL OR effective_to >= ?)", [day.iso, day.iso])
        whole.and(condition)
        return try Row.fetchAll(
            database, sql: "SELECT * FROM reference_items WHERE \(whole.sql) ORDER BY position",
            arguments: whole.arguments
        ).map { row in
            let extra: String? = row["extra"]
            return Place(
                code: row["code"], name: row["name"], province: row["parent"] ?? row["code"],
                extra: extra.flatMap(StoredMap.decode) ?? [:])
        }
    }
}
