import Forms
import GRDB

/// Numbers that run without gaps: of dossier codes by unit and day, of registers by unit and book.
///
/// They are taken inside the transaction of the intake, so a number that was taken and not used doesn't exist.
enum CounterTable {
    static func nextCode(_ database: Database, unit: String, day: LocalDate) throws -> Int {
        try next(database, table: "code_counters", column: "day", unit: unit, key: day.iso)
    }

    static func nextRegister(_ database: Database, unit: String, book: String) throws -> Int {
        try next(database, table: "register_counters", column: "book", unit: unit, key: book)
    }

    /// The number that was given last; 0 where none was.
    static func lastCode(_ database: Database, unit: String, day: LocalDate) throws -> Int {
        try last(database, table: "code_counters", column: "day", unit: unit, key: day.iso)
    }

    static func lastRegister(_ database: Database, unit: String, book: String) throws -> Int {
        try last(database, table: "register_counters", column: "book", unit: unit, key: book)
    }

    private static func last(
        _ database: Database, table: String, column: String, unit: String, key: String
    ) throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT last FROM \(table) WHERE unit = ? AND \(column) = ?",
            arguments: [unit, key]) ?? 0
    }

    /// Sets a counter for dossiers that came with their numbers.
    static func raiseCode(_ database: Database, unit: String, day: LocalDate, to number: Int) throws {
        try raise(database, table: "code_counters", column: "day", unit: unit, key: day.iso, to: number)
    }

    static func raiseRegister(_ database: Database, unit: String, book: String, to number: Int) throws {
        try raise(database, table: "register_counters", column: "book", unit: unit, key: book, to: number)
    }

    private static func next(_ database: Database, table: String, column: String, unit: String, key: String)
        throws -> Int
    {
        let number = try Int.fetchOne(
            database,
            sql: """
                INSERT INTO \(table) (unit, \(column), last) VALUES (?, ?, 1)
                ON CONFLICT (unit, \(column)) DO UPDATE SET last = last + 1 RETURNING last
                """, arguments: [unit, key])
        guard let number else { throw StoreError.unreadable(table) }
        return number
    }

    private static func raise(
        _ database: Database, table: String, column: String, unit: String, key: String, to number: Int
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO \(table) (unit, \(column), last) VALUES (?, ?, ?)
                ON CONFLICT (unit, \(column)) DO UPDATE SET last = excluded.last WHERE last < excluded.last
                """, arguments: [unit, key, number])
    }
}
