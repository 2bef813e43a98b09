import GRDB

extension Migrations {
    /// Changes of calendars whose dossiers are being reckoned anew, each with how far that has come.
    static func calendarRuns(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE calendar_runs (
                    code TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    year INTEGER NOT NULL,
                    officer TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    trace_id TEXT NOT NULL,
                    days_from INTEGER NOT NULL,
                    days_until INTEGER NOT NULL,
                    units TEXT NOT NULL,
                    at_unit TEXT,
                    at_due INTEGER,
                    at_id TEXT,
                    changed INTEGER NOT NULL,
                    finished_at INTEGER,
                    PRIMARY KEY (code, version)
                );
                CREATE INDEX calendar_runs_open ON calendar_runs (code, version) WHERE finished_at IS NULL;
                """)
    }

    /// What each of these runs moved, in the order in which it did.
    static func calendarMoves(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE calendar_moves (
                    code TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    seq INTEGER NOT NULL,
                    dossier TEXT NOT NULL,
                    before_due INTEGER,
                    after_due INTEGER,
                    PRIMARY KEY (code, version, seq)
                );
                """)
    }

    /// Tickets of the hotline are moved by the same runs, in the same order.
    static func calendarTickets(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE calendar_runs ADD COLUMN at_ticket BOOLEAN NOT NULL DEFAULT FALSE;
                ALTER TABLE calendar_runs ADD COLUMN tickets INTEGER NOT NULL DEFAULT 0;
                CREATE TABLE calendar_ticket_moves (
                    code TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    seq INTEGER NOT NULL,
                    ticket TEXT NOT NULL,
                    before_due INTEGER NOT NULL,
                    after_due INTEGER NOT NULL,
                    PRIMARY KEY (code, version, seq)
                );
                """)
    }
}
