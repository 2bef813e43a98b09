import Crypto
import Foundation
import Forms
import GRDB
import Models
import Testing

@testable import central

@Suite("1,000 ways to change the audit in the file: each place is named")
struct AuditTamperTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    /// One database file: changed by one connection, looked through by another as `verify-audit` does, and put back from
    /// a copy of its rows.
    @Test("Edit, delete, reorder or cut one row in the database file, at 1,000 random places")
    func random() throws {
        let key = SymmetricKey(size: .bits256)
        let count = 300
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).db").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writer = try DatabaseQueue(path: path)
        try Migrations.all.migrate(writer)
        try writer.write { database in
            try AuditTable.begin(database, key: key)
            for number in 1...count {
                try AuditTable.append(
                    database,
                    AuditEntry(
                        at: Instant(seconds: Int64(number)), officer: "o\(number % 7)", person: "p",
                        unit: "H26.1.5", action: "dossier.receive", subject: "d\(number)",
                        detail: ["n": "\(number)"], traceID: "t\(number)"), key: key)
            }
            // What somebody with the file in his hands can do: the triggers are no lock.
            try database.execute(sql: "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete")
        }
        try writer.inDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;
                    CREATE TEMP TABLE untouched AS SELECT * FROM audit
                    """)
        }
        var configuration = Configuration()
        configuration.readonly = true
        let reader = try DatabaseQueue(path: path, configuration: configuration)
        var dice = Dice(state: 20_261_130)
        var kinds: [String: Int] = [:]
        for round in 0..<1000 {
            let kind = ["edit", "delete", "reorder", "cut"][round % 4]
            let tampering = Self.tampering(kind, of: count, &dice)
            try writer.write { database in
                for (sql, arguments) in tampering.steps {
                    try database.execute(sql: sql, arguments: arguments)
                }
            }
            kinds[kind, default: 0] += 1
            let verdict = try reader.read { try AuditTable.verify($0, key: key) }
            if case .broken(let seq, _) = verdict {
                #expect(seq == tampering.place, "\(kind) of \(tampering.place)")
            } else {
                Issue.record("\(kind) of \(tampering.place) was not found")
            }
            try writer.write { database in
                try database.execute(
                    sql: "DELETE FROM audit WHERE seq >= ?", arguments: [tampering.place])
                try database.execute(
                    sql: "INSERT INTO audit SELECT * FROM untouched WHERE seq >= ?",
                    arguments: [tampering.place])
            }
        }
        #expect(kinds == ["edit": 250, "delete": 250, "reorder": 250, "cut": 250])
        guard case .whole(count, _) = try reader.read({ try AuditTable.verify($0, key: key) }) else {
            Issue.record("the chain that was put back was found broken")
            return
        }
    }

    private static let columns = [
        "at", "officer", "person", "unit", "action", "subject", "outcome", "detail", "trace_id", "hash",
        "previous_hash",
    ]

    /// A change of one kind at a random place, and the first place at which it shows.
    private static func tampering(_ kind: String, of count: Int, _ dice: inout Dice)
        -> (place: Int, steps: [(sql: String, arguments: StatementArguments)])
    {
        let place = Int.random(in: 1...count, using: &dice)
        switch kind {
        case "edit":
            let column = columns[Int.random(in: 0..<columns.count, using: &dice)]
            let value =
                switch column {
                case "at": "at + 1"
                case "hash", "previous_hash": "randomblob(32)"
                default: "\(column) || 'x'"
                }
            return (place, [("UPDATE audit SET \(column) = \(value) WHERE seq = ?", [place])])
        case "delete": return (place, [("DELETE FROM audit WHERE seq = ?", [place])])
        case "reorder":
            // Any other place, never the same.
            let other = (place - 1 + Int.random(in: 1..<count, using: &dice)) % count + 1
            let moves = [(place, -1), (other, place), (-1, other)]
            return (
                min(place, other),
                moves.map { ("UPDATE audit SET seq = ? WHERE seq = ?", [$0.1, $0.0]) }
            )
        default: return (place, [("DELETE FROM audit WHERE seq >= ?", [place])])
        }
    }

    @Test("A database that was put back to yesterday, head and all, is found by the file of checkpoints")
    func checkpoints() async throws {
        let clock = TestClock()
        let test = try TestCentral(clock: clock)
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let keeping = AuditCheckpointing(central: test.central, path: path)
        let key = test.central.auditKey
        let store = test.central.store
        @Sendable func verdict() async throws -> AuditVerdict {
            let heads = try AuditCheckpointing.heads(in: path, key: key)
            return try await store.read { try AuditTable.verify($0, key: key, checkpoints: heads) }
        }
        #expect(try await keeping.pass())
        // Nothing new: no line more.
        #expect(try await !keeping.pass())
        let (before, hash, seal) = try store.readNow { database -> (Int, Data, Data) in
            let row = try #require(try Row.fetchOne(database, sql: "SELECT * FROM audit_head"))
            return (row["count"], row["hash"], row["seal"])
        }
        try await test.run { desk in
            _ = try await desk.login()
            _ = try await desk.login("quantri")
            clock.advance(seconds: 3600)
            #expect(try await keeping.pass())
            guard case .whole = try await verdict() else {
                Issue.record("a good chain was found broken")
                return
            }
            try store.load { database in
                try database.execute(sql: "DROP TRIGGER audit_no_delete")
                try database.execute(sql: "DELETE FROM audit WHERE seq > ?", arguments: [before])
                try database.execute(
                    sql: "UPDATE audit_head SET count = ?, hash = ?, seal = ?",
                    arguments: [before, hash, seal])
            }
            // The chain alone looks whole, as it was; the file knows better.
            #expect(try await verdict() == .broken(seq: before + 1, .truncated))
        }
        // A line that somebody else wrote is named.
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try (text + text.replacing("2026", with: "2025")).write(
            toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: Refusal.self) { try AuditCheckpointing.heads(in: path, key: key) }
    }
}
