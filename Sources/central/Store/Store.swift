import CSQLiteSettings
import Foundation
import GRDB

/// The database of the central system: SQLite in WAL mode, every commit on disk before it is answered.
///
/// SQL stands in this folder only. Reads run side by side on a pool of connections, each on a consistent
/// snapshot; writes go through the one `GroupWriter`. The SQL keeps to what SQLite and PostgreSQL share, but
/// for `StoreDialect`.
final class Store: Sendable {
    let path: String
    /// SQLite's own settings, made once.
    private static let isConfigured: Void = csqlite_count_no_memory()
    private let pool: DatabasePool
    private let writer: GroupWriter

    /// Opens the database, makes it where there is none, and brings an older one up to date.
    init(path: String) throws {
        self.path = path
        Self.isConfigured
        var configuration = Configuration()
        configuration.maximumReaderCount = 8
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            try StoreDialect.configure(database)
        }
        pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB sets NORMAL on the writer of a pool after the configuration has run.
        try pool.writeWithoutTransaction { try StoreDialect.configure($0) }
        writer = GroupWriter(pool: pool)
        let migrator = Migrations.all
        if try pool.read({ try migrator.hasBeenSuperseded($0) }) { throw StoreError.newerSchema }
        try migrator.migrate(pool)
        // A load that was ended halfway has left its indexes to be built.
        if try pool.read({ try StoreDialect.hasPutOff($0) }) { try buildIndexes() }
    }

    /// Reads a consistent snapshot.
    func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await pool.read(body)
    }

    /// Reads without leaving the thread, for the program's start.
    func readNow<T>(_ body: (Database) throws -> T) throws -> T {
        try pool.read(body)
    }

    /// Changes the database; returns after the commit is on disk.
    func write<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await writer.write(body)
    }

    /// Calls back, on the writer's thread, after every commit that added to the feed of changes, for as long as the
    /// store lives.
    func onChanges(_ note: @escaping @Sendable () -> Void) {
        pool.add(transactionObserver: ChangeObserver(note), extent: .databaseLifetime)
    }

    /// Loads much at once, before anybody is served.
    func load(_ body: (Database) throws -> Void) throws {
        try pool.write(body)
    }

    /// The same away from the caller, who goes on making what is loaded next.
    func loadAside(_ body: @escaping @Sendable (Database) throws -> Void) async throws {
        try await pool.write(body)
    }

    /// See `StoreDialect.expectMuch`.
    func expectMuch() throws {
        try pool.writeWithoutTransaction { try StoreDialect.expectMuch($0) }
    }

    /// See `StoreDialect.putOffIndexes`.
    func putOffIndexes(before count: Int) throws {
        try pool.write {
            try StoreDialect.putOffIndexes($0, before: count)
            try SearchDialect.expectMuch($0)
        }
    }

    /// Builds what a load has put off.
    func buildIndexes() throws {
        try pool.writeWithoutTransaction { database in
            try StoreDialect.sortingOnDisk(database) {
                try database.inTransaction {
                    try StoreDialect.buildIndexes(database)
                    try SearchDialect.settle(database)
                    return .commit
                }
            }
        }
    }

    /// Writes the file anew, before anybody is served.
    func compact() throws {
        try pool.writeWithoutTransaction {
            try StoreDialect.compact($0)
            try StoreDialect.checkpoint($0)
        }
    }

    /// Folds the journal into the file and closes it.
    func close() throws {
        // Where that can't be, the next start reads the journal.
        try? pool.writeWithoutTransaction { try StoreDialect.checkpoint($0) }
        try pool.close()
    }
}
