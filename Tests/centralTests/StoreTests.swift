import Foundation
import GRDB
import Models
import Testing

@testable import central

@Suite("The store")
struct StoreTests {
    @Test("A database of every earlier version opens, and its rows are still there")
    func migrates() throws {
        let names = Migrations.all.migrations
        for (index, name) in names.enumerated() {
            let path = Self.newPath()
            let queue = try DatabaseQueue(path: path)
            try Migrations.all.migrate(queue, upTo: name)
            try queue.write {
                try $0.execute(sql: "INSERT INTO settings (name, value) VALUES ('epoch', 'old')")
            }
            try queue.close()
            let store = try Store(path: path)
            #expect(try store.readNow { try SettingTable.value($0, SettingTable.epoch) } == "old")
            #expect(
                try store.readNow { try Migrations.all.completedMigrations($0) } == names, "from \(index)")
            try store.close()
        }
    }

    @Test("The names of migrations that were released never change")
    func migrationNames() {
        #expect(
            Migrations.all.migrations.starts(
                with: ["v1 catalogue", "v1 officers", "v1 dossiers", "v1 records"]))
    }

    @Test("A database of a later version is refused")
    func refusesNewer() throws {
        let path = Self.newPath()
        let queue = try DatabaseQueue(path: path)
        var migrator = Migrations.all
        migrator.registerMigration("v99 from the future") { _ in }
        try migrator.migrate(queue)
        try queue.close()
        #expect(throws: StoreError.newerSchema) { try Store(path: path) }
    }

    @Test("Training data is never loaded into a database that is in use")
    func refusesRealDatabase() throws {
        let store = try Store(path: Self.newPath())
        try store.load { try SettingTable.set($0, SettingTable.epoch, "real") }
        let refusal = #expect(throws: Refusal.self) {
            try TrainingLoader.load(
                into: store, from: URL(filePath: TrainingData.directory), clock: TestClock().wallClock,
                seal: .test)
        }
        #expect(refusal?.reason == .data)
        #expect(try store.readNow { try OfficerTable.account($0, named: "tiepnhan") } == nil)
    }

    @Test("A full disk undoes what didn't fit, tells everybody who waited, and the store goes on")
    func fullDisk() async throws {
        let store = try Store(path: Self.newPath())
        let pages = try await store.write { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        try await store.write { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 4)") }
        let big = String(repeating: "x", count: 100_000)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    await #expect(throws: (any Error).self) {
                        try await store.write { try SettingTable.set($0, "n\(number)", big) }
                    }
                }
            }
        }
        try await store.write { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        try await store.write { try SettingTable.set($0, "after", "x") }
        #expect(try store.readNow { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM settings") } == 1)
    }

    @Test("Commits wait for the disk, and the journal is a write-ahead log")
    func durability() async throws {
        let store = try Store(path: Self.newPath())
        #expect(try await store.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
        #expect(try store.readNow { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        #expect(try store.readNow { try Int.fetchOne($0, sql: "PRAGMA foreign_keys") } == 1)
    }

    @Test("Writes that wait share a commit; one that fails is undone alone")
    func groups() async throws {
        struct Broken: Error {}
        let store = try Store(path: Self.newPath())
        let failures = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        try await store.write { database in
                            try SettingTable.set(database, "n\(number)", "x")
                            if number % 3 == 0 { throw Broken() }
                        }
                        return false
                    } catch {
                        return true
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(failures == 67)
        #expect(try store.readNow { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM settings") } == 133)
    }

    @Test("Counters run without gaps, also over a failed transaction")
    func counters() async throws {
        struct Broken: Error {}
        let store = try Store(path: Self.newPath())
        let day = TestClock().now.date
        let next: @Sendable (Database) throws -> Int = {
            try CounterTable.nextCode($0, unit: "H26.1.5", day: day)
        }
        #expect(try await store.write(next) == 1)
        await #expect(throws: Broken.self) {
            try await store.write { database -> Int in
                _ = try next(database)
                throw Broken()
            }
        }
        #expect(try await store.write(next) == 2)
        try await store.write { try CounterTable.raiseCode($0, unit: "H26.1.5", day: day, to: 40) }
        try await store.write { try CounterTable.raiseCode($0, unit: "H26.1.5", day: day, to: 7) }
        #expect(try await store.write(next) == 41)
        #expect(try await store.write { try CounterTable.nextCode($0, unit: "H26.1.4", day: day) } == 1)
    }

    static func newPath() -> String {
        FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString).sqlite").path
    }
}
