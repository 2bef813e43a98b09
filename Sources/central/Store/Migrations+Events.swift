import GRDB

extension Migrations {
    /// What an act came with beside its note (`DossierEventDetail`). Sealed: it names who took a result, with their number.
    static func eventDetails(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE dossier_events ADD COLUMN detail BLOB")
    }

    /// What was printed of a unit's register of dossiers, by period.
    static func registerPrints(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE register_prints (
                    id TEXT PRIMARY KEY NOT NULL,
                    unit TEXT NOT NULL,
                    from_day TEXT NOT NULL,
                    to_day TEXT NOT NULL,
                    copies INTEGER NOT NULL,
                    copy_number INTEGER NOT NULL,
                    officer TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    UNIQUE (unit, from_day, to_day, copy_number)
                );
                """)
        try StoreDialect.appendOnly("register_prints", in: database)
    }
}
