import GRDB

extension Migrations {
    /// Whether who is at a unit's reception collects too, and what finds the word of a bank or the platform by its payment.
    static func reconciling(_ database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE collection_settings ADD COLUMN reception_collects INTEGER NOT NULL DEFAULT 0;
                CREATE INDEX money_messages_payment ON money_messages (payment) WHERE payment IS NOT NULL;
                CREATE INDEX unmatched_payments_payment ON unmatched_payments (payment) WHERE payment IS NOT NULL;
                """)
    }
}
