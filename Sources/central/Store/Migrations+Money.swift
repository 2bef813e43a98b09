import GRDB

extension Migrations {
    /// Money: a ledger that is only added to, and beside it what each entry was for. Balances are nowhere kept: each is
    /// a sum of entries. A receipt is never changed; that it is void is a row of its own.
    static func money(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE ledger_transactions (
                    seq INTEGER PRIMARY KEY NOT NULL,
                    at INTEGER NOT NULL,
                    unit TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    officer TEXT
                );
                CREATE INDEX ledger_transactions_unit ON ledger_transactions (unit, at);
                CREATE TABLE ledger_entries (
                    transaction_seq INTEGER NOT NULL REFERENCES ledger_transactions (seq),
                    line INTEGER NOT NULL,
                    account TEXT NOT NULL,
                    amount INTEGER NOT NULL,
                    PRIMARY KEY (transaction_seq, line)
                );
                CREATE INDEX ledger_entries_account ON ledger_entries (account, amount);
                CREATE TABLE charges (
                    id TEXT PRIMARY KEY NOT NULL,
                    dossier TEXT NOT NULL REFERENCES dossiers (id),
                    seq INTEGER NOT NULL,
                    unit TEXT NOT NULL,
                    fee_code TEXT NOT NULL,
                    name TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    amount INTEGER NOT NULL,
                    basis TEXT NOT NULL,
                    collect TEXT NOT NULL,
                    source TEXT NOT NULL,
                    reason TEXT,
                    at INTEGER NOT NULL,
                    officer TEXT,
                    UNIQUE (dossier, seq)
                );
                CREATE TABLE collection_settings (
                    unit TEXT PRIMARY KEY NOT NULL,
                    revision INTEGER NOT NULL,
                    document TEXT NOT NULL
                );
                CREATE TABLE cash_sessions (
                    id TEXT PRIMARY KEY NOT NULL,
                    unit TEXT NOT NULL,
                    officer TEXT NOT NULL REFERENCES officers (id),
                    person TEXT NOT NULL,
                    desk TEXT NOT NULL,
                    day TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    state TEXT NOT NULL,
                    opened_at INTEGER NOT NULL,
                    opening INTEGER NOT NULL,
                    difference_limit INTEGER NOT NULL,
                    reason TEXT,
                    closed_at INTEGER,
                    closed_by TEXT
                );
                CREATE UNIQUE INDEX cash_sessions_open ON cash_sessions (officer, desk, kind, day)
                    WHERE state <> 'closed';
                CREATE INDEX cash_sessions_unit ON cash_sessions (unit, day);
                CREATE TABLE cash_counts (
                    session TEXT NOT NULL REFERENCES cash_sessions (id),
                    seq INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    officer TEXT NOT NULL,
                    notes TEXT NOT NULL,
                    counted INTEGER NOT NULL,
                    PRIMARY KEY (session, seq)
                );
                CREATE TABLE cash_movements (
                    id TEXT PRIMARY KEY NOT NULL,
                    session TEXT NOT NULL REFERENCES cash_sessions (id),
                    kind TEXT NOT NULL,
                    amount INTEGER NOT NULL,
                    reason TEXT NOT NULL,
                    officer TEXT NOT NULL,
                    at INTEGER NOT NULL
                );
                CREATE INDEX cash_movements_session ON cash_movements (session, at);
                """)
        try payments(database)
        try receipts(database)
        for table in [
            "ledger_transactions", "ledger_entries", "charges", "cash_counts", "cash_movements",
            "payment_lines", "refunds", "receipts", "receipt_voids", "receipt_prints", "money_messages",
        ] {
            try StoreDialect.appendOnly(table, in: database)
        }
    }

    private static func payments(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE payments (
                    id TEXT PRIMARY KEY NOT NULL,
                    dossier TEXT NOT NULL REFERENCES dossiers (id),
                    dossier_code TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    method TEXT NOT NULL,
                    state TEXT NOT NULL,
                    amount INTEGER NOT NULL,
                    tendered INTEGER,
                    officer TEXT,
                    person TEXT,
                    session TEXT REFERENCES cash_sessions (id),
                    lookup_code TEXT UNIQUE,
                    reference TEXT,
                    created_at INTEGER NOT NULL,
                    paid_at INTEGER,
                    note TEXT,
                    sealed BLOB NOT NULL
                );
                CREATE INDEX payments_dossier ON payments (dossier, created_at);
                CREATE INDEX payments_unit ON payments (unit, paid_at);
                CREATE INDEX payments_code ON payments (unit, dossier_code);
                CREATE INDEX payments_session ON payments (session);
                CREATE UNIQUE INDEX payments_pending ON payments (dossier) WHERE state IN ('pending', 'unknown');
                CREATE TABLE payment_lines (
                    payment TEXT NOT NULL REFERENCES payments (id),
                    line INTEGER NOT NULL,
                    dossier TEXT NOT NULL,
                    fee_code TEXT NOT NULL,
                    name TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    amount INTEGER NOT NULL,
                    basis TEXT NOT NULL,
                    PRIMARY KEY (payment, line)
                );
                CREATE INDEX payment_lines_dossier ON payment_lines (dossier);
                CREATE TABLE refunds (
                    id TEXT PRIMARY KEY NOT NULL,
                    payment TEXT NOT NULL REFERENCES payments (id),
                    unit TEXT NOT NULL,
                    method TEXT NOT NULL,
                    amount INTEGER NOT NULL,
                    reason TEXT NOT NULL,
                    officer TEXT NOT NULL,
                    session TEXT REFERENCES cash_sessions (id),
                    at INTEGER NOT NULL
                );
                CREATE INDEX refunds_payment ON refunds (payment, at);
                CREATE INDEX refunds_unit ON refunds (unit, at);
                CREATE INDEX refunds_session ON refunds (session);
                CREATE TABLE money_messages (
                    source TEXT NOT NULL,
                    reference TEXT NOT NULL,
                    state TEXT NOT NULL,
                    unit TEXT,
                    amount INTEGER NOT NULL,
                    day TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    payment TEXT,
                    PRIMARY KEY (source, reference, state)
                );
                CREATE INDEX money_messages_day ON money_messages (unit, day);
                CREATE TABLE unmatched_payments (
                    id TEXT PRIMARY KEY NOT NULL,
                    unit TEXT,
                    source TEXT NOT NULL,
                    reference TEXT NOT NULL,
                    amount INTEGER NOT NULL,
                    reason TEXT NOT NULL,
                    dossier TEXT,
                    dossier_code TEXT,
                    at INTEGER NOT NULL,
                    state TEXT NOT NULL,
                    payment TEXT,
                    note TEXT,
                    resolved_by TEXT,
                    resolved_at INTEGER,
                    sealed BLOB NOT NULL,
                    UNIQUE (source, reference)
                );
                CREATE INDEX unmatched_payments_state ON unmatched_payments (state, at);
                """)
    }

    private static func receipts(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE receipt_series (
                    id TEXT PRIMARY KEY NOT NULL,
                    unit TEXT NOT NULL,
                    year INTEGER NOT NULL,
                    template TEXT NOT NULL,
                    symbol TEXT NOT NULL,
                    first INTEGER NOT NULL,
                    last INTEGER NOT NULL,
                    used INTEGER NOT NULL,
                    hash BLOB NOT NULL,
                    UNIQUE (unit, year, symbol)
                );
                CREATE TABLE receipts (
                    id TEXT PRIMARY KEY NOT NULL,
                    series TEXT NOT NULL REFERENCES receipt_series (id),
                    number INTEGER NOT NULL,
                    unit TEXT NOT NULL,
                    day TEXT NOT NULL,
                    payment TEXT NOT NULL REFERENCES payments (id),
                    dossier TEXT NOT NULL,
                    dossier_code TEXT NOT NULL,
                    phi INTEGER NOT NULL,
                    le_phi INTEGER NOT NULL,
                    officer TEXT,
                    replaces TEXT,
                    issued_at INTEGER NOT NULL,
                    sealed BLOB NOT NULL,
                    previous_hash BLOB NOT NULL,
                    hash BLOB NOT NULL,
                    UNIQUE (series, number)
                );
                CREATE INDEX receipts_unit ON receipts (unit, day, issued_at);
                CREATE INDEX receipts_payment ON receipts (payment);
                CREATE INDEX receipts_code ON receipts (dossier_code);
                CREATE TABLE receipt_voids (
                    receipt TEXT PRIMARY KEY NOT NULL REFERENCES receipts (id),
                    unit TEXT NOT NULL,
                    day TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    officer TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    previous_hash BLOB NOT NULL,
                    hash BLOB NOT NULL
                );
                CREATE INDEX receipt_voids_day ON receipt_voids (unit, day);
                CREATE INDEX receipts_replaces ON receipts (replaces);
                CREATE TABLE receipt_prints (
                    receipt TEXT NOT NULL REFERENCES receipts (id),
                    copy_number INTEGER NOT NULL,
                    officer TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    PRIMARY KEY (receipt, copy_number)
                );
                """)
    }
}
