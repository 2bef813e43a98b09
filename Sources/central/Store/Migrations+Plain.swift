import GRDB

extension Migrations {
    /// Quotes and papers stand sealed in the dossier's document. These tables held them a second time, in the clear,
    /// and nothing read them.
    static func plainCopies(_ database: Database) throws {
        try database.execute(sql: "DROP TABLE quotes; DROP TABLE dossier_documents;")
    }
}
