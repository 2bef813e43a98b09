import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Acts through the API")
struct ActingTests {
    private static let received = SeedDossiers.received

    private static func run(
        _ accounts: [String] = [
            "tiepnhan", "tiepnhan2", "thamdinh", "thamdinh2", "lanhdao", "tongdai", "quantri",
        ],
        _ body: @escaping @Sendable (RoutingDriver, TestCentral) async throws -> Void
    ) async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(accounts)
            try await body(driver, test)
        }
    }

    private static func paid(_ test: TestCentral, _ id: ID = received) async throws {
        try await CashDesk.collect(id, test)
    }

    @Test("An act changes step, revision, row, history, audit and feed, once for its key")
    func acts() async throws {
        try await Self.run { driver, test in
            try await Self.paid(test)
            let (id, key) = (Self.received, UUIDv7.make())
            let before = try await driver.stored(id)
            let revision = before.dossier.revision
            let head = try await test.central.store.read { try ChangeTable.head($0).last }
            let done = try await driver.act(
                ["action": "forward"], on: id, by: "tiepnhan", revision: revision, key: key)
            #expect(done.status == 200, "\(done.text)")
            #expect(done["step"] == "tham_dinh")
            #expect(done.headers[.eTag] == "\"\(revision + 1)\"")
            let again = try await driver.act(
                ["action": "forward"], on: id, by: "tiepnhan", revision: revision, key: key)
            #expect(again.body == done.body)
            #expect(again.headers[.idempotencyReplayed] == "true")
            let after = try await driver.stored(id)
            #expect(after.dossier.revision == revision + 1)
            #expect(after.dossier.status == 4)
            let events = try await driver.desk("tiepnhan").get("/v1/dossiers/\(id)/events").items
            #expect(events.last?["action"]?.text == "forward")
            #expect(events.last?["actor"]?["name"]?.text == "Trần Thu Hà")
            #expect(events.count == revision + 1)
            let (audit, feed) = try await test.central.store.read { database in
                (
                    try AuditTable.page(
                        database, officer: nil, scope: .everything, before: nil, limit: 1
                    ).first,
                    try ChangeTable.page(
                        database, after: head, upTo: head + 10, scope: .everything, money: .everything,
                        limit: 10)
                )
            }
            #expect(audit?.action == "dossier.forward")
            #expect(audit?.subject == id)
            #expect(feed.map(\.action) == ["forward"])
            let key2 = test.central.auditKey
            let verdict = try await test.central.store.read { try AuditTable.verify($0, key: key2) }
            if case .broken = verdict { Issue.record("\(verdict)") }
        }
    }

    @Test("Two officers at once: one wins, the other is told who did what, and nothing is done twice")
    func race() async throws {
        try await Self.run { driver, test in
            try await Self.paid(test)
            let id = Self.received
            let revision = try await driver.stored(id).dossier.revision
            async let one = driver.act(["action": "forward"], on: id, by: "tiepnhan", revision: revision)
            async let two = driver.act(["action": "forward"], on: id, by: "tiepnhan2", revision: revision)
            let replies = try await [one, two]
            #expect(replies.map(\.status).sorted() == [200, 412])
            let lost = try #require(replies.first { $0.status == 412 })
            let winner =
                replies[0].status == 200
                ? "Trần Thu Hà"
                : try await driver.desk("tiepnhan2").get("/v1/me")[
                    "officer", "name"]
            #expect(lost["changed_by"] == winner)
            #expect(lost["changed_at"] == "2026-11-23T09:41:00+07:00")
            #expect(lost["detail"]?.contains("chuyển bước xử lý") == true)
            #expect(lost.headers[.eTag] == "\"\(revision + 1)\"")
            #expect(try await driver.stored(id).dossier.revision == revision + 1)
        }
    }

    @Test("404, 403, 422, 428, 412 and 409, in this order")
    func order() async throws {
        try await Self.run { driver, _ in
            let id = Self.received
            let revision = try await driver.stored(id).dossier.revision
            func post(_ account: String, _ body: JSONValue, _ match: String?) async throws -> TestReply {
                var headers: HTTPFields = [:]
                headers[.ifMatch] = match
                return try await driver.desk(account).post(
                    "/v1/dossiers/\(id)/actions", body, key: UUIDv7.make(), headers: headers)
            }
            let missing = try await driver.desk("tiepnhan").post(
                "/v1/dossiers/\(UUIDv7.make())/actions", ["zz": 1], key: UUIDv7.make())
            #expect(missing.status == 404)
            // By role, by reach and by binding.
            #expect(try await post("tongdai", ["zz": 1], nil).code == "forbidden")
            #expect(try await post("lanhdao", ["action": "forward"], "\"\(revision)\"").code == "not_bound")
            let wrong = try await post("tiepnhan", ["action": "leap"], "\"99\"")
            #expect(wrong.faults.map { $0.hasPrefix("/action") } == [true])
            let needs = try await post("tiepnhan", ["action": "withdraw"], nil)
            #expect(needs.status == 422 && needs.faults == ["/note required"])
            #expect(try await post("tiepnhan", ["action": "forward"], nil).status == 428)
            let stale = try await post("tiepnhan", ["action": "forward"], "\"99\"")
            #expect(stale.status == 412 && stale["changed_by"] == "Trần Thu Hà")
            let unpaid = try await post("tiepnhan", ["action": "forward"], "\"\(revision)\"")
            #expect(unpaid.status == 409 && unpaid.code == "action_not_allowed")
            #expect(unpaid.faults == ["/action fees_paid"])
            #expect(unpaid.text.contains("quầy thu ngân"))
            #expect(try await driver.stored(id).dossier.revision == revision)
        }
    }

    @Test("GET …/actions says what is possible now and why not, with the revision to act on")
    func options() async throws {
        try await Self.run { driver, _ in
            let id = Self.received
            let reply = try await driver.desk("tiepnhan").get("/v1/dossiers/\(id)/actions")
            #expect(reply.status == 200)
            let revision = try await driver.stored(id).dossier.revision
            #expect(reply.json["revision"] == .int(revision))
            let forward = reply.items.first { $0["action"]?.text == "forward" }
            #expect(forward?["allowed"] == false)
            #expect(forward?["reasons"]?.list?.first?["code"]?.text == "fees_paid")
            let names = reply.json["assignees"]?.list?.compactMap { $0["name"]?.text } ?? []
            #expect(names.contains("Trần Thu Hà") && names.count == 2)
            #expect(!reply.items.contains { $0["action"]?.text == "payment_ok" })
        }
    }

    @Test("A lease keeps others off, is kept up by a heartbeat, changes nothing, and lapses by itself")
    func leases() async throws {
        try await Self.run { driver, test in
            try await Self.paid(test)
            let id = Self.received
            let revision = try await driver.stored(id).dossier.revision
            func put(_ account: String) async throws -> TestReply {
                try await driver.desk(account).send(.put, "/v1/dossiers/\(id)/claim")
            }
            let first = try await put("tiepnhan")
            #expect(first["until"] == "2026-11-23T09:46:00+07:00")
            let other = try await put("tiepnhan2")
            #expect(other.status == 409 && other.code == "claimed" && other["changed_by"] == "Trần Thu Hà")
            let act = try await driver.act(["action": "forward"], on: id, by: "tiepnhan2")
            #expect(act.status == 409 && act.code == "claimed")
            test.clock.advance(seconds: 240)
            let kept = try await put("tiepnhan")
            #expect(kept["since"] == "2026-11-23T09:41:00+07:00")
            #expect(kept["until"] == "2026-11-23T09:50:00+07:00")
            #expect(try await driver.stored(id).dossier.revision == revision)
            // Not bound, nothing to lease.
            #expect(try await put("lanhdao").status == 403)
            // Given back, or lapsed: the other may.
            #expect(try await driver.desk("tiepnhan").send(.delete, "/v1/dossiers/\(id)/claim").status == 204)
            #expect(try await put("tiepnhan2").status == 200)
            test.clock.advance(seconds: 301)
            #expect(
                try await driver.act(["action": "forward"], on: id, by: "tiepnhan", revision: revision).status
                    == 200)
        }
    }

    @Test("Undo within its time by who did it, also after the dossier has left his unit")
    func undoes() async throws {
        try await Self.run(["tiepnhan", "tiepnhan2"]) { driver, test in
            try await Self.paid(test)
            let id = Self.received
            let before = try await driver.stored(id)
            #expect(try await driver.act(["action": "forward"], on: id, by: "tiepnhan").status == 200)
            #expect(try await driver.act(["action": "undo"], on: id, by: "tiepnhan2").status == 409)
            let undone = try await driver.act(["action": "undo"], on: id, by: "tiepnhan")
            #expect(undone.status == 200 && undone["step"] == "tiep_nhan", "\(undone.text)")
            let after = try await driver.stored(id)
            #expect(after.dossier.dueAt == before.dossier.dueAt)
            #expect(after.holderUnit == before.holderUnit)
            test.clock.advance(seconds: 1)
            #expect(try await driver.act(["action": "forward"], on: id, by: "tiepnhan").status == 200)
            test.clock.advance(seconds: 601)
            #expect(
                try await driver.act(["action": "undo"], on: id, by: "tiepnhan").faults
                    == ["/action undo_too_late"])
        }
    }

    @Test("Many at once: each by itself, one's failure stops no other, once for the key")
    func bulk() async throws {
        try await Self.run { driver, test in
            let id = Self.received
            let revision = try await driver.stored(id).dossier.revision
            let ready = try await driver.stored(SeedDossiers.readyAtDesk).dossier.revision
            let body: JSONValue = [
                "action": "claim",
                "items": [
                    ["id": .string(id), "revision": .int(revision)],
                    ["id": .string(SeedDossiers.delivered), "revision": 1],
                    ["id": .string(UUIDv7.make()), "revision": 1],
                    ["id": .string(SeedDossiers.readyAtDesk), "revision": .int(ready + 7)],
                    ["id": .string(SeedDossiers.signing), "revision": 1],
                ],
            ]
            let key = UUIDv7.make()
            let reply = try await driver.desk("tiepnhan").post("/v1/dossiers/actions:bulk", body, key: key)
            #expect(reply.status == 200, "\(reply.text)")
            #expect(reply.items.map { $0["done"] } == [true, false, false, false, false])
            #expect(
                reply.items.map { $0["problem"]?["status"] } == [
                    nil, .int(412), .int(404), .int(412), .int(412),
                ])
            #expect(reply.items[0]["revision"] == .int(revision + 1))
            let again = try await driver.desk("tiepnhan").post("/v1/dossiers/actions:bulk", body, key: key)
            #expect(again.body == reply.body)
            #expect(try await driver.stored(id).dossier.revision == revision + 1)
            let none = try await driver.desk("tiepnhan").post(
                "/v1/dossiers/actions:bulk", ["action": "claim", "items": []], key: UUIDv7.make())
            #expect(none.faults == ["/items required"])
            let many: JSONValue = .array(
                Array(repeating: ["id": .string(id), "revision": 1], count: 201))
            let tooMany = try await driver.desk("tiepnhan").post(
                "/v1/dossiers/actions:bulk", ["action": "claim", "items": many], key: UUIDv7.make())
            #expect(tooMany.faults == ["/items too_many"])
            let key2 = test.central.auditKey
            let verdict = try await test.central.store.read { try AuditTable.verify($0, key: key2) }
            if case .broken = verdict { Issue.record("\(verdict)") }
        }
    }

    @Test("All of a colleague's dossiers are handed over in one effect, by himself or by who is over him")
    func handsOver() async throws {
        try await Self.run { driver, _ in
            let officers = try RoutingDriver.set.get()
            let (from, to) = (
                try #require(officers.officer("thamdinh")).id, try #require(officers.officer("thamdinh2")).id
            )
            let body: JSONValue = ["from": .string(from), "to": .string(to), "note": "Nghỉ phép"]
            let before = try await driver.test.central.store.read {
                try DossierTable.workOf($0, officer: from, alone: [], limit: 500)
            }
            #expect(before.count > 1)
            let stranger = try await driver.desk("tiepnhan").post(
                "/v1/dossiers:hand-over", body, key: UUIDv7.make())
            #expect(stranger.status == 403)
            let done = try await driver.desk("lanhdao").post(
                "/v1/dossiers:hand-over", body, key: UUIDv7.make())
            #expect(done.status == 200, "\(done.text)")
            #expect(done.json["count"] == .int(before.count))
            let id = try #require(before.first)
            let stored = try await driver.stored(id)
            #expect(stored.assignee == to)
            let last = try await driver.replayed(stored).events.last
            #expect(last?.action == "reassign" && last?.note == "Nghỉ phép")
            let back = try await driver.desk("quantri").post(
                "/v1/dossiers:hand-over", ["from": .string(to), "to": .string(from)], key: UUIDv7.make())
            #expect(back.status == 200)
            let left = try await driver.desk("thamdinh").post(
                "/v1/dossiers:hand-over",
                ["from": .string(from), "to": .string(try #require(officers.officer("lanhdao")).id)],
                key: UUIDv7.make())
            #expect(left.json["count"] == 0)
        }
    }

    @Test("A signature holds for one dossier at one revision and one act; who signs must not have reviewed")
    func signs() async throws {
        try await Self.run { driver, _ in
            // The seed lies at the police: it is signed there.
            var driver = driver
            try await driver.login(["congan", "congan.lanhdao"])
            let id = SeedDossiers.signing
            var dossier = try await driver.stored(id).dossier
            while dossier.step != "ky" {
                let done = try await driver.act(["action": "forward"], on: id, by: "congan")
                try #require(done.status == 200, "\(done.text)")
                dossier = try await driver.stored(id).dossier
            }
            func sign(_ revision: Int) async throws -> TestReply {
                try await driver.act(
                    [
                        "action": "sign",
                        "signature": try RoutingDriver.signature(
                            id: id, code: dossier.code, revision: revision),
                    ], on: id, by: "congan.lanhdao", revision: dossier.revision)
            }
            let none = try await driver.act(
                ["action": "sign"], on: id, by: "congan.lanhdao", revision: dossier.revision)
            #expect(none.faults == ["/signature required"])
            #expect(try await sign(dossier.revision - 1).faults == ["/signature bad_signature"])
            let done = try await sign(dossier.revision)
            #expect(done.status == 200 && done["step"] == "van_thu", "\(done.text)")
            let event = try await driver.replayed(try await driver.stored(id)).events.last
            #expect(event?.detail.revision == dossier.revision)
        }
    }

    @Test("Many are signed at once, each with its own signature; one that is another's is refused by itself")
    func signsMany() async throws {
        try await Self.run { driver, test in
            let found = try await test.central.store.read { database in
                try String.fetchAll(
                    database,
                    sql: """
                        SELECT id FROM dossiers WHERE unit = ? AND holder_unit = ? AND ended_at IS NULL
                            AND step = ? ORDER BY id LIMIT 3
                        """, arguments: [TrainingSet.trainingUnit, TrainingSet.trainingUnit, "ky"])
            }
            var waiting: [Dossier] = []
            for id in found { waiting.append(try await driver.stored(id).dossier) }
            try #require(waiting.count == 3)
            let items = try waiting.enumerated().map { index, dossier -> JSONValue in
                // The last one comes with the signature of the first.
                let signed = index == 2 ? waiting[0] : dossier
                return [
                    "id": .string(dossier.id), "revision": .int(dossier.revision),
                    "signature": try RoutingDriver.signature(
                        id: signed.id, code: signed.code, revision: signed.revision),
                ]
            }
            let reply = try await driver.desk("lanhdao").post(
                "/v1/dossiers/actions:bulk", ["action": "sign", "items": .array(items)], key: UUIDv7.make())
            #expect(reply.status == 200, "\(reply.text)")
            #expect(reply.items.map { $0["done"] } == [true, true, false], "\(reply.text)")
            for (index, dossier) in waiting.enumerated() {
                let after = try await driver.stored(dossier.id).dossier
                #expect((after.revision > dossier.revision) == (index < 2))
            }
            #expect(reply.text.contains("bad_signature"), "\(reply.text)")
        }
    }

    @Test(
        "Thirty days without a supplement: ended by the system, audited, once; a dossier that waits on stays")
    func expires() async throws {
        try await Self.run { driver, test in
            let id = SeedDossiers.supplement
            let expiry = Expiry(central: test.central)
            _ = try await expiry.pass()
            let waiting = try await driver.stored(id)
            #expect(waiting.dossier.status == 5)
            let end = try #require(waiting.expiresAt)
            #expect(end > test.clock.now)
            test.clock.now = end.adding(seconds: 1)
            #expect(try await expiry.pass() > 0)
            let ended = try await driver.stored(id)
            #expect(ended.endedAt == end.adding(seconds: 1))
            #expect(ended.expiresAt == nil)
            let event = try await driver.replayed(ended).events.last
            #expect(event?.action == "expire" && event?.officer == nil)
            let revision = ended.dossier.revision
            #expect(try await expiry.pass() == 0)
            #expect(try await driver.stored(id).dossier.revision == revision)
            let audit = try await test.central.store.read { database in
                try AuditTable.page(database, officer: nil, scope: .everything, before: nil, limit: 200)
                    .filter { $0.action == "dossier.expire" && $0.subject == id }
            }
            #expect(audit.count == 1 && audit.first?.officer == nil)
        }
    }

    @Test("A dossier from the portal is received later: accepted then, by the one who does it")
    func receivesOnline() async throws {
        try await Self.run { driver, test in
            let id = SeedDossiers.new
            let before = try await driver.stored(id)
            #expect(before.dossier.acceptedAt == nil && before.dossier.dueAt == nil)
            let done = try await driver.act(["action": "receive"], on: id, by: "tiepnhan")
            #expect(done.status == 200, "\(done.text)")
            #expect(done["accepted_at"] == "2026-11-23T09:41:00+07:00")
            #expect(done["due_at"] != nil)
            #expect(done["received_by", "name"] == "Trần Thu Hà")
            let clock = try await driver.desk("tiepnhan").get("/v1/dossiers/\(id)/clock")
            #expect(clock.json["used_percent"] == 0)
            #expect(clock.json["warning"] == nil)
            test.clock.now = Instant(rfc3339: "2026-12-01T09:41:00+07:00") ?? test.clock.now
            // Five of seven working days: 24/11 is a day off.
            let later = try await driver.desk.login("tiepnhan").get("/v1/dossiers/\(id)/clock")
            #expect(later.json["used_percent"] == 71, "\(later.text)")
            #expect(later.json["warning"] == 50)
        }
    }

    @Test("The generated dossiers' rows are what their events say")
    func replaysGenerated() async throws {
        try await Self.run(["tiepnhan"]) { driver, test in
            let ids = try await test.central.store.read { database in
                try String.fetchAll(database, sql: "SELECT id FROM dossiers ORDER BY id LIMIT 400")
            }
            var different: [String] = []
            for id in ids {
                let stored = try await driver.stored(id)
                let (state, due, _) = try await driver.replayed(stored)
                let dossier = stored.dossier
                if state.step != dossier.step || state.acceptedAt != dossier.acceptedAt
                    || due != dossier.dueAt
                    || state.endedAt != stored.endedAt
                {
                    different.append(
                        "\(dossier.code) \(dossier.procedure.code) \(dossier.step) \(state.step)")
                }
            }
            #expect(different == [])
        }
    }
}
