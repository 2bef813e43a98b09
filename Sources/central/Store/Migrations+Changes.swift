import GRDB

extension Migrations {
    /// The feed of changes: what happened to which dossier, in the order of the commits.
    ///
    /// `change_head` numbers them inside the transaction of the effect, so that no number is ever seen before a
    /// smaller one, on several centrals either, and knows up to which number old ones were taken away.
    static func changes(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE changes (
                    seq INTEGER PRIMARY KEY NOT NULL,
                    at INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    holder_unit TEXT NOT NULL,
                    former_unit TEXT,
                    action TEXT NOT NULL,
                    revision INTEGER NOT NULL
                );
                CREATE TABLE change_head (
                    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
                    last INTEGER NOT NULL,
                    pruned INTEGER NOT NULL
                );
                INSERT INTO change_head (id, last, pruned) VALUES (1, 0, 0);
                """)
        try StoreDialect.appendOnly("changes", refusing: ["UPDATE"], in: database)
    }
}
