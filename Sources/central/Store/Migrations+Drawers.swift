import GRDB

extension Migrations {
    /// Drawers are told apart by their unit too: who is a cashier of two has one in each. What is waited for is found without
    /// all that ever was paid.
    static func drawers(_ database: Database) throws {
        try database.execute(
            sql: """
                DROP INDEX cash_sessions_open;
                CREATE UNIQUE INDEX cash_sessions_open ON cash_sessions (officer, unit, desk, kind, day)
                    WHERE state <> 'closed';
                CREATE INDEX payments_awaited ON payments (unit, method, created_at)
                    WHERE state IN ('pending', 'unknown');
                """)
    }
}
