import GRDB

extension Migrations {
    /// On which citizens reach a unit, as form 02 prints it.
    static func unitPhones(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE units ADD COLUMN phone TEXT")
    }
}
