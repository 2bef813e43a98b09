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

    /// By whose calendar a ticket is reckoned, whoever has been handed it since: its open tickets are found along an index.
    static func ticketCalendars(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE tickets ADD COLUMN calendar_unit TEXT;
                UPDATE tickets SET calendar_unit = COALESCE(
                    (SELECT e.unit FROM ticket_events e WHERE e.ticket = tickets.id AND e.seq = 1), holder_unit);
                CREATE INDEX tickets_calendar ON tickets (calendar_unit, due_at, id)
                    WHERE state IN ('received', 'acknowledged');
                """)
    }

    /// Dossiers that wait without a due date may have been late before they did, and be so still: the next pass of `Expiry`
    /// reckons their dates, as it does their waiting.
    static func lateWaits(_ database: Database) throws {
        try database.execute(
            sql: """
                UPDATE dossiers SET expires_at = 0
                WHERE ended_at IS NULL AND due_at IS NULL AND accepted_at IS NOT NULL
                """)
    }
}
