import Forms
import Foundation
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("A post that fails in every way")
struct FaultyPostTests {
    /// `POST_SHIPMENTS=10000` asks for as many as the issue names; a debug build takes long for them.
    private static let count =
        ProcessInfo.processInfo.environment["POST_SHIPMENTS"].flatMap(Int.init) ?? 500

    @Test(
        "Many shipments: one order each, every final state right, dead letters in view and sent again by key"
    )
    func tenThousand() async throws {
        var plan = PostSimulator.Plan(
            fail: 0.05, lose: 0.05, refuse: 0.02, duplicate: 0.1, reorder: 0.2, pace: 600, seed: 7)
        let begin = TestClock().now
        // A day and a night without a word.
        plan.down = begin.adding(seconds: 3_600)...begin.adding(seconds: 90_000)
        try await PostDriver.run(plan: plan, withDossiers: true) { [plan] driver in
            _ = try PostDriver.parcels(
                Self.count, .collect, like: SeedDossiers.received, driver.test)
            var worker = driver.worker
            worker.most = 2_000
            func pass(_ count: Int, seconds: Int) async throws {
                for _ in 0..<count {
                    try await worker.pass()
                    driver.test.clock.advance(seconds: seconds)
                }
            }
            // Before, while and after nobody answers.
            try await pass(6, seconds: 600)
            try await pass(24, seconds: 3_600)
            try await pass(40, seconds: 900)
            let dead = try await Self.dead(driver)
            #expect(!dead.isEmpty && dead.allSatisfy { $0["channel"] == "post" })
            let waiting = try await Self.states(driver)["waiting"] ?? 0
            #expect(waiting == 0)
            // What was refused is sent again by an administrator, each under a key of its own.
            var good = plan
            good.refuse = 0
            await driver.simulator.set(good)
            for message in dead {
                let key = UUIDv7.make()
                for _ in 0..<2 {
                    let reply = try await Self.admin(driver).send(
                        .post, "/v1/outbox/\(message["id"]?.text ?? ""):retry",
                        headers: [.idempotencyKey: key])
                    #expect(reply.status == 200, "\(reply.text)")
                }
            }
            try await pass(30, seconds: 900)
            #expect(try await Self.dead(driver).isEmpty)
            #expect(await driver.simulator.count == Self.count)
            let placed = await driver.simulator.placed
            #expect(placed.count == Self.count && placed.values.allSatisfy { $0 == 1 })
            let ends = await driver.simulator.ends
            let wrong = try await driver.test.central.store.read { database in
                try Row.fetchAll(
                    database,
                    sql:
                        "SELECT order_number, state, post_code FROM shipments WHERE order_number LIKE '%-250101-%'"
                ).filter { row in
                    let code = ends[row["order_number"]]
                    let state = code == "90" ? "delivered" : code == "95" ? "returned" : "?"
                    return row["state"] != state || row["post_code"] != code
                }.count
            }
            #expect(wrong == 0)
        }
    }

    /// Logged in anew: a session does not last for the days that the clock goes on here.
    private static func admin(_ driver: PostDriver) async throws -> TestDesk {
        try await TestDesk(client: driver.desk.client, token: nil).login("quantri")
    }

    private static func dead(_ driver: PostDriver) async throws -> [JSONValue] {
        var items: [JSONValue] = []
        var cursor: String?
        repeat {
            let more = cursor.map { "&cursor=" + $0 } ?? ""
            let reply = try await Self.admin(driver).get("/v1/outbox?state=dead&limit=200" + more)
            #expect(reply.status == 200, "\(reply.text.prefix(300))")
            items += reply.items.filter { $0["channel"] == "post" }
            cursor = reply["next_cursor"]
        } while cursor != nil
        return items
    }

    private static func states(_ driver: PostDriver) async throws -> [String: Int] {
        try await driver.test.central.store.read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT state, COUNT(*) AS n FROM outbox WHERE channel = 'post' GROUP BY state"
            )
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["state"], $0["n"]) })
        }
    }

    @Test("An order whose answer never came is placed once: the post says that it has it, or its feed does")
    func lost() async throws {
        try await PostDriver.run(plan: .init(lose: 1)) { driver in
            let dossier = try #require(try await driver.ready().first)
            let made = try await driver.send(dossier)
            for _ in 0..<5 {
                try await driver.worker.pass()
                driver.test.clock.advance(seconds: 1_800)
            }
            #expect(await driver.simulator.placed == [made["order_number"] ?? "": 1])
            let page = try await driver.desk.get("/v1/shipments/\(made["id"] ?? "")")
            // It never answered, but what it tells of the order shows that it has it.
            #expect(page["order"] == "placed", "\(page.text)")
        }
    }

    @Test("The feed goes on from where it was read, and what was read is never asked for again")
    func cursor() async throws {
        try await PostDriver.run(plan: .init(pace: 10)) { driver in
            _ = try PostDriver.parcels(30, .collect, like: SeedDossiers.received, driver.test)
            let store = driver.test.central.store
            var last = PostalTable.firstCursor
            for _ in 0..<8 {
                try await driver.worker.pass()
                let now = try await store.read { try PostalTable.cursor($0, carrier: TrainingPost.name) }
                #expect(now >= last)
                last = now
                driver.test.clock.advance(seconds: 15)
            }
            #expect(last > PostalTable.firstCursor)
        }
    }
}
