import GRDB

extension Migrations {
    /// Quotes and papers stand sealed in the dossier's document. These tables held them a second time, in the clear,
    /// and nothing read them.
    static func plainCopies(_ database: Database) throws {
        try database.execute(sql: "DROP TABLE quotes; DROP TABLE dossier_documents;")
    }

    /// What was received on a day is counted at every opening of Home.
    static func accepted(_ database: Database) throws {
        try database.execute(sql: "CREATE INDEX dossiers_unit_accepted ON dossiers (unit, accepted_at)")
    }
}
