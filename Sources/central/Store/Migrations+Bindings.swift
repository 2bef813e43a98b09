import GRDB

extension Migrations {
    /// Who does which step for the dossiers of which unit, who stands in for whom, and processes that are not
    /// published yet.
    ///
    /// A binding is ended by its last day and never removed: who was able to act on a day stays known.
    static func bindings(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE bindings (
                    id TEXT PRIMARY KEY NOT NULL,
                    unit TEXT NOT NULL,
                    process TEXT NOT NULL,
                    step TEXT NOT NULL,
                    role TEXT NOT NULL,
                    officer TEXT REFERENCES officers (id),
                    assignee_unit TEXT,
                    effective_from TEXT NOT NULL,
                    effective_to TEXT,
                    sub_amount INTEGER,
                    sub_unit TEXT,
                    revision INTEGER NOT NULL,
                    changed_by TEXT,
                    changed_at INTEGER NOT NULL,
                    CHECK ((officer IS NULL) <> (assignee_unit IS NULL))
                );
                CREATE INDEX bindings_step ON bindings (unit, process, step);
                CREATE INDEX bindings_process ON bindings (process);
                CREATE INDEX bindings_officer ON bindings (officer);
                CREATE INDEX bindings_assignee ON bindings (assignee_unit, role);
                CREATE TABLE delegations (
                    id TEXT PRIMARY KEY NOT NULL,
                    from_officer TEXT NOT NULL REFERENCES officers (id),
                    to_officer TEXT NOT NULL REFERENCES officers (id),
                    unit TEXT NOT NULL,
                    role TEXT NOT NULL,
                    effective_from TEXT NOT NULL,
                    effective_to TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    made_by TEXT NOT NULL,
                    made_at INTEGER NOT NULL,
                    ended_at INTEGER
                );
                CREATE INDEX delegations_from ON delegations (from_officer, effective_to);
                CREATE INDEX delegations_to ON delegations (to_officer, effective_to);
                CREATE INDEX delegations_unit ON delegations (unit, effective_to);
                CREATE TABLE process_drafts (
                    process TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    revision INTEGER NOT NULL,
                    document TEXT NOT NULL,
                    changed_by TEXT,
                    changed_at INTEGER NOT NULL,
                    PRIMARY KEY (process, version)
                );
                """)
    }
}
