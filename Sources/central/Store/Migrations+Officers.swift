import Forms
import GRDB
import Models

extension Migrations {
    /// Officers as administrators keep them: who they are, from when to when, how their accounts stand; assignments that
    /// can be named; and changes that wait for a second administrator.
    static func officerRecords(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE officers ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
                ALTER TABLE officers ADD COLUMN identity BLOB;
                ALTER TABLE officers ADD COLUMN identity_mark TEXT;
                ALTER TABLE officers ADD COLUMN vneid TEXT;
                ALTER TABLE officers ADD COLUMN valid_from TEXT;
                ALTER TABLE officers ADD COLUMN valid_to TEXT;
                ALTER TABLE officers ADD COLUMN revoked_at INTEGER;
                ALTER TABLE officers ADD COLUMN state_reason TEXT;
                ALTER TABLE officers ADD COLUMN last_login_at INTEGER;
                ALTER TABLE officers ADD COLUMN reviewed_at INTEGER;
                ALTER TABLE officers ADD COLUMN created_at INTEGER;
                ALTER TABLE officers ADD COLUMN changed_by TEXT;
                ALTER TABLE officers ADD COLUMN changed_at INTEGER;
                ALTER TABLE officers ADD COLUMN folded TEXT NOT NULL DEFAULT '';
                ALTER TABLE officers ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
                ALTER TABLE assignments ADD COLUMN id TEXT;
                """)
        for row in try Row.fetchAll(database, sql: "SELECT id, name, account, position FROM officers") {
            try database.execute(
                sql: "UPDATE officers SET folded = ?, name_key = ? WHERE id = ?",
                arguments: [
                    OfficerTable.folded(row["name"], row["account"], row["position"]),
                    NameOrder.key(row["name"], isPerson: true), row["id"] as String,
                ])
        }
        let assignments = try Row.fetchAll(
            database, sql: "SELECT officer, unit, role, effective_from FROM assignments")
        for row in assignments {
            try database.execute(
                sql: """
                    UPDATE assignments SET id = ?
                    WHERE officer = ? AND unit = ? AND role = ? AND effective_from = ?
                    """,
                arguments: [
                    UUIDv7.make(), row["officer"] as String, row["unit"] as String, row["role"] as String,
                    row["effective_from"] as String,
                ])
        }
        try database.execute(
            sql: """
                CREATE UNIQUE INDEX assignments_id ON assignments (id);
                CREATE INDEX assignments_unit ON assignments (unit, role);
                CREATE INDEX officers_name ON officers (name_key, id);
                CREATE INDEX officers_unit ON officers (unit, name_key, id);
                CREATE UNIQUE INDEX officers_identity ON officers (identity_mark) WHERE revoked_at IS NULL;
                CREATE UNIQUE INDEX officers_vneid ON officers (vneid) WHERE revoked_at IS NULL;
                CREATE INDEX sessions_officer ON sessions (officer);
                CREATE TABLE officer_changes (
                    id TEXT PRIMARY KEY NOT NULL,
                    officer TEXT NOT NULL REFERENCES officers (id),
                    officer_revision INTEGER NOT NULL,
                    act TEXT NOT NULL,
                    deed BLOB NOT NULL,
                    summary TEXT NOT NULL,
                    reason TEXT,
                    proposed_by TEXT NOT NULL REFERENCES officers (id),
                    proposed_person TEXT NOT NULL,
                    proposed_at INTEGER NOT NULL,
                    expires_at INTEGER NOT NULL,
                    decision TEXT,
                    decided_by TEXT REFERENCES officers (id),
                    decided_at INTEGER
                );
                CREATE INDEX officer_changes_officer ON officer_changes (officer, id);
                """)
    }
}
