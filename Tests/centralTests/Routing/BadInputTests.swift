import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("What may not be done to a dossier is refused with its reason in Vietnamese, and changes nothing")
struct BadInputTests {
    private static let id = SeedDossiers.received

    private static func run(
        _ accounts: [String], _ body: @escaping @Sendable (RoutingDriver, TestCentral) async throws -> Void
    ) async throws {
        let test = try TestCentral(withDossiers: true)
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(accounts)
            try await CashDesk.collect(id, test)
            try await body(driver, test)
        }
    }

    @Test("An officer whose binding ended this morning: his page is open still, his act is refused")
    func bindingEnded() async throws {
        try await Self.run(["tiepnhan", "tiepnhan2"]) { driver, test in
            let before = try await driver.stored(Self.id)
            func waiting() async throws -> Bool {
                let todo = try await driver.desk("tiepnhan").get("/v1/inboxes/todo?limit=200").items
                return todo.contains { $0["id"]?.text == Self.id }
            }
            let waited = try await waiting()
            #expect(waited)
            let dossier = before.dossier
            try await test.central.store.write { database in
                try database.execute(
                    sql: """
                        UPDATE bindings SET effective_to = '2026-11-22'
                        WHERE unit = ? AND process = ? AND step = ?
                        """, arguments: [dossier.unit.code, before.process.id, dossier.step])
            }
            let reply = try await driver.act(
                ["action": "forward"], on: Self.id, by: "tiepnhan", revision: dossier.revision)
            #expect(reply.status == 403 && reply.code == "not_bound", "\(reply.text)")
            #expect(reply.text.contains("không được phân quyền"), "\(reply.text)")
            let waits = try await waiting()
            #expect(!waits)
            let after = try await driver.stored(Self.id)
            #expect(after.dossier == dossier)
        }
    }

    @Test(
        "A clock wrong by a day, back or ahead: the history goes on in order, and the due date follows from it"
    )
    func clocks() async throws {
        try await Self.run(["tiepnhan", "thamdinh"]) { driver, test in
            for seconds in [-86_400, 2 * 86_400] {
                test.clock.advance(seconds: seconds)
                var again = RoutingDriver(test, driver.desk)
                try await again.login(["tiepnhan", "thamdinh"])
                let (action, account) = seconds < 0 ? ("forward", "tiepnhan") : ("claim", "thamdinh")
                let reply = try await again.act(["action": .string(action)], on: Self.id, by: account)
                #expect(reply.status == 200, "\(reply.text)")
                let stored = try await again.stored(Self.id)
                let (state, due, events) = try await again.replayed(stored)
                #expect(state.step == stored.dossier.step && due == stored.dossier.dueAt)
                #expect(zip(events, events.dropFirst()).allSatisfy { $0.at <= $1.at })
            }
        }
    }

    @Test("A stale revision: who was faster and when, and nothing is done")
    func stale() async throws {
        try await Self.run(["tiepnhan", "tiepnhan2"]) { driver, _ in
            let seen = try await driver.stored(Self.id).dossier.revision
            let first = try await driver.act(
                ["action": "claim"], on: Self.id, by: "tiepnhan2", revision: seen)
            #expect(first.status == 200)
            let after = try await driver.stored(Self.id)
            let late = try await driver.act(
                ["action": "forward"], on: Self.id, by: "tiepnhan", revision: seen)
            #expect(late.status == 412, "\(late.text)")
            #expect(late["changed_by"] != nil && late["changed_at"] != nil && late["detail"] != nil)
            let still = try await driver.stored(Self.id)
            #expect(still.dossier == after.dossier)
        }
    }

    @Test(
        "A dossier of another province is as one that isn't there: seen, acted on, in many, taken over or explained",
        arguments: ["thamdinh.saigon"])
    func otherProvince(account: String) async throws {
        try await Self.run([account]) { driver, _ in
            let before = try await driver.stored(Self.id)
            let desk = try driver.desk(account)
            for reply in [
                try await desk.get("/v1/dossiers/\(Self.id)"),
                try await desk.get("/v1/dossiers/\(Self.id)/actions"),
                try await desk.send(.put, "/v1/dossiers/\(Self.id)/claim"),
                try await driver.act(["action": "forward"], on: Self.id, by: account),
            ] {
                #expect(reply.status == 404, "\(reply.text)")
                #expect(reply["detail"]?.isEmpty == false && !reply.text.contains(before.dossier.code))
            }
            let many = try await desk.post(
                "/v1/dossiers/actions:bulk",
                [
                    "action": "claim",
                    "items": [["id": .string(Self.id), "revision": .int(before.dossier.revision)]],
                ],
                key: UUIDv7.make())
            #expect(many.items.map { $0["problem"]?["status"] } == [.int(404)], "\(many.text)")
            let after = try await driver.stored(Self.id)
            #expect(after.dossier == before.dossier)
        }
    }
}
