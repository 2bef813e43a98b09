import GRDB

extension Migrations {
    /// What an apology promised: the appointment on form 04 of a dossier that was overdue and never extended.
    static func apologies(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE prints ADD COLUMN due_at INTEGER")
    }
}
