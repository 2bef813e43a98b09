import GRDB

extension Migrations {
    /// What finds the results that citizens were told of, in the order in which they were.
    static func results(_ database: Database) throws {
        try database.execute(
            sql: "CREATE INDEX outbox_ready ON outbox (created_at, id) WHERE occasion = 'ready'")
    }
}
