import GRDB

extension Migrations {
    /// What is to be told to citizens, written in the transaction of what it tells of.
    static func outbox(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE outbox (
                    id TEXT PRIMARY KEY NOT NULL,
                    position INTEGER NOT NULL UNIQUE,
                    dossier TEXT NOT NULL REFERENCES dossiers (id),
                    unit TEXT NOT NULL,
                    occasion TEXT NOT NULL,
                    cause TEXT NOT NULL,
                    channel TEXT NOT NULL,
                    sealed BLOB NOT NULL,
                    state TEXT NOT NULL,
                    attempts INTEGER NOT NULL,
                    created_at INTEGER NOT NULL,
                    due_at INTEGER NOT NULL,
                    sent_at INTEGER,
                    fault TEXT,
                    UNIQUE (dossier, cause, channel)
                );
                CREATE INDEX outbox_waiting ON outbox (state, due_at, position);
                CREATE INDEX outbox_dossier ON outbox (dossier, position);
                CREATE INDEX dossiers_open_late ON dossiers (due_at) WHERE ended_at IS NULL;
                """)
    }
}
