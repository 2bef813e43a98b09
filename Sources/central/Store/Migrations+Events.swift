import GRDB

extension Migrations {
    /// What an act came with beside its note (`DossierEventDetail`). Sealed: it names who took a result, with their number.
    static func eventDetails(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE dossier_events ADD COLUMN detail BLOB")
    }
}
