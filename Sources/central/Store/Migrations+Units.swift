import GRDB

extension Migrations {
    /// On which citizens reach a unit, as form 02 prints it.
    static func unitPhones(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE units ADD COLUMN phone TEXT")
    }

    /// What units are found by.
    static func unitWords(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE units ADD COLUMN folded TEXT NOT NULL DEFAULT ''")
        for row in try Row.fetchAll(database, sql: "SELECT code, name, effective_from FROM units") {
            let (code, name, from): (String, String, String) = (
                row["code"], row["name"], row["effective_from"]
            )
            try database.execute(
                sql: "UPDATE units SET folded = ? WHERE code = ? AND effective_from = ?",
                arguments: [UnitTable.folded(code, name), code, from])
        }
    }
}
