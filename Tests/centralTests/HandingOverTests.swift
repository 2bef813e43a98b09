import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("Handing over all that an officer has")
struct HandingOverTests {
    private static let (review, review2) = (
        "019b89f3-9280-7000-8000-000000000003", "019b89f3-9280-7000-8000-000000000004"
    )
    private static let cashier = "019b89f3-9280-7000-8000-000000000008"
    private static let accounts = ["tiepnhan", "thamdinh", "thamdinh2", "lanhdao", "quantri", "quantribo"]

    private static func run(_ body: @escaping @Sendable (RoutingDriver, TestCentral) async throws -> Void)
        async throws
    {
        let test = try TestCentral()
        try await test.run { desk in
            var driver = RoutingDriver(test, desk)
            try await driver.login(accounts + ["lanhdao.cuanam"])
            try await body(driver, test)
        }
    }

    /// Dossiers at the review, as many as are asked for; the first `taken` of them taken up by `thamdinh`.
    private static func atReview(_ count: Int, taken: Int, _ driver: RoutingDriver) async throws -> [ID] {
        var ids: [ID] = []
        for index in 0..<count {
            let body = SampleIntake.of("00118500\(1000 + index)", name: "Trần Thị Ánh")
            let made = try await driver.desk("tiepnhan").post("/v1/dossiers", body, key: UUIDv7.make())
            let id = try #require(made["id"], "\(made.text)")
            try await CashDesk.collect(id, driver.test)
            let forwarded = try await driver.act(["action": "forward"], on: id, by: "tiepnhan")
            #expect(forwarded.status == 200, "\(forwarded.text)")
            if index < taken {
                #expect(try await driver.act(["action": "claim"], on: id, by: "thamdinh").status == 200)
            }
            ids.append(id)
        }
        return ids
    }

    private static func preview(_ driver: RoutingDriver, _ from: ID, _ to: ID, by account: String)
        async throws
        -> TestReply
    {
        try await driver.desk(account).get("/v1/dossiers:hand-over?from=\(from)&to=\(to)")
    }

    private static func decoded(_ reply: TestReply) throws -> DossierHandOverResult {
        try LenientJSON.decode(DossierHandOverResult.self, from: reply.body)
    }

    @Test("Asked beforehand it names each dossier and changes nothing; done, each says what became of it")
    func previewed() async throws {
        try await Self.run { driver, _ in
            let ids = try await Self.atReview(3, taken: 2, driver)
            let before = try await Self.preview(driver, Self.review, Self.review2, by: "quantri")
            #expect(before.status == 200, "\(before.text)")
            let seen = try Self.decoded(before)
            #expect(seen.items?.map(\.id) == Array(ids.prefix(2)) && seen.count == 2 && seen.left == 0)
            // The third is in the queue of both already.
            #expect(seen.shared == 1 && seen.hasMore == false)
            // An administrator sees nobody's name whole.
            #expect(seen.items?.allSatisfy { $0.applicantName == "T*** T*** Á***" && $0.isTaken } == true)
            #expect(try await driver.stored(ids[0]).assignee == Self.review)

            let body: JSONValue = [
                "from": .string(Self.review), "to": .string(Self.review2), "note": "Nghỉ ốm.",
            ]
            let done = try await driver.desk("quantri").post(
                "/v1/dossiers:hand-over", body, key: UUIDv7.make())
            let result = try Self.decoded(done)
            #expect(result.count == 2 && result.items?.map(\.id) == Array(ids.prefix(2)))
            for id in ids.prefix(2) { #expect(try await driver.stored(id).assignee == Self.review2) }
            #expect(try await driver.stored(ids[2]).assignee == nil)
            #expect(
                try Self.decoded(await Self.preview(driver, Self.review, Self.review2, by: "lanhdao")).count
                    == 0)
        }
    }

    @Test("What the other is not bound to stays, with the reason and what to do")
    func stays() async throws {
        try await Self.run { driver, _ in
            _ = try await Self.atReview(1, taken: 1, driver)
            let seen = try Self.decoded(
                await Self.preview(driver, Self.review, Self.cashier, by: "lanhdao"))
            #expect(seen.count == 0 && seen.left == 1)
            let reason = try #require(seen.items?.first?.reason)
            #expect(reason.code == "assignee_not_bound" && reason.message.contains("không được phân quyền"))
            #expect(seen.items?.first?.applicantName == "Trần Thị Ánh")
        }
    }

    @Test("What waits for one officer alone is his, though he has not taken it up")
    func alone() async throws {
        try await Self.run { driver, test in
            let ids = try await Self.atReview(2, taken: 0, driver)
            let shared = try Self.decoded(
                await Self.preview(driver, Self.review, Self.review2, by: "lanhdao"))
            #expect(shared.count + (shared.left ?? 0) == 0 && shared.shared == 2)
            // The others of the step have left.
            try await test.central.store.write {
                try $0.execute(
                    sql: "UPDATE officers SET suspended_at = 1 WHERE id IN (?)", arguments: [Self.review2])
            }
            let alone = try Self.decoded(
                await Self.preview(driver, Self.review, Self.cashier, by: "lanhdao"))
            #expect(alone.items?.map(\.id) == ids && alone.items?.allSatisfy { !$0.isTaken } == true)
            #expect(alone.shared == 0 && alone.left == 2)
        }
    }

    @Test("Who may log in no more still gives what he has, takes nothing, and is offered as one who is away")
    func left() async throws {
        try await Self.run { driver, test in
            let ids = try await Self.atReview(1, taken: 1, driver)
            try await test.central.store.write {
                try $0.execute(
                    sql: "UPDATE officers SET suspended_at = 1 WHERE id = ?", arguments: [Self.review])
            }
            let people = try await driver.desk("lanhdao").get("/v1/colleagues?who=handling&limit=200").items
            let his = try #require(people.first { $0["id"]?.text == Self.review })
            #expect(his["is_away"] == true)
            #expect(people.filter { $0["is_away"] == true }.count == 1)
            let back = try await Self.preview(driver, Self.review2, Self.review, by: "lanhdao")
            #expect(back.faults == ["/to unknown_officer"])
            let seen = try Self.decoded(
                await Self.preview(driver, Self.review, Self.review2, by: "lanhdao"))
            #expect(seen.items?.map(\.id) == ids && seen.count == 1)
        }
    }

    @Test(
        "Administrators are told who handles dossiers in all units under theirs, others who does in their own"
    )
    func colleagues() async throws {
        try await Self.run { driver, _ in
            func units(_ account: String) async throws -> Set<String> {
                let items = try await driver.desk(account).get("/v1/colleagues?who=handling&limit=200").items
                #expect(!items.isEmpty)
                return Set(items.compactMap { $0["unit"]?["code"]?.text })
            }
            #expect(try await units("lanhdao") == ["H26.1.5"])
            #expect(try await units("quantri").isSuperset(of: ["H26.1.5", "H26.1.4"]))
            // Drafts stay in their unit.
            #expect(try await driver.desk("quantri").get("/v1/colleagues").items.isEmpty)
            for account in ["tiepnhan", "lanhdao.cuanam"] {
                let refused = try await Self.preview(driver, Self.review, Self.review2, by: account)
                #expect(refused.status == 403)
            }
            #expect(
                try await Self.preview(driver, "x", Self.review2, by: "lanhdao").faults
                    == ["/from unknown_officer"])
        }
    }
}
