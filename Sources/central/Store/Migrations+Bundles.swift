import GRDB

extension Migrations {
    /// Dossiers that were taken in together, in their order. Nothing of it is ever removed: what came in as one stays known
    /// as one, whatever becomes of each.
    static func bundles(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE bundles (
                    id TEXT PRIMARY KEY NOT NULL,
                    procedure_code TEXT NOT NULL,
                    procedure_version INTEGER NOT NULL,
                    procedure_name TEXT NOT NULL,
                    made_at INTEGER NOT NULL
                );
                CREATE TABLE bundle_dossiers (
                    bundle TEXT NOT NULL REFERENCES bundles (id),
                    position INTEGER NOT NULL,
                    dossier TEXT NOT NULL UNIQUE REFERENCES dossiers (id),
                    starts TEXT NOT NULL,
                    expected_at INTEGER,
                    waits INTEGER NOT NULL,
                    PRIMARY KEY (bundle, position)
                );
                """)
    }
}
