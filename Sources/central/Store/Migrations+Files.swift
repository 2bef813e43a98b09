import GRDB

extension Migrations {
    /// Files by their content, what is on its way here, and what refers to them. All bytes are sealed.
    static func files(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE files (
                    sha256 TEXT PRIMARY KEY NOT NULL,
                    size INTEGER NOT NULL,
                    type TEXT NOT NULL,
                    created_at INTEGER NOT NULL
                );
                CREATE TABLE file_parts (
                    owner TEXT NOT NULL,
                    position INTEGER NOT NULL,
                    sealed BLOB NOT NULL,
                    PRIMARY KEY (owner, position)
                );
                CREATE TABLE uploads (
                    id TEXT PRIMARY KEY NOT NULL,
                    officer TEXT NOT NULL REFERENCES officers (id),
                    sha256 TEXT NOT NULL,
                    size INTEGER NOT NULL,
                    received INTEGER NOT NULL,
                    last_offset INTEGER NOT NULL,
                    last_hash BLOB,
                    type TEXT,
                    expires_at INTEGER NOT NULL
                );
                CREATE INDEX uploads_officer ON uploads (officer, sha256);
                CREATE INDEX uploads_sha256 ON uploads (sha256);
                CREATE INDEX uploads_expires ON uploads (expires_at);
                CREATE TABLE file_references (
                    sha256 TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    PRIMARY KEY (kind, subject, sha256)
                );
                CREATE INDEX file_references_sha256 ON file_references (sha256);
                """)
    }

    /// Detached signatures of form answers, and the keys that officers sign with.
    static func signatures(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE signing_keys (
                    id TEXT PRIMARY KEY NOT NULL,
                    officer TEXT NOT NULL REFERENCES officers (id),
                    algorithm TEXT NOT NULL,
                    public_key BLOB NOT NULL,
                    effective_from TEXT NOT NULL,
                    effective_to TEXT
                );
                CREATE INDEX signing_keys_officer ON signing_keys (officer);
                CREATE TABLE signatures (
                    dossier TEXT PRIMARY KEY NOT NULL REFERENCES dossiers (id),
                    signer TEXT NOT NULL,
                    key_id TEXT NOT NULL,
                    algorithm TEXT NOT NULL,
                    signature BLOB NOT NULL,
                    content_hash BLOB NOT NULL,
                    at INTEGER NOT NULL
                );
                """)
        try StoreDialect.appendOnly("signatures", in: database)
    }

    /// How often each officer used each procedure, day by day: the list of procedures is ordered by it, and no
    /// dossier is looked at for that.
    static func uses(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE procedure_uses (
                    unit TEXT NOT NULL,
                    officer TEXT NOT NULL,
                    procedure_code TEXT NOT NULL,
                    day TEXT NOT NULL,
                    uses INTEGER NOT NULL,
                    last_at INTEGER NOT NULL,
                    PRIMARY KEY (unit, officer, procedure_code, day)
                );
                INSERT INTO procedure_uses (unit, officer, procedure_code, day, uses, last_at)
                SELECT unit, received_by, procedure_code, date(submitted_at + 25200, 'unixepoch'), COUNT(*),
                    MAX(submitted_at)
                FROM dossiers WHERE received_by IS NOT NULL
                GROUP BY unit, received_by, procedure_code, date(submitted_at + 25200, 'unixepoch');
                CREATE INDEX dossiers_lookup ON dossiers (lookup_code);
                """)
    }
}
