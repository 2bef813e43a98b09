import Forms
import GRDB
import Models
import Testing

@testable import central

@Suite("Whoever asks hears what others did, of his own units alone")
struct ChangeTests {
    private func take(_ desk: TestDesk, _ body: JSONValue = SampleIntake.body) async throws -> String {
        let reply = try await desk.post("/v1/dossiers", body, key: UUIDv7.make())
        #expect(reply.status == 201)
        return try #require(reply["id"])
    }

    @Test(
        "An intake and a print → one change each, with the row as it is now and the inboxes that it lies in")
    func acts() async throws {
        try await TestCentral().run { desk in
            let (taker, other) = (try await desk.login(), try await desk.login("tiepnhan2"))
            let start = try await other.get("/v1/changes")
            #expect(start.items.isEmpty)
            let after = try #require(start.json["after"]?.number)
            let id = try await take(taker)
            _ = try await taker.post(
                "/v1/dossiers/\(id)/prints", ["form": "01", "copies": 1], key: UUIDv7.make())
            let reply = try await other.get("/v1/changes?after=\(after)")
            #expect(reply.items.map { $0["action"]?.text } == ["receive", "print"])
            #expect(reply.items.allSatisfy { $0["id"]?.text == id })
            let first = try #require(reply.items.first)
            #expect(first["item"]?["applicant_name"]?.text == "Nguyễn Thị Ánh")
            let inboxes = first["inboxes"]?.list?.compactMap(\.text) ?? []
            #expect(inboxes.contains("open"))
            #expect(!inboxes.contains("mine"))
            // Those who took it in see it among theirs.
            let own = try await taker.get("/v1/changes?after=\(after)&limit=1")
            #expect(own.items.first?["inboxes"]?.list?.compactMap(\.text).contains("mine") == true)
            #expect(own.json["more"] == .bool(true))
            let rest = try await taker.get("/v1/changes?after=\(try #require(own.json["after"]?.number))")
            #expect(rest.items.map { $0["action"]?.text } == ["print"])
            #expect(rest.json["more"] == .bool(false))
        }
    }

    @Test("1022 hears of it with the name masked; another province hears nothing")
    func scope() async throws {
        try await TestCentral().run { desk in
            let taker = try await desk.login()
            _ = try await take(taker)
            let hotline = try await desk.login("tongdai").get("/v1/changes?after=0")
            #expect(hotline.items.count == 1)
            let name = hotline.items.first?["item"]?["applicant_name"]?.text
            #expect(name != nil && name != "Nguyễn Thị Ánh")
            let head = try await desk.login("tongdai").get("/v1/changes")
            // The post hears of what goes by post alone.
            let post = try await desk.login("buuchinh").get("/v1/changes?after=0")
            #expect(post.items.isEmpty)
            #expect(post.json["after"] == head.json["after"])
        }
    }

    @Test("A refused intake changes nothing in the feed; neither does one that is sent again")
    func onlyEffects() async throws {
        try await TestCentral().run { desk in
            let desk = try await desk.login()
            let key = UUIDv7.make()
            for _ in 0..<2 { _ = try await desk.post("/v1/dossiers", SampleIntake.body, key: key) }
            _ = try await desk.post("/v1/dossiers", SampleIntake.with(["case": "zz"]), key: UUIDv7.make())
            let reply = try await desk.get("/v1/changes?after=0")
            #expect(reply.items.count == 1)
        }
    }

    @Test(
        "What can't be a position → 400; one of the future or of another database → 410",
        arguments: [
            ("-1", 400), ("x", 400), ("", 400), ("99999999999999999999", 400), ("1.5", 400), ("77", 410),
        ])
    func positions(after: String, status: Int) async throws {
        try await TestCentral().run { desk in
            let reply = try await desk.login().get("/v1/changes?after=\(after)")
            #expect(reply.status == status)
            #expect(reply.code == (status == 410 ? "feed_restarted" : "invalid_parameter"))
        }
    }

    @Test("Changes older than 30 days are taken away, piece by piece, and who asks for them is told")
    func pruning() async throws {
        let test = try TestCentral()
        let old = test.clock.now
        try await test.central.store.write { database in
            for _ in 0..<600 { try Self.append(database, at: old) }
        }
        let before = try await test.central.store.read { try ChangeTable.head($0) }
        #expect(before == .init(last: 600, pruned: 0))
        let later = old.adding(seconds: Int(ChangeTable.lifetime) + 1)
        try await test.central.store.write { database in
            for _ in 0..<64 { try Self.append(database, at: later) }
        }
        let head = try await test.central.store.read { try ChangeTable.head($0) }
        #expect(head == .init(last: 664, pruned: 512))
        try await test.run { desk in
            let desk = try await desk.login()
            #expect(try await desk.get("/v1/changes?after=511").status == 410)
            #expect(try await desk.get("/v1/changes?after=512").status == 200)
        }
    }

    @Test("A dossier that goes to another unit is told to the one that it left")
    func leaving() async throws {
        let test = try TestCentral()
        try await test.run { desk in
            let reception = try await desk.login()
            let id = try await take(reception)
            try await test.central.store.write { database in
                try database.execute(
                    sql: "UPDATE dossiers SET unit = 'H40.1', holder_unit = 'H40.1' WHERE id = ?",
                    arguments: [id])
                try ChangeTable.append(
                    database,
                    ChangeEntry(
                        at: test.clock.now, dossier: id, unit: "H40.1", holderUnit: "H40.1",
                        formerUnit: "H26.1.5", action: "forward", revision: 2))
            }
            let last = try #require(try await reception.get("/v1/changes?after=0").items.last)
            #expect(last["action"]?.text == "forward")
            #expect(last["item"] == .null)
            #expect(last["code"] == nil)
        }
    }

    private static func append(_ database: Database, at: Instant) throws {
        try ChangeTable.append(
            database,
            ChangeEntry(
                at: at, dossier: UUIDv7.make(), unit: "H26.1.5", holderUnit: "H26.1.5", action: "receive",
                revision: 1))
    }
}
