import Forms
import GRDB
import Models

extension Migrations {
    /// What the matrix of bindings is read from without opening a document: the steps of every published process at which
    /// somebody acts, and which process each procedure has; and changes of bindings that can be taken back.
    static func bindingChanges(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE process_steps (
                    process TEXT NOT NULL,
                    version INTEGER NOT NULL,
                    position INTEGER NOT NULL,
                    step TEXT NOT NULL,
                    name TEXT NOT NULL,
                    role TEXT NOT NULL,
                    time_amount INTEGER,
                    time_unit TEXT,
                    PRIMARY KEY (process, version, position)
                );
                ALTER TABLE procedures ADD COLUMN process TEXT;
                ALTER TABLE procedures ADD COLUMN process_version INTEGER;
                CREATE TABLE binding_changes (
                    id TEXT PRIMARY KEY NOT NULL,
                    at INTEGER NOT NULL,
                    made_by TEXT NOT NULL REFERENCES officers (id),
                    summary TEXT NOT NULL,
                    steps INTEGER NOT NULL,
                    undone_by TEXT REFERENCES officers (id),
                    undone_at INTEGER
                );
                CREATE TABLE binding_change_places (
                    change_id TEXT NOT NULL REFERENCES binding_changes (id),
                    unit TEXT NOT NULL,
                    process TEXT NOT NULL,
                    revision INTEGER NOT NULL,
                    PRIMARY KEY (change_id, unit, process)
                );
                CREATE INDEX binding_change_places_unit ON binding_change_places (unit, change_id);
                CREATE TABLE binding_change_rows (
                    change_id TEXT NOT NULL REFERENCES binding_changes (id),
                    binding TEXT NOT NULL,
                    is_new INTEGER NOT NULL,
                    former_to TEXT,
                    PRIMARY KEY (change_id, binding)
                );
                """)
        struct Process: Decodable {
            var steps: [ProcessStep]
        }
        let processes = try Row.fetchCursor(
            database, sql: "SELECT code, version, document FROM catalogue WHERE kind = 'process'")
        while let row = try processes.next() {
            let text: String = row["document"]
            let process = try LenientJSON.decode(Process.self, from: Array(text.utf8))
            try ProcessStepTable.insert(
                database, process.steps, process: row["code"], version: row["version"])
        }
        struct Member: Decodable {}
        struct Holder: Decodable {
            var process: ProcessRef
            var bundle: [Member]?
        }
        for row in try Row.fetchAll(database, sql: "SELECT code, version, document FROM procedures") {
            let text: String = row["document"]
            let holder = try LenientJSON.decode(Holder.self, from: Array(text.utf8))
            // A bundle is taken in as its members: what it names is one of theirs.
            guard holder.bundle == nil else { continue }
            let process = holder.process
            try database.execute(
                sql: "UPDATE procedures SET process = ?, process_version = ? WHERE code = ? AND version = ?",
                arguments: [process.id, process.version, row["code"] as String, row["version"] as Int])
        }
    }
}
