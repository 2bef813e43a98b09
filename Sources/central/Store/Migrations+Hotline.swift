import GRDB

extension Migrations {
    /// Calls to the hotline, and the tickets that came of them. A call is never changed; of a ticket what was done
    /// with it is never changed.
    static func hotline(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE tickets (
                    id TEXT PRIMARY KEY NOT NULL,
                    code TEXT NOT NULL UNIQUE,
                    revision INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    kind_name TEXT NOT NULL,
                    days INTEGER NOT NULL,
                    from_unit TEXT NOT NULL,
                    holder_unit TEXT NOT NULL,
                    officer TEXT NOT NULL REFERENCES officers (id),
                    created_at INTEGER NOT NULL,
                    acknowledge_by INTEGER NOT NULL,
                    due_at INTEGER NOT NULL,
                    state TEXT NOT NULL,
                    phone TEXT,
                    dossier TEXT REFERENCES dossiers (id),
                    dossier_code TEXT,
                    procedure_code TEXT,
                    procedure_name TEXT,
                    sealed BLOB NOT NULL
                );
                CREATE INDEX tickets_holder ON tickets (holder_unit, state, due_at);
                CREATE INDEX tickets_from ON tickets (from_unit, state, due_at);
                CREATE INDEX tickets_phone ON tickets (phone, created_at);
                CREATE INDEX tickets_open ON tickets (due_at) WHERE state IN ('received', 'acknowledged');
                CREATE TABLE ticket_events (
                    ticket TEXT NOT NULL REFERENCES tickets (id),
                    seq INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    action TEXT NOT NULL,
                    officer TEXT NOT NULL REFERENCES officers (id),
                    unit TEXT NOT NULL,
                    sealed BLOB,
                    PRIMARY KEY (ticket, seq)
                );
                CREATE TABLE calls (
                    id TEXT PRIMARY KEY NOT NULL,
                    officer TEXT NOT NULL REFERENCES officers (id),
                    unit TEXT NOT NULL,
                    started_at INTEGER NOT NULL,
                    ended_at INTEGER NOT NULL,
                    phone TEXT,
                    verified INTEGER NOT NULL,
                    dossier TEXT REFERENCES dossiers (id),
                    dossier_code TEXT,
                    procedure_code TEXT,
                    procedure_name TEXT,
                    topic TEXT NOT NULL,
                    result TEXT NOT NULL,
                    ticket TEXT REFERENCES tickets (id),
                    sealed BLOB NOT NULL
                );
                CREATE INDEX calls_unit ON calls (unit, ended_at, id);
                CREATE INDEX calls_phone ON calls (phone, ended_at, id);
                """)
        try StoreDialect.appendOnly("calls", in: database)
        try StoreDialect.appendOnly("ticket_events", in: database)
    }

    /// A message tells of a dossier or of a ticket: the outbox is made anew, because a column that has to be filled
    /// can't become one that may be empty.
    static func ticketMessages(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE outbox_new (
                    id TEXT PRIMARY KEY NOT NULL,
                    position INTEGER NOT NULL UNIQUE,
                    dossier TEXT REFERENCES dossiers (id),
                    ticket TEXT REFERENCES tickets (id),
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
                    UNIQUE (dossier, cause, channel),
                    UNIQUE (ticket, cause, channel),
                    CHECK ((dossier IS NULL) <> (ticket IS NULL))
                );
                INSERT INTO outbox_new (id, position, dossier, unit, occasion, cause, channel, sealed, state,
                        attempts, created_at, due_at, sent_at, fault)
                    SELECT id, position, dossier, unit, occasion, cause, channel, sealed, state, attempts,
                        created_at, due_at, sent_at, fault FROM outbox;
                DROP TABLE outbox;
                ALTER TABLE outbox_new RENAME TO outbox;
                CREATE INDEX outbox_waiting ON outbox (state, due_at, position);
                CREATE INDEX outbox_dossier ON outbox (dossier, position);
                CREATE INDEX outbox_ticket ON outbox (ticket, position);
                """)
    }
}
