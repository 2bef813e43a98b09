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

    /// Has the database count the rows of a table by kind, whatever writes them.
    ///
    /// - Parameters:
    ///   - condition: Which rows are counted.
    ///   - tallies: A table of the kind's columns and `n`.
    ///   - key: The kind as its unique index has it, for a prefix of columns.
    static func tally(
        _ table: String, where condition: String, into tallies: String, by kind: [String],
        key: (String) -> String, in database: Database
    ) throws {
        for (_, sql) in tallyTriggers(table, where: condition, into: tallies, by: kind, key: key) {
            try database.execute(sql: "CREATE TRIGGER " + sql)
        }
    }

    /// The triggers of a tally, each by the act that sets it off.
    static func tallyTriggers(
        _ table: String, where condition: String, into tallies: String, by kind: [String],
        key: (String) -> String
    ) -> [(act: String, sql: String)] {
        let columns = kind.joined(separator: ", ")
        func prefixed(_ prefix: String) -> String { kind.map { prefix + $0 }.joined(separator: ", ") }
        func isCounted(_ prefix: String) -> String { "\(prefix)\(condition)" }
        let add = """
            INSERT INTO \(tallies) (\(columns), n) SELECT \(prefixed("NEW.")), 1 WHERE \(isCounted("NEW."))
                ON CONFLICT (\(key(""))) DO UPDATE SET n = n + 1;
            """
        let take = """
            UPDATE \(tallies) SET n = n - 1 WHERE \(isCounted("OLD.")) AND (\(key(""))) = (\(key("OLD.")));
            DELETE FROM \(tallies) WHERE n = 0 AND (\(key(""))) = (\(key("OLD.")));
            """
        let watched = kind + [condition.prefix { $0 != " " }.description]
        return [
            ("INSERT", add), ("UPDATE OF \(watched.joined(separator: ", "))", take + add), ("DELETE", take),
        ].map { act, body in
            let name = act.prefix { $0 != " " }
            return (
                String(name),
                "\(tallies)_\(name.lowercased()) AFTER \(act) ON \(table) BEGIN \(body) END"
            )
        }
    }
}
