import Forms
import GRDB
import HTTPTypes
import Models
import Testing

@testable import central

@Suite("What a desk hands over to the post, scan by scan")
struct ManifestTests {
    private static func parcels(_ count: Int, _ driver: PostDriver) async throws -> [TestReply] {
        var made: [TestReply] = []
        for dossier in try await driver.ready().prefix(count) {
            let reply = try await driver.send(dossier)
            #expect(reply.status == 201, "\(reply.text)")
            made.append(reply)
        }
        try #require(made.count == count)
        return made
    }

    private static func number(_ parcel: TestReply) -> String { parcel["tracking_number"] ?? "" }

    @Test("A parcel is scanned by its number or by its dossier's code, and stands on one manifest at most")
    func onlyOne() async throws {
        try await PostDriver.run { driver in
            let made = try await Self.parcels(2, driver)
            let manifest = try #require(try await driver.act("/v1/manifests")["id"])
            let first = try await driver.scan(Self.number(made[0]), onto: manifest)
            #expect(first.status == 200 && first.json["again"] == false && first.json["count"] == 1)
            // A scanner that reads twice is told so, and nothing changes.
            let again = try await driver.scan(Self.number(made[0]).lowercased(), onto: manifest)
            #expect(again.json["again"] == true && again.json["count"] == 1)
            let byCode = try await driver.scan(made[1]["dossier_code"] ?? "", onto: manifest)
            #expect(
                byCode.json["item"]?["tracking_number"] == .string(Self.number(made[1])), "\(byCode.text)")
            let other = try #require(try await driver.act("/v1/manifests")["id"])
            let refused = try await driver.scan(Self.number(made[0]), onto: other)
            #expect(refused.status == 422 && refused.faults == ["/text on_manifest"])
            #expect(refused.text.contains(again["manifest", "code"] ?? "?"))
            // Taken off, it may go on the other.
            let path = "/v1/manifests/\(manifest)/items:remove"
            let removed = try await driver.act(path, ["shipment": .string(made[0]["id"] ?? "")])
            #expect(removed.json["count"] == 1, "\(removed.text)")
            #expect(try await driver.scan(Self.number(made[0]), onto: other).status == 200)
        }
    }

    @Test(
        "What is wrong with a scan is said at once, and nothing moves",
        arguments: [
            ("RR100000004VN", "bad_check_digit"), ("RR473124829VN", "unknown_parcel"),
            ("xin chào", "unreadable"),
            ("", "unreadable"), ("H26.1.5-261123-9999", "no_parcel"),
        ])
    func badScans(text: String, code: String) async throws {
        try await PostDriver.run { driver in
            let manifest = try #require(try await driver.act("/v1/manifests")["id"])
            let reply = try await driver.scan(text, onto: manifest)
            #expect(reply.status == 422 && reply.faults == ["/text " + code], "\(reply.text)")
            let counter = try await driver.act(
                "/v1/shipments:scan", ["text": .string(text)], by: driver.counter)
            #expect(counter.faults == ["/text " + code], "\(counter.text)")
            #expect(try await driver.desk.get("/v1/manifests/\(manifest)").json["count"] == 0)
        }
    }

    @Test(
        "A parcel of another unit, one that was taken back, papers that come in, and a dossier that was called back"
    )
    func notHere() async throws {
        try await PostDriver.run { driver in
            let made = try await Self.parcels(2, driver)
            let manifest = try #require(try await driver.act("/v1/manifests")["id"])
            let database = driver.test.central.store
            try database.load {
                try $0.execute(
                    sql: "UPDATE shipments SET unit = 'H26.1.4' WHERE id = ?", arguments: [made[0]["id"]])
            }
            #expect(
                try await driver.scan(Self.number(made[0]), onto: manifest).faults == ["/text other_unit"])
            try database.load {
                try $0.execute(
                    sql: "UPDATE dossiers SET status = 4 WHERE id = ?", arguments: [made[1]["dossier"]])
            }
            #expect(
                try await driver.scan(Self.number(made[1]), onto: manifest).faults == ["/text dossier_moved"])
            let path = "/v1/shipments/\(made[1]["id"] ?? "")"
            #expect(try await driver.act(path + ":cancel", ["reason": "Thu hồi"]).status == 200)
            #expect(
                try await driver.scan(Self.number(made[1]), onto: manifest).faults == ["/text wrong_state"])
            let collected = try await driver.send(SeedDossiers.received, ["kind": "collect"])
            #expect(collected.status == 201, "\(collected.text)")
            #expect(
                try await driver.scan(Self.number(collected), onto: manifest).faults == ["/text not_result"])
            #expect(try await driver.desk.get("/v1/manifests/\(manifest)").json["count"] == 0)
        }
    }

    @Test("Signed once; then nothing of it changes, and an empty one is not signed")
    func closedOnce() async throws {
        try await PostDriver.run { driver in
            let made = try await Self.parcels(2, driver)
            let manifest = try #require(try await driver.act("/v1/manifests")["id"])
            let close = "/v1/manifests/\(manifest):close"
            #expect(try await driver.act(close).code == "manifest_empty")
            _ = try await driver.scan(Self.number(made[0]), onto: manifest)
            let key = UUIDv7.make()
            #expect(try await driver.act(close, key: key).status == 200)
            // The same act again is the same signature.
            #expect(try await driver.act(close, key: key).headers[.idempotencyReplayed] == "true")
            let twice = try await driver.act(close)
            #expect(twice.status == 409 && twice.code == "manifest_closed" && twice.text.contains("đã được"))
            #expect(try await driver.scan(Self.number(made[1]), onto: manifest).code == "manifest_closed")
            let removal: JSONValue = ["shipment": .string(made[0]["id"] ?? "")]
            #expect(
                try await driver.act("/v1/manifests/\(manifest)/items:remove", removal).code
                    == "manifest_closed")
            let cancel = try await driver.act("/v1/shipments/\(made[0]["id"] ?? ""):cancel", ["reason": "x"])
            #expect(cancel.code == "shipment_with_post")
        }
    }

    @Test("The counter takes in what was signed for it alone, and says why something is missing")
    func counter() async throws {
        try await PostDriver.run { driver in
            let made = try await Self.parcels(3, driver)
            func scan(_ parcel: TestReply) async throws -> TestReply {
                try await driver.act(
                    "/v1/shipments:scan", ["text": .string(Self.number(parcel))], by: driver.counter)
            }
            #expect(try await scan(made[0]).faults == ["/text not_handed_over"])
            let manifest = try #require(try await driver.act("/v1/manifests")["id"])
            for parcel in made.prefix(2) { _ = try await driver.scan(Self.number(parcel), onto: manifest) }
            #expect(try await scan(made[0]).faults == ["/text not_handed_over"])
            // The post does not see what the desk has not signed, and can't sign it.
            #expect(try await driver.counter.get("/v1/manifests/\(manifest)").status == 404)
            #expect(try await driver.act("/v1/manifests/\(manifest):close").status == 200)
            let accept = "/v1/manifests/\(manifest):accept"
            #expect(try await driver.act(accept, [:], by: driver.counter).code == "manifest_empty")
            let taken = try await scan(made[0])
            #expect(taken.json["accepted"] == 1 && taken.json["count"] == 2, "\(taken.text)")
            #expect(try await scan(made[0]).json["again"] == true)
            #expect(try await scan(made[2]).faults == ["/text not_handed_over"])
            let refused = try await driver.act(accept, [:], by: driver.counter)
            #expect(refused.faults == ["/note required"] && refused.text.contains(Self.number(made[1])))
            let signed = try await driver.act(accept, ["note": "Thiếu một"], by: driver.counter)
            #expect(
                signed["state"] == "accepted" && signed.json["missing"]?.list?.count == 1, "\(signed.text)")
            #expect(try await driver.act(accept, [:], by: driver.counter).code == "manifest_closed")
            // What was missing waits at the desk, and may go on the next one.
            #expect(try await driver.state(made[1]["id"] ?? "") == "created")
            // That it was signed over and did not arrive stays to be seen.
            let way = try await driver.desk.get("/v1/shipments/\(made[1]["id"] ?? "")").json["events"]
            let said = way?.list?.last?["message"]?.text
            #expect(said?.hasSuffix("bưu điện báo không nhận được. Thiếu một") == true, "\(said ?? "")")
            let next = try #require(try await driver.act("/v1/manifests")["id"])
            #expect(try await driver.scan(Self.number(made[1]), onto: next).status == 200)
        }
    }

    @Test("A manifest of which nothing arrives is no trap: the desk takes it back with a reason")
    func nothingArrives() async throws {
        try await PostDriver.run { driver in
            let made = try await Self.parcels(2, driver)
            let manifest = try #require(try await driver.act("/v1/manifests")["id"])
            let path = "/v1/manifests/\(manifest)"
            _ = try await driver.scan(Self.number(made[0]), onto: manifest)
            let reason: JSONValue = ["reason": "Giao nhầm quầy"]
            #expect(try await driver.act(path + ":reopen", reason).code == "manifest_not_closed")
            #expect(try await driver.act(path + ":close").status == 200)
            #expect(
                try await driver.act(path + ":reopen", ["reason": " "]).faults == ["/reason required"])
            #expect(try await driver.act(path + ":reopen", reason, by: driver.counter).status == 403)
            let open = try await driver.act(path + ":reopen", reason)
            #expect(open["state"] == "open" && open["closed_at"] == nil, "\(open.text)")
            #expect(open.json["count"] == 1)
            // Nothing of it is with the post: it is taken off, and cancelled.
            let removal: JSONValue = ["shipment": .string(made[0]["id"] ?? "")]
            #expect(try await driver.act(path + "/items:remove", removal).status == 200)
            #expect(
                try await driver.act("/v1/shipments/\(made[0]["id"] ?? ""):cancel", reason).status == 200)
            let noted = try await driver.test.central.store.read { database in
                try Int.fetchOne(
                    database, sql: "SELECT COUNT(*) FROM audit WHERE action = 'post.manifest_reopen'")
            }
            #expect(noted == 1)
            // Once one parcel came, it is the post's.
            _ = try await driver.scan(Self.number(made[1]), onto: manifest)
            #expect(try await driver.act(path + ":close").status == 200)
            _ = try await driver.act(
                "/v1/shipments:scan", ["text": .string(Self.number(made[1]))], by: driver.counter)
            let late = try await driver.act(path + ":reopen", reason)
            #expect(late.status == 409 && late.code == "manifest_closed" && late.text.contains("đã nhận 1"))
        }
    }

    @Test("A dossier that was called back after its parcel was scanned is not signed over")
    func calledBack() async throws {
        try await PostDriver.run { driver in
            let made = try await Self.parcels(1, driver)
            let manifest = try #require(try await driver.act("/v1/manifests")["id"])
            _ = try await driver.scan(Self.number(made[0]), onto: manifest)
            try driver.test.central.store.load {
                try $0.execute(
                    sql: "UPDATE dossiers SET status = 4 WHERE id = ?", arguments: [made[0]["dossier"]])
            }
            let refused = try await driver.act("/v1/manifests/\(manifest):close")
            #expect(refused.status == 422 && refused.faults == [" dossier_moved"], "\(refused.text)")
            #expect(refused.text.contains(Self.number(made[0])))
        }
    }

    @Test("A parcel that was made for the unit's former counter goes along to the new one")
    func formerCounter() async throws {
        try await PostDriver.run { driver in
            let made = try await Self.parcels(2, driver)
            func office(_ sql: String) throws {
                try driver.test.central.store.load { try $0.execute(sql: sql) }
            }
            let manifest = try #require(try await driver.act("/v1/manifests")["id"])
            // As though both had been made before an administrator changed the counter.
            try office("UPDATE shipments SET office = 'H26.900' WHERE unit = '\(PostDriver.unit)'")
            #expect(try await driver.scan(Self.number(made[0]), onto: manifest).status == 200)
            #expect(try await driver.act("/v1/manifests/\(manifest):close").status == 200)
            let body: JSONValue = ["text": .string(Self.number(made[0]))]
            let taken = try await driver.act("/v1/shipments:scan", body, by: driver.counter)
            #expect(taken.status == 200, "\(taken.text)")
            // A manifest for the former counter takes none that is made for the new one.
            let old = try #require(try await driver.act("/v1/manifests")["id"])
            try office("UPDATE manifests SET office = 'H26.900' WHERE id = '\(old)'")
            try office("UPDATE shipments SET office = 'H26.900.1' WHERE unit = '\(PostDriver.unit)'")
            let refused = try await driver.scan(Self.number(made[1]), onto: old)
            #expect(refused.status == 422 && refused.faults == ["/text other_office"], "\(refused.text)")
        }
    }

    @Test("A parcel at the wrong counter is sent on, and nothing is written")
    func wrongCounter() async throws {
        try await PostDriver.run { driver in
            let made = try await Self.parcels(1, driver)
            let manifest = try #require(try await driver.act("/v1/manifests")["id"])
            _ = try await driver.scan(Self.number(made[0]), onto: manifest)
            #expect(try await driver.act("/v1/manifests/\(manifest):close").status == 200)
            try driver.test.central.store.load { database in
                for table in ["shipments", "manifests"] {
                    try database.execute(
                        sql: "UPDATE \(table) SET office = 'H26.900' WHERE office = 'H26.900.1'")
                }
            }
            let body: JSONValue = ["text": .string(Self.number(made[0]))]
            let reply = try await driver.act("/v1/shipments:scan", body, by: driver.counter)
            #expect(reply.faults == ["/text wrong_counter"], "\(reply.text)")
            #expect(
                try await driver.act("/v1/manifests/\(manifest):accept", [:], by: driver.counter).status
                    == 403)
            #expect(try await driver.state(made[0]["id"] ?? "") == "created")
        }
    }

    @Test(
        "200 parcels, each scanned by several at once and sent twice: none is lost, none stands there twice")
    func manyAtOnce() async throws {
        try await PostDriver.run { driver in
            let numbers = try PostDriver.parcels(200, .result, like: SeedDossiers.readyForPost, driver.test)
            let manifest = try #require(try await driver.act("/v1/manifests")["id"])
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in numbers {
                    let key = UUIDv7.make()
                    group.addTask { try await driver.scan(number, onto: manifest).status }
                    group.addTask { try await driver.scan(number, onto: manifest, key: key).status }
                    group.addTask { try await driver.scan(number, onto: manifest, key: key).status }
                }
                // The same key at the same time waits for the first.
                for try await status in group { #expect(status == 200 || status == 409) }
            }
            let page = try await driver.desk.get("/v1/manifests/\(manifest)")
            let items = page.json["items"]?.list ?? []
            #expect(Set(items.compactMap { $0["tracking_number"]?.text }) == Set(numbers))
            #expect(items.compactMap { $0["seq"]?.number } == Array(1...200))
        }
    }
}
