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

    @Test("Edit, delete, reorder or cut at random places")
    func random() throws {
        let key = SymmetricKey(size: .bits256)
        let count = 120
        let queue = try DatabaseQueue()
        try Migrations.all.migrate(queue)
        try queue.write { database in
            try AuditTable.begin(database, key: key)
            for number in 1...count {
                try AuditTable.append(
                    database,
                    AuditEntry(
                        at: Instant(seconds: Int64(number)), officer: "o\(number % 7)", person: "p",
                        unit: "H26.1.5", action: "dossier.receive", subject: "d\(number)",
                        detail: ["n": "\(number)"], traceID: "t\(number)"), key: key)
            }
            try database.execute(sql: "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete")
        }
        var dice = Dice(state: 20_261_130)
        let columns = [
            "at", "officer", "person", "unit", "action", "subject", "outcome", "detail", "trace_id",
        ]
        var kinds: [String: Int] = [:]
        for round in 0..<1000 {
            let place = Int.random(in: 1...count, using: &dice)
            let kind = ["edit", "delete", "reorder", "cut"][round % 4]
            let column = columns[Int.random(in: 0..<columns.count, using: &dice)]
            let other = Int.random(in: 1...count, using: &dice)
            try queue.inDatabase { database in
                try database.execute(sql: "SAVEPOINT tamper")
                defer { try? database.execute(sql: "ROLLBACK TO tamper; RELEASE tamper") }
                let expected: Int
                switch kind {
                case "edit":
                    let value = column == "at" ? "at + 1" : "\(column) || 'x'"
                    try database.execute(
                        sql: "UPDATE audit SET \(column) = \(value) WHERE seq = ?", arguments: [place])
                    expected = place
                case "delete":
                    try database.execute(sql: "DELETE FROM audit WHERE seq = ?", arguments: [place])
                    expected = place
                case "reorder":
                    guard other != place else { return }
                    for (from, to) in [(place, -1), (other, place), (-1, other)] {
                        try database.execute(
                            sql: "UPDATE audit SET seq = ? WHERE seq = ?", arguments: [to, from])
                    }
                    expected = min(place, other)
                default:
                    try database.execute(sql: "DELETE FROM audit WHERE seq >= ?", arguments: [place])
                    expected = place
                }
                kinds[kind, default: 0] += 1
                guard case .broken(let seq, _) = try AuditTable.verify(database, key: key) else {
                    Issue.record("\(kind) of \(place) (\(column)) was not found")
                    return
                }
                #expect(seq == expected, "\(kind) of \(place), \(other)")
            }
        }
        #expect(kinds.count == 4 && kinds.values.allSatisfy { $0 > 200 })
        guard case .whole(count, _) = try queue.read({ try AuditTable.verify($0, key: key) }) else {
            Issue.record("the untouched chain was found broken")
            return
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
