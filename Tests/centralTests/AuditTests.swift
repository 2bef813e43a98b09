import Crypto
import Forms
import Foundation
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("The audit can't be changed unseen")
struct AuditTests {
    private let key = SymmetricKey(size: .bits256)

    @Test(
        "Every act that is bound to a key has an entry that verification counts, and leaves the audit whole",
        arguments: RouteTable.all.routes.filter(\.isKeyed).map(\.id))
    func keyedActs(route: String) async throws {
        let operation = try #require(DescriptionTests.operations.first { $0.id == route })
        let test = try TestCentral(clock: TestClock("2026-11-23T09:41:00+07:00"), withDossiers: true)
        try await test.run { desk in
            let officer = try await desk.login(operation.account)
            func counts() async throws -> (acts: Int, entries: Int) {
                try await test.central.store.read { database in
                    (try AuditTable.acts(database), try AuditTable.actEntries(database))
                }
            }
            let before = try await counts()
            let reply = try await DescriptionTests.send(operation, officer)
            #expect((200...299).contains(reply.status), "\(reply.text)")
            let after = try await counts()
            #expect(after.acts == before.acts + 1)
            #expect(
                after.entries > before.entries, "AuditTable.actEntries does not know the entry of \(route)")
            let verdict = try await desk.login().send(.post, "/v1/audit:verify")
            #expect(verdict.json["whole"] == true, "\(verdict.text)")
        }
    }

    @Test("An untouched chain is whole")
    func whole() throws {
        let queue = try chain(of: 5)
        guard case .whole(5, _) = try verdict(queue) else {
            Issue.record("a good chain was found broken")
            return
        }
        guard case .whole(0, _) = try verdict(try chain(of: 0)) else {
            Issue.record("an empty chain was found broken")
            return
        }
    }

    @Test(
        "Edits, deletions, insertions, reorderings and truncation are all found",
        arguments: [
            (
                "UPDATE audit SET action = 'dossier.refuse' WHERE seq = 3",
                AuditVerdict.broken(seq: 3, .changed)
            ),
            ("UPDATE audit SET at = at + 1 WHERE seq = 1", .broken(seq: 1, .changed)),
            ("UPDATE audit SET officer = NULL WHERE seq = 2", .broken(seq: 2, .changed)),
            ("UPDATE audit SET detail = '{ }' WHERE seq = 2", .broken(seq: 2, .changed)),
            ("UPDATE audit SET hash = x'00' WHERE seq = 4", .broken(seq: 4, .changed)),
            ("UPDATE audit SET previous_hash = x'00' WHERE seq = 4", .broken(seq: 4, .unlinked)),
            ("DELETE FROM audit WHERE seq = 3", .broken(seq: 3, .gap)),
            (
                "DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3",
                .broken(seq: 3, .unlinked)
            ),
            ("DELETE FROM audit WHERE seq = 1", .broken(seq: 1, .gap)),
            ("DELETE FROM audit WHERE seq = 5", .broken(seq: 5, .truncated)),
            ("DELETE FROM audit", .broken(seq: 1, .truncated)),
            (
                "DELETE FROM audit WHERE seq > 2; UPDATE audit_head SET count = 2, hash = "
                    + "(SELECT hash FROM audit WHERE seq = 2)", .broken(seq: 3, .forgedHead)
            ),
            ("DELETE FROM audit_head", .broken(seq: 6, .truncated)),
            ("DELETE FROM audit; DELETE FROM audit_head", .broken(seq: 1, .truncated)),
            ("UPDATE audit SET hash = 1 WHERE seq = 2", .broken(seq: 2, .changed)),
            ("UPDATE audit SET previous_hash = 'x' WHERE seq = 2", .broken(seq: 2, .unlinked)),
            ("UPDATE audit SET trace_id = x'ff' WHERE seq = 2", .broken(seq: 2, .changed)),
            ("UPDATE audit_head SET count = 'many'", .broken(seq: 6, .forgedHead)),
            (
                "UPDATE audit SET seq = 9 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; "
                    + "UPDATE audit SET seq = 3 WHERE seq = 9", .broken(seq: 2, .unlinked)
            ),
            (
                "INSERT INTO audit SELECT 6, at, officer, person, unit, action, subject, outcome, detail, trace_id, "
                    + "hash, hash FROM audit WHERE seq = 5", .broken(seq: 6, .changed)
            ),
        ])
    func tampering(sql: String, expected: AuditVerdict) throws {
        let queue = try chain(of: 5)
        try queue.write { database in
            // What somebody with the file in his hands can do: the triggers are no lock.
            try database.execute(sql: "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete")
            try database.execute(sql: sql)
        }
        #expect(try verdict(queue) == expected)
    }

    @Test("A chain rewritten from an entry on doesn't match its sealed head")
    func rewritten() throws {
        let queue = try chain(of: 3)
        try queue.write { database in
            try database.execute(sql: "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete")
            try database.execute(sql: "DELETE FROM audit WHERE seq = 3; DELETE FROM audit_head")
            try database.execute(
                sql: "INSERT INTO audit_head SELECT 1, seq, hash, x'00' FROM audit WHERE seq = 2")
            try AuditTable.append(database, Self.entry(3), key: SymmetricKey(size: .bits256))
        }
        #expect(try verdict(queue) == .broken(seq: 4, .forgedHead))
    }

    @Test(
        "A chain put back to an earlier state, head and all, is found by a head that was noted, and by its acts"
    )
    func rolledBack() throws {
        let queue = try chain(of: 3)
        let (earlier, noted) = try queue.read { database in
            (try Row.fetchOne(database, sql: "SELECT * FROM audit_head"), try AuditTable.head(database))
        }
        let seal: Data = try #require(earlier)["seal"]
        let hash: Data = try #require(earlier)["hash"]
        let later = try queue.write { database in
            try AuditTable.append(database, Self.entry(3), key: key)
            return try AuditTable.head(database)
        }
        try queue.write { database in
            try database.execute(sql: "DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE seq = 4")
            try database.execute(
                sql: "UPDATE audit_head SET count = 3, hash = ?, seal = ?", arguments: [hash, seal])
        }
        #expect(AuditHead(later.description) == later)
        #expect(try verdict(queue) == .whole(count: 3, headHash: noted.hash))
        #expect(try queue.read { try AuditTable.verify($0, key: key, known: noted) } == verdict(queue))
        #expect(
            try queue.read { try AuditTable.verify($0, key: key, known: later) }
                == .broken(seq: 4, .truncated))
        try queue.write { database in
            for act in 0..<4 {
                try IdempotencyTable.insert(
                    database, person: "p", key: "\(act)",
                    act: .init(
                        route: "createDossier", requestHash: Data(), status: 201, headers: [:], body: []),
                    at: Instant(seconds: 0), seal: .test)
            }
        }
        #expect(try verdict(queue) == .broken(seq: 4, .truncated))
    }

    @Test("The database itself refuses to change what is append-only", arguments: ["audit", "idempotency"])
    func triggers(table: String) throws {
        let queue = try chain(of: 2)
        try queue.write { database in
            try IdempotencyTable.insert(
                database, person: "p", key: "k",
                act: .init(route: "r", requestHash: Data(), status: 201, headers: [:], body: []),
                at: Instant(seconds: 0), seal: .test)
        }
        for act in ["DELETE FROM \(table)", "UPDATE \(table) SET at = 0"] {
            let error = #expect(throws: DatabaseError.self) {
                try queue.write { try $0.execute(sql: act) }
            }
            #expect(error?.message == "\(table) is append-only")
        }
    }

    @Test(
        "Acts, reveals, prints and logins are entries; the desk reads its own, the administrator his units'")
    func entries() async throws {
        try await TestCentral().run { desk in
            let reception = try await desk.login()
            let made = try await reception.post("/v1/dossiers", SampleIntake.body, key: UUIDv7.make())
            let id = try #require(made["id"])
            _ = try await reception.post("/v1/dossiers/\(id)/prints", ["form": "01"], key: UUIDv7.make())
            let hotline = try await desk.login("tongdai")
            _ = try await hotline.post("/v1/dossiers/\(id):verify", ["phone_digits": "5678"])
            _ = try await hotline.post("/v1/dossiers/\(id):reveal", ["purpose": "Công dân gọi hỏi"])
            let own = try await reception.get("/v1/audit")
            #expect(
                own.items.compactMap { $0["action"]?.text } == [
                    "dossier.print", "dossier.receive", "session.open",
                ])
            #expect(!own.text.contains("Ánh"))
            let admin = try await desk.login("quantri").get("/v1/audit?limit=4")
            #expect(
                admin.items.compactMap { $0["action"]?.text }
                    == ["session.open", "dossier.reveal", "dossier.verify_caller", "session.open"])
            #expect(admin.items[1]["detail"] == ["purpose": "Công dân gọi hỏi"])
            let cursor = try #require(admin["next_cursor"])
            let rest = try await desk.login("quantri").get("/v1/audit?cursor=\(cursor)")
            #expect(rest.items.first?["action"] == "dossier.print")
            let foreign = try await desk.login("quantri.hcm").get("/v1/audit")
            #expect(foreign.items.count == 1)
            let verdict = try await reception.send(.post, "/v1/audit:verify")
            #expect(verdict.json["whole"] == true)
        }
    }

    private func chain(of count: Int) throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try Migrations.all.migrate(queue)
        try queue.write { database in
            try AuditTable.begin(database, key: key)
            for number in 0..<count { try AuditTable.append(database, Self.entry(number), key: key) }
        }
        return queue
    }

    private static func entry(_ number: Int) -> AuditEntry {
        AuditEntry(
            at: Instant(seconds: Int64(1_000 + number)), officer: "o\(number)", person: "p", unit: "H26.1.5",
            action: "dossier.receive", subject: "d\(number)", detail: ["code": "\(number)"], traceID: "t")
    }

    private func verdict(_ queue: DatabaseQueue) throws -> AuditVerdict {
        try queue.read { try AuditTable.verify($0, key: key) }
    }
}
