import GRDB

/// Every change of the schema, in order. A migration that has been released is never edited: a database made
/// by any earlier version opens, step by step.
enum Migrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1 catalogue", migrate: catalogue)
        migrator.registerMigration("v1 officers", migrate: officers)
        migrator.registerMigration("v1 dossiers", migrate: dossiers)
        migrator.registerMigration("v1 records", migrate: records)
        migrator.registerMigration("v2 files", migrate: files)
        migrator.registerMigration("v2 signatures", migrate: signatures)
        migrator.registerMigration("v2 uses", migrate: uses)
        migrator.registerMigration("v3 outbox", migrate: outbox)
        migrator.registerMigration("v3 changes", migrate: changes)
        migrator.registerMigration("v3 queues", migrate: queues)
        migrator.registerMigration("v3 event details", migrate: eventDetails)
        migrator.registerMigration("v3 register prints", migrate: registerPrints)
        migrator.registerMigration("v3 bindings", migrate: bindings)
        migrator.registerMigration("v3 reports", migrate: reports)
        migrator.registerMigration("v3 routing", migrate: routing)
        migrator.registerMigration("v4 plain copies", migrate: plainCopies)
        migrator.registerMigration("v4 queue indexes", migrate: queueIndexes)
        migrator.registerMigration("v4 bundles", migrate: bundles)
        migrator.registerMigration("v4 accepted", migrate: accepted)
        migrator.registerMigration("v5 hotline", migrate: hotline)
        migrator.registerMigration("v5 ticket messages", migrate: ticketMessages)
        migrator.registerMigration("v5 search", migrate: search)
        migrator.registerMigration("v5 reveals", migrate: reveals)
        migrator.registerMigration("v5 words gone", migrate: wordsGone)
        migrator.registerMigration("v4 apologies", migrate: apologies)
        migrator.registerMigration("v6 tallies", migrate: tallies)
        migrator.registerMigration("v6 money", migrate: money)
        migrator.registerMigration("v6 short words", migrate: shortWords)
        migrator.registerMigration("v7 unit phones", migrate: unitPhones)
        migrator.registerMigration("v6 calendar runs", migrate: calendarRuns)
        migrator.registerMigration("v8 officer records", migrate: officerRecords)
        migrator.registerMigration("v8 post", migrate: post)
        migrator.registerMigration("v8 calendar moves", migrate: calendarMoves)
        migrator.registerMigration("v6 reconciling", migrate: reconciling)
        migrator.registerMigration("v9 calendar tickets", migrate: calendarTickets)
        migrator.registerMigration("v9 binding changes", migrate: bindingChanges)
        migrator.registerMigration("v9 unit words", migrate: unitWords)
        migrator.registerMigration("v9 results", migrate: results)
        migrator.registerMigration("v9 ticket calendars", migrate: ticketCalendars)
        migrator.registerMigration("v9 late waits", migrate: lateWaits)
        migrator.registerMigration("v10 drawers", migrate: drawers)
        migrator.registerMigration("v10 break glass", migrate: breakGlass)
        return migrator
    }

    /// What the ministry publishes: versioned documents with the days on which they hold.
    private static func catalogue(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE settings (
                    name TEXT PRIMARY KEY NOT NULL,
                    value TEXT NOT NULL
                );
                CREATE TABLE catalogue (
                    kind TEXT NOT NULL,
                    code TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    effective_from TEXT NOT NULL,
                    effective_to TEXT,
                    document TEXT NOT NULL,
                    PRIMARY KEY (kind, code, version)
                );
                CREATE TABLE procedures (
                    code TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    name TEXT NOT NULL,
                    folded TEXT NOT NULL,
                    field_code TEXT NOT NULL,
                    field_name TEXT NOT NULL,
                    level TEXT NOT NULL,
                    time_text TEXT NOT NULL,
                    fee_text TEXT NOT NULL,
                    effective_from TEXT NOT NULL,
                    effective_to TEXT,
                    document TEXT NOT NULL,
                    PRIMARY KEY (code, version)
                );
                CREATE TABLE reference_items (
                    set_name TEXT NOT NULL,
                    code TEXT NOT NULL,
                    name TEXT NOT NULL,
                    folded TEXT NOT NULL,
                    parent TEXT,
                    extra TEXT,
                    position INTEGER NOT NULL,
                    effective_from TEXT NOT NULL,
                    effective_to TEXT,
                    PRIMARY KEY (set_name, code, effective_from)
                );
                CREATE INDEX reference_items_parent ON reference_items (set_name, parent, position);
                CREATE TABLE units (
                    code TEXT NOT NULL,
                    name TEXT NOT NULL,
                    parent TEXT,
                    effective_from TEXT NOT NULL,
                    effective_to TEXT,
                    PRIMARY KEY (code, effective_from)
                );
                """)
    }

    /// Who may do what: officers, what they are assigned to, and who is logged in.
    private static func officers(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE officers (
                    id TEXT PRIMARY KEY NOT NULL,
                    person TEXT NOT NULL,
                    account TEXT NOT NULL UNIQUE,
                    name TEXT NOT NULL,
                    position TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    password_hash TEXT,
                    store_key BLOB NOT NULL,
                    suspended_at INTEGER
                );
                CREATE TABLE assignments (
                    officer TEXT NOT NULL REFERENCES officers (id),
                    unit TEXT NOT NULL,
                    role TEXT NOT NULL,
                    effective_from TEXT NOT NULL,
                    effective_to TEXT,
                    PRIMARY KEY (officer, unit, role, effective_from)
                );
                CREATE TABLE sessions (
                    id TEXT PRIMARY KEY NOT NULL,
                    family TEXT NOT NULL,
                    officer TEXT NOT NULL REFERENCES officers (id),
                    access_hash BLOB NOT NULL UNIQUE,
                    refresh_hash BLOB NOT NULL UNIQUE,
                    created_at INTEGER NOT NULL,
                    access_until INTEGER NOT NULL,
                    refresh_until INTEGER NOT NULL,
                    refreshed_at INTEGER,
                    revoked_at INTEGER
                );
                CREATE INDEX sessions_family ON sessions (family);
                CREATE INDEX sessions_refresh_until ON sessions (refresh_until);
                """)
    }

    /// A dossier is an append-only list of events plus a current row.
    private static func dossiers(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE dossiers (
                    id TEXT PRIMARY KEY NOT NULL,
                    code TEXT NOT NULL UNIQUE,
                    revision INTEGER NOT NULL,
                    lookup_code TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    holder_unit TEXT NOT NULL,
                    procedure_code TEXT NOT NULL,
                    procedure_name TEXT NOT NULL,
                    procedure_version INTEGER NOT NULL,
                    case_code TEXT NOT NULL,
                    channel INTEGER NOT NULL,
                    status INTEGER NOT NULL,
                    step TEXT NOT NULL,
                    step_name TEXT NOT NULL,
                    applicant_name TEXT NOT NULL,
                    applicant_identity TEXT,
                    applicant_tax TEXT,
                    applicant_phone TEXT,
                    submitter_identity TEXT,
                    submitter_phone TEXT,
                    delivery_method TEXT NOT NULL,
                    submitted_at INTEGER NOT NULL,
                    accepted_at INTEGER,
                    due_at INTEGER,
                    ended_at INTEGER,
                    received_by TEXT,
                    assignee TEXT,
                    previous TEXT REFERENCES dossiers (id),
                    document TEXT NOT NULL
                );
                CREATE INDEX dossiers_unit_status ON dossiers (unit, status, due_at);
                CREATE INDEX dossiers_holder_status ON dossiers (holder_unit, status, due_at);
                CREATE INDEX dossiers_unit_ended ON dossiers (unit, ended_at);
                CREATE INDEX dossiers_unit_submitted ON dossiers (unit, submitted_at, id);
                CREATE INDEX dossiers_unit_procedure ON dossiers (unit, procedure_code, submitted_at);
                CREATE INDEX dossiers_identity ON dossiers (applicant_identity);
                CREATE INDEX dossiers_tax ON dossiers (applicant_tax);
                CREATE INDEX dossiers_phone ON dossiers (applicant_phone);
                CREATE INDEX dossiers_submitter ON dossiers (submitter_identity);
                CREATE INDEX dossiers_submitter_phone ON dossiers (submitter_phone);
                CREATE TABLE dossier_events (
                    dossier TEXT NOT NULL REFERENCES dossiers (id),
                    seq INTEGER NOT NULL,
                    at INTEGER NOT NULL,
                    action TEXT NOT NULL,
                    actor TEXT,
                    actor_name TEXT,
                    on_behalf_of TEXT,
                    from_step TEXT,
                    to_step TEXT,
                    status INTEGER NOT NULL,
                    note TEXT,
                    PRIMARY KEY (dossier, seq)
                );
                CREATE TABLE dossier_words (
                    unit TEXT NOT NULL,
                    word TEXT NOT NULL,
                    dossier TEXT NOT NULL REFERENCES dossiers (id),
                    PRIMARY KEY (unit, word, dossier)
                );
                CREATE INDEX dossier_words_word ON dossier_words (word, unit);
                CREATE TABLE dossier_documents (
                    dossier TEXT NOT NULL REFERENCES dossiers (id),
                    position INTEGER NOT NULL,
                    code TEXT NOT NULL,
                    document TEXT NOT NULL,
                    PRIMARY KEY (dossier, position)
                );
                CREATE TABLE code_counters (
                    unit TEXT NOT NULL,
                    day TEXT NOT NULL,
                    last INTEGER NOT NULL,
                    PRIMARY KEY (unit, day)
                );
                CREATE TABLE register_counters (
                    unit TEXT NOT NULL,
                    book TEXT NOT NULL,
                    last INTEGER NOT NULL,
                    PRIMARY KEY (unit, book)
                );
                CREATE TABLE quotes (
                    dossier TEXT PRIMARY KEY NOT NULL REFERENCES dossiers (id),
                    total INTEGER NOT NULL,
                    made_at INTEGER NOT NULL,
                    document TEXT NOT NULL
                );
                CREATE TABLE prints (
                    id TEXT PRIMARY KEY NOT NULL,
                    dossier TEXT NOT NULL REFERENCES dossiers (id),
                    form TEXT NOT NULL,
                    copies INTEGER NOT NULL,
                    copy_number INTEGER NOT NULL,
                    officer TEXT NOT NULL,
                    at INTEGER NOT NULL,
                    UNIQUE (dossier, form, copy_number)
                );
                """)
        try StoreDialect.appendOnly("dossier_events", in: database)
        try StoreDialect.appendOnly("prints", in: database)
    }

    /// What is kept beside the dossiers: keys of acts, drafts, the register of persons and the audit chain.
    private static func records(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE idempotency (
                    person TEXT NOT NULL,
                    idempotency_key TEXT NOT NULL,
                    route TEXT NOT NULL,
                    request_hash BLOB NOT NULL,
                    status INTEGER NOT NULL,
                    headers TEXT NOT NULL,
                    body BLOB NOT NULL,
                    at INTEGER NOT NULL,
                    PRIMARY KEY (person, idempotency_key)
                );
                CREATE TABLE drafts (
                    id TEXT PRIMARY KEY NOT NULL,
                    officer TEXT NOT NULL REFERENCES officers (id),
                    revision INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    title TEXT NOT NULL,
                    procedure_code TEXT,
                    form_id TEXT,
                    form_version INTEGER,
                    content TEXT NOT NULL,
                    updated_at INTEGER NOT NULL,
                    expires_at INTEGER NOT NULL
                );
                CREATE INDEX drafts_officer ON drafts (officer, updated_at, id);
                CREATE TABLE persons (
                    id TEXT PRIMARY KEY NOT NULL,
                    identity_number TEXT NOT NULL UNIQUE,
                    name TEXT NOT NULL,
                    birth_date TEXT,
                    sex TEXT,
                    address TEXT,
                    phone TEXT,
                    email TEXT,
                    source TEXT NOT NULL,
                    fetched_at INTEGER NOT NULL
                );
                CREATE TABLE mismatches (
                    id TEXT PRIMARY KEY NOT NULL,
                    identity_number TEXT NOT NULL,
                    field TEXT NOT NULL,
                    source_value TEXT NOT NULL,
                    correct_value TEXT NOT NULL,
                    note TEXT,
                    officer TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    at INTEGER NOT NULL
                );
                CREATE TABLE audit (
                    seq INTEGER PRIMARY KEY NOT NULL,
                    at INTEGER NOT NULL,
                    officer TEXT,
                    person TEXT,
                    unit TEXT,
                    action TEXT NOT NULL,
                    subject TEXT,
                    outcome TEXT NOT NULL,
                    detail TEXT NOT NULL,
                    trace_id TEXT NOT NULL,
                    previous_hash BLOB NOT NULL,
                    hash BLOB NOT NULL
                );
                CREATE INDEX audit_officer ON audit (officer, seq);
                CREATE INDEX audit_unit ON audit (unit, seq);
                CREATE INDEX audit_subject ON audit (subject, seq);
                CREATE TABLE audit_head (
                    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
                    count INTEGER NOT NULL,
                    hash BLOB NOT NULL,
                    seal BLOB NOT NULL
                );
                """)
        try StoreDialect.appendOnly("idempotency", in: database)
        try StoreDialect.appendOnly("mismatches", in: database)
        try StoreDialect.appendOnly("audit", in: database)
    }
}
