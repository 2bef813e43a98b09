import GRDB

/// The few places where SQLite and PostgreSQL differ.
enum StoreDialect {
    /// What every connection starts with.
    static func configure(_ database: Database) throws {
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
    }

    /// Lets the planner know how the data lies.
    static func analyze(_ database: Database) throws {
        try database.execute(sql: "ANALYZE")
    }

    /// Before very much that is made up is written at once: pages that are changed again and again stay in memory until the
    /// commit, and a commit doesn't wait for the disk. What power failure leaves of the file is made anew.
    static func expectMuch(_ database: Database) throws {
        try database.execute(sql: "PRAGMA cache_size = -262144")
        try database.execute(sql: "PRAGMA synchronous = OFF")
        try database.execute(sql: "PRAGMA wal_autocheckpoint = 20000")
        // Rows refer to rows of the same load.
        try database.execute(sql: "PRAGMA foreign_keys = OFF")
    }

    /// Lets the planner know how very much data lies, by a part of it.
    static func analyzeRoughly(_ database: Database) throws {
        try database.execute(sql: "PRAGMA analysis_limit = 2000")
        try database.execute(sql: "ANALYZE")
    }

    static func checkpoint(_ database: Database) throws {
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }

    /// Lets an append-only table be changed again, within a migration of its contents.
    static func changeable(_ table: String, in database: Database) throws {
        for act in ["update", "delete"] { try database.execute(sql: "DROP TRIGGER \(table)_no_\(act)") }
    }

    /// Writes the file anew, so that nothing of what was overwritten stays in it.
    static func compact(_ database: Database) throws {
        try database.execute(sql: "VACUUM")
    }

    /// Makes a table append-only: the database itself refuses to change or to delete a row.
    static func appendOnly(
        _ table: String, refusing acts: [String] = ["UPDATE", "DELETE"], in database: Database
    ) throws {
        for act in acts {
            try database.execute(
                sql: """
                    CREATE TRIGGER \(table)_no_\(act.lowercased()) BEFORE \(act) ON \(table)
                    BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
                    """)
        }
    }
}
