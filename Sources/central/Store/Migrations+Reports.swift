import GRDB

extension Migrations {
    /// Where a wrong source value stood, who handled its report, and how much each officer sends in a day.
    static func reports(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE mismatches ADD COLUMN source TEXT;
                ALTER TABLE mismatches ADD COLUMN form_id TEXT;
                ALTER TABLE mismatches ADD COLUMN form_version INTEGER;
                ALTER TABLE mismatches ADD COLUMN path TEXT;
                CREATE INDEX mismatches_at ON mismatches (at, id);
                CREATE TABLE mismatch_resolutions (
                    mismatch TEXT PRIMARY KEY NOT NULL REFERENCES mismatches (id),
                    officer TEXT NOT NULL REFERENCES officers (id),
                    note TEXT NOT NULL,
                    at INTEGER NOT NULL
                );
                CREATE TABLE upload_days (
                    officer TEXT NOT NULL REFERENCES officers (id),
                    day TEXT NOT NULL,
                    bytes INTEGER NOT NULL,
                    PRIMARY KEY (officer, day)
                );
                """)
        try StoreDialect.appendOnly("mismatch_resolutions", in: database)
    }
}
