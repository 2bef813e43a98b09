import GRDB

extension Migrations {
    /// What administrators opened, why, and until when they might read it.
    static func breakGlass(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE break_glass (
                    dossier TEXT NOT NULL REFERENCES dossiers (id),
                    officer TEXT NOT NULL,
                    officer_name TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    until INTEGER NOT NULL,
                    reason TEXT NOT NULL
                );
                CREATE INDEX break_glass_officer ON break_glass (officer, until);
                CREATE INDEX break_glass_dossier ON break_glass (dossier, at);
                """)
    }
}
