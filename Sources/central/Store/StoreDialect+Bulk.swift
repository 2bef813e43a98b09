import GRDB

/// How SQLite takes in very much at once.
extension StoreDialect {
    /// The name of the setting that holds the definitions of the indexes that are put off, a line each.
    private static let putOffKey = "put_off_indexes"

    /// The indexes whose entries come in no order: each row of a load would change a page of each, and a commit write all of
    /// them, many times over. Built at the end they are sorted once.
    private static let scattered = [
        "dossiers_identity", "dossiers_tax", "dossiers_phone", "dossiers_submitter",
        "dossiers_submitter_phone",
        "dossiers_lookup",
    ]

    /// Puts off what would be built entry by entry. `buildIndexes` builds it; a database whose load was ended before that
    /// knows what is missing, and is mended when it is opened.
    ///
    /// - Parameter count: So many come. A table that has many more already is not sorted anew for them.
    static func putOffIndexes(_ database: Database, before count: Int) throws {
        let there = try Int.fetchOne(database, sql: "SELECT MAX(rowid) FROM dossiers") ?? 0
        guard there <= 4 * count else { return }
        let marks = scattered.map { _ in "?" }.joined(separator: ", ")
        let found = try Row.fetchAll(
            database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND name IN (\(marks))",
            arguments: StatementArguments(scattered))
        let definitions: [String] = found.map { $0["sql"] }
        guard !definitions.isEmpty else { return }
        try SettingTable.set(database, putOffKey, definitions.joined(separator: "\n"))
        for index in found { try database.execute(sql: "DROP INDEX \(index["name"] as String)") }
        try DossierTally.putOff(database)
    }

    /// What is sorted for an index may be more than memory holds. A part is as large as the cache: small ones are sorted by a
    /// thread beside while the next is read (1.4 seconds instead of 2.2 for three indexes of 600,000), and the table,
    /// read once for each index, is not copied out of the system's cache. Afterwards the connection is as it was.
    static func sortingOnDisk(_ database: Database, _ body: () throws -> Void) throws {
        let cache = try Int.fetchOne(database, sql: "PRAGMA cache_size") ?? 0
        try database.execute(
            sql: """
                PRAGMA temp_store = FILE; PRAGMA threads = 2; PRAGMA cache_size = -8192;
                PRAGMA mmap_size = \(32 << 30);
                """)
        try body()
        try database.execute(
            sql: "PRAGMA mmap_size = 0; PRAGMA cache_size = \(cache); PRAGMA threads = 0")
        try configure(database)
    }

    /// Whether a load has left something to be built.
    static func hasPutOff(_ database: Database) throws -> Bool {
        try SettingTable.value(database, putOffKey) != nil
    }

    static func buildIndexes(_ database: Database) throws {
        guard let definitions = try SettingTable.value(database, putOffKey) else { return }
        for definition in definitions.split(separator: "\n") { try database.execute(sql: String(definition)) }
        try DossierTally.restore(database)
        try SettingTable.remove(database, putOffKey)
    }
}
