import GRDB

extension Migrations {
    /// What a hundred thousand open dossiers of one unit showed of the indexes of queues.
    ///
    /// The order by due date holds all that a queue asks of a dossier, so that one that isn't in the queue is passed over
    /// without being read; the counts are read from it too, for which it has
    /// `ended_at`, though that is NULL in all of it: SQLite looks a column up that a condition names and the index lacks. What other units hold is indexed apart: a unit holds nearly
    /// all of its own, which were passed over one by one to find the few of others. The index of ended dossiers holds
    /// those alone: the planner took it for the open ones, and sorted them.
    static func queueIndexes(_ database: Database) throws {
        let due = DossierOrder.Sort.due.column("") + ", id"
        func asked(_ other: String) -> String {
            """
            status, channel, due_at, received_by, assignee, process, step, procedure_code, \(other),
                delivery_method, ended_at
            """
        }
        try database.execute(
            sql: """
                DROP INDEX dossiers_unit_ended;
                CREATE INDEX dossiers_unit_ended ON dossiers (unit, ended_at) WHERE ended_at IS NOT NULL;
                DROP INDEX dossiers_open_unit_counts;
                DROP INDEX dossiers_open_unit_due;
                CREATE INDEX dossiers_open_unit_due ON dossiers (unit, \(due), \(asked("holder_unit")))
                    WHERE ended_at IS NULL;
                CREATE INDEX dossiers_open_unit_code ON dossiers (unit, code, id) WHERE ended_at IS NULL;
                DROP INDEX dossiers_open_holder_counts;
                """)
        for name in ["due", "submitted", "name", "status"] {
            try database.execute(sql: "DROP INDEX dossiers_open_holder_\(name)")
        }
        for (name, columns) in [
            ("due", due + ", " + asked("unit")), ("submitted", "submitted_at, id"),
            ("name", "applicant_sort, id"), ("status", "status, submitted_at, id"), ("code", "code, id"),
        ] {
            try database.execute(
                sql: """
                    CREATE INDEX dossiers_open_holder_\(name) ON dossiers (holder_unit, \(columns))
                        WHERE ended_at IS NULL AND unit <> holder_unit
                    """)
        }
    }
}
