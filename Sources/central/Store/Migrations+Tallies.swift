import GRDB

extension Migrations {
    /// How many open dossiers there are of each kind that a queue tells apart, so that the counts of queues cost the same
    /// with a hundred thousand dossiers as with ten; and the range that the steps of one officer are.
    ///
    /// The database keeps the numbers itself, in the transaction of the change: whatever writes a dossier, they are right.
    static func tallies(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE dossier_tallies (
                    unit TEXT NOT NULL,
                    holder_unit TEXT NOT NULL,
                    process TEXT,
                    step TEXT NOT NULL,
                    status INTEGER NOT NULL,
                    channel INTEGER NOT NULL,
                    received_by TEXT,
                    assignee TEXT,
                    delivery_method TEXT NOT NULL,
                    n INTEGER NOT NULL
                );
                CREATE UNIQUE INDEX dossier_tallies_kind ON dossier_tallies (\(DossierTally.key("")));
                CREATE INDEX dossier_tallies_holder ON dossier_tallies (holder_unit);
                \(DossierTally.filling);
                CREATE INDEX dossiers_open_step ON dossiers (unit, process, step, assignee,
                    \(DossierOrder.Sort.due.column("")), id, status, holder_unit, delivery_method,
                    due_at, ended_at)
                    WHERE ended_at IS NULL;
                """)
        try DossierTally.keep(database)
    }
}
