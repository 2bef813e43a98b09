import GRDB

extension Migrations {
    /// Queues with a hundred thousand open dossiers: every order that a list is shown in is one that an index has, and
    /// the counts are read from an index alone.
    static func queues(_ database: Database) throws {
        try database.execute(sql: "ALTER TABLE dossiers ADD COLUMN applicant_sort TEXT NOT NULL DEFAULT ''")
        let rows = try Row.fetchCursor(
            database, sql: "SELECT id, applicant_name, applicant_identity, applicant_tax FROM dossiers")
        var keys: [(id: String, key: String)] = []
        while let row = try rows.next() {
            let isPerson = NameOrder.isPerson(identity: row["applicant_identity"], tax: row["applicant_tax"])
            keys.append((row["id"], NameOrder.key(row["applicant_name"], isPerson: isPerson)))
        }
        let update = try database.makeStatement(sql: "UPDATE dossiers SET applicant_sort = ? WHERE id = ?")
        for (id, key) in keys { try update.execute(arguments: [key, id]) }
        for column in ["unit", "holder_unit"] {
            let name = column == "unit" ? "unit" : "holder"
            let orders = [
                ("due", DossierOrder.Sort.due.column("")), ("submitted", "submitted_at"),
                ("name", "applicant_sort"),
            ]
            for (order, key) in orders {
                try database.execute(
                    sql: """
                        CREATE INDEX dossiers_open_\(name)_\(order) ON dossiers (\(column), \(key), id)
                            WHERE ended_at IS NULL
                        """)
            }
            try database.execute(
                sql: """
                    CREATE INDEX dossiers_open_\(name)_status ON dossiers (\(column), status, submitted_at, id)
                        WHERE ended_at IS NULL
                    """)
            // What counting looks at, and nothing else.
            let other = column == "unit" ? "holder_unit" : "unit"
            try database.execute(
                sql: """
                    CREATE INDEX dossiers_open_\(name)_counts ON dossiers (\(column), status, due_at, channel,
                        \(other), received_by, assignee, delivery_method) WHERE ended_at IS NULL
                    """)
        }
        // For those who see everything, or a whole province.
        try database.execute(
            sql: """
                CREATE INDEX dossiers_open_due ON dossiers (\(DossierOrder.Sort.due.column("")), id)
                    WHERE ended_at IS NULL;
                CREATE INDEX dossiers_received_by ON dossiers (received_by, submitted_at, id) WHERE ended_at IS NULL;
                CREATE INDEX dossiers_assignee ON dossiers (assignee, submitted_at, id) WHERE ended_at IS NULL;
                """)
    }
}
