import Forms
import GRDB

extension Migrations {
    /// What the engine needs of a dossier: the version of the process that it goes by, when waiting for somebody ends, the
    /// real person behind an act, and who works on a dossier at this moment.
    ///
    /// `expires_at` 0 means that it has yet to be reckoned; the next pass of `Expiry` does it.
    static func routing(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE dossiers ADD COLUMN process TEXT;
                ALTER TABLE dossiers ADD COLUMN process_version INTEGER;
                ALTER TABLE dossiers ADD COLUMN expires_at INTEGER;
                ALTER TABLE dossier_events ADD COLUMN person TEXT;
                CREATE TABLE claims (
                    dossier TEXT PRIMARY KEY NOT NULL REFERENCES dossiers (id),
                    officer TEXT NOT NULL REFERENCES officers (id),
                    since INTEGER NOT NULL,
                    until INTEGER NOT NULL
                );
                CREATE INDEX claims_officer ON claims (officer);
                CREATE INDEX dossiers_expires ON dossiers (expires_at) WHERE expires_at IS NOT NULL;
                UPDATE dossiers SET expires_at = 0 WHERE ended_at IS NULL;
                """)
        // A dossier goes by the process that its procedure's version named.
        let rows = try Row.fetchAll(database, sql: "SELECT code, version, document FROM procedures")
        for row in rows {
            let document: String = row["document"]
            let procedure = try LenientJSON.decode(JSONValue.self, from: Array(document.utf8))
            guard case .string(let id)? = procedure["process"]?["id"],
                case .int(let version)? = procedure["process"]?["version"]
            else { throw StoreError.unreadable("procedures") }
            try database.execute(
                sql: """
                    UPDATE dossiers SET process = ?, process_version = ?
                    WHERE procedure_code = ? AND procedure_version = ?
                    """, arguments: [id, version, row["code"] as String, row["version"] as Int])
        }
    }
}
